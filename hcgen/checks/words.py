"""The words of an article, told apart once for all rules that look at words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from hcgen.diagnostics import Edit
from hcgen.load.markdown_blocks import Block, BlockKind
from hcgen.model.folding import folded
from hcgen.model.norms import words_in
from hcgen.source import Span, Text

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)


@dataclass(frozen=True, slots=True)
class Prose:
    """The paragraphs and items of an article.

    Attributes:
        words: Of each passage, folded, in the order written.
        vocabulary: All of these words.
    """

    passages: tuple[Block, ...]
    words: tuple[tuple[str, ...], ...]
    vocabulary: frozenset[str]


def part_of(text: Text, start: int, end: int) -> Span:
    """Return the place of a part of a value; all of it where the file writes it otherwise."""
    offset = text.span.text.find(text.value)
    if offset < 0:
        return text.span
    return text.span.slice(offset + start, offset + end)


def rewritten(text: Text, value: str) -> tuple[Edit, ...]:
    """Return the edit that puts another value into a file; none where it is written otherwise.

    Quotation marks around the value stay.
    """
    place = part_of(text, 0, len(text.value))
    return (Edit(place, value),) if place.text == text.value else ()


class MadeOnce(Generic[_Key, _Value]):
    """Remembers what was made of an object that cannot be hashed cheaply, by its identity."""

    def __init__(self, make: Callable[[_Key], _Value]) -> None:
        self._make = make
        # the object is kept too, so that its identity is not given to another one
        self._made: dict[int, tuple[_Key, _Value]] = {}

    def __call__(self, key: _Key) -> _Value:
        """Return what belongs to an object."""
        known = self._made.get(id(key))
        if known is None:
            if len(self._made) >= 100:
                self._made.clear()
            known = self._made[id(key)] = (key, self._make(key))
        return known[1]


def _words(text: str) -> tuple[str, ...]:
    words = words_in(text)
    if text.isascii():
        return tuple(words)
    return tuple([word if word.isascii() else folded(word) for word in words])


def _prose(blocks: tuple[Block, ...]) -> Prose:
    passages = tuple(block for block in blocks if block.kind in _PROSE)
    words = tuple(_words(block.prose) for block in passages)
    return Prose(passages, words, frozenset().union(*words))


prose_of = MadeOnce(_prose)
"""Return the prose among the blocks of an article; rules look at one article after another."""
