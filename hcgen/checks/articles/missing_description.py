"""ART010: articles that say nothing about themselves in lists."""

from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Role

_REST: dict[str, str | None] = {
    "content/id/account/reset.md": "---\ntitle: Atur\ndescription: Yang baru.\n---\nTeks.\n",
    "content/en/billing/pay.md": None,
    "content/id/billing/pay.md": None,
}

RULE = Rule(
    code="ART010",
    name="missing-description",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="An article or stand-alone page has no description.",
    why="Lists and search results show it below the title; it is how customers choose.",
    fix="Add description: to the front matter: one sentence on what the article helps to do.",
    since="0.1.0",
    bad=(
        Example(
            {
                **_REST,
                "content/en/account/reset.md": "---\ntitle: ⟦Reset your password⟧\n---\nText.\n",
            }
        ),
        Example(
            {
                **_REST,
                "content/en/account/reset.md": "---\ntitle: ⟦Reset your password⟧\n"
                "description: ''\n---\nText.\n",
            }
        ),
    ),
    good=(
        Example(
            {
                **_REST,
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "description: Make a new one.\n---\nText.\n",
            }
        ),
        Example(
            {
                **_REST,
                "content/en/account/reset.md": "---\ntitle: Reset\ndraft: true\n---\nText.\n",
                "content/en/account/index.md": "---\ntitle: About accounts\n---\nText.\n",
            }
        ),
    ),
)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look at the front matter of an article that customers find in lists."""
    article = context.article
    if article.description is not None or article.is_draft:
        return
    if article.role not in (Role.ARTICLE, Role.PAGE):
        return
    if not article.has_title and article.file.text.lstrip().startswith("---"):
        return  # front matter that cannot be read; another rule says so
    yield Diagnostic(
        RULE,
        article.place,
        "this article has no description for lists and search results",
        help="add description: with one sentence on what it helps to do",
    )
