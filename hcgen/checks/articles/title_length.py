"""ART009: titles that say too little or too much."""

from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.folding import folded
from hcgen.render.opening import letters_in

RULE = Rule(
    code="ART009",
    name="title-length",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="The title of an article is very short or very long.",
    why="A very short title does not say what the article answers; search results and browser tabs "
    "cut a very long one off.",
    fix="Name the customer's task or question in a handful of words; details go to description:.",
    since="0.1.0",
    bad=(
        Example({"content/en/account/reset.md": "---\ntitle: ⟦Go⟧\n---\nText.\n"}),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: ⟦How to choose a new password for your "
                "account when you have forgotten the old one and cannot open your old email, "
                "or have lost the phone that you registered with⟧\n---\nText.\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\n"
                "title: '“Forgot password?” ...................................................."
                "......................................................'\n---\nText.\n"
            }
        ),
        Example({"content/en/account/reset.md": "---\ntitle: Forgot your password?\n---\nText.\n"}),
    ),
)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Count the letters of a title that somebody wrote."""
    article, norms = context.article, context.language.norms
    if not article.has_title or article.is_draft:
        return
    fewest, most = norms.title_letters
    title = article.title.value
    letters = letters_in(title)
    if letters > most:
        yield Diagnostic(
            RULE,
            article.title.span,
            f"this title has {letters} letters and digits; {most} are the most that lists show",
            help="shorten it to the customer's task or question; details go to description:",
        )
    elif letters < fewest and folded(title) not in norms.vague_titles:
        yield Diagnostic(
            RULE,
            article.title.span,
            f"“{title}” is too short to say what the article answers",
            help="write the customer's task or question, for example “How to pay by card”",
        )
