"""Tells the blocks of a Markdown text apart and where they stand: headings, paragraphs, items.

Rules about writing look at what customers read, word by word, and have to point at the word. What
is no word (code, addresses, marks) is blanked, so that places stay the same.
"""

import re
from dataclasses import dataclass, field
from enum import Enum

from hcgen.load.markdown_scan import fence_spans, without_code_and_comments
from hcgen.source import SourceFile, Span


class BlockKind(Enum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    NOTE = "title of a note or a tab"
    TABLE = "table"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of Markdown without an empty line in it.

    Attributes:
        span: Without the marks at its start (``##``, ``1.``, ``>``), without blanks at its ends. Of
            a note it is the title; of a table or code all of it.
        prose: What is read as words, as long as the span: whatever else stands there is blanks.
        level: Of a heading 1 to 6; else how many columns the block is indented.
        is_ordered: An item with a number.
    """

    kind: BlockKind
    span: Span
    prose: str
    level: int = 0
    is_ordered: bool = False

    @property
    def words(self) -> str:
        """The words in one line."""
        return " ".join(self.prose.split())


# each alternative begins with a character of its own: the places where none of them stands are
# passed over at once, which makes this ten times as fast as one pattern for everything; signs that
# need no pattern are in _SIGNS
_MARKS = re.compile(
    r"""!\[[^\[\]]*\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*"|\s+'[^']*')?\s*\)  # image
      | \]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*"|\s+'[^']*')?\s*\)
      | \]\[[^\[\]]*\] | \]
      | \[\^[^\[\]\s]+\]:? | \[
      | </?[a-zA-Z][^<>]*> | <[a-z]+:[^<>\s]+>
      | \{[:\#.][^{}\n]*\} | \{\{[ \t]*channel[ \t]*:[^{}\n]*\}\}
      | &(?:[a-zA-Z]{2,10}|\#[0-9]{1,7});
      | \\(?=[^\w\s])
    """,
    re.X,
)
_SIGNS = ("*", "`", "|")
_DOUBLE_SIGNS = re.compile("==+|~~")
_UNDERLINES = re.compile("_+")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+")
# of the second and later lines of a block: those of the first are not a part of it
_LINE_MARKS = re.compile(r"\n[ \t]*(?:>[ \t]?)+|\n[ \t]*(?:[-+:][ \t]+|\d{1,9}[.)][ \t]+)")
_NOT_NEWLINE = re.compile(r"[^\n]")
# stands for code within a line: no word, but no blank either, so that a line of code is a line
_CODE_IN_LINE = "\0"
# Python-Markdown takes what is between these tags as it is
_AS_IT_IS = re.compile(r"^<(?P<tag>pre|script|style)\b.*?</(?P=tag)>", re.M | re.S | re.I)
_QUOTE = re.compile(r"(?:[ \t]*>)+[ \t]?")
_ATX = re.compile(r"(?P<marks>#{1,6})[ \t]*(?P<words>[^\n]*?)[ \t#]*$")
# Python-Markdown takes no other mark behind a number: “1)” is text
_ITEM = re.compile(r"(?P<number>\d{1,9}\.)[ \t]+(?=\S)|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NOTE = re.compile(r'(?:!!!|\?\?\?\+?|===[!+]?)(?=[ \t])[^"\n]*(?:"(?P<title>[^"\n]*)")?')
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_SEPARATOR = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]\n^][^\[\]\n]*\]:[ \t]*\S+")
_ATTRIBUTES = re.compile(r"[ \t]*\{[:#.][^{}\n]*\}[ \t]*$")
_RAW_HEADING = re.compile(
    r"^[ ]{0,3}<h(?P<level>[1-6])\b[^<>]*>\s*(?P<words>.*?)\s*</h(?P=level)>", re.M | re.S | re.I
)


_RAW_TABLE = re.compile(r"^[ ]{0,3}<table\b.*?</table>", re.M | re.S | re.I)


def scan_blocks(file: SourceFile, body_start: int) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text in the order written."""
    shape = without_code_and_comments(file.text, body_start, in_line=_CODE_IN_LINE)
    fences = list(fence_spans(file, body_start))
    if "<" in shape:
        raw = [file.span(*match.span()) for match in _AS_IT_IS.finditer(shape, body_start)]
        if raw:
            shape = _AS_IT_IS.sub(_blanked, shape)
            fences = sorted((*fences, *raw), key=lambda span: span.start)
    prose = _prose(shape.replace(_CODE_IN_LINE, " "), body_start)
    headings = _RAW_HEADING.finditer(shape, body_start) if "</h" in shape.lower() else ()
    raw_headings = [(int(match["level"]), *match.span("words")) for match in headings]
    if raw_headings:
        shape = _RAW_HEADING.sub(_blanked, shape)
    raw_tables = list(_RAW_TABLE.finditer(shape, body_start)) if "</t" in shape.lower() else []
    if raw_tables:
        shape = _RAW_TABLE.sub(_blanked, shape)
    walk = _Walk(file, shape, prose)
    for table in raw_tables:
        walk.add_table(*table.span())
    for level, start, end in raw_headings:
        walk.add_heading(level, start, end)
    lines: list[tuple[int, str]] = []
    start = body_start
    for line in shape[body_start:].split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    next_fence = 0
    for number, (start, line) in enumerate(lines):
        if next_fence < len(fences) and fences[next_fence].start <= start + len(line):
            walk.finish()
            walk.add_code(fences[next_fence])
            next_fence += 1
        following = lines[number + 1][1] if number + 1 < len(lines) else ""
        walk.pass_line(start, line, following)
    walk.finish()
    walk.found.sort(key=lambda block: block.span.start)
    return tuple(walk.found)


def _prose(shape: str, body_start: int) -> str:
    """Return a text with blanks in the place of what is no word."""
    body = _MARKS.sub(_blanked, shape[body_start:])
    for sign in _SIGNS:
        body = body.replace(sign, " ")
    if "==" in body or "~~" in body:
        body = _DOUBLE_SIGNS.sub(_blanked, body)
    if "_" in body:
        body = _UNDERLINES.sub(_blanked_outside_words, body)
    if "://" in body:
        body = _ADDRESS.sub(_blanked, body)
    return " " * body_start + body


def _blanked(match: re.Match[str]) -> str:
    text = match.group()
    return _NOT_NEWLINE.sub(" ", text) if "\n" in text else " " * len(text)


def _blanked_outside_words(match: re.Match[str]) -> str:
    text, (start, end) = match.string, match.span()
    is_inside = start and text[start - 1].isalnum() and text[end : end + 1].isalnum()
    return match.group() if is_inside else " " * (end - start)


@dataclass(slots=True)
class _Walk:
    """Goes from line to line and puts blocks together."""

    file: SourceFile
    shape: str
    prose: str
    found: list[Block] = field(default_factory=list)
    _kind: BlockKind | None = None
    _start: int = 0
    _end: int = 0
    _level: int = 0
    _is_ordered: bool = False
    _lines: int = 0
    _after_blank: bool = True
    _container: int = -1  # indentation of the list or note that lines may belong to; -1: none

    def pass_line(self, start: int, line: str, following: str) -> None:
        """Take one line, without code and comments, and the one that follows."""
        if ">" in line and (quote := _QUOTE.match(line)):
            start += quote.end()
            line = line[quote.end() :]
        inner = line.lstrip(" \t")
        if not inner or inner.isspace():
            self.finish()
            self._after_blank = True
            return
        blanks = len(line) - len(inner)
        indentation = len(line[:blanks].expandtabs(4)) if blanks else 0
        place = start + blanks
        if self._after_blank and indentation == 0:
            self._container = -1
        if self._is_code(indentation):
            self._open(BlockKind.CODE, place, indentation)
        elif self._kind is BlockKind.CODE:
            self.finish()
        if self._kind is not BlockKind.CODE:
            self._take(place, inner, following, indentation)
        if self._kind is not None:
            self._end = place + len(inner.rstrip())
            self._lines += 1
        self._after_blank = False

    def finish(self) -> None:
        """Close the open block."""
        if self._kind is not None:
            self._add(self._kind, self._start, self._end, self._level, self._is_ordered)
        self._kind = None

    def add_code(self, fence: Span) -> None:
        """Take a block of code between fences or tags."""
        self.found.append(Block(BlockKind.CODE, fence, " " * (fence.end - fence.start)))

    def add_heading(self, level: int, start: int, end: int) -> None:
        """Take a heading between tags."""
        self._add(BlockKind.HEADING, start, end, level, False)

    def add_table(self, start: int, end: int) -> None:
        """Take a table between tags."""
        self._add(BlockKind.TABLE, start, end, 0, False)

    def _is_code(self, indentation: int) -> bool:
        if self._kind is BlockKind.CODE:
            return False
        return self._kind is None and self._after_blank and indentation >= 4 and self._container < 0

    def _may_be_heading(self, indentation: int) -> bool:
        """Tell whether the signs of a heading stand where Python-Markdown looks for them."""
        if indentation == 0:
            return True
        return indentation > self._container >= 0 and indentation % 4 == 0

    def _take(self, place: int, inner: str, following: str, indentation: int) -> None:
        if inner[0].isalpha():  # most lines; no mark begins with a letter
            self._take_text(place, inner, following, indentation)
        elif self._may_be_heading(indentation) and (heading := _ATX.match(inner)):
            self.finish()
            words = _ATTRIBUTES.sub("", heading["words"])
            at = place + heading.start("words")
            self._add(BlockKind.HEADING, at, at + len(words), len(heading["marks"]), False)
        elif self._kind is BlockKind.PARAGRAPH and self._lines == 1 and _SETEXT.match(inner):
            level = 1 if inner[0] == "=" else 2
            self._kind, self._level = BlockKind.HEADING, level
            words = _ATTRIBUTES.sub("", self.shape[self._start : self._end])
            self._end = self._start + len(words)
            self.finish()
        elif _RULE.match(inner) or (_DEFINITION.match(inner) and self._kind is None):
            self.finish()
        elif note := _NOTE.match(inner):
            self.finish()
            self._container = indentation
            if note["title"]:
                at = place + note.start("title")
                self._add(BlockKind.NOTE, at, place + note.end("title"), indentation, False)
        # as in Python-Markdown, a list does not begin within a paragraph
        elif self._kind is not BlockKind.PARAGRAPH and (item := _ITEM.match(inner)):
            self.finish()
            self._container = indentation
            self._open(BlockKind.ITEM, place + item.end(), indentation)
            self._is_ordered = item["number"] is not None
        else:
            self._take_text(place, inner, following, indentation)

    def _take_text(self, place: int, inner: str, following: str, indentation: int) -> None:
        if self._kind is None:
            is_table = "|" in inner and "-" in following and bool(_SEPARATOR.match(following))
            self._open(BlockKind.TABLE if is_table else BlockKind.PARAGRAPH, place, indentation)

    def _open(self, kind: BlockKind, start: int, indentation: int) -> None:
        self._kind, self._start, self._level = kind, start, indentation
        self._is_ordered, self._lines = False, 0

    def _add(self, kind: BlockKind, start: int, end: int, level: int, is_ordered: bool) -> None:
        if end > start:
            prose = " " * (end - start) if kind is BlockKind.CODE else self.prose[start:end]
            if "\n" in prose:
                prose = _LINE_MARKS.sub(_blanked, prose)
            self.found.append(Block(kind, self.file.span(start, end), prose, level, is_ordered))
