"""Formulas that tell how hard a text is from the lengths of its sentences and words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain

from hcgen.checks.words import Prose

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s")
# in the last syllable they are one sound (pakai, kalau, amboi), elsewhere two (air, laut)
_CLOSING_DIPHTHONGS = ("ai ", "au ", "oi ")
_is_long = (6).__lt__


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long the sentences and words of a text are.

    Attributes:
        sentence: Words in a sentence, on average.
        long_words: Share of the words with more than six letters, 0 to 1.
        syllables: In a word, on average, as Malay and Indonesian are spelt.
    """

    words: int
    sentence: float
    long_words: float
    syllables: float


def lengths_of(prose: Prose) -> Lengths:
    """Return the lengths of a text; a list item without a full stop is a sentence too."""
    count = sum(map(len, prose.words))
    if not count:
        return Lengths(0, 0.0, 0.0, 0.0)
    passages = [block.prose.rstrip() for block in prose.passages]
    # the end of a passage ends a sentence, with or without a full stop
    sentences = sum(map(bool, prose.words)) + len(_SENTENCE_END.findall("\0".join(passages)))
    text = " ".join(map(" ".join, prose.words)) + " "
    long_words = sum(map(_is_long, map(len, chain.from_iterable(prose.words))))
    syllables = sum(map(text.count, "aeiou")) - sum(map(text.count, _CLOSING_DIPHTHONGS))
    return Lengths(count, count / sentences, long_words / count, syllables / count)


def lix(lengths: Lengths) -> float:
    """Return Björnsson's Lix: about 20 for a children's book, 60 for a law.

    C.-H. Björnsson, “Läsbarhet”, Stockholm 1968: words in a sentence plus the percentage of words
    with more than six letters.
    """
    return lengths.sentence + 100 * lengths.long_words


def khadijah_rohani(lengths: Lengths) -> float:
    """Return the grade of a Malaysian school (1 to 11) whose textbooks are as hard.

    Khadijah Rohani M. Yunus, “An Assessment of Structural Variables in Malay: A Readability
    Formula”, University of Miami 1982: from words in a sentence and syllables in 300 words.
    """
    return 0.3793 * lengths.sentence + 0.0207 * 300 * lengths.syllables - 13.988


MEASURES: Mapping[str, Callable[[Lengths], float]] = {
    "khadijah-rohani": khadijah_rohani,
    "lix": lix,
}
"""Name in a language's file -> formula; the higher, the harder."""
