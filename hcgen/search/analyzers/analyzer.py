"""What an analyzer is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from hcgen.search.pieces import ascii_forms, piece_form, segment


def stand_for_themselves(vocabulary: Mapping[str, int]) -> Mapping[str, str]:
    """Return nothing: every word of a vocabulary is its own term."""
    return {}


def no_parts(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Return nothing: no word is made of others."""
    return {}


class Affixes(NamedTuple):
    """How a form that the site does not have may come from one that it has.

    Attributes:
        prefix: What the form begins with; it is cut off.
        start: What stood there before.
        suffix: What the form ends with; it is cut off.
        end: What stood there before.
    """

    prefix: str = ""
    start: str = ""
    suffix: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Analyzer:
    """Turns text into words, and words into terms.

    Attributes:
        segment: Text -> spans of words, ascending, inside the text, never overlapping.
        normalize: Word -> surface form; idempotent; empty for a word that is not searched for.
        stems: The site's vocabulary (surface form -> how often) -> surface form -> term; forms
            that stand for themselves may be left out. Pure and deterministic.
        affixes: For words that readers type and the site never uses; the first that leads to a
            word of the site counts.
        parts: The site's surface forms -> compound -> surface forms of its parts; an article that
            has the compound is also found by these. Deterministic.
    """

    name: str
    segment: Callable[[str], Iterable[tuple[int, int]]]
    normalize: Callable[[str], str]
    stems: Callable[[Mapping[str, int]], Mapping[str, str]] = stand_for_themselves
    affixes: tuple[Affixes, ...] = ()
    parts: Callable[[frozenset[str]], Mapping[str, tuple[str, ...]]] = no_parts

    def words(self, text: str) -> list[str]:
        """Return the surface forms of a text in the order of its words."""
        normalize = self.normalize
        if self.segment is segment and normalize is piece_form and text.isascii():
            return ascii_forms(text)  # most texts, in half the time
        return [word for start, end in self.segment(text) if (word := normalize(text[start:end]))]
