"""CFG001: files that cannot be read as text."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG001",
    name="unreadable-file",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A file cannot be read.",
    why="Nothing in it reaches customers, and nobody notices.",
    fix="Save it as UTF-8, keep articles small, and use no links that leave the project.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": (
                    "---\ntitle: Caf⟦".encode() + b"\xe9" + "⟧\n---\nText.\n".encode()
                )
            }
        ),
    ),
    good=(Example({"content/en/account/reset.md": "---\ntitle: Café\n---\nText.\n"}),),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
