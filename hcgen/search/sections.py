"""The sections of an article, and the parts in which its text is published for passages."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hcgen.render import Fragment
from hcgen.render.tags import words_of

_PART_LENGTH = 1800
"""Characters: what a browser fetches for one result."""
_MOST_PARTS = 80

_HEADING = re.compile(r'<h(?P<level>[1-6]) id="[^>]*>.*?</h(?P=level)>', re.S)
_SENTENCE_END = re.compile(r"[.!?…]\s|[。！？।]")


class Section(NamedTuple):
    """Text below one heading; the first one of an article may have neither heading nor anchor."""

    anchor: str
    heading: str
    text: str


def sections_of(fragment: Fragment) -> tuple[Section, ...]:
    """Return the sections of an article in the order of its text; never none."""
    html = "".join(fragment.pieces)
    found: list[Section] = []
    anchor, heading, start = "", "", 0
    for match, following in zip(_HEADING.finditer(html), fragment.headings, strict=False):
        text = words_of(html[start : match.start()])
        if text or heading:
            found.append(Section(anchor, heading, text))
        anchor, heading, start = following.anchor, following.text, match.end()
    found.append(Section(anchor, heading, words_of(html[start:])))
    return tuple(found)


def parts_of(sections: Sequence[Section]) -> tuple[tuple[Section, ...], ...]:
    """Return the sections in parts of some kilobytes; a long section is cut between sentences."""
    parts: list[tuple[Section, ...]] = []
    waiting: list[Section] = []
    size = 0
    for section in sections:
        for piece in _pieces(section.text):
            if waiting and size + len(piece) > _PART_LENGTH and len(parts) < _MOST_PARTS:
                parts.append(tuple(waiting))
                waiting, size = [], 0
            waiting.append(Section(section.anchor, section.heading, piece))
            size += len(piece) + len(section.heading)
    return (*parts, tuple(waiting))


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _PART_LENGTH:
        cut = start
        for match in _SENTENCE_END.finditer(text, start, start + _PART_LENGTH):
            cut = match.end()
        if cut <= start + _PART_LENGTH // 4:
            cut = text.rfind(" ", start, start + _PART_LENGTH) + 1 or start + _PART_LENGTH
        if cut <= start:
            cut = start + _PART_LENGTH
        yield text[start:cut].strip()
        start = cut
    yield text[start:].strip()
