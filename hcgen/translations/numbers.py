"""Finds numbers, dates and prices in text of any language, in one form for all of them.

What stands in a text decides little about what is meant: `10.000` is ten in English and ten
thousand in Indonesian. The signs, month names and parts of the day come from Unicode's CLDR through
Babel.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from unicodedata import decimal

from babel import Locale
from babel.numbers import get_decimal_symbol

Mark = tuple[str, int, int]
"""A value in the form for all languages, and the offsets in the file between which it stands."""

# the signs between digits; a blank only where the language writes 10 000
_NUMBER = re.compile(r"\d+(?:[.,:'’٫٬\u00a0\u202f]\d+)*")
_SPACED_NUMBER = re.compile(r"\d+(?:[.,:'’٫٬\u00a0\u202f]\d+| \d{3}(?!\d))*")
_SIGN = re.compile(r"([^0-9])")
_WORD_AFTER = re.compile(
    r"(?:\.|º|ª|er|st|nd|rd|th)?[ \u00a0]?(?:(?:de|of) )?(?P<word>[^\s\d.,;:!?()\[\]/–—-]+)"
    r"(?:\.m\b)?\.?(?:(?:,| de)? (?P<year>\d{4})(?!\d))?"
)
_YEAR_AFTER = re.compile(r"(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_NUMERIC_DATE = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)")
_CHARACTER_DATE = re.compile(r"(?:(\d{4})[年년]\s?)?(\d{1,2})[月월]\s?(\d{1,2})[日号號일]")
_NUMBERED_MONTH = re.compile(r"(\d{1,2}) tháng (\d{1,2})(?:,? năm (\d{4})|, (\d{4})|/(\d{4}))?")
_CURRENCIES = {
    **{
        code: code
        for code in (
            "AUD BRL CAD CHF CNY EUR GBP HKD IDR INR JPY KRW MXN MYR SGD THB TWD USD VND".split()
        )
    },
    "Rp": "IDR",
    "Rp.": "IDR",
    "RM": "MYR",
    "S$": "SGD",
    "R$": "BRL",
    "A$": "AUD",
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "฿": "THB",
    "₫": "VND",
    "đ": "VND",
    "₱": "PHP",
    "円": "JPY",
    "元": "CNY",
    "원": "KRW",
    "บาท": "THB",
    "euro": "EUR",
    "euros": "EUR",
    "Euro": "EUR",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "dollars": "USD",
    "Dollar": "USD",
    "dolar": "USD",
}
_POWERS = {
    "ribu": 3,
    "rb": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "bilion": 9,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "tausend": 3,
    "millionen": 6,
    "milliarden": 9,
    "mil": 3,
    "millón": 6,
    "millones": 6,
    "milhão": 6,
    "milhões": 6,
    "mille": 3,
    "millions": 6,
    "nghìn": 3,
    "ngàn": 3,
    "triệu": 6,
    "tỷ": 9,
    "libo": 3,
    "milyon": 6,
    "千": 3,
    "万": 4,
    "亿": 8,
    "億": 8,
    "천": 3,
    "만": 4,
    "억": 8,
    "พัน": 3,
    "หมื่น": 4,
    "แสน": 5,
    "ล้าน": 6,
    "हज़ार": 3,
    "हजार": 3,
    "लाख": 5,
    "करोड़": 7,
    "ألف": 3,
    "آلاف": 3,
    "مليون": 6,
}
# “16进制” is how Chinese says hexadecimal
_NUMERAL_SYSTEMS = ("进制", "進制", "進位", "進数", "進法", "진수", "진법")
_OPENING = "([{“„«\"'~≈<>+-–—"
_LONGEST_WORD = 16
_BUDDHIST_ERA = 543


@dataclass(slots=True)
class Numbers:
    """What is found, as it is found."""

    numbers: list[Mark] = field(default_factory=list)
    dates: list[Mark] = field(default_factory=list)
    prices: list[Mark] = field(default_factory=list)

    def scan(self, text: str, offset: int, tag: str) -> None:
        """Add what stands in a text.

        Args:
            text: A part of a file.
            offset: Where in the file it begins.
            tag: Of the language that it is written in.
        """
        words = _words_of(tag)
        pattern = _SPACED_NUMBER if words.groups_by_blank else _NUMBER
        match = pattern.search(text)
        while match:
            start, end = match.span()
            before = _word_before(text, start) if start else ""
            after = _WORD_AFTER.match(text, end)
            found = _date(text, match, before, after, words)
            if found:
                value, first, end = found
                self.dates.append((value, offset + first, offset + end))
            else:
                end = self._number(text, match, before, after, offset, words)
            match = pattern.search(text, max(end, start + 1))

    def _number(
        self,
        text: str,
        match: re.Match[str],
        before: str,
        after: re.Match[str] | None,
        offset: int,
        words: "_Words",
    ) -> int:
        """Add a number or a price; return where it ends."""
        start, end = match.span()
        currency = _CURRENCIES.get(before, "")
        glued = text[start - 1] if start else ""
        if not currency and glued.isascii() and glued.isalpha() and not text[start - 2].isdigit():
            return end  # a name: F12, IPv4; but not 8h30
        if text.startswith(_NUMERAL_SYSTEMS, end):
            return end
        value = normalised(match.group(), words.tag)
        if after:
            word = after["word"]
            power = _POWERS.get(word.lower()) or _POWERS.get(word[0])
            if power:
                value = _raised(value, power)
                end = after.start("word") + (len(word) if word.lower() in _POWERS else 1)
                after = _WORD_AFTER.match(text, end)
                word = after["word"] if after else ""
            if word and not currency:
                currency = _CURRENCIES.get(word) or _CURRENCIES.get(word[0], "")
                if currency and after:
                    length = len(word) if word in _CURRENCIES else 1
                    end = after.start("word") + length
            value = _by_part_of_day(value, words.later.get(word.lower(), 0))
        if words.before_time and before.endswith(words.before_time):
            value = _by_part_of_day(value, 12)
        if currency:
            if before in _CURRENCIES:
                start = text.rindex(before, 0, start)
            self.prices.append((f"{currency} {value}", offset + start, offset + end))
        else:
            self.numbers.append((value, offset + start, offset + end))
        return end


@lru_cache(maxsize=20_000)
def normalised(token: str, tag: str) -> str:
    """Return a number in the one form for all languages: `10000`, `1.5`, `8:30`, `192.168.1.1`.

    Args:
        token: Digits of any script with signs between them.
        tag: Of the language that it is written in.
    """
    if not token.isascii():
        token = "".join(str(decimal(char)) if char.isdecimal() else char for char in token)
    pieces = _SIGN.split(token)
    groups, signs = pieces[::2], pieces[1::2]
    if not signs:
        return _bare(token)
    if ":" in signs:
        return _time(groups) if set(signs) == {":"} else ":".join(map(_bare, groups))
    decimal_sign = _words_of(tag).decimal_sign
    last = signs[-1]
    is_decimal_here = last == decimal_sign or last == "٫"
    if len(set(signs)) == 1 and _is_grouped(groups) and not (len(signs) == 1 and is_decimal_here):
        return _bare("".join(groups))
    if len(signs) == 1:
        is_time = last == "." and not is_decimal_here and len(groups[1]) == 2
        if is_time and int(groups[0][:4]) <= 24 and int(groups[1]) < 60:
            return _time(groups)
        return _fraction(groups[0], groups[1])
    if last not in signs[:-1] and last in ".,٫" and _is_grouped(groups[:-1]):
        return _fraction("".join(groups[:-1]), groups[-1])
    return ".".join(map(_bare, groups))


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language writes numbers and dates.

    Attributes:
        months: Name, as it is written within a sentence and at its start -> number.
        later: Word for a part of the day -> up to which hour 12 are to be added.
        before_time: The same where the word stands before the hour.
    """

    tag: str
    decimal_sign: str
    groups_by_blank: bool
    months: Mapping[str, int]
    later: Mapping[str, int]
    before_time: tuple[str, ...]


