"""CFG008: Markdown extensions that cannot be loaded."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG008",
    name="unusable-markdown-extension",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A Markdown extension cannot be loaded.",
    why="What it would have made of the text is shown to customers as raw signs.",
    fix="Correct its name or options, or install the package that brings it.",
    since="0.1.0",
    bad=(
        Example(
            {
                "mkdocs.yml": (
                    "site_name: Help\n"
                    "site_url: https://help.example.com/\n"
                    "plugins: [{hcgen: {languages: [en, id]}}]\n"
                    "markdown_extensions: [⟦admonitions⟧]\n"
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
                    "markdown_extensions: [admonition]\n"
                )
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
