"""What customers are told of their request before they send it."""

import random
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from hcgen.languages import load_language
from hcgen.model.lexicon import RequestWords
from hcgen.model.request_norms import norms_in_force
from hcgen.pages.parts.request_words import request_words
from hcgen.source import SourceFile, Span, Text
from tests.browser.serving import serving

THEME = Path(__file__).parents[2] / "theme"
TABLES = Path(__file__).parent / "request_texts"
ASKED = ("account", "since")
MARKS = re.compile("[⟦⟧‖]")
KINDS = ("thin", "long", "several", "harsh", "no_facts", "secret", "capitals")
LANGUAGES = ("id", "ms", "en")
MOST_MS = 400
"""Of 100,000 characters on a busy machine. An idle one takes 10 to 60; what grows with the square
of the length takes seconds."""


@dataclass(frozen=True)
class Case:
    """A marked text, the facts beside it, and the kind of advice it is to get, if any."""

    kind: str | None
    marked: str
    facts: Mapping[str, str]

    @property
    def text(self) -> str:
        return MARKS.sub("", self.marked)

    @property
    def advice(self) -> list[dict[str, Any]]:
        places: dict[str, list[int]] = {mark: [] for mark in "⟦⟧‖"}
        for number, match in enumerate(MARKS.finditer(self.marked)):
            places[match.group()].append(units(self.marked[: match.start()]) - number)
        if self.kind is None:
            return []
        ranges = [list(pair) for pair in zip(places["⟦"], places["⟧"], strict=True)]
        more: dict[str, Any] = {"ranges": ranges} if ranges else {}
        return [{"kind": self.kind} | more | ({"places": places["‖"]} if places["‖"] else {})]


