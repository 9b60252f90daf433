"""ART004: ids that two articles of one language share."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="ART004",
    name="duplicate-article-id",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="Two articles of one language have the same id.",
    why="Their translations cannot be told apart.",
    fix="Give each its own id.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/close.md": (
                    "---\ntitle: Close your account\nid: account-end\ndraft: true\n---\nText.\n"
                ),
                "content/en/account/end.md": (
                    "---\ntitle: End your account\nid: ⟦account-end⟧\ndraft: true\n---\nText.\n"
                ),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/close.md": (
                    "---\ntitle: Close your account\nid: account-close\ndraft: true\n---\nText.\n"
                ),
                "content/en/account/end.md": (
                    "---\ntitle: End your account\nid: account-end\ndraft: true\n---\nText.\n"
                ),
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
