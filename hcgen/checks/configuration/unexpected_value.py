"""CFG005: values of the wrong form."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG005",
    name="unexpected-value",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A value does not have the form that its key wants.",
    why="It cannot be used, so customers see nothing or something else than meant.",
    fix="Write the value as the help at the place shows.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": (
                    "---\ntitle: Reset your password\nreviewed: ⟦12 May⟧\n---\nText.\n"
                )
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": (
                    "---\ntitle: Reset your password\nreviewed: 2026-05-12\n---\nText.\n"
                )
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