@cache
def _words_of(tag: str) -> _Words:
    locale = Locale.parse(tag, sep="-")
    months: dict[str, int] = {}
    for context in locale.months.values():
        for width in ("abbreviated", "wide"):
            for number, name in context.get(width, {}).items():
                if not any(char.isdigit() for char in name):
                    name = name.rstrip(".")
                    months[name] = months[name[:1].upper() + name[1:]] = number
    later: dict[str, int] = {}
    for widths in locale.day_periods.values():
        for width in ("abbreviated", "wide"):
            for period, name in widths.get(width, {}).items():
                limit = _LATER.get(period.rstrip("12"), 0)
                if limit:
                    later[name.lower()] = limit
    if tag == "en":
        later |= {"pm": 12, "p": 12}
    group = locale.number_symbols["latn"].get("group", ",")
    before = tuple(name for name in later if not name.isascii())
    return _Words(tag, get_decimal_symbol(locale), group in "\u00a0\u202f ", months, later, before)


# up to which hour a word means the second half of the day: “11 siang” is eleven, “1 siang” 13
_LATER = {"pm": 12, "afternoon": 9, "evening": 11, "night": 11}


def _date(
    text: str,
    match: re.Match[str],
    before: str,
    after: re.Match[str] | None,
    words: _Words,
) -> tuple[str, int, int] | None:
    """Return a date that a number belongs to, with where it begins and ends.

    Args:
        match: The number.
        before: The word before it.
        after: The word behind it.
    """
    start, end = match.span()
    following = text[end : end + 1]
    if (following and following in "-/年년月월") or "." in match.group():
        return _date_in_digits(text, start, words)
    if words.tag == "vi" and (found := _NUMBERED_MONTH.match(text, start)):
        return _day(found[3] or found[4] or found[5], found[2], found[1]), start, found.end()
    month_before = before and words.months.get(before.rstrip(".,"))
    if month_before and end - start == 4 and match.group().isdecimal():
        return f"{_year(match.group())}-{month_before:02}-", text.rindex(before, 0, start), end
    month_after = after and words.months.get(after["word"])
    if not (month_before or month_after) or end - start > 2 or not 1 <= int(match.group()) <= 31:
        return None
    number = int(match.group())
    if after and month_after:
        return _day(after["year"], month_after, number), start, after.end()
    assert month_before
    year = _YEAR_AFTER.match(text, end)
    first = text.rindex(before, 0, start)
    return _day(year and year[1], month_before, number), first, year.end() if year else end


