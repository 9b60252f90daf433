"""English words meet in both spellings, and others do not."""

import pytest

from hcgen.search.analyzers import load_analyzer
from tests.search.analyzers.terms import terms_of

SPELLINGS = (
    """
colour color|colours colors|coloured colored|favourite favorite|behaviour behavior
neighbour neighbor|honour honor|organise organize|organised organized|organising organizing
organisation organization|organisations organizations|authorise authorize|recognise recognize
customisation customization|synchronised synchronized|personalise personalize|emphasise emphasize
analyse analyze|paralysed paralyzed|centre center|centres centers|centred centered
theatre theater|kilometre kilometer|fibre fiber|licence license|defence defense|offence offense
catalogue catalog|dialogues dialogs|judgement judgment|acknowledgement acknowledgment|grey gray
greyscale grayscale|programme program|enrol enroll|enrolment enrollment|instalments installments
practise practice|cancelled canceled|cancelling canceling|travelling traveling|labelled labeled
modelling modeling|fulfil fulfill
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
APART = (
    """
four for|your yor|size sise|prize prise|resize resise|hour hor|tour tor|person personalise
meter metre|check cheque|mirror mirrour|error errour|motor motour|editor editour|enter entre
order ordre|laboratory laboury|log logue|blog blogue|organ organise|custom customise
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("pair", SPELLINGS)
def test_both_spellings_are_one_word(pair: str) -> None:
    assert len(set(terms_of("english", pair.split()).values())) == 1


@pytest.mark.parametrize("pair", APART)
def test_what_only_looks_like_a_spelling_is_another_word(pair: str) -> None:
    assert len(set(terms_of("english", pair.split()).values())) == 2


@pytest.mark.parametrize("pair", [pair for pair in SPELLINGS if "ll" not in pair])
def test_a_reader_may_type_the_spelling_that_the_site_does_not_have(pair: str) -> None:
    for site, typed in (pair.split(), pair.split()[::-1]):
        stems = load_analyzer("english").stems({site: 1})
        assert stems.get(typed, typed) == stems.get(site, site)
