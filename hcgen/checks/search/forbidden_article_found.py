"""SRH003: golden queries that find an article which they must not find."""

from collections.abc import Iterator

from hcgen.checks.context import IndexContext
from hcgen.checks.search._answers import answers, in_words, key_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="SRH003",
    name="forbidden-article-found",
    severity=Severity.ERROR,
    stage=Stage.INDEX,
    summary="A golden query finds an article among the first three that it must never find.",
    why="Customers follow the first results. The wrong article sends them on the wrong way, and "
    "some of those ways, such as closing an account, are hard to go back.",
    fix="Take the query's words out of the questions and keywords of the wrong article, or write "
    "them into those of the right one.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/queries/en.yml": "queries:\n  - query: choose password\n"
                "    never: [⟦account/reset⟧]\n"
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\nNo password is needed.\n",
                "content/queries/en.yml": "queries:\n  - query: password\n"
                "    article: account/reset\n    never: [⟦billing/pay⟧]\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/queries/en.yml": "queries:\n  - query: password\n"
                "    article: account/reset\n    never: [billing/pay]\n"
            }
        ),
        Example(
            {
                # far enough down: three better ones stand above it
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\nNo password is needed.\n",
                "content/en/account/safe.md": "---\ntitle: Safe password\n---\nMake it long.\n",
                "content/en/account/old.md": "---\ntitle: Old password\n---\nThrow it away.\n",
                "content/id/account/safe.md": "---\ntitle: Sandi aman\n---\nBuat yang panjang.\n",
                "content/id/account/old.md": "---\ntitle: Sandi lama\n---\nBuang saja.\n",
                "content/queries/en.yml": "queries:\n  - query: password\n"
                "    never: [billing/pay]\n",
            }
        ),
    ),
)


def check(context: IndexContext) -> Iterator[Diagnostic]:
    """Look for each forbidden article among the first three results."""
    for answer in answers(context):
        standing = {one.result.id: one for one in answer.found}
        for text in answer.query.never:
            one = standing.get(key_of(context, text.value) or "")
            if one is None:
                continue
            words = answer.query.query.value
            terms = in_words(one, answer.found[0])
            yield Diagnostic(
                RULE,
                text.span,
                f"“{words}” finds “{text.value}” in place {one.rank}",
                help="take the words out of its questions and keywords, or write them into a "
                f"better article; it is found by (in points of 100) {terms}",
            )
