"""Formulas that tell how hard a text is from the lengths of its sentences and words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain

from hcgen.checks.words import Prose

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s")
# in the last syllable they are one sound (pakai, kalau, amboi), elsewhere two (air, laut)
_CLOSING_DIPHTHONGS = ("ai ", "au ", "oi ")
_WITHOUT_VOWELS = dict.fromkeys(map(ord, "aeiou"))
_is_long = (6).__lt__


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long the sentences and words of a text are.

    Attributes:
        words: How many there are.
        sentence: Words in a sentence, on average.
    """

    prose: Prose
    words: int
    sentence: float

    @property
    def long_words(self) -> float:
        """Share of the words with more than six letters, 0 to 1."""
        lengths = map(len, chain.from_iterable(self.prose.words))
        return sum(map(_is_long, lengths)) / self.words if self.words else 0.0

    @property
    def syllables(self) -> float:
        """How many a word has on average, as Malay and Indonesian are spelt."""
        text = " ".join(map(" ".join, self.prose.words)) + " "
        vowels = len(text) - len(text.translate(_WITHOUT_VOWELS))
        diphthongs = sum(map(text.count, _CLOSING_DIPHTHONGS))
        return (vowels - diphthongs) / self.words if self.words else 0.0


def lengths_of(prose: Prose) -> Lengths:
    """Return the lengths of a text; a list item without a full stop is a sentence too."""
    count = sum(map(len, prose.words))
    if not count:
        return Lengths(prose, 0, 0.0)
    passages = [block.prose.rstrip() for block in prose.passages]
    # the end of a passage ends a sentence, with or without a full stop
    sentences = sum(map(bool, prose.words)) + len(_SENTENCE_END.findall("\0".join(passages)))
    return Lengths(prose, count, count / sentences)


def lix(sentence: float, long_words: float) -> float:
    """Return Björnsson's Lix: about 20 for a children's book, 60 for a law.

    Args:
        sentence: Words in a sentence, on average.
        long_words: Share of the words with more than six letters, 0 to 1.

    C.-H. Björnsson, “Läsbarhet”, Stockholm 1968: words in a sentence plus the percentage of words
    with more than six letters.
    """
    return sentence + 100 * long_words


def khadijah_rohani(sentence: float, syllables: float) -> float:
    """Return the grade of a Malaysian school (1 to 11) whose textbooks are as hard.

    Args:
        sentence: Words in a sentence, on average.
        syllables: In a word, on average.

    Khadijah Rohani M. Yunus, “An Assessment of Structural Variables in Malay: A Readability
    Formula”, University of Miami 1982: from words in a sentence and syllables in 300 words.
    """
    return 0.3793 * sentence + 0.0207 * 300 * syllables - 13.988


MEASURES: Mapping[str, Callable[[Lengths], float]] = {
    "khadijah-rohani": lambda lengths: khadijah_rohani(lengths.sentence, lengths.syllables),
    "lix": lambda lengths: lix(lengths.sentence, lengths.long_words),
}
"""Name in a language's file -> formula; the higher, the harder."""
