"""CON001: a help centre without contact channels."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CON001",
    name="no-channels-file",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="There is no channels.yml.",
    why="Customers who did not find the answer cannot reach anybody.",
    fix="Create content/channels.yml with at least one channel.",
    since="0.1.0",
    bad=(Example({"content/channels.yml": None}, unplaced="content/channels.yml"),),
    good=(
        Example(
            {
                "content/channels.yml": (
                    "channels:\n  - id: mail\n    kind: email\n    address: help@example.com\n"
                )
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
