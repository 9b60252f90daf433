"""ART002: front matter without an end."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="ART002",
    name="unclosed-front-matter",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="The front matter at the top of an article does not end.",
    why="Its keys are lost, and would be shown to customers as text.",
    fix="Put a line with only --- below its last key.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": (
                    "⟦---⟧\ntitle: Reset your password\n\n# Reset your password\n"
                )
            }
        ),
    ),
    good=(
        Example({"content/en/account/reset.md": "---\ntitle: Reset your password\n---\nText.\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
