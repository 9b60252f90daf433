"""SRH006: golden queries that are there twice."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.folding import folded

RULE = Rule(
    code="SRH006",
    name="duplicate-query",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A golden query is there twice.",
    why="It is tried twice, and who changes what one of them must find overlooks the other.",
    fix="Take one of the two out. What both must find can stand in one entry.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/queries/en.yml": "queries:\n"
                "  - {query: reset password, article: account/reset}\n"
                "  - {query: ⟦reset password⟧, never: [billing/pay]}\n"
            }
        ),
        Example(
            {
                # case, accents and blanks make no difference to search
                "content/queries/en.yml": "queries:\n"
                "  - {query: pay by card, article: billing/pay}\n"
                "  - {query: ⟦Páy  by CARD⟧, article: billing/pay}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                # words in another order are another query, and so is another number of them
                "content/queries/en.yml": "queries:\n"
                "  - {query: card pay, article: billing/pay}\n"
                "  - {query: pay card, article: billing/pay}\n"
                "  - {query: pay, article: billing/pay}\n"
            }
        ),
        Example(
            {
                "content/queries/en.yml": "queries:\n  - {query: reset, article: account/reset}\n",
                "content/queries/id.yml": "queries:\n  - {query: reset, never: [billing/pay]}\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the queries of each language as search would."""
    for queries in context.centre.queries.values():
        first: dict[str, int] = {}
        for query in queries:
            text = query.query
            words = " ".join(folded(text.value).split())
            line = first.setdefault(words, text.span.position.line)
            if line != text.span.position.line:
                yield Diagnostic(
                    RULE,
                    text.span,
                    f"“{text.value}” is already in line {line}",
                    help="take one of the two entries out",
                )
