"""ART005: articles in no language's folder."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="ART005",
    name="article-outside-languages",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="An article lies in no language's folder.",
    why="It is not published.",
    fix="Move it below a language folder, or add the language to mkdocs.yml.",
    since="0.1.0",
    bad=(
        Example(
            {"content/fr/account/reset.md": "Texte.\n"}, unplaced="content/fr/account/reset.md"
        ),
    ),
    good=(
        Example({"content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\nTeks.\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
