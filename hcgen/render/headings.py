"""Gives the headings of an article ids that stay."""

import re
from html import escape

from hcgen.model.url import slugify
from hcgen.render.fragment import Heading
from hcgen.render.tags import ATTRIBUTES, FRAME_PREFIX, attribute, text_of, value_of

HIGHEST_LEVEL = 2
"""The title of a page is its only heading of level 1; one in the text is shown as level 2."""

_HEADING = re.compile(
    rf"""<h(?P<level>[1-6])(?=[\s>])(?P<attributes>{ATTRIBUTES})>
        (?P<inner>[^<]*+(?:<(?!/?h(?P=level)[\s>])[^<]*+)*+)</h(?P=level)>""",
    re.X | re.I,
)


class Headings:
    """Gives every heading an id that stays the same as long as its words do.

    A written id wins; else the words, folded. A second heading with the same words is prefixed by
    the heading above it, so that inserting a section does not renumber the others.

    Attributes:
        taken: Every id of the text; those of the headings come in one by one.
        found: In the order of the text.
        repeated: Ids that could not be kept apart, or that the writer gave twice.
    """

    def __init__(self, ids: set[str]) -> None:
        self.taken = {anchor for anchor in ids if not anchor.startswith(FRAME_PREFIX)}
        self.found: list[Heading] = []
        self.repeated: list[str] = []
        self._above: list[tuple[int, str]] = []  # written level and id, of rising level
        self._used: set[str] = set()
        self._numbers: dict[str, int] = {}

    def with_ids(self, html: str) -> str:
        """Return the HTML with an id in every heading."""
        return _HEADING.sub(self._take, html)

    def _take(self, match: re.Match[str]) -> str:
        level = int(match["level"])
        text = text_of(match["inner"])
        others = match["attributes"]
        written = attribute("id", others)
        anchor = value_of(written) if written else ""
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        if not anchor or anchor.startswith(FRAME_PREFIX):
            anchor = self._folded(text)
        elif anchor in self._used:
            self.repeated.append(anchor)
            anchor = self._numbered(anchor)
        self._above.append((level, anchor))
        self._used.add(anchor)
        self.taken.add(anchor)
        self.found.append(Heading(max(level, HIGHEST_LEVEL), anchor, text))
        if written:
            others = others[: written.start()] + others[written.end() :]
        return f'<h{level} id="{escape(anchor)}"{others}>{match["inner"]}</h{level}>'

    def _folded(self, text: str) -> str:
        anchor = _of_text(slugify(text) or "section")
        if anchor not in self.taken:
            return anchor
        if self._above:
            longer = _of_text(f"{self._above[-1][1]}-{anchor}")
            if longer not in self.taken:
                return longer
        self.repeated.append(anchor)
        return self._numbered(anchor)

    def _numbered(self, anchor: str) -> str:
        number = self._numbers.get(anchor, 2)
        while (numbered := _of_text(f"{anchor}-{number}")) in self.taken:
            number += 1
        self._numbers[anchor] = number + 1
        return numbered


def _of_text(anchor: str) -> str:
    """Return an id of the text's own: what a page has around the text has names of its own."""
    return f"section-{anchor}" if anchor.startswith(FRAME_PREFIX) else anchor
