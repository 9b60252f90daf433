"""SRH004: golden queries that must offer contact, and find an answer instead."""

from collections.abc import Iterator

from hcgen.checks.context import IndexContext
from hcgen.checks.search._answers import answers, in_words
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="SRH004",
    name="contact-not-offered",
    severity=Severity.ERROR,
    stage=Stage.INDEX,
    summary="A golden query must offer the contact channels, and articles come first.",
    why="Nothing in the help centre answers this. Customers would read articles in vain before "
    "they learn whom to ask.",
    fix="Take the query's words out of articles that do not answer it, or, where one does answer "
    "it by now, name that article instead of offers_contact.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/queries/en.yml": "queries:\n  - query: ⟦pay by card⟧\n"
                "    offers_contact: true\n"
            }
        ),
        Example(
            {
                "content/queries/id.yml": "queries:\n  - query: ⟦atur ulang kata sandi⟧\n"
                "    offers_contact: true\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/queries/en.yml": "queries:\n  - query: lawn mower\n"
                "    offers_contact: true\n"
            }
        ),
        Example(
            {
                "content/queries/en.yml": "queries:\n  - query: pay by card\n"
                "    article: billing/pay\n    offers_contact: false\n"
            }
        ),
    ),
)


def check(context: IndexContext) -> Iterator[Diagnostic]:
    """Look whether search is certain of what it finds."""
    for answer in answers(context):
        if not answer.query.offers_contact or not answer.is_certain:
            continue
        best = answer.found[0]
        yield Diagnostic(
            RULE,
            answer.query.query.span,
            f"“{answer.query.query.value}” finds “{best.result.id}” before it offers contact",
            help="if that article answers it, write “article” instead of “offers_contact”; it is "
            f"found by (in points of 100) {in_words(best, best)}",
        )
