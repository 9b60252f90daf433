"""CFG007: languages that hcgen does not speak."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG007",
    name="unknown-language",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A language has no interface strings.",
    why="Its pages could not be made.",
    fix="Use a language that hcgen ships.",
    since="0.1.0",
    bad=(
        Example(
            {
                "mkdocs.yml": (
                    "site_name: Help\n"
                    "site_url: https://help.example.com/\n"
                    "plugins: [{hcgen: {languages: [en, id, ⟦xx⟧]}}]\n"
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