def _date_in_digits(text: str, start: int, words: _Words) -> tuple[str, int, int] | None:
    match = _NUMERIC_DATE.match(text, start)
    if match:
        value = _numeric_date(match[1], match[3], match[4])
        return (value, start, match.end()) if value else None
    match = _CHARACTER_DATE.match(text, start)
    if match and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31:
        return _day(match[1], match[2], match[3]), start, match.end()
    return None


def _numeric_date(first: str, second: str, third: str) -> str:
    if len(first) == 4 and len(third) <= 2:
        year, one, other = first, int(second), int(third)
        month, day = one, other
    elif len(third) == 4 and len(first) <= 2:
        year, day, month = third, int(first), int(second)
    else:
        return ""
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    if len(third) == 4 and day <= 12 and day != month:
        # 10/11 is in November for some and in October for others
        return f"{_year(year)}-{min(day, month):02}/{max(day, month):02}-"
    return _day(year, month, day)


def _day(year: str | None, month: int | str, day: int | str) -> str:
    return f"{_year(year) if year else ''}-{int(month):02}-{int(day):02}"


def _year(digits: str) -> int:
    year = int(digits)
    # Thai calendars count from 543 before ours
    return year - _BUDDHIST_ERA if 2400 < year < 2700 else year


def _word_before(text: str, start: int) -> str:
    chunk = text[max(0, start - _LONGEST_WORD) : start]
    if not chunk or chunk[-1] == "\n":
        return ""
    words = chunk.split()
    return words[-1].lstrip(_OPENING) if words else ""


def _bare(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _fraction(whole: str, part: str) -> str:
    part = part.rstrip("0")
    return f"{_bare(whole)}.{part}" if part else _bare(whole)


def _time(groups: list[str]) -> str:
    if any(len(group) != 2 for group in groups[1:]):
        return ":".join(map(_bare, groups))
    rest = groups[1:]
    return _bare(groups[0]) if set(rest) == {"00"} else ":".join((_bare(groups[0]), *rest))


def _is_grouped(groups: list[str]) -> bool:
    first, *others = groups
    if not 1 <= len(first) <= 3 or first.startswith("0") or not others:
        return not others
    # two digits as in 12,34,567 (Hindi)
    return len(others[-1]) == 3 and all(len(group) in (2, 3) for group in others)


def _raised(value: str, power: int) -> str:
    whole, _, part = value.partition(".")
    if not (whole.isdigit() and len(part) <= power and (part.isdigit() or not part)):
        return value
    return _bare(whole + part.ljust(power, "0"))


def _by_part_of_day(value: str, limit: int) -> str:
    """Return an hour of the first half of the day as one of the second half."""
    if not limit:
        return value
    hour, sign, minutes = value.partition(":")
    if not sign:
        hour, sign, minutes = value.partition(".")
        sign, minutes = (":", minutes.ljust(2, "0")) if sign else ("", "")
    if not hour.isdigit() or len(minutes) > 2 or len(hour) > 2 or not 1 <= int(hour) <= limit:
        return value
    number = int(hour) if int(hour) == 12 else int(hour) + 12
    return f"{number}{sign}{minutes}"
