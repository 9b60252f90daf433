"""For people: path, line and column, what is wrong, the line itself, and what to write instead."""

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.report import Report
from hcgen.diagnostics.rule import Severity

_LONGEST_LINE = 100


def render(report: Report) -> str:
    """Return one block a diagnostic and a closing line with the counts."""
    blocks = [_block(diagnostic) for diagnostic in report.diagnostics]
    return "\n".join([*blocks, _closing_line(report)]) + "\n"


def _block(diagnostic: Diagnostic) -> str:
    span, rule = diagnostic.span, diagnostic.rule
    place = span.position
    path = visible(span.file.path)
    lines = [
        f"{path}:{place.line}:{place.column}: {diagnostic.severity.value} {rule.code} "
        f"({rule.name}): {visible(diagnostic.message)}"
    ]
    source = span.file.line_text(place.line)
    if source.strip():
        lines += _marked_line(source, place.line, place.column, max(1, span.end - span.start))
    if diagnostic.help:
        lines.append(f"    help: {visible(diagnostic.help)}")
    return "\n".join(lines)


def _marked_line(source: str, line: int, column: int, width: int) -> list[str]:
    """Show the line with carets below the span; a long line is cut around the span."""
    first = max(0, column - 1 - _LONGEST_LINE // 2) if len(source) > _LONGEST_LINE else 0
    shown = source[first : first + _LONGEST_LINE]
    before = visible(shown[: column - 1 - first])
    marked = visible(shown[column - 1 - first : column - 1 - first + width])
    after = visible(shown[column - 1 - first + width :])
    gutter = f"    {line} | "
    carets = "^" * max(1, len(marked))
    return [
        f"{gutter}{before}{marked}{after}",
        f"{' ' * (len(gutter) - 2)}| {' ' * len(before)}{carets}",
    ]


def _closing_line(report: Report) -> str:
    counts = ", ".join(_count(report.count(severity), severity.value) for severity in Severity)
    looked_at = ", ".join(
        [
            _count(report.articles, "article"),
            _count(report.languages, "language"),
            _count(report.channels, "channel"),
        ]
    )
    aside = ""
    if report.ignored:
        aside += f"; {report.ignored} accepted by comments"
    if report.known:
        aside += f"; {report.known} known and not shown (baseline.lock)"
    return f"{counts} in {looked_at}{aside}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
