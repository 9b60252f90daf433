"""LNK011: links to articles that customers do not see."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import links_with_places, path_span
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.render import LinkKind

RULE = Rule(
    code="LNK011",
    name="link-to-draft",
    severity=Severity.ERROR,
    stage=Stage.FRAGMENTS,
    summary="A published article links to one that is a draft, or not published on this day.",
    why="The customer sees the words of the link, and nothing to click.",
    fix="Publish the other article first, or take the link out.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to end it](⟦end.md⟧).\n",
                "content/en/account/end.md": "---\ntitle: Close your account\ndraft: true\n---\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to end it](⟦end.md⟧#steps).\n",
                "content/en/account/end.md": "---\ntitle: Close your account\n"
                "publish_from: 2999-01-01\n---\n## Steps\n\nText.\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "draft: true\n---\nSee [how to end it](end.md).\n",
                "content/id/account/reset.md": None,
                "content/en/account/end.md": "---\ntitle: Close your account\ndraft: true\n---\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to end it](end.md).\n",
                "content/en/account/end.md": "---\ntitle: Close your account\ndraft: true\n---\n",
                "content/id/account/end.md": "---\ntitle: Tutup akun\n---\nTutup.\n",
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at the links of published articles; a fallback page is good enough a destination."""
    for article, link, destination in links_with_places(context):
        if destination.kind is not LinkKind.ARTICLE or not article.is_published(context.today):
            continue
        language = destination.language or article.language
        if context.addresses.entry(language, destination.name) is None:
            yield Diagnostic(
                RULE,
                path_span(link),
                f"“{link.target.value}” leads to an article that is not published",
                help="publish that article, or take the link out",
            )
