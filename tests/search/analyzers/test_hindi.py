"""Hindi words of help centres meet, however they are written, and others do not."""

import pytest

from hcgen.search.analyzers import load_analyzer
from tests.search.analyzers.terms import terms_of

TOGETHER = """
बिल बिलों
खाता खाते खातों
पासवर्ड पासवर्डों
भुगतान भुगतानों
संदेश संदेशों
सेटिंग सेटिंग्स सेटिंगें
समस्या समस्याएँ समस्याएं समस्याओं
नंबर नंबरों
फ़ाइल फ़ाइलें फ़ाइलों फाइल
बदलना बदलें बदलने बदला बदलिए बदल बदलकर बदलता
भेजना भेजें भेजा भेजने भेजी भेजिएगा
सदस्यता सदस्यताएँ
कंपनी कंपनियाँ कंपनियों कंपनियां
सूची सूचियाँ सूचियों
किताब किताबें किताबों
कहाँ कहां
खोलना खोलें खोलने खोला
रुपया रुपये रुपयों
ग्राहक ग्राहकों
वस्तु वस्तुओं वस्तुएँ
आलू आलुओं
""".split("\n")[1:-1]
APART = (
    "बिल बिल्ली|खाता खाना|घर घड़ी|कर कार|काम कम|फल फ़ाइल|बदल बादल|सूची सूचना|नाम नमक|दिन दान|"
    "मेल मिल|आप आपदा|पता पति|खोल खेल|भेज भोज|पता पत्र"
).split("|")


@pytest.mark.parametrize("family", TOGETHER)
def test_words_of_one_family_meet(family: str) -> None:
    terms = terms_of("hindi", " ".join([*TOGETHER, *APART]).split())
    assert len({terms[word] for word in family.split()}) == 1, terms


@pytest.mark.parametrize("pair", APART)
def test_words_that_only_look_alike_stay_apart(pair: str) -> None:
    terms = terms_of("hindi", " ".join([*TOGETHER, *APART]).split())
    one, other = pair.split()
    assert terms[one] != terms[other]


@pytest.mark.parametrize(
    ("written", "typed"),
    [("फ़ाइल", "फाइल"), ("कहाँ", "कहां"), ("गये", "गए"), ("चाहिए", "चाहिये"), ("नयी", "नई")],
)
def test_a_word_is_known_in_every_way_in_which_readers_write_it(written: str, typed: str) -> None:
    analyzer = load_analyzer("hindi")
    (form,), (other,) = analyzer.words(written), analyzer.words(typed)
    stems = analyzer.stems({form: 1})
    assert stems.get(other, other) == stems.get(form, form)
