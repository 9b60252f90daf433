"""ART003: Markdown files with nothing in them."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="ART003",
    name="empty-article",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A Markdown file is empty.",
    why="It would be an empty page.",
    fix="Write the article, or delete the file.",
    since="0.1.0",
    bad=(Example({"content/en/account/empty.md": "\n"}, unplaced="content/en/account/empty.md"),),
    good=(
        Example({"content/en/account/reset.md": "---\ntitle: Reset your password\n---\nText.\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
