"""CFG006: options that MkDocs knows and hcgen does not act on."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG006",
    name="option-without-effect",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="An option of mkdocs.yml has no effect.",
    why="Whoever wrote it expects something that does not happen.",
    fix="Take the line out.",
    since="0.1.0",
    bad=(
        Example(
            {
                "mkdocs.yml": (
                    "site_name: Help\n"
                    "site_url: https://help.example.com/\n"
                    "⟦nav⟧: []\n"
                    "plugins: [{hcgen: {languages: [en, id]}}]\n"
                )
            }
        ),
    ),
    good=(
        Example(
            {
                "mkdocs.yml": (
                    "site_name: Help\n"
                    "site_url: https://help.example.com/\n"
                    "plugins: [{hcgen: {languages: [en, id]}}]\n"
                )
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
