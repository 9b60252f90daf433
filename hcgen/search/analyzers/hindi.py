"""Hindi: endings of nouns are cut off by rule, those of verbs where the site has another form.

Snowball's rules leave *ख* of *खाता* (account) and of *खाना* (food). These follow Ramanathan and Rao
(A Lightweight Stemmer for Hindi, 2003), but an ending that is also that of many roots (*सूचना*,
*बदलना*) needs a word of the site without it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from hcgen.search.analyzers._roots import settled
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, segment

_DEVANAGARI = re.compile("[\u0900-\u097f]+")
_NUKTA = "\u093c"
_SHORTEST = 2  # letters and signs
# first what is longer; what stood there before the plural
_ENDINGS = (
    *(("ियों", "ी"), ("ियां", "ी"), ("ाओं", "ा"), ("ाएं", "ा"), ("ुओं", "ु"), ("ुएं", "ु"), ("ू", "ु")),
    *(("िएगा", ""), ("िए", ""), ("ों", ""), ("ें", "")),
)
_VOWELS = ("ा", "े", "ो")
_OF_VERBS = ("ना", "ने", "नी", "ता", "ते", "ती", "कर", "ी", "्स")
_SPELT = (("ये", "ए"), ("यी", "ई"), ("िए", "िये"))


class _Apart(NamedTuple):
    """A word without endings of nouns, and what is left without those of verbs too."""

    stem: str
    shorter: tuple[str, ...]
    typed: tuple[str, ...]


def stems(vocabulary: Mapping[str, int]) -> Mapping[str, str]:
    """Return surface form -> stem, also of the ways in which readers write the site's words."""
    taken = {word: _apart(word) for word in sorted(vocabulary) if _DEVANAGARI.fullmatch(word)}
    known = {apart.stem for apart in taken.values()}
    found = {
        word: next((each for each in apart.shorter if each in known), apart.stem)
        for word, apart in taken.items()
    }
    for word, apart in taken.items():
        for typed in apart.typed:
            found.setdefault(typed, found[word])
    return settled(found)


@lru_cache(maxsize=100_000)  # the vocabulary is asked again for every new word
def _apart(word: str) -> _Apart:
    plain = word.replace(_NUKTA, "").replace("ँ", "ं")
    stem = _without_ending(plain)
    shorter = (
        plain.removesuffix(ending)
        for ending in _OF_VERBS
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST
    )
    written = dict.fromkeys((plain, word.replace(_NUKTA, ""), word.replace("ँ", "ं")))
    other = (plain.replace(one, two) for one, two in _SPELT if one in plain)
    return _Apart(stem, tuple(shorter), (*written, *other))


def _without_ending(word: str) -> str:
    for ending, before in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending) + before
            break
    if word.endswith(_VOWELS) and len(word) > _SHORTEST:
        return word[:-1]
    return word


ANALYZER = Analyzer("hindi", segment, piece_form, stems)
