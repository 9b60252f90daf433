"""Case and accents do not matter: the analyzer of languages without one of their own.

Queries are cut and folded by this module whatever the language, in the browser by `wordsIn` of
`search-words.js`; so every analyzer must give the same surface forms.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, pieces

_FIRST_WITHOUT_BLANKS = "\u0e00"


def segment(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of letters and digits, with the marks on them; pieces where blanks are missing."""
    if text and max(text) >= _FIRST_WITHOUT_BLANKS:
        yield from pieces(text)
        return
    marks = "" if text.isascii() else "".join(sorted(filter(_is_mark, set(text))))
    for match in _word_pattern(marks).finditer(text):
        yield match.span()


def normalize(word: str) -> str:
    """Fold case and accents; what is longer than any word is cut."""
    return piece_form(word)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


@lru_cache(maxsize=1000)
def _word_pattern(marks: str) -> re.Pattern[str]:
    # `\w` knows letters and digits of all scripts, but not the vowel signs of Thai or Devanagari
    return re.compile(f"(?:[^\\W_]|[{re.escape(marks)}])+" if marks else r"[^\W_]+")


ANALYZER = Analyzer("folding", segment, normalize)
