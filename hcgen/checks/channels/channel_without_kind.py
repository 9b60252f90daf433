"""CON002: channels that do not say what they are."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CON002",
    name="channel-without-kind",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A channel has no kind.",
    why="It cannot be shown, linked or checked.",
    fix="Add kind: with one of the known kinds.",
    since="0.1.0",
    bad=(
        Example(
            {"content/channels.yml": "channels:\n  - ⟦id⟧: mail\n    address: help@example.com\n"}
        ),
    ),
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
