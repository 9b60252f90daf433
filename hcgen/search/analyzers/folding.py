"""Case and accents do not matter: the analyzer of languages without one of their own.

Its twin in the browser is `terms` in `search-client.js`; both must give the same terms.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from hcgen.model.folding import folded
from hcgen.search.analyzers.analyzer import Analyzer

_LONGEST_TERM = 40


def segment(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of letters and digits, with the marks on them."""
    marks = "" if text.isascii() else "".join(sorted(filter(_is_mark, set(text))))
    for match in _word_pattern(marks).finditer(text):
        yield match.span()


def normalize(word: str) -> str:
    """Fold case and accents; what is longer than any word is cut."""
    return folded(word)[:_LONGEST_TERM]


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


@lru_cache(maxsize=1000)
def _word_pattern(marks: str) -> re.Pattern[str]:
    # `\w` knows letters and digits of all scripts, but not the vowel signs of Thai or Devanagari
    return re.compile(f"(?:[^\\W_]|[{re.escape(marks)}])+" if marks else r"[^\W_]+")


ANALYZER = Analyzer("folding", segment, normalize)
