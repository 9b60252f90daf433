"""ART011: titles that two articles of one language share."""

from collections.abc import Iterator

from hcgen.checks.articles._same import answers, title_key
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Article

RULE = Rule(
    code="ART011",
    name="duplicate-title",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="Two published articles of one language have the same title.",
    why="In lists and search results nobody can tell which of them to open.",
    fix="Say in each title what sets the article apart, or make one article of the two.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/billing/pay.md": "---\ntitle: ⟦Reset your password⟧\n---\nText.\n",
            }
        ),
        Example(
            {
                "content/id/billing/pay.md": "---\ntitle: ⟦“Atur-ulang kata sandi?”⟧\n---\nTeks.\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Pay\ndraft: true\n---\nText.\n",
                "content/id/billing/pay.md": "---\ntitle: Pay\n---\nTeks.\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Pay by card\n---\nText.\n",
                "content/en/billing/pay.md": "---\ntitle: Pay by cash\n---\nText.\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the titles that customers see, without case, accents, punctuation and blanks."""
    first: dict[tuple[str, str], Article] = {}
    for article in answers(context.centre, context.today):
        key = title_key(article)
        if key is None:
            continue
        other = first.setdefault(key, article)
        if other is not article:
            yield Diagnostic(
                RULE,
                article.place,
                f"{other.file.path} has the title “{other.title.value}” too",
                help="say in each title what sets it apart, or make one article of the two",
            )
