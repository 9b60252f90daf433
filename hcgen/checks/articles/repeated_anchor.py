"""ART007: headings that cannot be told apart by their ids."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.load.markdown_scan import scan_headings
from hcgen.model.url import slugify
from hcgen.source import Span

RULE = Rule(
    code="ART007",
    name="repeated-anchor",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="Two headings of an article, below the same heading, have the same id.",
    why="A link to the second one opens the first, or another one after the next edit.",
    fix="Word the headings differently, or give one of them an id: ## Heading {#my-id}",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "## Steps\n\nText.\n\n## ⟦Steps⟧\n\nText.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "## On a phone {#steps}\n\nText.\n\n## ⟦On a computer⟧ {#steps}\n\nText.\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "## Phone\n\n### Steps\n\nText.\n\n## Computer\n\n### Steps\n\nText.\n"
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Pass on the ids that the renderer had to number."""
    for article in context.centre.articles:
        fragment = context.fragments.get(article.file.path)
        for anchor in dict.fromkeys(fragment.repeated_anchors if fragment else ()):
            headings = [
                heading
                for heading in scan_headings(article.file, article.body_start)
                if (heading.anchor or slugify(heading.text.value)) == anchor
            ]
            place: Span = headings[-1].text.span if headings else article.place
            yield Diagnostic(
                RULE,
                place,
                f"another heading has the id “{anchor}” too",
                help="word it differently, or give it an id of its own: ## Heading {#my-id}",
            )
