"""Finds the known word that was meant by one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

_ALIKE = 0.7
"""Of `difflib`'s measure, 0 to 1; with less, “section” is taken for “description”."""


def nearest_word(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like a word, in small or capital letters; or nothing."""
    words = {name.casefold(): name for name in sorted(known)}
    close = get_close_matches(word.casefold(), words, n=1, cutoff=_ALIKE)
    return words[close[0]] if close else ""


def nearest(word: str, known: Iterable[str], *, otherwise: str | None = None) -> str:
    """Return help that names the nearest known word.

    Args:
        otherwise: What helps where none is near; None: the list of those that are known.
    """
    words = sorted(known)
    if close := nearest_word(word, words):
        return f"did you mean “{close}”?"
    if otherwise is not None:
        return otherwise
    return f"known here: {', '.join(words)}" if words else ""
