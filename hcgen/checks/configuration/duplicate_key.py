"""CFG003: keys that stand twice in one group."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG003",
    name="duplicate-key",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A key stands twice in one group.",
    why="Only one of the two values can count, and the reader of the file cannot tell which.",
    fix="Keep one of them.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/topics.yml": (
                    "topics:\n  - path: account\n    title: Account\n    ⟦title⟧: Accounts\n"
                )
            }
        ),
    ),
    good=(Example({"content/topics.yml": "topics:\n  - path: account\n    title: Account\n"}),),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
