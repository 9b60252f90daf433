"""Words, plural forms, dates, days and times of a language."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.languages import Wording, load_language, shipped_tags


def test_a_string_has_its_placeholders_filled() -> None:
    assert Wording(load_language("en")).text("page.title", title="A {b}", site="C") == "A {b} - C"


def test_a_key_is_asked_for_in_its_form() -> None:
    words = Wording(load_language("en"))
    for key in ("topic.articles", "no.such_key"):
        with pytest.raises(KeyError):
            words.text(key)
    for key in ("nav.home", "no.such_key"):
        with pytest.raises(KeyError):
            words.count(key, 1)


@pytest.mark.parametrize(
    ("tag", "number", "text"),
    [
        ("en", 0, "0 articles"),
        ("en", 1, "1 article"),
        ("en", 2, "2 articles"),
        ("en", 12345, "12,345 articles"),
        ("id", 1, "1 artikel"),
        ("id", 12345, "12.345 artikel"),
        ("ms", 12345, "12,345 artikel"),
    ],
)
def test_numbers_take_their_plural_form_and_separators(tag: str, number: int, text: str) -> None:
    assert Wording(load_language(tag)).count("topic.articles", number) == text


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (11, "many"), (100, "other"), (103, "few")],
)
def test_plural_forms_follow_cldr(number: int, form: str) -> None:
    names = ("zero", "one", "two", "few", "many", "other")
    strings = {"x": {name: name for name in names}}
    arabic = replace(load_language("ar"), strings=strings)
    assert Wording(arabic).count("x", number) == form


@pytest.mark.parametrize("tag", shipped_tags())
@given(st.integers(0, 10**6))
def test_any_count_can_be_said(tag: str, number: int) -> None:
    assert Wording(load_language(tag)).count("topic.articles", number)


@pytest.mark.parametrize(
    ("tag", "day", "weekday", "items"),
    [
        ("en", "November 10, 2026", "Monday", "a, b, and c"),
        ("id", "10 November 2026", "Senin", "a, b, dan c"),
        ("ms", "10 November 2026", "Isnin", "a, b dan c"),
    ],
)
def test_days_and_lists_are_those_of_the_language(
    tag: str, day: str, weekday: str, items: str
) -> None:
    words = Wording(load_language(tag))
    assert words.date(date(2026, 11, 10)) == day
    assert words.weekday(0) == weekday
    assert words.items(["a", "b", "c"]) == items


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "00.00"), (8 * 60, "08.00"), (17 * 60 + 30, "17.30"), (1440, "24.00")]
)
def test_times_of_day_are_those_of_the_language(minutes: int, text: str) -> None:
    assert Wording(load_language("id")).time_of_day(minutes) == text


@pytest.mark.parametrize(("letters", "minutes"), [(0, 1), (1, 1), (300, 1), (301, 2), (601, 3)])
def test_reading_time_is_rounded_up_to_whole_minutes(letters: int, minutes: int) -> None:
    slow = replace(load_language("en"), letters_per_minute=300)
    assert Wording(slow).reading_minutes(letters) == minutes


def test_the_same_number_of_letters_takes_longer_in_a_denser_script() -> None:
    minutes = [Wording(load_language(tag)).reading_minutes(3000) for tag in ("zh", "ja", "en")]
    assert minutes == [12, 9, 4]
