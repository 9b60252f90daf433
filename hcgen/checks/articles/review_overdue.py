"""ART019: articles that should have been read again."""

from collections.abc import Iterator
from datetime import date, timedelta

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Article

RULE = Rule(
    code="ART019",
    name="review-overdue",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="An article was to be reviewed before today, or nobody can tell when.",
    why="What it says may have changed; customers who follow it get stuck.",
    fix="Read the article again, correct it, and set reviewed: to the day on which you did.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "reviewed: ⟦2020-01-31⟧\nreview_every: 180d\n---\nText.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "review_every: ⟦180d⟧\n---\nText.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "reviewed: ⟦9999-12-31⟧\nreview_every: 180d\n---\nText.\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "reviewed: 2020-01-31\n---\nText.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "reviewed: 2020-01-31\nreview_every: 1d\ndraft: true\n---\nText.\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the days of each published article with today."""
    for article in context.centre.articles:
        if article.is_published(context.today):
            yield from _check_article(article, context.today)


def _check_article(article: Article, today: date) -> Iterator[Diagnostic]:
    days, reviewed = article.review_every_days, article.reviewed
    if article.reviewed_place is None:
        if days is not None and article.review_every_place is not None:
            yield Diagnostic(
                RULE,
                article.review_every_place,
                "nobody can tell when the next review is due: there is no “reviewed”",
                help="add reviewed: with the day on which somebody last read the article",
            )
    elif reviewed is not None and reviewed > today:
        yield Diagnostic(
            RULE,
            article.reviewed_place,
            f"“reviewed” is {reviewed}, a day to come",
            help="write the day on which somebody last read the article",
        )
    elif reviewed is not None and days is not None and (today - reviewed).days > days:
        late = (today - reviewed).days - days
        yield Diagnostic(
            RULE,
            article.reviewed_place,
            f"the review was due on {reviewed + timedelta(days)}, "
            f"{late} {'day' if late == 1 else 'days'} ago",
            help="read the article again, correct it, and write here the day on which you did",
        )
