"""For GitHub Actions: annotations at the lines of a change, and all the rest in the summary.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Sequence

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.formats._markdown import document
from hcgen.diagnostics.formats._wording import closing_line, message_with_help
from hcgen.diagnostics.report import Report
from hcgen.diagnostics.rule import Severity

# a step shows no more annotations of one kind
_LIMIT = 10
# the host drops a longer summary whole: 1 MiB a step
_SUMMARY_BYTES = 1_048_576
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """Return at most ten errors, ten warnings and ten notices as workflow commands."""
    lines = annotations(report.diagnostics)
    rest = len(report.diagnostics) - len(lines)
    more = f"; {rest} of them only in the summary of this step" if rest else ""
    return "\n".join([*lines, closing_line(report) + more]) + "\n"


def annotations(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return the workflow commands of as many as a step shows of each severity, errors first."""
    lines: list[str] = []
    for severity in Severity:
        same = [found for found in diagnostics if found.severity is severity]
        lines += [_command(diagnostic) for diagnostic in same[:_LIMIT]]
    return lines


def step_summary(report: Report) -> str:
    """Return Markdown for the file that ``GITHUB_STEP_SUMMARY`` names, with everything."""
    return document(report, limit_bytes=_SUMMARY_BYTES)


def _command(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.span.position, diagnostic.span.end_position
    properties: dict[str, str | int] = {"file": diagnostic.span.file.path, "line": start.line}
    # columns are for places within one line; the host warns about others
    if start.line == end.line:
        properties |= {"col": start.column, "endLine": end.line, "endColumn": end.column}
    else:
        properties |= {"endLine": end.line}
    properties["title"] = f"{diagnostic.rule.code} {diagnostic.rule.name}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(message_with_help(diagnostic))}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
