"""ART001: articles whose front matter has no title."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="ART001",
    name="missing-title",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="An article has no title in its front matter.",
    why="Lists, search results and browser tabs show the first heading or the file's name instead.",
    fix="Add title: to the front matter, in the customer's words.",
    since="0.1.0",
    bad=(
        Example({"content/en/account/reset.md": "# ⟦Reset your password⟧\n\nText.\n"}),
        Example({"content/en/account/reset.md": "Text.\n"}, unplaced="content/en/account/reset.md"),
    ),
    good=(
        Example({"content/en/account/reset.md": "---\ntitle: Reset your password\n---\nText.\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at every article that front matter could be read from."""
    broken = {
        finding.span.file
        for name in ("unreadable-yaml", "unclosed-front-matter")
        for finding in context.findings.get(name, ())
    }
    for article in context.centre.articles:
        if article.has_title or article.file in broken:
            continue
        yield Diagnostic(
            RULE,
            article.title.span,
            f"the front matter has no title; “{article.title.value}” serves as one",
            help=f"add “title: {article.title.value}” between two lines “---” at the top",
        )
