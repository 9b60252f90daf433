"""Text with addresses: files, spans of code points in them, and the lines people count."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place that editors understand: line and column, both from 1, in code points."""

    line: int
    column: int


class SourceFile:
    r"""A text file as it was read: its path below the project folder and its text.

    Attributes:
        path: Relative to the project folder, with ``/`` on every system.
        text: Decoded, without a byte order mark, every line end as ``\n``.
    """

    __slots__ = ("_line_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._line_starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"SourceFile({self.path!r})"

    def position(self, offset: int) -> Position:
        """Return the place of a code-point offset; offsets outside the text are pulled into it."""
        if self._line_starts is None:
            starts = [0]
            find = self.text.find
            end = find("\n")
            while end >= 0:
                starts.append(end + 1)
                end = find("\n", end + 1)
            self._line_starts = starts
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_text(self, line: int) -> str:
        """Return a line (counted from 1) without its end."""
        start = self.offset_of_line(line)
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def offset_of_line(self, line: int) -> int:
        """Return where a line (from 1) starts; the end of the text if there is no such line."""
        self.position(0)
        starts = self._line_starts or [0]
        return starts[line - 1] if line <= len(starts) else len(self.text)

    def span(self, start: int, end: int) -> "Span":
        """Return the half-open span between two offsets."""
        return Span(self, start, end)

    def start(self) -> "Span":
        """Return the empty span at the very beginning: for what is said about the whole file."""
        return Span(self, 0, 0)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in one file."""

    file: SourceFile
    start: int
    end: int

    @property
    def position(self) -> Position:
        return self.file.position(self.start)

    @property
    def end_position(self) -> Position:
        return self.file.position(self.end)

    @property
    def text(self) -> str:
        return self.file.text[self.start : self.end]

    def slice(self, start: int, end: int | None = None) -> "Span":
        """Return a part of this span, counted from its start."""
        return Span(self.file, self.start + start, self.end if end is None else self.start + end)


@dataclass(frozen=True, slots=True)
class Text:
    """A string and where it was written.

    The span of a quoted YAML value includes the quotes, the value does not.
    """

    value: str
    span: Span

    def __str__(self) -> str:
        return self.value
