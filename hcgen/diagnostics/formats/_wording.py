"""What several formats say or order in the same way."""

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.report import Report
from hcgen.diagnostics.rule import Severity


def closing_line(report: Report) -> str:
    """Return how much was found, and in how much."""
    counts = ", ".join(count(report.count(severity), severity.value) for severity in Severity)
    looked_at = ", ".join(
        [
            count(report.articles, "article"),
            count(report.languages, "language"),
            count(report.channels, "channel"),
        ]
    )
    aside = ""
    if report.ignored:
        aside += f"; {report.ignored} accepted by comments"
    if report.known:
        aside += f"; {report.known} known and not shown (baseline.lock)"
    return f"{counts} in {looked_at}{aside}"


def count(number: int, noun: str) -> str:
    """Return the number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def message_with_help(diagnostic: Diagnostic) -> str:
    """Return what is wrong and what to do about it, in one line that steers nothing."""
    parts = [diagnostic.message, diagnostic.help]
    return visible(". ".join(part for part in parts if part))


def most_severe_first(report: Report) -> list[Diagnostic]:
    """Return errors, then warnings, then notes, each by place."""
    return sorted(report.diagnostics, key=lambda diagnostic: diagnostic.severity.rank)
