"""What an analyzer is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Analyzer:
    """Turns text into terms.

    Attributes:
        segment: Text -> spans of words, ascending, inside the text, never overlapping.
        normalize: Word -> term; idempotent; empty for a word that is not searched for.
    """

    name: str
    segment: Callable[[str], Iterator[tuple[int, int]]]
    normalize: Callable[[str], str]

    def terms(self, text: str) -> list[str]:
        """Return the terms of a text in the order of its words."""
        found = (self.normalize(text[start:end]) for start, end in self.segment(text))
        return [term for term in found if term]
