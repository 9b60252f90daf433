"""Makes a fragment of an article's HTML: one walk over its tags, and a list of small changes."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from hcgen.render.captions import captioned
from hcgen.render.fragment import Fragment, FragmentLink
from hcgen.render.headings import HIGHEST_LEVEL, Headings
from hcgen.render.opening import letters_in, opening_of
from hcgen.render.raw_text import put_back, set_aside
from hcgen.render.tags import ATTRIBUTE, ATTRIBUTES, FRAME_PREFIX, ids_in, value_of, words_of

Change = tuple[int, int, str | FragmentLink]
"""From where to where something else stands: text, or the address of a link."""

Attributes = Mapping[str, re.Match[str]]
"""Lower-case name -> the whole attribute."""

# tags that have attributes, and those without that are looked at all the same
_TAG = re.compile(
    rf"""<(?P<name>(?:/?(?:h1|table)|img|pre)(?=[\s/>])|[a-z][^\s<>"'/]*(?=\s))
        (?P<attributes>{ATTRIBUTES})>""",
    re.X | re.I,
)
_LINKED = frozenset({"a", "img", "source", "video", "audio"})
_ADDRESSES = frozenset({"href", "src", "poster"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALIGNMENTS = frozenset({"left", "center", "right"})
_SIDES = frozenset({"width", "height"})


def fragment_of(html: str, *, is_sanitised: bool) -> Fragment:
    """Return the fragment of an article.

    Args:
        html: As Python-Markdown made it.
        is_sanitised: It holds neither comments nor scripts.
    """
    html, raw_texts = (html, ()) if is_sanitised else set_aside(html)
    html = captioned(html)
    headings = Headings(ids_in(html))
    html = headings.with_ids(html)
    walk = _Walk(frozenset(heading.anchor for heading in headings.found))
    for tag in _TAG.finditer(html):
        walk.pass_tag(tag)
    pieces, links = _cut(html, walk.finished())
    text = words_of(html)
    return Fragment(
        tuple(put_back(piece, raw_texts) for piece in pieces),
        links,
        tuple(headings.found),
        frozenset(headings.taken),
        text,
        tuple(headings.repeated),
        frozenset(walk.classes),
        opening_of(html),
        letters_in(text),
    )


def _cut(html: str, changes: Iterable[Change]) -> tuple[list[str], tuple[FragmentLink, ...]]:
    """Return the pieces between the links, with all other changes made, and the links."""
    pieces: list[str] = []
    links: list[FragmentLink] = []
    parts: list[str] = []
    done = 0
    for start, end, new in changes:
        parts.append(html[done:start])
        done = end
        if isinstance(new, str):
            parts.append(new)
        else:
            pieces.append("".join(parts))
            parts.clear()
            links.append(new)
    pieces.append("".join((*parts, html[done:])))
    return pieces, tuple(links)


class _Walk:
    """Looks at one tag after another and notes what is to change.

    Attributes:
        classes: Every class name so far.
    """

    def __init__(self, heading_ids: frozenset[str]) -> None:
        self.classes: set[str] = set()
        self._heading_ids = heading_ids
        self._changes: list[Change] = []
        self._ids: set[str] = set()
        self._heading = ""  # id of the nearest heading above
        self._has_image = False
        self._open_tables = 0
        self._frame = 0  # which change opens the frame of the outermost open table

    def finished(self) -> list[Change]:
        """Return the changes in the order of the text."""
        if self._open_tables:
            # a frame without an end would take in the rest of the page
            del self._changes[self._frame]
        return self._changes

    def pass_tag(self, tag: re.Match[str]) -> None:
        """Note what is to change before, in and behind a tag."""
        name = tag["name"].lower()
        if name == "/table":
            self._leave_table(tag.end())
            return
        if name == "table":
            self._enter_table(tag.start())
        elif name in ("h1", "/h1"):
            self._change(tag.end("name") - 1, tag.end("name"), str(HIGHEST_LEVEL))
        found = ATTRIBUTE.finditer(tag.string, *tag.span("attributes"))
        attributes = {attribute["name"].lower(): attribute for attribute in found}
        if name in ("img", "pre"):
            self._change(tag.end("name"), tag.end("name"), self._added(name, attributes))
        for key, attribute in attributes.items():
            new = self._instead(name, key, attribute, attributes)
            if new is not None:
                self._change(*attribute.span(), new)

    def _change(self, start: int, end: int, new: str | FragmentLink) -> None:
        self._changes.append((start, end, new))

    def _enter_table(self, start: int) -> None:
        if not self._open_tables:
            self._frame = len(self._changes)
            self.classes.add("table")
            # no region: two tables below one heading would be two landmarks of one name
            name = f' role="group" aria-labelledby="{escape(self._heading)}"'
            named = name if self._heading else ""
            self._change(start, start, f'<div class="table" tabindex="0"{named}>')
        self._open_tables += 1

    def _leave_table(self, end: int) -> None:
        if self._open_tables == 1:
            self._change(end, end, "</div>")
        self._open_tables = max(0, self._open_tables - 1)

    def _added(self, name: str, attributes: Attributes) -> str:
        """Return what an image or a box of code gets on top of its own attributes."""
        if name == "pre":
            # it scrolls, so it has to be reached without a mouse
            return "" if "tabindex" in attributes else ' tabindex="0"'
        is_first, self._has_image = not self._has_image, True
        added = {"loading": "lazy", "decoding": "async"} if not is_first else {}
        return "".join(f' {key}="{value}"' for key, value in added.items() if key not in attributes)

    def _instead(
        self, name: str, key: str, attribute: re.Match[str], attributes: Attributes
    ) -> str | FragmentLink | None:
        """Return what stands in the place of an attribute; None for the attribute itself."""
        value = value_of(attribute)
        if key == "class":
            self.classes.update(value.split())
        elif key == "id":
            return None if self._accepts(value, is_heading=name in _HEADINGS) else ""
        elif key in _ADDRESSES and name in _LINKED and "=" in attribute.group():
            is_sized = name == "img" and not _SIDES.isdisjoint(attributes)
            return FragmentLink(name, key, value, is_sized)
        elif key == "align" and name in ("td", "th") and value in _ALIGNMENTS:
            self.classes.add(f"align-{value}")
            return "" if "class" in attributes else f' class="align-{value}"'
        return None

    def _accepts(self, anchor: str, *, is_heading: bool) -> bool:
        """Tell whether an id is the first of its name and not one of the page's own."""
        is_taken = anchor in self._ids or (anchor in self._heading_ids and not is_heading)
        if not anchor or is_taken or anchor.startswith(FRAME_PREFIX):
            return False
        self._ids.add(anchor)
        # a name with a blank in it would be two names to the attribute that points at it
        if is_heading and len(anchor.split()) == 1:
            self._heading = anchor
        return True
