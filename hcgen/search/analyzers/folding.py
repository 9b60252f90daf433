"""Case and accents do not matter: the analyzer of languages without one of their own.

Queries are cut and folded by this module whatever the language, in the browser by `wordsIn` of
`search-words.js`; so every analyzer must give the same surface forms.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, pieces

_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_FIRST_WITHOUT_BLANKS = "\u0e00"


def segment(text: str) -> Iterable[tuple[int, int]]:
    """Return runs of letters and digits with their marks; pieces where blanks are missing."""
    if text.isascii():
        return [match.span() for match in _ASCII_WORD.finditer(text)]
    if max(text) >= _FIRST_WITHOUT_BLANKS:
        return pieces(text)
    marks = "".join(sorted(filter(_is_mark, set(text))))
    return [match.span() for match in _word_pattern(marks).finditer(text)]


normalize = piece_form
"""Fold case and accents; what is longer than any word is cut."""


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


@lru_cache(maxsize=1000)
def _word_pattern(marks: str) -> re.Pattern[str]:
    # `\w` knows letters and digits of all scripts, but not the vowel signs of Thai or Devanagari
    return re.compile(f"(?:[^\\W_]|[{re.escape(marks)}])+" if marks else r"[^\W_]+")


ANALYZER = Analyzer("folding", segment, normalize)
