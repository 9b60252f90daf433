"""Sketches of texts: few numbers from which can be told how alike two texts are."""

import re
from collections.abc import Set
from zlib import crc32

_SIZE = 64
FEWEST = 16
"""Sketches with fewer numbers say nothing: any two short texts may be made of the same words."""

_WORDS = 3
_CHARACTERS = 5
"""About as much text as three words, in scripts that put no blanks between words."""

_ASCII_WORD = re.compile(r"[a-z0-9]+")
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

# odd, so that each word moves all bits; different, so that the order of the words counts
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1)
_MASK = 0xFFFFFFFF


def sketch_of(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of a text's runs of words (or characters), ascending.

    Broder, “On the resemblance and containment of documents”, 1997: from two such sketches can be
    estimated which share of their runs two texts have in common. Each process gives the same.
    """
    words, length = _units(text.lower())
    known = {word: crc32(word.encode("utf-8", "replace")) for word in set(words)}
    numbers = [known[word] for word in words]
    a, b, c, d, e = _FACTORS
    if length == _WORDS:
        triples = zip(numbers, numbers[1:], numbers[2:], strict=False)
        hashes = {(x * a + y * b + z * c) & _MASK for x, y, z in triples}
    else:
        fives = zip(*(numbers[start:] for start in range(_CHARACTERS)), strict=False)
        hashes = {(v * a + w * b + x * c + y * d + z * e) & _MASK for v, w, x, y, z in fives}
    return tuple(sorted(hashes)[:_SIZE])


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
    end = min(ends, default=_MASK)
    known, others = ({h for h in sketch if h <= end} - ignored for sketch in (one, other))
    together = known | others
    return len(known & others) / len(together) if len(together) >= FEWEST else 0.0


def _units(text: str) -> tuple[list[str], int]:
    """Return what runs are made of, and how many of it make one."""
    if text.isascii():
        return _ASCII_WORD.findall(text), _WORDS
    if not _CHARACTER.search(text):
        return _WORD.findall(text), _WORDS
    units = _WORD_OR_CHARACTER.findall(text)
    characters = sum(1 for unit in units if len(unit) == 1)
    return (units, _CHARACTERS) if 2 * characters > len(units) else (units, _WORDS)
