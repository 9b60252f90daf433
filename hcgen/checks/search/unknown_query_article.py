"""SRH001: golden queries that name an article that does not exist."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.nearest import nearest

RULE = Rule(
    code="SRH001",
    name="unknown-query-article",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A golden query names an article that does not exist.",
    why="What customers type there can never find it, and nobody sees that.",
    fix="Write the article's path below the language's folder, without .md, or its id.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/queries/en.yml": "queries:\n  - query: forgot my password\n"
                "    article: ⟦account/rest⟧\n"
            }
        ),
        Example(
            {
                "content/queries/id.yml": "queries:\n  - query: bayar\n"
                "    article: billing/pay\n    never: [account/reset, ⟦account/tutup⟧]\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/queries/en.yml": "queries:\n  - query: forgot my password\n"
                "    article: account/reset\n    within: 3\n"
            }
        ),
        Example(
            {
                # the path of its translation will do, and so will its id
                "content/en/account/reset.md": "---\ntitle: Reset\nid: password\n---\nText.\n",
                "content/id/account/reset.md": None,
                "content/id/account/sandi.md": "---\ntitle: Sandi\nid: password\n---\nTeks.\n",
                "content/queries/en.yml": "queries:\n"
                "  - {query: reset, article: password}\n"
                "  - {query: reset text, article: account/sandi}\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look each name up among keys and paths."""
    centre = context.centre
    if not centre.queries:
        return
    known = {article.path for article in centre.articles} | set(centre.translations)
    for queries in centre.queries.values():
        for query in queries:
            for text in query.articles:
                name = text.value.strip("/").removesuffix(".md")
                is_unreadable = any(
                    f"/{path}".endswith(f"/{name}.md") for path in centre.unreadable
                )
                if name in known or is_unreadable:
                    continue
                yield Diagnostic(
                    RULE,
                    text.span,
                    f"there is no article “{text.value}”",
                    help=nearest(
                        name,
                        known,
                        otherwise="write a path such as billing/pay, or the id of an article",
                    ),
                )
