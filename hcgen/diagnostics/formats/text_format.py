"""For people: path, line and column, what is wrong, the line itself, and what to write instead."""

from collections import Counter
from collections.abc import Callable

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.formats._widths import columns
from hcgen.diagnostics.formats._wording import closing_line
from hcgen.diagnostics.report import Report

_LONGEST_LINE = 100
_TAB = "    "
# select graphic rendition (ECMA-48, section 8.3.117)
_BOLD = "1"
_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36"}

_Paint = Callable[[str, str], str]
"""Return the text (first) as it looks in a style (second)."""


def render(report: Report) -> str:
    """Return one block a diagnostic and a closing line with the counts."""
    return _render(report, lambda text, style: text)


def news(report: Report, before: Report) -> str:
    """Return the blocks of what another report did not have, and how much has come and gone.

    What has only moved within its file is not new.
    """
    known = Counter(map(_fact, before.diagnostics))
    new: list[Diagnostic] = []
    for diagnostic in report.diagnostics:
        if known[_fact(diagnostic)]:
            known[_fact(diagnostic)] -= 1
        else:
            new.append(diagnostic)
    blocks = [_block(diagnostic, lambda text, style: text) for diagnostic in new]
    gone = known.total()
    moves = f" ({len(new)} new, {gone} gone)" if new or gone else ""
    return "\n".join([*blocks, closing_line(report) + moves]) + "\n"


def _fact(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.rule.code, diagnostic.span.file.path, diagnostic.message


def render_coloured(report: Report) -> str:
    """Return the same for a terminal: the path bold, severities and carets in colour."""
    return _render(report, lambda text, style: f"\x1b[{style}m{text}\x1b[0m")


def _render(report: Report, paint: _Paint) -> str:
    blocks = [_block(diagnostic, paint) for diagnostic in report.diagnostics]
    return "\n".join([*blocks, closing_line(report)]) + "\n"


def _block(diagnostic: Diagnostic, paint: _Paint) -> str:
    span, rule = diagnostic.span, diagnostic.rule
    place = span.position
    severity = diagnostic.severity.value
    lines = [
        f"{paint(_path(span.file.path), _BOLD)}:{place.line}:{place.column}: "
        f"{paint(severity, _COLOURS[severity])} {rule.code} ({rule.name}): "
        f"{visible(diagnostic.message)}"
    ]
    source = span.file.line_text(place.line)
    if source.strip():
        width = max(1, span.end - span.start)
        before, marked, after = _cut(source, place.column - 1, width)
        gutter = f"    {place.line} | "
        carets = "^" * max(1, columns(marked))
        lines += [
            f"{gutter}{before}{marked}{after}",
            f"{' ' * (len(gutter) - 2)}| {' ' * columns(before)}"
            f"{paint(carets, _COLOURS[severity])}",
        ]
    if diagnostic.help:
        lines.append(f"    help: {visible(diagnostic.help)}")
    return "\n".join(lines)


def _path(path: str) -> str:
    """Return the path; a line of a log that starts with “::” would be a command to some hosts."""
    return f"./{visible(path)}" if path.lstrip().startswith(":") else visible(path)


def _cut(source: str, start: int, width: int) -> tuple[str, str, str]:
    """Return what stands before, in and after the span; a long line is cut around the span."""
    first = max(0, start - _LONGEST_LINE // 2) if len(source) > _LONGEST_LINE else 0
    shown = source[first : first + _LONGEST_LINE]
    start -= first
    return (
        _shown(shown[:start]),
        _shown(shown[start : start + width]),
        _shown(shown[start + width :]),
    )


def _shown(source: str) -> str:
    return visible(source.replace("\t", _TAB))
