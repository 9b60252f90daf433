"""Which words advice about requests goes by."""

from dataclasses import replace
from pathlib import Path

import pytest

from hcgen.languages import load_language
from hcgen.load import load_help_centre
from hcgen.model.lexicon import RequestWords
from hcgen.model.request_norms import (
    LONG_LETTERS,
    THIN_LETTERS,
    RequestNorms,
    norms_in_force,
    phrase,
)
from hcgen.pages.parts.request_words import request_words
from hcgen.source import SourceFile, Span, Text
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

NORMS = RequestNorms(
    thin_letters=30,
    long_letters=900,
    calm="Please help.",
    several=("another thing",),
    same_problem=("i tried", "details:"),
    questions=("how do i",),
    threats=("sue you",),
    abuse=("bastards",),
    secrets=("pin", "password:"),
)


def texts(*words: str) -> tuple[Text, ...]:
    return tuple(Text(word, Span(SourceFile("en.yml", word), 0, len(word))) for word in words)


def test_a_phrase_is_folded_and_keeps_its_colon() -> None:
    assert phrase("  Kata-Laluan : ") == "kata laluan:"
    assert phrase("I’ll  SUE you!") == "i ll sue you"


def test_lists_of_a_site_are_added_and_thresholds_replaced() -> None:
    own = RequestWords(
        thin_letters=50,
        calm="Be kind.",
        several=texts("By the way", "ANOTHER thing"),
        same_problem=texts("Log:"),
        questions=texts("May we"),
        threats=texts("Ombudsman"),
        abuse=texts("Clowns", "…"),
        secrets=texts("Door code", "Pass:"),
    )
    assert norms_in_force(NORMS, own) == RequestNorms(
        thin_letters=50,
        long_letters=900,
        calm="Be kind.",
        several=("another thing", "by the way"),
        same_problem=("i tried", "details:", "log:"),
        questions=("how do i", "may we"),
        threats=("sue you", "ombudsman"),
        abuse=("bastards", "clowns"),
        secrets=("pin", "password:", "door code", "pass:"),
    )
    assert norms_in_force(NORMS, RequestWords(long_letters=500)) == replace(NORMS, long_letters=500)


def test_lists_of_a_site_are_the_lists_of_a_language_without() -> None:
    norms = norms_in_force(None, RequestWords(threats=texts("Anwalt")))
    assert norms is not None
    assert norms.threats == ("anwalt",)
    assert (norms.thin_letters, norms.long_letters) == (THIN_LETTERS, LONG_LETTERS)
    assert (norms.calm, norms.abuse, norms.secrets) == ("", (), ())


def test_without_any_words_there_is_nothing_to_go_by() -> None:
    assert norms_in_force(None, None) is None
    assert norms_in_force(NORMS, None) == NORMS


def test_a_help_centre_knows_the_words_in_force(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {"content/lexicon/id.yml": "request: {threats: [lapor dinas]}\n"}
    centre = load_help_centre(write_site(tmp_path, files)).centre
    shipped, own = load_language("id").request, centre.request_norms("id")
    assert shipped is not None
    assert own == replace(shipped, threats=(*shipped.threats, "lapor dinas"))
    assert centre.request_norms("en") == load_language("en").request


def test_the_words_for_the_browser_leave_out_what_a_shorter_phrase_finds() -> None:
    norms = replace(
        NORMS,
        several=("second", "second problem", "the second", "things:", "two things:"),
        same_problem=("tried", "i tried it", "log", "log:", "set:", "a set"),
        threats=("sue you", "will sue you now", "sue youth"),
        abuse=("fools", "you fools"),
        secrets=("pin", "my pin", "pin code", "password", "new password:", "pass:", "my pass"),
    )
    assert request_words(norms) == {
        "thin": 30,
        "long": 900,
        "calm": "Please help.",
        "several": ["second", "the second", "things:"],
        "same": ["a set", "log", "set:", "tried"],
        "questions": ["how do i"],
        "harsh": ["fools", "sue you", "sue youth"],
        "secrets": ["my pass", "pass:", "password", "pin", "pin code"],
    }


@pytest.mark.parametrize(
    "norms",
    [
        replace(NORMS, several=("a new phrase",)),
        replace(NORMS, same_problem=("a new phrase",)),
        replace(NORMS, questions=("a new phrase",)),
        replace(NORMS, threats=("a new phrase",)),
        replace(NORMS, abuse=("a new phrase",)),
        replace(NORMS, secrets=("a new phrase",)),
    ],
)
def test_every_list_reaches_the_browser(norms: RequestNorms) -> None:
    assert "a new phrase" in str(request_words(norms))
