"""The passage that a result shows: where in a part of an article its words stand closest together.

The twin in the browser is `theme/assets/search-passages.js`, which counts in UTF-16 code units; so
does this module.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hcgen.search.pieces import piece_form, segment

_WINDOW = 150
_LONGEST = 210
_BEFORE = 50
_FEWEST_LETTERS = 4


class Needle(NamedTuple):
    """A word that is looked for in a text.

    Attributes:
        typed: By the reader.
        word: The site's word that it was taken for.
        term: What that one was indexed as.
        is_beginning: Words that begin with what was typed count.
    """

    typed: str
    word: str
    term: str
    is_beginning: bool
    weight: int


class Mark(NamedTuple):
    """Where a word that was looked for stands, in UTF-16 code units."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines of an article.

    Attributes:
        anchor: Of its section.
        heading: Of its section.
        marks: Ascending; inside the text.
    """

    anchor: str
    heading: str
    text: str
    marks: tuple[Mark, ...]


class _Found(NamedTuple):
    start: int
    end: int
    needle: int


def passage_of(flat: Sequence[str], needles: Sequence[Needle]) -> Passage:
    """Return the passage that holds most of what is looked for; of several the first.

    Args:
        flat: Anchor, heading and text, by turns, of the sections in a part of an article.
    """
    best: tuple[int, int, int] | None = None  # score, section, where the words begin
    found_in: list[list[_Found]] = []
    for section in range(len(flat) // 3):
        in_heading = {found.needle for found in _find(flat[3 * section + 1], needles)}
        found = list(_find(flat[3 * section + 2], needles))
        found_in.append(found)
        for start, held in _windows(found):
            score = sum(needles[needle].weight for needle in held | in_heading)
            if best is None or score > best[0]:
                best = (score, section, start)
    if best is None:
        return Passage("", "", "", ())
    _, section, start = best
    anchor, heading, text = flat[3 * section : 3 * section + 3]
    shown, marks = _cut(_units(text), start, found_in[section])
    return Passage(anchor, heading, shown, marks)


def _windows(found: Sequence[_Found]) -> Iterator[tuple[int, set[int]]]:
    """Yield where each window of words begins and what it holds; one without any for the start."""
    yield 0, set()
    for place, first in enumerate(found):
        held: set[int] = set()
        for each in found[place:]:
            if each.end - first.start > _WINDOW:
                break
            held.add(each.needle)
        yield first.start, held


def _find(text: str, needles: Sequence[Needle]) -> Iterator[_Found]:
    is_wide = bool(text) and max(text) > "\uffff"
    for start, end in segment(text):
        word = piece_form(text[start:end])
        for number, needle in enumerate(needles):
            if _is_found(word, needle):
                if is_wide:
                    start += sum(letter > "\uffff" for letter in text[:start])
                    end += sum(letter > "\uffff" for letter in text[:end])
                yield _Found(start, end, number)
                break


def _is_found(word: str, needle: Needle) -> bool:
    if word in (needle.typed, needle.word, needle.term):
        return True
    if needle.is_beginning and word.startswith(needle.typed):
        return True
    return len(needle.term) >= _FEWEST_LETTERS and needle.term in word


def _cut(text: str, first: int, found: Sequence[_Found]) -> tuple[str, tuple[Mark, ...]]:
    """Return the text around a place, cut between words where there are blanks, and its marks."""
    start = _start(text, first)
    end = min(len(text), start + _LONGEST)
    if end < len(text):
        blank = text.rfind(" ", start + _WINDOW, end)
        end = blank if blank > 0 else _whole(text, end)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    marks: list[Mark] = []
    for each in found:
        if each.start < start or each.end > end:
            continue
        mark = Mark(each.start + shift, each.end + shift)
        if marks and marks[-1].end >= mark.start:
            mark = Mark(marks.pop().start, mark.end)  # pieces overlap
        marks.append(mark)
    return _characters(before + text[start:end] + after), tuple(marks)


def _start(text: str, first: int) -> int:
    """Return where to begin so that a sentence, or some words, stand before a place."""
    least = first - _BEFORE
    if least <= 0 or len(text) <= _LONGEST:
        return 0
    for sign in (". ", "? ", "! ", "。", "？", "！"):
        at = text.rfind(sign, least, first)
        if at >= 0:
            return at + len(sign)
    blank = text.find(" ", least, first)
    return blank + 1 if blank >= 0 else _whole(text, least)


def _whole(text: str, place: int) -> int:
    """Return the place, or the one before, so that no character is cut in two."""
    return place - 1 if "\udc00" <= text[place] <= "\udfff" else place


def _units(text: str) -> str:
    """Return text with two characters for each that UTF-16 writes as two."""
    if not text or max(text) <= "\uffff":
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[at] | data[at + 1] << 8) for at in range(0, len(data), 2))


def _characters(units: str) -> str:
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
