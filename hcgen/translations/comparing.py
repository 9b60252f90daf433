"""Compares the facts of two versions of an article, leniently.

What is said in two languages differs in many ways that do not matter: 08.00 and 8 am, two and 2. A
difference is told only where nothing of that kind can explain it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from posixpath import basename
from urllib.parse import urlsplit

from hcgen.translations.facts import Facts
from hcgen.translations.numbers import Mark

_SMALL = 12  # up to here many write numbers as words
_DIGITS = re.compile(r"\d+(?:\.\d+)*")
_COMMENT = re.compile(r"(?:(?<![^\s;{}(),])(?://|\#)[^\n]*)|/\*.*?\*/|<!--.*?-->", re.S)
_NEARLY_THE_SAME = 0.9  # a letter in ten: mistyped, not translated
_ALIKE = 0.7  # enough where digits are different, which nobody translates
_LANGUAGE_PART = re.compile(r"(?<=[./_-])[a-z]{2}(?:-[A-Za-z]{2,4})?(?=[./_-]|$)")


@dataclass(frozen=True, slots=True)
class Difference:
    """Facts of one kind that only one of two versions has.

    Attributes:
        kind: ``numbers``, ``dates``, ``prices``, ``links``, ``images`` or ``code``.
        missing: Of the source, with places there; those the translation lacks.
        odd: Of the translation, with places there; those the source lacks.
    """

    kind: str
    missing: tuple[Mark, ...]
    odd: tuple[Mark, ...]


def differences(
    source: Facts, translation: Facts, *, place_of: Callable[[str], str]
) -> Iterator[Difference]:
    """Yield one difference a kind at most.

    Args:
        place_of: Turns the target of a link into what it leads to, whichever version it is in.
    """
    pairs = (
        ("numbers", _numbers),
        ("dates", _dates),
        ("prices", _prices),
        ("images", _images),
        ("code", _codes),
    )
    for kind, compare in pairs:
        missing, odd = compare(source, translation)
        if missing or odd:
            yield Difference(kind, _once(missing), _once(odd))
    missing, odd = _links(source, translation, place_of)
    if missing or odd:
        yield Difference("links", _once(missing), _once(odd))


def without_written(difference: Difference, source: str, translation: str) -> Difference:
    """Return a difference without what stands in the other version after all, in another role.

    What is code here may be plain text there, a link may be an example, and a number may be written
    as its language would not write it.

    Args:
        source: Text of the file.
        translation: Likewise.
    """
    return replace(
        difference,
        missing=_unwritten(difference.missing, source, translation),
        odd=_unwritten(difference.odd, translation, source),
    )


def _unwritten(marks: tuple[Mark, ...], text: str, other: str) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if not _is_written(mark, text, other))


def _is_written(mark: Mark, own: str, text: str) -> bool:
    """Tell whether words stand in a text by themselves.

    Of a link without its anchor, of a folder without the stroke at its end, of a block of code
    with any indentation. A number also counts if its parts do: “40, 50” may have lost a blank.
    """
    if "\n" in mark[0]:
        return mark[0] in "\n".join(line.strip() for line in text.split("\n") if line.strip())
    words = own[mark[1] : mark[2]]
    if words.startswith(("```", "~~~")):
        words = mark[0]
    words = (words.partition("#")[0].strip() or words).removesuffix("/") or words
    if _pattern_of(words).search(text):
        return True
    parts = words.split(",")
    is_list = len(parts) > 1 and all(part.isdigit() and len(part) == 2 for part in parts)
    return is_list and all(_pattern_of(part).search(text) for part in parts)


@lru_cache(maxsize=1000)
def _pattern_of(words: str) -> re.Pattern[str]:
    """Return what finds words, a part of nothing longer of their kind."""
    first, last = words[:1], words[-1:]
    # two digits behind a comma may be the next number of a list
    before = r"(?<![\d.])(?<!\d{3},)(?<!\D\d,)" if first.isdigit() else r"(?<![\w./-])"
    after = r"(?!\d|\.\d|,\d(?!\d(?!\d)))" if last.isdigit() else r"(?!\w)"
    return re.compile(before + re.escape(words) + after)


_Marks = list[Mark]


def _numbers(source: Facts, translation: Facts) -> tuple[_Marks, _Marks]:
    ours, theirs = _set(source.numbers), _set(translation.numbers)
    if ours == theirs:
        return [], []
    known_here, known_there = _known(source), _known(translation)
    missing = [mark for mark in source.numbers if not _is_known(mark[0], known_there)]
    odd = [mark for mark in translation.numbers if not _is_known(mark[0], known_here)]
    if not missing or not odd:
        # a small number on one side only is a word on the other
        missing = [mark for mark in missing if not _is_small(mark[0])]
        odd = [mark for mark in odd if not _is_small(mark[0])]
    return missing, odd


def _dates(source: Facts, translation: Facts) -> tuple[_Marks, _Marks]:
    if _set(source.dates) == _set(translation.dates):
        return [], []
    return (
        _dates_missing(source.dates, translation),
        _dates_missing(translation.dates, source),
    )


def _dates_missing(dates: tuple[Mark, ...], other: Facts) -> _Marks:
    numbers = _set(other.numbers)
    missing: _Marks = []
    for mark in dates:
        parts = {part.lstrip("0") for part in re.split("[-/]", mark[0]) if part}
        # the other version may name the month in a way that is not known here
        is_read_as_numbers = len(parts - numbers) <= 1 < len(parts)
        if not is_read_as_numbers and not any(_agree(mark[0], its[0]) for its in other.dates):
            missing.append(mark)
    return missing


def _agree(one: str, other: str) -> bool:
    year, *day = one.split("-")
    other_year, *other_day = other.split("-")
    if year and other_year and year != other_year:
        return False
    if "/" in one or "/" in other:
        return _parts(day) == _parts(other_day)
    return day == other_day


def _parts(day: list[str]) -> list[str]:
    return sorted(part for each in day for part in each.split("/") if part)


def _prices(source: Facts, translation: Facts) -> tuple[_Marks, _Marks]:
    if _set(source.prices) == _set(translation.prices):
        return [], []
    return (
        _prices_missing(source.prices, translation),
        _prices_missing(translation.prices, source),
    )


def _prices_missing(prices: tuple[Mark, ...], other: Facts) -> _Marks:
    others = _set(other.prices)
    amounts = {price.partition(" ")[2] for price in others}
    known = _known(other)
    missing: _Marks = []
    for mark in prices:
        amount = mark[0].partition(" ")[2]
        is_without_currency = amount not in amounts and _is_known(amount, known)
        if mark[0] not in others and not is_without_currency:
            missing.append(mark)
    return missing


def _images(source: Facts, translation: Facts) -> tuple[_Marks, _Marks]:
    # pictures of screens differ from language to language: as many will do
    if len(source.images) == len(translation.images):
        return [], []
    ours = {basename(mark[0]) for mark in source.images}
    theirs = {basename(mark[0]) for mark in translation.images}
    missing = [mark for mark in source.images if basename(mark[0]) not in theirs]
    odd = [mark for mark in translation.images if basename(mark[0]) not in ours]
    if len(source.images) > len(translation.images):
        return missing[-(len(source.images) - len(translation.images)) :], []
    return [], odd[-(len(translation.images) - len(source.images)) :]


def _codes(source: Facts, translation: Facts) -> tuple[_Marks, _Marks]:
    missing, odd = _codes_in_lines(source, translation)
    if len(source.fences) == len(translation.fences):
        for ours, theirs in zip(source.fences, translation.fences, strict=True):
            if _digits_of(ours[0]) != _digits_of(theirs[0]):
                missing.append(ours)
                odd.append(theirs)
    elif len(source.fences) > len(translation.fences):
        theirs_too = {mark[0] for mark in translation.fences}
        missing += [mark for mark in source.fences if mark[0] not in theirs_too]
    else:
        ours_too = {mark[0] for mark in source.fences}
        odd += [mark for mark in translation.fences if mark[0] not in ours_too]
    return missing, odd


def _digits_of(code: str) -> list[str]:
    """Return the numbers of a block of code but those in comments, which are translated."""
    return sorted(_DIGITS.findall(_COMMENT.sub("", code)))


def _codes_in_lines(source: Facts, translation: Facts) -> tuple[_Marks, _Marks]:
    """Return code that was mistyped, or that is there in one version only.

    Names of examples are translated (`rose-bouquet.webp`): where both versions have code of their
    own, only what is nearly the same counts.
    """
    ours, theirs = _set(source.codes), _set(translation.codes)
    if ours == theirs:
        return [], []
    # a number may stand as code here and as text there
    known_there, known_here = theirs | _known(translation), ours | _known(source)
    missing = [mark for mark in source.codes if mark[0] not in known_there and _is_code(mark[0])]
    odd = [mark for mark in translation.codes if mark[0] not in known_here and _is_code(mark[0])]
    one_sided = abs(len(set(missing)) - len(set(odd)))
    if not missing or not odd:
        return (missing, odd) if one_sided else ([], [])
    for mark in missing:
        for other in odd:
            has_other_digits = _DIGITS.findall(mark[0]) != _DIGITS.findall(other[0])
            least = _ALIKE if has_other_digits else _NEARLY_THE_SAME
            if SequenceMatcher(None, mark[0], other[0]).ratio() >= least:
                return [mark], [other]
    return [], []


def _links(
    source: Facts, translation: Facts, place_of: Callable[[str], str]
) -> tuple[_Marks, _Marks]:
    ours = {_link(place_of(mark[0])) for mark in source.links}
    theirs = {_link(place_of(mark[0])) for mark in translation.links}
    if ours == theirs:
        return [], []
    hosts_here, hosts_there = _hosts(ours), _hosts(theirs)
    missing = [
        mark
        for mark in source.links
        if (link := _link(place_of(mark[0]))) not in theirs and not hosts_there & _hosts({link})
    ]
    odd = [
        mark
        for mark in translation.links
        if (link := _link(place_of(mark[0]))) not in ours and not hosts_here & _hosts({link})
    ]
    return missing, odd


def _link(target: str) -> str:
    """Return a target without its anchor, whose name may be a translated heading."""
    return target.partition("#")[0].rstrip("/")


def _hosts(links: set[str]) -> set[str]:
    """Return the hosts of external links without the names of languages: the rest may differ."""
    found: set[str] = set()
    for link in links:
        if link.startswith(("http://", "https://", "//")):
            try:
                host = urlsplit(link).hostname or ""
            except ValueError:
                continue
            found.add(_LANGUAGE_PART.sub("", f".{host}").strip("."))
    return found


def _known(facts: Facts) -> set[str]:
    """Return every number that an article says somewhere, in all forms it may take elsewhere."""
    known = _set(facts.numbers)
    known |= {price.partition(" ")[2] for price in _set(facts.prices)}
    for value in _set(facts.dates):
        known |= {part.lstrip("0") for part in re.split(r"[-/]", value)}
    for value in tuple(known):
        known |= _other_forms(value)
    for code in _set(facts.codes) | _set(facts.fences):
        known.update(_DIGITS.findall(code))
    return known


def _is_known(value: str, known: set[str]) -> bool:
    if value in known or _other_forms(value) & known:
        return True
    # 8h30 is two numbers, 8:30 is one
    parts = value.split(":")
    return len(parts) > 1 and all((part.lstrip("0") or "0") in known for part in parts)


def _other_forms(value: str) -> set[str]:
    """Return other ways to write the same time of day."""
    if value in ("0", "24"):
        return {"0", "24"}
    hour, sign, minutes = value.partition(":")
    if not sign or not hour.isdigit() or not minutes.isdigit():
        return set()
    other = (int(hour) + 12) % 24
    return {f"{hour}.{minutes}".rstrip("0"), f"{other}:{minutes}", hour, minutes.lstrip("0")}


def _is_small(value: str) -> bool:
    return value.isdigit() and int(value[:3]) <= _SMALL


def _is_code(text: str) -> bool:
    """Tell whether a text is typed as it stands; words of an interface are translated."""
    if not text.isascii() or any(char.isspace() for char in text):
        return False
    # capitals alone may be an abbreviation, which has a translation
    return any(char in "./\\_=@:$" or char.isdigit() for char in text)


def _set(marks: tuple[Mark, ...]) -> set[str]:
    return {mark[0] for mark in marks}


def _once(marks: _Marks) -> tuple[Mark, ...]:
    """Return the first mark of each value."""
    return tuple({mark[0]: mark for mark in reversed(marks)}.values())[::-1]
