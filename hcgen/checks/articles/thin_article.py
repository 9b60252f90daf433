"""ART013: articles that say hardly anything."""

from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.load.markdown_blocks import BlockKind
from hcgen.model.article import Role

_SHOWN_SHARE = 3
"""What shows instead of telling needs a third of the words."""

_REST: dict[str, str | None] = dict.fromkeys(
    ("content/id/account/reset.md", "content/en/billing/pay.md", "content/id/billing/pay.md")
)
_WIDE = "Choose a new password on the page that the link in our message opens. "

RULE = Rule(
    code="ART013",
    name="thin-article",
    severity=Severity.NOTE,
    stage=Stage.ARTICLE,
    summary="An article has very little text.",
    why="Customers who opened it hoping for an answer go on to call or write.",
    fix="Answer the question in full: what to do, step by step, and what if it does not work; "
    "or move the text into a related article.",
    since="0.1.0",
    bad=(
        Example(
            {
                **_REST,
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins: [{hcgen: {languages: [en]}}]\n",
                "content/en/account/reset.md": "---\ntitle: ⟦Reset your password⟧\n---\n"
                "Choose a new one.\n",
            }
        ),
        Example(
            {
                **_REST,
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins: [{hcgen: {languages: [en]}}]\n",
                "content/en/account/reset.md": "---\ntitle: ⟦Reset your password⟧\n---\n"
                "1. Click.\n2. Type.\n",
            }
        ),
    ),
    good=(
        Example(
            {
                **_REST,
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins: [{hcgen: {languages: [en]}}]\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "1. Open the page of your profile.\n2. Click “New password”.\n3. Type it twice.\n"
                "4. Click “Save”.\n",
                "content/en/account/index.md": "---\ntitle: Accounts\n---\nText.\n",
                "content/en/about.md": "---\ntitle: About us\n---\nText.\n",
            }
        ),
        Example(
            {
                **_REST,
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins: [{hcgen: {languages: [en]}}]\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                f"{_WIDE * 5}\n",
                "content/en/account/close.md": "---\ntitle: Close\ndraft: true\n---\nText.\n",
            }
        ),
    ),
)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Compare the letters of an answer with the language's norm."""
    article = context.article
    letters = context.fragment.letters
    fewest = context.language.norms.article_letters[0]
    if letters >= fewest or article.is_draft or article.role is not Role.ARTICLE:
        return
    if letters * _SHOWN_SHARE >= fewest and _shows(context):
        return
    yield Diagnostic(
        RULE,
        article.place,
        f"this article has only {letters} letters and digits of text",
        help="answer the question in full, or move the text into a related article",
    )


def _shows(context: ArticleContext) -> bool:
    """Tell whether a picture, a table, code or steps say what would take many words."""
    return any(link.is_image for link in context.article.links) or any(
        block.kind in (BlockKind.TABLE, BlockKind.CODE) or block.is_ordered
        for block in context.blocks
    )
