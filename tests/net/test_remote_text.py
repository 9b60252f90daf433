"""What others have said can do nothing in our reports."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text

from hcgen.net import cleaned
from hcgen.net.remote_text import LONGEST

ANYTHING = text(characters(exclude_categories=()), max_size=400)


@given(ANYTHING)
def test_any_text_is_one_short_line_without_steering_characters(said: str) -> None:
    line = cleaned(said)
    assert len(line) <= LONGEST
    assert {unicodedata.category(char) for char in line}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert {unicodedata.bidirectional(char) for char in line}.isdisjoint(
        {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )
    line.encode("utf-8")
    assert cleaned(line) == line


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("550 no\r\n::stop-commands::x", "550 no ::stop-commands::x"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b2Jgone", "2Jgone"),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("a\u2066b\u2069c\u200fd\u061ce", "abcde"),
        ("half \ud800 pair", "half pair"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\U000e0041tagged", "tagged"),
        ("\ufffe\uffffnone", "none"),
        ("  much \t blank  ", "much blank"),
        ("Pusat bantuan – 帮助中心 – 👍🏽", "Pusat bantuan – 帮助中心 – 👍🏽"),
    ],
)
def test_what_is_taken_out(said: str, line: str) -> None:
    assert cleaned(said) == line


def test_what_is_cut_says_so() -> None:
    assert cleaned("a" * 201) == f"{'a' * 199}…"
    assert cleaned("a" * 200) == "a" * 200
    assert len(cleaned(" " * 10_000_000 + "a")) <= LONGEST
