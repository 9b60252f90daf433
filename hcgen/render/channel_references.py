"""Puts a token in the place of each reference to a channel, except in code.

What it stands for is told on the page: the same fragment is shown in the frame of other languages,
and is kept while `channels.yml` changes.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from hcgen.model.channel_reference import MARK, REFERENCE, written_reference
from hcgen.render.tags import ATTRIBUTES

# behind code and escapes; before links and HTML, whose texts may hold a reference
_PRIORITY = 175
_ENTITY = re.compile(rf"&#(?:0*{ord(MARK)}(?!\d)|[xX]0*(?i:{ord(MARK):x})(?![\da-fA-F]));?")
_RAW = re.compile(
    rf"""<!--.*?-->
      |  <(?P<code>code|kbd|pre|samp|script|style|textarea)(?=[\s/>]){ATTRIBUTES}>.*?</(?P=code)\s*>
      |  <[a-zA-Z/]{ATTRIBUTES}>
      |  (?P<reference>{REFERENCE.pattern})""",
    re.X | re.S | re.I,
)


class ChannelReferences(Extension):
    """Python-Markdown's part: references in Markdown text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Add the pattern."""
        md.inlinePatterns.register(_Reference(REFERENCE.pattern, md), "hcgen-channel", _PRIORITY)


def without_tokens(markdown: str) -> str:
    """Return Markdown in which nothing can be taken for a token."""
    return markdown.replace(MARK, "") if MARK in markdown else markdown


def with_tokens(html: str) -> str:
    """Return the HTML that Python-Markdown made, with tokens for references in raw HTML too."""
    if "&#" in html:
        html = _ENTITY.sub("", html)
    return _RAW.sub(_token, html) if "{{" in html else html


class _Reference(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.compiled_re = REFERENCE

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        return written_reference(m).token, m.start(), m.end()


def _token(match: re.Match[str]) -> str:
    return written_reference(match).token if match["reference"] else match.group()
