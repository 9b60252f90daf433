"""ART014: articles that are too long to find an answer in."""

from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Role

_LONG = "".join(
    f"Sentence number {number} of this text says one more thing about our passwords.\n\n"
    for number in range(1000)
)

RULE = Rule(
    code="ART014",
    name="overlong-article",
    severity=Severity.NOTE,
    stage=Stage.ARTICLE,
    summary="An article is very long.",
    why="It answers many questions at once; customers do not find theirs in it, nor does search.",
    fix="Make one article of each question and link them.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: ⟦Reset your password⟧\n---\n" + _LONG,
            }
        ),
        Example(
            {
                "content/en/account/index.md": "---\ntitle: ⟦About accounts⟧\n---\n" + _LONG,
            }
        ),
    ),
    good=(
        # terms and privacy statements are as long as they have to be
        Example(
            {
                "content/en/terms.md": "---\ntitle: Our terms\n---\n" + _LONG,
                "content/id/terms.md": "---\ntitle: Syarat kami\n---\nTeks.\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\ndraft: true\n"
                "---\n" + _LONG,
            }
        ),
    ),
)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Compare the letters of an article or introduction with the language's norm."""
    article = context.article
    letters = context.fragment.letters
    most = context.language.norms.article_letters[1]
    if letters > most and not article.is_draft and article.role is not Role.PAGE:
        yield Diagnostic(
            RULE,
            article.place,
            f"this article has {letters} letters and digits of text, more than {most}",
            help="make one article of each question that it answers, and link them",
        )
