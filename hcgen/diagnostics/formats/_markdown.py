"""A table of diagnostics that stays a table, whatever the files say."""

import re
from collections.abc import Sequence

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.formats._wording import closing_line, count, most_severe_first
from hcgen.diagnostics.report import Report

_LONGEST_CELL = 1_000
_HEAD = ("| | Place | What is wrong | What to write |", "|---|---|---|---|")
_ROOM_FOR_LAST_LINE = 100


def document(report: Report, *, limit_bytes: int) -> str:
    """Return a verdict and all that fits in the limit, most severe first."""
    if not report.diagnostics:
        return f"**Help centre: nothing to mend** ({closing_line(report)})\n"
    lines = [f"**Help centre: {closing_line(report)}**", "", *_HEAD]
    size = sum(_size(line) for line in lines) + _ROOM_FOR_LAST_LINE
    ordered = most_severe_first(report)
    rows: list[str] = []
    for diagnostic in ordered:
        row = _row(diagnostic)
        size += _size(row)
        if size > limit_bytes:
            break
        rows.append(row)
    return "\n".join([*lines, *rows, *_left_out(ordered[len(rows) :])]) + "\n"


def _left_out(rest: Sequence[Diagnostic]) -> list[str]:
    return ["", f"{count(len(rest), 'more finding')} left out here"] if rest else []


def _row(diagnostic: Diagnostic) -> str:
    place = diagnostic.span.position
    where = f"{diagnostic.span.file.path}:{place.line}:{place.column}"
    severity = f"{diagnostic.severity.value} {diagnostic.rule.code}"
    cells = (severity, code(where), code(diagnostic.message), code(diagnostic.help))
    return f"| {' | '.join(cells)} |"


def code(text: str) -> str:
    """Return the text as a code span for a cell of a table; nothing in it means anything.

    In code there are no mentions, no references and no HTML. A longer run of backticks than any
    inside ends it (CommonMark 0.31, section 6.1). A pipe is escaped even in code (GFM, section
    4.10); behind a backslash, where readers differ, it becomes a code.
    """
    text = visible(text)
    if not text.strip():
        return ""
    if len(text) > _LONGEST_CELL:
        text = text[:_LONGEST_CELL] + "…"
    text = re.sub(r"\\\|", r"\\\\u{7c}", text).replace("|", r"\|")
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    # one blank at both ends is taken off again
    padding = " " if {text[0], text[-1]} & {"`", " "} else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def _size(line: str) -> int:
    return len(line.encode("utf-8")) + 1
