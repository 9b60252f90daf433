"""ART008: titles that do not say which question is answered."""

from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Role
from hcgen.model.norms import bare

RULE = Rule(
    code="ART008",
    name="vague-title",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="The title of an article does not say what it is about.",
    why="In a list of search results nobody can tell whether “Information” holds the answer.",
    fix="Write what the customer wants to do or asks: “Change the address on your invoice”.",
    since="0.1.0",
    bad=(
        Example({"content/en/account/reset.md": "---\ntitle: ⟦Information⟧\n---\nChoose it.\n"}),
        Example({"content/id/account/reset.md": "---\ntitle: ⟦Lain-lain …⟧\n---\nPilih.\n"}),
    ),
    good=(
        Example({"content/en/account/reset.md": "---\ntitle: Invoice information\n---\nIt is.\n"}),
        # no article of its own: the text above a list
        Example({"content/en/account/index.md": "---\ntitle: Help\n---\nYour account.\n"}),
    ),
)

_ROLES = (Role.ARTICLE, Role.PAGE)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look the whole title up among those of its language."""
    article = context.article
    if not article.has_title or article.is_draft or article.role not in _ROLES:
        return
    if bare(article.title.value) in context.language.norms.vague_titles:
        yield Diagnostic(
            RULE,
            article.title.span,
            f"“{article.title.value}” does not say what the article is about",
            help="write what the customer wants to do or asks, in their words",
        )