def units(text: str) -> int:
    """Return the length of a text as browsers count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cases(tag: str) -> list[Case]:
    table = tomllib.loads((TABLES / f"{tag}.toml").read_text(encoding="utf-8"))
    some, none = {"account": "budi99", "since": ""}, dict.fromkeys(ASKED, "")
    found = [Case(None, text, some) for text in table["quiet"]]
    found += [Case(None, text, none) for text in table["quiet_without_facts"]]
    for kind in KINDS:
        for text in table[kind]:
            times = load_language(tag).norms.title_letters[1] if kind == "long" else 1
            found.append(Case(kind, text * times, none if kind == "no_facts" else some))
    return found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with serving(THEME) as site:
        page = browser.new_page()
        page.goto(site.url("assets/request-advice.js"))
        page.evaluate("async (url) => { window.advice = await import(url); }", page.url)
        yield page
        page.close()


def words(tag: str) -> dict[str, Any]:
    norms = load_language(tag).request
    assert norms is not None
    return dict(request_words(norms))


def advise(page: Page, text: str, tag: str = "en", **facts: str) -> list[dict[str, Any]]:
    return advise_by(page, text, words(tag), facts or {"account": "budi99"})


def advise_by(
    page: Page, text: str, norms: Mapping[str, Any], facts: Mapping[str, str]
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(
        "([problem, facts, norms]) => advice.advise({ problem, facts }, norms)",
        [text, dict(facts), dict(norms)],
    )
    return found


def kinds(advice: list[dict[str, Any]]) -> list[str]:
    return [one["kind"] for one in advice]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_customers_write_gets_the_advice_that_the_tables_name(page: Page, tag: str) -> None:
    wrong = [
        f"{case.marked}\n  wanted {case.advice}\n  got {got}"
        for case in cases(tag)
        if (got := advise_by(page, case.text, words(tag), case.facts)) != case.advice
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_tables_are_large_and_half_of_them_ordinary(tag: str) -> None:
    all_of_them = cases(tag)
    ordinary = [case for case in all_of_them if case.kind is None]
    assert len(all_of_them) >= 60
    assert len(ordinary) * 2 >= len(all_of_them)
    assert len({case.text for case in all_of_them}) == len(all_of_them)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_facts_make_up_for_a_problem_that_is_short_or_names_nothing(page: Page, tag: str) -> None:
    (short, *_), (vague, *_) = (
        [case.text for case in cases(tag) if case.kind == kind] for kind in ("thin", "no_facts")
    )
    filled = {"error": "The page says: this account was closed by its owner", "since": ""}
    empty = dict.fromkeys(filled, "")
    assert kinds(advise_by(page, short, words(tag), empty)) == ["thin"]
    assert kinds(advise_by(page, vague, words(tag), empty)) == ["no_facts"]
    assert advise_by(page, short, words(tag), filled) == []
    assert advise_by(page, vague, words(tag), filled) == []
    assert advise_by(page, vague, words(tag), {}) == []  # nothing is asked for


def test_an_empty_problem_is_not_told_of(page: Page) -> None:
    assert advise_by(page, " \n", words("en"), {"account": ""}) == []


def test_secrets_are_found_in_facts_too(page: Page) -> None:
    text = "My shop shows an empty page since Monday, nothing else changed."
    found = advise(page, text, account="budi / password: hunter22", tried="")
    assert found == [{"kind": "secret", "fact": "account", "ranges": [[17, 25]]}]


@pytest.mark.parametrize(
    ("written", "is_card"),
    [
        ("4111111111111111", True),
        ("4111-1111-1111-1111", True),
        ("4111.1111.1111.1111", True),
        ("4111\u00a01111\u00a01111\u00a01111", True),
        ("3782 822463 10005", True),
        ("378282246310005", True),
        ("3056 930902 5904", True),
        ("3530 1113 3330 0000", True),
        ("6011111111111117", True),
        ("2223003122003222", True),
        ("4222222222222", True),
        ("(4111111111111111)", True),
        ("4111111111111112", False),  # the last digit does not check
        ("4111 1111 1111-1111", False),
        ("41111 11111 11111 1", False),
        ("INV-4111111111111111", False),
        ("#4111111111111111", False),
        ("+4111111111111111", False),
        ("4111111111111111a", False),
        ("a4111111111111111", False),
        ("3530111333300000", False),  # rather an identity number of East Java
        ("356938035643809", False),  # a telephone's own number checks too
        ("8962014111111111111", False),
        ("0000000000000000", False),
        ("6281234567890", False),
        ("41111111111111114111111111111111", False),
    ],
)
def test_a_card_number_is_told_from_other_numbers(page: Page, written: str, is_card: bool) -> None:
    text = f"Please look at the payment with {written} of yesterday."
    found = advise(page, text)
    assert kinds(found) == (["secret"] if is_card else [])
    if is_card:
        start, end = found[0]["ranges"][0]
        assert text[start:end] == written.strip("()")


@pytest.mark.parametrize(
    ("written", "secret"),
    [
        ("password:hunter22", "hunter22"),
        ("password = hunter22", "hunter22"),
        ("Password:\nhunter22", "hunter22"),
        ("PASSWORD: “hunter22”", "hunter22"),
        ("password: hunter22, still no luck", "hunter22"),
        ("pässword: hunter22", "hunter22"),
        ("password 123456", "123456"),
        ("password hunter#22", "hunter#22"),
        ("password: Tr0ub4dor&3!", "Tr0ub4dor&3!"),
        ("my password hunter22", "hunter22"),
        ("PIN: 1234", "1234"),
        ("CVV 123", "123"),
        ("password: sunflower", "sunflower"),
        ("password: forgot it", ""),
        ("password hunter", ""),
        ("password 123", ""),
        ("Password:\nsunflower", ""),
        ("password: ********", ""),
        ("password: xxxxxxxx", ""),
        ("password: https://a.example/reset1", ""),
        ("password: budi1@awan.example", ""),
        ("password Office365", ""),
        ("a 4-digit PIN", ""),
        ("PIN 12", ""),
        ("the OTP 0812345678901", ""),
        ("passwords hunter22", ""),
    ],
)
def test_a_secret_is_told_from_words_about_secrets(page: Page, written: str, secret: str) -> None:
    text = f"The panel of awan.example refuses me since Monday, {written}"
    found = advise(page, text)
    assert [text[slice(*one["ranges"][0])] for one in found] == ([secret] if secret else [])


def test_a_private_key_ends_where_it_says_so(page: Page) -> None:
    key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----"
    for text, end in ((f"Key of the server:\n{key}\nWhy?", 19 + len(key)), (key[:50], 50)):
        ranges = next(one for one in advise(page, text) if one["kind"] == "secret")["ranges"]
        assert ranges[0][1] == end


def test_scripts_without_capitals_never_shout(page: Page) -> None:
    arabic = "لا أستطيع الدخول إلى حسابي منذ يوم أمس، وتظهر الرسالة ERROR LOGIN FAILED FOR USER"
    assert advise(page, arabic) == []
    assert kinds(advise(page, "ΔΕΝ ΜΠΟΡΩ ΝΑ ΣΥΝΔΕΘΩ ΣΤΟΝ ΛΟΓΑΡΙΑΣΜΟ ΜΟΥ")) == ["capitals"]


def test_a_script_that_parts_no_words_is_searched_for_parts_of_words(page: Page) -> None:
    own = tuple(Text(word, Span(SourceFile("th.yml", word), 0, 1)) for word in ("ฟ้องศาล", "骗子"))
    norms = norms_in_force(None, RequestWords(threats=own))
    assert norms is not None
    text = "เว็บไซต์เปิดไม่ได้ตั้งแต่เมื่อวานแล้ว ถ้าไม่แก้ไขจะฟ้องศาลแน่นอน\nขอบคุณครับ"
    facts = {"account": "budi"}
    first, *_ = advise_by(page, text, request_words(norms), facts)
    assert first == {"kind": "harsh", "ranges": [[0, text.index("\n")]]}
    chinese = (
        "我的网站从昨天开始就打不开了，显示错误五百，请帮我看看。"
        "你们都是骗子！谢谢你们的帮助和支持。"
    )
    (found,) = advise_by(page, chinese, request_words(norms), facts)
    assert [chinese[slice(*one)] for one in found["ranges"]] == ["你们都是骗子！"]


@pytest.mark.parametrize(
    "written",
    ["BASTARDS", "bästards", "ｂａｓｔａｒｄｓ", "bastaaaards", "(bastards)", "bastards😡"],
)
def test_case_accents_and_stretched_letters_do_not_matter(page: Page, written: str) -> None:
    assert kinds(advise(page, f"My site has been down since Monday, {written}!")) == ["harsh"]


@pytest.mark.parametrize("written", ["bastardsword", "shitake", "Mishit", "penistone", "assess"])
def test_a_part_of_a_word_is_no_word(page: Page, written: str) -> None:
    assert advise(page, f"My order of {written} has not arrived since Monday.") == []


def split(page: Page, text: str) -> list[str]:
    (one,) = advise(page, text)
    assert one["kind"] == "several"
    parts: list[str] = page.evaluate("([t, p]) => advice.split(t, p)", [text, one["places"]])
    return parts


def test_a_text_is_split_into_one_problem_each(page: Page) -> None:
    assert split(page, "1. Site is down 😡\n2) No mail\n- Wrong bill, see 3. page") == [
        "Site is down 😡",
        "No mail",
        "Wrong bill, see 3. page",
    ]
    assert split(page, "My site awan.example is down. Another problem: my bill is wrong.") == [
        "My site awan.example is down.",
        "Another problem: my bill is wrong.",
    ]


def test_a_text_without_places_is_one_part(page: Page) -> None:
    assert page.evaluate("advice.split(' One text. ', [])") == ["One text."]


def calm(page: Page, text: str) -> str:
    ranges = next(one for one in advise(page, text) if one["kind"] == "harsh")["ranges"]
    told: str = page.evaluate("([t, r]) => advice.calmed(t, r, 'Please help.')", [text, ranges])
    return told


def test_a_threat_is_said_calmly_once_and_the_rest_stays(page: Page) -> None:
    assert (
        calm(page, "You idiots! My site is down since Monday. I'll sue you. Thank you.")
        == "Please help. My site is down since Monday. Thank you."
    )
    long = (
        "my site awan.example has been down since yesterday morning and we need it for a sale, "
        "i will sue you, please look at the server log of last night"
    )
    assert calm(page, long) == (
        "my site awan.example has been down since yesterday morning and we need it for a sale, "
        "please look at the server log of last night. Please help."
    )


def test_each_character_of_a_secret_is_hidden(page: Page) -> None:
    hidden = "([text, ranges]) => advice.withoutSecrets(text, ranges)"
    assert page.evaluate(hidden, ["PIN 1234, pw a😀b.", [[4, 8], [13, 17]]]) == "PIN ••••, pw •••."
    assert page.evaluate(hidden, ["None.", []]) == "None."


PIECES = st.sampled_from(
    [
        *(
            "\n",
            " ",
            ". ",
            "! ",
            "1. ",
            "- ",
            ":",
            ",",
            "😀",
            "\ud83d",
            "“",
            "'",
            "ก็",
            "ﷺ",
            "ß",
            "İ",
        ),
        *("password: hunter22", "PIN 1234", "4111 1111 1111 1111", "i will sue you", "bastards"),
        *("another problem", "I tried", "-----BEGIN RSA PRIVATE KEY-----", "aaaa", "two problems"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=30).map("".join)


@given(texts=st.lists(TEXTS, min_size=40, max_size=40), tag=st.sampled_from(LANGUAGES))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_gets_an_answer_and_ranges_lie_within_it(
    page: Page, texts: list[str], tag: str
) -> None:
    answers = page.evaluate(
        """([texts, norms]) => texts.map((problem) => {
          const found = advice.advise({ problem, facts: { tried: problem, since: "" } }, norms);
          const ranges = (kind) => found.find((one) => one.kind === kind)?.ranges ?? [];
          const places = found.find((one) => one.kind === "several")?.places ?? [];
          return {
            length: problem.length, found,
            parts: advice.split(problem, places),
            calm: advice.calmed(problem, ranges("harsh"), "Calm."),
            hidden: advice.withoutSecrets(problem, ranges("secret")),
          };
        })""",
        [[text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in texts],
         words(tag)],
    )  # fmt: skip
    for answer in answers:
        assert len({(one["kind"], one.get("fact")) for one in answer["found"]}) == len(
            answer["found"]
        )
        for one in answer["found"]:
            assert one["kind"] in KINDS
            places = [place for pair in one.get("ranges", []) for place in pair]
            assert places == sorted(places)
            assert all(start < end for start, end in one.get("ranges", []))
            places += one.get("places", [])
            assert all(0 <= place <= answer["length"] for place in places)
            assert one.get("places", []) == sorted(set(one.get("places", [])))
        assert all(answer["parts"])


HOSTILE = (
    *("a", "1", "1 ", "!", ".", "-", "- a\n", "1. a\n", "\n", " ", ":", ",", "“", "ก", "😀", "A"),
    *("é", "password: ", "PIN 1 ", "sue you ", "i will ", "x@", "4111 ", "4111-1111-1111-1111 "),
    *("-----BEGIN ", "-----BEGIN RSA PRIVATE KEY-----", "another ", "I tried. ", "a.b", "e\u0301"),
    *("bangsat, ", "bangsat ", "Satu lagi email mati semua. ", "satu lagi. ", "1. coba a\n"),
    *("4111111111111111 ", "password:" + "#" * 70, "password: a\n", "骗", "I sue; "),
)


@pytest.mark.parametrize("piece", [*HOSTILE, "prose"])
def test_a_hundred_thousand_characters_take_no_time(page: Page, piece: str) -> None:
    if piece == "prose":
        texts = [case.text for tag in LANGUAGES for case in cases(tag)]
        random.Random(7).shuffle(texts)
        piece = "\n".join(texts)
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    took = page.evaluate(
        """([problem, norms]) => {
          const times = [];
          for (let round = 0; round < 3; round += 1) {
            const start = performance.now();
            advice.advise({ problem, facts: { account: "budi" } }, norms);
            times.push(performance.now() - start);
          }
          return Math.min(...times);
        }""",
        [text, words("id")],
    )
    assert took < MOST_MS
