"""Spares Python-Markdown the inline patterns that cannot match.

It asks each of some twenty patterns about each piece of text. Most of them begin with a character
that the text does not have, and looking for one character costs a fraction of a search.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from markdown import Markdown, inlinepatterns
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from hcgen.model.channel_reference import REFERENCE

_PRIORITY = 20
"""Of the processor that it takes the place of."""

NEEDED: Mapping[str, Sequence[str]] = {
    inlinepatterns.BACKTICK_RE: "`\\",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.REFERENCE_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "!",
    inlinepatterns.IMAGE_REFERENCE_RE: "!",
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.LINE_BREAK_RE: "\n",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
    REFERENCE.pattern: "{",
}
"""Pattern -> characters one of which any match has. What is not here is always asked: a pattern is
known by its whole text, so that another one under the same name is no danger."""
_ONE_OF = re.compile(r"(?:\\[^\w\s]|[_~=:])(?:\|(?:\\[^\w\s]|[_~=:]))*")
"""A pattern that is a choice of single characters, such as that of all emphasis."""


class QuickInline(Extension):
    """Takes the place of the processor that asks all patterns; the result is the same."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor under the name of the one that it replaces."""
        md.treeprocessors.register(_QuickProcessor(md), "inline", _PRIORITY)


class _QuickProcessor(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns: list[tuple[Any, Sequence[str]]] = []

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        if not self._patterns:  # all extensions have registered theirs by now
            every: list[Any] = list(self.inlinePatterns)
            self._patterns = [(pattern, _needed(pattern.pattern)) for pattern in every]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(  # noqa: N802 - a private name of the class above
        self,
        data: str,
        patternIndex: int = 0,  # noqa: N803
    ) -> str:
        """Do what the method of the same name does; texts that nothing matches stay as they are."""
        if isinstance(data, AtomicString):
            return data
        apply = cast(Any, self)._InlineProcessor__applyPattern
        start = 0
        for number in range(patternIndex, len(self._patterns)):
            pattern, needed = self._patterns[number]
            is_matched = True
            while is_matched:
                for character in needed:
                    if character in data:
                        break
                else:
                    start = 0
                    break
                data, is_matched, start = apply(pattern, data, number, start)
        return data


def _needed(pattern: str) -> Sequence[str]:
    """Return characters one of which any match has; an empty text where that is not known."""
    if _ONE_OF.fullmatch(pattern):
        return pattern.replace("\\", "").split("|")
    return NEEDED.get(pattern, ("",))
