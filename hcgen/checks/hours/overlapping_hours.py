"""HRS002: times that overlap."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_MAIL = "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
_HOURS = f"{_MAIL}hours:\n  support:\n"

RULE = Rule(
    code="HRS002",
    name="overlapping-hours",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="Two times of a day overlap, or one overlaps with the night before.",
    why="One of them is a slip, and customers read both.",
    fix="Let each time begin when the one before it has ended, or later.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f'{_HOURS}    mon-fri: ⟦"08:00-12:00, 11:00-17:00"⟧\n'}),
        Example(
            {"content/channels.yml": f'{_HOURS}    sun: "20:00-09:00"\n    mon: ⟦"08:00-17:00"⟧\n'}
        ),
    ),
    good=(
        Example({"content/channels.yml": f'{_HOURS}    mon-fri: "08:00-12:00, 12:00-17:00"\n'}),
        Example({"content/channels.yml": f'{_HOURS}    mon-sun: "20:00-02:00, 08:00-12:00"\n'}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
