"""What stems of all languages share: a term stands for itself."""

from collections.abc import Callable, Mapping
from functools import lru_cache


def settled(stems: Mapping[str, str]) -> Mapping[str, str]:
    """Return surface form -> term, where no term is itself a form of another term.

    A stem may be a word that has a stem of its own: *universities*, *university*, *univers*.
    """
    return {word: _last(stem, stems) for word, stem in stems.items() if word != _last(stem, stems)}


def _last(stem: str, stems: Mapping[str, str]) -> str:
    seen = {stem}
    while stem in stems and stems[stem] not in seen:
        stem = stems[stem]
        seen.add(stem)
    return stem


def stems_by(
    stem: Callable[[str], str], exceptions: Mapping[str, str]
) -> Callable[[Mapping[str, int]], Mapping[str, str]]:
    """Return how a vocabulary gets its terms, word by word.

    Args:
        exceptions: Word -> stem, where the rules are wrong; a word that stands for itself has
            itself.
    """
    # the vocabulary is asked again for every new word
    known = lru_cache(maxsize=100_000)(stem)

    def stems(vocabulary: Mapping[str, int]) -> Mapping[str, str]:
        found = {word: exceptions.get(word) or known(word) or word for word in sorted(vocabulary)}
        return settled(found)

    return stems
