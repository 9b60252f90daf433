"""LNK002: links to a heading that does not exist."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import links_with_places, path_span
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Article
from hcgen.model.nearest import nearest
from hcgen.render import Destination, LinkKind

RULE = Rule(
    code="LNK002",
    name="missing-anchor",
    severity=Severity.ERROR,
    stage=Stage.FRAGMENTS,
    summary="A link points at a heading that does not exist.",
    why="The browser opens the article at its top, and the reader has to search for the answer.",
    fix="Point the link at an existing heading, or give the heading that id: ## Heading {#id}",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md#⟦step⟧).\n",
                "content/en/billing/pay.md": (
                    "---\ntitle: Pay\n---\n## What to do {#steps}\n\nPay.\n"
                ),
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [below](#⟦where⟧).\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md#steps) or [below](#more).\n\n"
                "## More\n\nText.\n",
                "content/en/billing/pay.md": (
                    "---\ntitle: Pay\n---\n## What to do {#steps}\n\nPay.\n"
                ),
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Compare the part after ``#`` with the ids in the article that the reader will see."""
    for article, link, destination in links_with_places(context):
        anchor = destination.anchor
        target = _target(context, article, destination)
        if not anchor or target is None:
            continue
        fragment = context.fragments.get(target.file.path)
        if fragment is None or fragment.error or anchor in fragment.anchors:
            continue
        headings = ", ".join(heading.anchor for heading in fragment.headings[:8])
        before = len(path_span(link).text) + 1
        span = link.target.span
        yield Diagnostic(
            RULE,
            span.slice(before) if span.text == link.target.value else span,
            f"“{target.file.path}” has no heading with the id “{anchor}”",
            help=nearest(
                anchor,
                fragment.anchors,
                otherwise=f"it has: {headings}" if headings else "take out the part from # on",
            ),
        )


def _target(
    context: FragmentsContext, article: Article, destination: Destination
) -> Article | None:
    if destination.kind is LinkKind.SAME_PAGE:
        return article
    if destination.kind is not LinkKind.ARTICLE:
        return None
    entry = context.addresses.entry(destination.language or article.language, destination.name)
    return entry.article if entry else None
