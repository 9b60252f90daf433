"""Finds links, images and the first heading in Markdown, with their places.

The renderer knows which links an article has; only the source knows where they stand. Code,
comments and escapes are passed over as Python-Markdown passes over them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hcgen.model.article import Link
from hcgen.source import SourceFile, Span, Text

_FENCE = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n`]*\n.*?(?:(?P<end>^[ \t>]*(?P=fence)[`~]*[ \t]*$)|\Z)",
    re.M | re.S,
)
_FENCE_SIGN = re.compile(r"```|~~~")
_PARAGRAPH_END = re.compile(r"(\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d{1,9}\.)[ \t]))")
_NOT_NEWLINE = re.compile(r"[^\n]")
_TICKS = re.compile("`+")
_COMMENT = re.compile(r"<!--.*?(?:(?P<end>-->)|\Z)", re.S)
# at the start of a line it is one whatever backticks it holds; elsewhere code comes first
_BLOCK_COMMENT = re.compile(r"^[ ]{0,3}<!--.*?(?:(?P<end>-->)|\Z)", re.S | re.M)
_INLINE = re.compile(
    # [text] with one level of brackets; then a target up to a title in quotes: it may hold blanks
    r"""\[(?P<words>(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]
        \(\s*(?:<(?P<angled>[^<>\n]*)>
              |(?P<bare>(?:\\.|[^\s()\\]|\([^\s()]*\))*
                       (?:[ \t]+(?!["'])(?:\\.|[^\s()\\]|\([^\s()]*\))+)*))""",
    re.X,
)
_REFERENCE = re.compile(
    r"^[ ]{0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*\n?[ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))", re.M
)
_AUTOLINK = re.compile(r"<(?P<bare>(?:https?|mailto|tel):[^\s<>]+)>", re.I)
_RAW = re.compile(
    r"""<(?P<tag>a|img|source|video|audio)(?=[\s/>])[^<>]*?\s(?:href|src)\s*=\s*
        (?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"'>]+))""",
    re.I | re.X,
)
_HEADING = re.compile(
    r"^(?P<marks>#{1,6})(?P<text>[^\n]*)$|^(?P<underlined>[^\n\s][^\n]*)\n=+[ \t]*$", re.M
)


def scan_links(file: SourceFile, body_start: int) -> tuple[Link, ...]:
    """Return the links and images of a Markdown text in the order written."""
    if "[" not in file.text and "<" not in file.text:
        return ()
    text = without_code_and_comments(file.text, body_start)
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


@dataclass(frozen=True, slots=True)
class SourceHeading:
    """A heading as written; ``anchor`` is its explicit id, or empty."""

    text: Text
    anchor: str


def first_heading(file: SourceFile, body_start: int) -> LeadingHeading | None:
    """Return the first heading outside code, written with ``#`` or underlined with ``===``."""
    for match, heading in _headings(file, body_start):
        above = _without_comments(file.text[body_start : match.start()])
        level_1 = match["marks"] is None or len(match["marks"]) == 1
        return LeadingHeading(heading.text, level_1 and not above.strip(), match.end())
    return None


def scan_headings(file: SourceFile, body_start: int) -> tuple[SourceHeading, ...]:
    """Return the headings outside code, in the order written."""
    return tuple(heading for _, heading in _headings(file, body_start))


def _headings(file: SourceFile, body_start: int) -> Iterator[tuple[re.Match[str], SourceHeading]]:
    # code within a line stays: it is a part of the heading
    body = _without_comments(_without_fences(file.text[body_start:]))
    for match in _HEADING.finditer(file.text[:body_start] + body, body_start):
        group = "text" if match["text"] is not None else "underlined"
        words, anchor = _without_attributes(match[group].rstrip(" \t"))
        if group == "text":
            words = words.rstrip(" \t").rstrip("#")
        if words.strip():
            start = match.start(group) + len(words) - len(words.lstrip())
            place = file.span(start, start + len(words.strip()))
            yield match, SourceHeading(Text(place.text, place), anchor)


def _without_attributes(line: str) -> tuple[str, str]:
    """Return a heading's line without the ``{…}`` at its end, and the id in there."""
    brace = line.rfind("{")
    if brace < 0 or not line.endswith("}") or line[brace - 1 : brace] not in ("", " ", "\t"):
        return line, ""
    names = (word[1:] for word in line[brace + 1 : -1].split() if word.startswith("#"))
    return line[:brace], next(names, "")


def scan_comments(file: SourceFile, body_start: int) -> tuple[Span, ...]:
    """Return the HTML comments outside code, in the order written."""
    if "<!--" not in file.text:
        return ()
    body = _without_fences(file.text[body_start:])
    blocks = [match.span() for match in _BLOCK_COMMENT.finditer(body) if match["end"]]
    rest = _without_code_in_lines(_BLOCK_COMMENT.sub(_blank_closed, body))
    others = [match.span() for match in _COMMENT.finditer(rest) if match["end"]]
    return tuple(
        file.span(body_start + start, body_start + end) for start, end in sorted(blocks + others)
    )


def fence_spans(file: SourceFile, body_start: int) -> tuple[Span, ...]:
    """Return the blocks of code between fences, fences included, in the order written."""
    return tuple(
        file.span(body_start + match.start("fence"), body_start + match.end())
        for match in _fences(file.text[body_start:])
    )


def without_code_and_comments(text: str, body_start: int, *, in_line: str = " ") -> str:
    """Replace code and comments by as many blanks, so that places stay the same.

    Args:
        in_line: What code within a line becomes instead of blanks; one character.
    """
    body = _without_fences(text[body_start:])
    if "<!--" in body:
        body = _BLOCK_COMMENT.sub(_blank_closed, body)
    return text[:body_start] + _without_comments(_without_code_in_lines(body, in_line))


def _without_code_in_lines(text: str, filler: str = " ") -> str:
    if "`" not in text:
        return text
    # code in a line ends with its paragraph or list item
    return "".join(
        _without_code_spans(paragraph, filler) if "`" in paragraph else paragraph
        for paragraph in _PARAGRAPH_END.split(text)
    )


def _without_fences(text: str) -> str:
    parts: list[str] = []
    done = 0
    for match in _fences(text):
        parts += (text[done : match.start()], _blank(match.group()))
        done = match.end()
    return "".join((*parts, text[done:])) if parts else text


@lru_cache(maxsize=4)  # every scan of an article begins with it
def _fences(text: str) -> tuple[re.Match[str], ...]:
    """Return the closed blocks of code between fences; each match begins at its line's start."""
    found: list[re.Match[str]] = []
    done = 0
    if "```" not in text and "~~~" not in text:
        return ()
    # looking for the signs first is far quicker than trying the pattern at every line
    for sign in _FENCE_SIGN.finditer(text):
        start = text.rfind("\n", 0, sign.start()) + 1
        if start < done:
            continue
        match = _FENCE.match(text, start)
        if match is None:
            continue
        if match["end"] is None:
            break  # it takes in all the rest, which Python-Markdown then takes for text
        found.append(match)
        done = match.end()
    return tuple(found)


def _without_comments(text: str) -> str:
    return _COMMENT.sub(_blank_closed, text) if "<!--" in text else text


def _blank_closed(match: re.Match[str]) -> str:
    # like Python-Markdown, which takes what is not closed for text
    return match.group() if match["end"] is None else _blank(match.group())


def _without_code_spans(text: str, filler: str) -> str:
    """Replace inline code: a run of backticks up to the next run of the same length.

    A pattern with a back reference would try every pair of runs.
    """
    runs = [
        # a backslash takes the first one away
        (match.start() + (text[match.start() - 1 : match.start()] == "\\"), match.end())
        for match in _TICKS.finditer(text)
    ]
    runs = [run for run in runs if run[0] < run[1]]
    following: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        following.setdefault(runs[index][1] - runs[index][0], []).append(index)
    parts: list[str] = []
    done = index = 0
    while index < len(runs):
        start, end = runs[index]
        later = following[end - start]
        while later and later[-1] <= index:
            later.pop()
        if not later:
            index += 1
            continue
        close = later[-1]
        parts += (text[done:start], _NOT_NEWLINE.sub(filler, text[start : runs[close][1]]))
        done = runs[close][1]
        index = close + 1
    return "".join((*parts, text[done:]))


def _blank(text: str) -> str:
    return _NOT_NEWLINE.sub(" ", text)


def _bracketed(file: SourceFile, text: str, start: int) -> Iterator[Link]:
    # looking for the bracket first is far quicker than a pattern that may begin before it
    place = text.find("[", start)
    while place >= 0:
        is_image = text[place - 1 : place] == "!" and not _is_escaped(text, place - 1, start)
        if is_image or not _is_escaped(text, place, start):
            match = _INLINE.match(text, place)
            group = "angled" if match and match["angled"] is not None else "bare"
            if match and match[group]:
                yield _link(file, match, group, is_image=is_image)
        # step inside the brackets: the text of a link may be an image
        place = text.find("[", place + 1)


def _is_escaped(text: str, place: int, start: int) -> bool:
    """Tell whether an odd number of backslashes stands before a place."""
    first = place
    while first > start and text[first - 1] == "\\":
        first -= 1
    return (place - first) % 2 == 1


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
    words = match.groupdict().get("words")
    if words is None:
        return Link(Text(match[group], span), is_image)
    place = file.span(*match.span("words"))
    return Link(Text(match[group], span), is_image, Text(place.text, place))
