"""Numbers, dates and prices come out the same whatever language they are written in."""

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from hcgen.languages import shipped_tags
from hcgen.translations.numbers import Numbers, normalised


def scanned(text: str, tag: str) -> Numbers:
    found = Numbers()
    found.scan(text, 0, tag)
    return found


def values(marks: list[tuple[str, int, int]]) -> list[str]:
    return [value for value, _, _ in marks]


@given(
    tag=st.sampled_from(shipped_tags()),
    number=st.integers(min_value=0, max_value=10**12),
    digit=st.integers(min_value=0, max_value=9),
)
def test_what_babel_writes_is_read_back(tag: str, number: int, digit: int) -> None:
    locale = Locale.parse(tag, sep="-")
    for system in ("latn", "default"):
        whole = format_decimal(number, locale=locale, numbering_system=system)
        assert values(scanned(f"— {whole} —", tag).numbers) == [str(number)]
        written = format_decimal(number + digit / 10, locale=locale, numbering_system=system)
        expected = f"{number}.{digit}" if digit else str(number)
        assert values(scanned(f"— {written} —", tag).numbers) == [expected]


@pytest.mark.parametrize(
    ("tag", "token", "value"),
    [
        ("en", "10,000", "10000"),
        ("id", "10.000", "10000"),
        ("de", "10.000", "10000"),
        ("id", "1,5", "1.5"),
        ("id", "8.2", "8.2"),
        ("id", "08.30", "8:30"),
        ("en", "8:30", "8:30"),
        ("en", "8:00", "8"),
        ("id", "08.00", "8"),
        ("en", "192.168.1.1", "192.168.1.1"),
        ("ar", "١٬٠٠٠٫٥", "1000.5"),
        ("th", "๑๒๓", "123"),
        ("zh", "10", "10"),
    ],
)
def test_signs_mean_what_they_mean_in_the_language(tag: str, token: str, value: str) -> None:
    assert normalised(token, tag) == value


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "on November 10, 2026"),
        ("en", "on 10 November 2026."),
        ("en", "2026-11-10"),
        ("id", "pada 10 November 2026"),
        ("es", "el 10 de noviembre de 2026"),
        ("pt-BR", "10 de novembro de 2026"),
        ("de", "am 10. November 2026"),
        ("vi", "ngày 10 tháng 11 năm 2026"),
        ("ja", "2026年11月10日"),
        ("ko", "2026년 11월 10일"),
        ("th", "10 พฤศจิกายน 2569"),
        ("hi", "१० नवंबर 2026"),
    ],
)
def test_dates_are_one_date(tag: str, text: str) -> None:
    found = scanned(text, tag)
    assert values(found.dates) == ["2026-11-10"]
    assert found.numbers == []


@pytest.mark.parametrize(
    ("tag", "text", "price"),
    [
        ("en", "It costs Rp 50,000.", "IDR 50000"),
        ("id", "Biayanya Rp50 ribu.", "IDR 50000"),
        ("ms", "RM 12.50", "MYR 12.5"),
        ("fr", "10\u202f000 €", "EUR 10000"),
        ("ja", "3万円です", "JPY 30000"),
        ("en", "US$20", "USD 20"),
    ],
)
def test_prices_have_a_currency(tag: str, text: str, price: str) -> None:
    assert values(scanned(text, tag).prices) == [price]


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "8:30 pm"), ("id", "20.30"), ("ko", "오후 8:30"), ("ms", "8.30 malam")]
)
def test_times_count_to_24(tag: str, text: str) -> None:
    assert values(scanned(text, tag).numbers) == ["20:30"]


def test_names_with_digits_are_no_numbers() -> None:
    assert scanned("Press F12 for IPv4, in PHP 8.2", "en").numbers == [("8.2", 27, 30)]


@given(st.text(), st.sampled_from(shipped_tags()))
def test_no_text_is_too_odd(text: str, tag: str) -> None:
    found = scanned(text, tag)
    for _, start, end in (*found.numbers, *found.dates, *found.prices):
        assert 0 <= start < end <= len(text)
