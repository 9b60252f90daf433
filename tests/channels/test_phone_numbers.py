"""The table of docs/phone-numbers.md, row by row."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.channels.numbers import NumberKind, Verdict, is_placeholder, read_number
from hcgen.channels.phone import dial_link
from tests.docs.pages import ROOT

ROW = re.compile(
    r"\| (\w\w|-) \| `([^`]*)` \| ([^|]+) \| ([^|]+) \| (yes|no) \| (yes|no) \| ([^|]+) \|"
)
ROWS = ROW.findall((ROOT / "docs" / "phone-numbers.md").read_text(encoding="utf-8"))
COUNTRIES = ("", "ID", "MY", "SG", "US", "GB", "DE", "JP", "ZZ")


def test_the_table_is_long_enough_and_has_no_row_twice() -> None:
    assert len(ROWS) >= 120
    assert len({row[:2] for row in ROWS}) == len(ROWS)
    assert {row[0] for row in ROWS} >= {"ID", "MY", "SG", "US", "GB", "DE"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_number_is_taken_for_what_the_table_says(row: tuple[str, ...]) -> None:
    country, written, verdict, kind, from_abroad, made_up, _ = (part.strip() for part in row)
    country = country.strip("-")
    number = read_number(written, country)
    assert number.verdict is Verdict[verdict.upper().replace(" ", "_")]
    assert number.kind is NumberKind(kind.strip("-"))
    assert number.reaches_from_abroad is (from_abroad == "yes")
    assert is_placeholder(written, country) is (made_up == "yes")


@pytest.mark.parametrize("row", [row for row in ROWS if row[2] == "good"], ids=lambda row: row[1])
def test_the_full_form_of_a_good_number_is_read_as_the_same(row: tuple[str, ...]) -> None:
    number = read_number(row[1], row[0].strip("-"))
    again = read_number(number.e164, "")
    assert again == number


@given(st.text(max_size=30), st.sampled_from(COUNTRIES))
def test_any_text_is_taken_for_something(written: str, country: str) -> None:
    number = read_number(written, country)
    assert not number.reaches_from_abroad or number.e164.startswith("+")
    assert re.fullmatch(r"(?:tel:\+?[0-9*#]+)?", dial_link(written, country), re.ASCII) or any(
        char.isdigit() and not char.isascii() for char in written
    )
    is_placeholder(written, country)


@given(st.text("+0123456789 -()./", max_size=20), st.sampled_from(COUNTRIES))
def test_digits_and_signs_are_taken_for_something(written: str, country: str) -> None:
    assert read_number(written, country).verdict in Verdict
    is_placeholder(written, country)
