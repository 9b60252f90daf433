"""Sketches of texts: few numbers from which can be told how alike two texts are."""

import re
from collections.abc import Set
from sys import hash_info
from zlib import crc32

from hcgen.model.norms import words_in

_SIZE = 64
FEWEST = 16
"""Sketches with fewer numbers say nothing: any two short texts may be made of the same words."""

_WORDS = 3
_CHARACTERS = 5
"""About as much text as three words, in scripts that put no blanks between words."""

_UNSPACED = (  # Thai and Lao, Myanmar, Khmer, kana, Han
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003ffff"
)
_BETWEEN = (  # blanks and punctuation; \W would take the vowel signs of Devanagari too
    r"\s!-/:-@\[-`{-~\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f"
    r"\u3000-\u303f\uff00-\uff0f\uff1a-\uff20"
)
_WORD = re.compile(f"[^{_BETWEEN}]+")
_WORD_OR_CHARACTER = re.compile(f"[{_UNSPACED}]|[^{_BETWEEN}{_UNSPACED}]+")
_CHARACTER = re.compile(f"[{_UNSPACED}]")

_HIGHEST = 0x7FFFFFFF
_SHIFT = hash_info.width - 32


class _Numbers(dict[str, int]):
    """Word -> a number that is the same in every process, as `hash` of a text is not."""

    def __missing__(self, word: str) -> int:
        if len(self) >= 200_000:
            self.clear()
        number = self[word] = crc32(word.encode("utf-8", "replace"))
        return number


_NUMBERS = _Numbers()


def sketch_of(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of a text's runs of words (or characters), ascending.

    Broder, “On the resemblance and containment of documents”, 1997: from two such sketches can be
    estimated which share of their runs two texts have in common. Each process gives the same:
    Python mixes the numbers of a tuple in one way everywhere.
    """
    units, length = _units(text)
    numbers = list(map(_NUMBERS.__getitem__, units))
    runs = zip(*(numbers[start:] for start in range(length)), strict=False)
    smallest = sorted(set(map(hash, runs)))[:_SIZE]
    return tuple([number >> _SHIFT for number in smallest])  # more bits say no more here


def resemblance(
    one: tuple[int, ...], other: tuple[int, ...], ignored: Set[int] = frozenset()
) -> float:
    """Estimate which share of the runs of two texts is in both, 0 to 1.

    Exact where both texts are short.

    Args:
        ignored: Hashes of runs that do not count, such as those of a text that stands everywhere.

    Returns:
        0 where less than `FEWEST` runs are left to tell by.
    """
    ends = [sketch[-1] for sketch in (one, other) if len(sketch) == _SIZE]
    # a sketch knows all runs up to its last hash; beyond, only one that is not full does
    end = min(ends, default=_HIGHEST)
    known, others = ({h for h in sketch if h <= end} - ignored for sketch in (one, other))
    together = known | others
    return len(known & others) / len(together) if len(together) >= FEWEST else 0.0


def _units(text: str) -> tuple[list[str], int]:
    """Return what runs are made of, and how many of it make one."""
    if text.isascii():
        return words_in(text), _WORDS
    text = text.lower()
    if not _CHARACTER.search(text):
        return _WORD.findall(text), _WORDS
    units = _WORD_OR_CHARACTER.findall(text)
    characters = sum(1 for unit in units if len(unit) == 1)
    return (units, _CHARACTERS) if 2 * characters > len(units) else (units, _WORDS)
