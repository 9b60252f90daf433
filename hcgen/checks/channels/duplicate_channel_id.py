"""CON003: ids that two channels share."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CON003",
    name="duplicate-channel-id",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="Two channels have the same id.",
    why="Routing and fallbacks cannot tell them apart; only the first one is shown.",
    fix="Give each its own id.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": (
                    "channels:\n"
                    "  - {id: mail, kind: email, address: a@example.com}\n"
                    "  - {id: ⟦mail⟧, kind: email, address: b@example.com}\n"
                )
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": (
                    "channels:\n"
                    "  - {id: mail, kind: email, address: a@example.com}\n"
                    "  - {id: sales, kind: email, address: b@example.com}\n"
                )
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
