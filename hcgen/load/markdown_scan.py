"""Finds links, images and the first heading in Markdown, with their places.

The renderer knows which links an article has; only the source knows where they stand. Code,
comments and escapes are passed over as Python-Markdown passes over them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hcgen.model.article import Link
from hcgen.source import SourceFile, Text

_FENCE = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n`]*\n.*?(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)", re.M | re.S
)
_CODE = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_INLINE = re.compile(
    r"""(?P<image>!)?\[(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*\]   # [text], one level of brackets
        \(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:\\.|[^\s()\\]|\((?:[^\s()])*\))*))""",
    re.X,
)
_REFERENCE = re.compile(
    r"^[ ]{0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*\n?[ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))", re.M
)
_AUTOLINK = re.compile(r"<(?P<bare>(?:https?|mailto|tel):[^\s<>]+)>", re.I)
_RAW = re.compile(
    r"""<(?P<tag>a|img|source|video|audio)\b[^<>]*?\s(?:href|src)\s*=\s*
        (?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"'>]+))""",
    re.I | re.X,
)
_HEADING = re.compile(
    r"""^(?P<marks>\#{1,6})[ \t]*(?P<text>[^\n]*?)[ \t]*\#*[ \t]*(?:\{[^{}\n]*\}[ \t]*)?$
      | ^(?P<underlined>[^\n\s][^\n]*)\n=+[ \t]*$""",
    re.M | re.X,
)

_EXPLICIT_ID = re.compile(r"\{[^{}\n]*#([^\s{}]+)[^{}\n]*\}[ \t]*$")


def scan_links(file: SourceFile, body_start: int) -> tuple[Link, ...]:
    """Return the links and images of a Markdown text in the order written."""
    if "[" not in file.text and "<" not in file.text:
        return ()
    text = _blanked(file.text, body_start)
    found = [*_bracketed(file, text, body_start), *_others(file, text, body_start)]
    found.sort(key=lambda link: link.target.span.start)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LeadingHeading:
    """The first heading of a text.

    Attributes:
        is_at_top: Of level 1, with nothing above it.
        end: Offset behind its line or lines.
    """

    text: Text
    is_at_top: bool
    end: int


def first_heading(file: SourceFile, body_start: int) -> LeadingHeading | None:
    """Return the first heading outside code, written with ``#`` or underlined with ``===``."""
    text = _blanked(file.text, body_start)
    for match in _HEADING.finditer(text, body_start):
        group = "text" if match["text"] is not None else "underlined"
        words = match[group].strip()
        if not words:
            continue
        start = match.start(group)
        place = file.span(start, start + len(words))
        level_1 = group == "underlined" or len(match["marks"]) == 1
        is_at_top = level_1 and not text[body_start : match.start()].strip()
        return LeadingHeading(Text(place.text, place), is_at_top, match.end())
    return None


@dataclass(frozen=True, slots=True)
class SourceHeading:
    """A heading as written; ``anchor`` is its explicit id, or empty."""

    text: Text
    anchor: str


def scan_headings(file: SourceFile, body_start: int) -> tuple[SourceHeading, ...]:
    """Return the headings outside code, in the order written."""
    found: list[SourceHeading] = []
    for match in _HEADING.finditer(_blanked(file.text, body_start), body_start):
        group = "text" if match["text"] is not None else "underlined"
        words = match[group].strip()
        if words:
            start = match.start(group)
            anchor = _EXPLICIT_ID.search(match.group())
            place = file.span(start, start + len(words))
            found.append(SourceHeading(Text(place.text, place), anchor[1] if anchor else ""))
    return tuple(found)


def _blanked(text: str, body_start: int) -> str:
    """Replace code and comments by as many blanks, so that places stay the same."""
    for pattern, hint in ((_FENCE, ("```", "~~~")), (_CODE, ("`",)), (_COMMENT, ("<!--",))):
        if any(mark in text for mark in hint):
            head, body = text[:body_start], text[body_start:]
            text = head + pattern.sub(lambda match: _blank(match.group()), body)
    return text


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _bracketed(file: SourceFile, text: str, start: int) -> Iterator[Link]:
    position = start
    while match := _INLINE.search(text, position):
        escaped = text[match.start() - 1 : match.start()] == "\\"
        group = "angled" if match["angled"] is not None else "bare"
        if match[group] and not escaped:
            yield _link(file, match, group, is_image=match["image"] is not None)
        # step inside the brackets: the text of a link may be an image
        position = match.start() + (2 if match["image"] else 1)


def _others(file: SourceFile, text: str, start: int) -> Iterator[Link]:
    for match in _REFERENCE.finditer(text, start):
        yield _link(file, match, "angled" if match["angled"] is not None else "bare")
    for match in _AUTOLINK.finditer(text, start):
        yield _link(file, match, "bare")
    for match in _RAW.finditer(text, start):
        group = next(name for name in ("double", "single", "bare") if match[name] is not None)
        yield _link(file, match, group, is_image=match["tag"].lower() != "a")


def _link(file: SourceFile, match: re.Match[str], group: str, *, is_image: bool = False) -> Link:
    span = file.span(match.start(group), match.end(group))
    return Link(Text(match[group], span), is_image)
