"""CFG015: options of `mkdocs.yml` that stand in the wrong place."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_SITE = "site_name: Help\nsite_url: https://help.example.com/\n"

RULE = Rule(
    code="CFG015",
    name="misplaced-option",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="An option stands where it has no effect, and belongs somewhere else.",
    why="Whoever wrote it sees nothing happen and does not know why.",
    fix="Move the option to where it belongs.",
    since="0.1.0",
    bad=(
        Example(
            {
                "mkdocs.yml": f"{_SITE}⟦offline⟧: true\n"
                "plugins: [{hcgen: {languages: [en, id]}}]\n"
            }
        ),
        Example(
            {
                "mkdocs.yml": f"{_SITE}plugins:\n  - hcgen:\n      languages: [en, id]\n"
                "      ⟦palette⟧: {primary: teal}\n"
            }
        ),
        Example(
            {
                "mkdocs.yml": f"{_SITE}theme: {{name: material, ⟦fail_on⟧: warning}}\n"
                "plugins: [{hcgen: {languages: [en, id]}}]\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "mkdocs.yml": f"{_SITE}theme: {{name: material, language: en}}\n"
                "plugins: [{hcgen: {languages: [en, id], fail_on: warning}}]\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
