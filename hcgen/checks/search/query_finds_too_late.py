"""SRH002: golden queries that do not find their article where it must stand."""

from collections.abc import Iterator

from hcgen.checks.context import IndexContext
from hcgen.checks.search._answers import Answer, ahead_of, answers, in_words, key_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.article import Role
from hcgen.model.query import BEST
from hcgen.search import Explanation

_MOST_AHEAD = 2
_MOST_WORDS = 4

_NAMES_BOTH = "---\ntitle: Pay\n---\nPay by card, then type your password.\n"

RULE = Rule(
    code="SRH002",
    name="query-finds-too-late",
    severity=Severity.ERROR,
    stage=Stage.INDEX,
    summary="A golden query does not find its article first, or among the first three.",
    why="Customers type these words, read the first results and give up: the answer is there, and "
    "nobody sees it.",
    fix="Write the customers' words into the article's title, questions or keywords, or say in "
    "lexicon/<language>.yml that they mean the same as the article's own. “hcgen search --explain” "
    "shows what each word adds.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/queries/en.yml": "queries:\n  - query: ⟦credit card⟧\n"
                "    article: account/reset\n"
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": _NAMES_BOTH,
                "content/queries/en.yml": "queries:\n  - query: ⟦password⟧\n"
                "    article: billing/pay\n",
            }
        ),
        Example(
            {
                # nobody can find what is not published
                "content/en/billing/pay.md": "---\ntitle: Pay\ndraft: true\n---\nPay by card.\n",
                "content/id/billing/pay.md": None,
                "content/queries/en.yml": "queries:\n  - query: ⟦pay⟧\n    article: billing/pay\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/billing/pay.md": _NAMES_BOTH,
                "content/queries/en.yml": "queries:\n  - query: password\n"
                "    article: billing/pay\n    within: 3\n",
            }
        ),
        Example(
            {
                # named by the path of its translation; the other query is for SRH001 to tell
                "content/en/account/reset.md": "---\ntitle: Reset it\nid: password\n---\nText.\n",
                "content/id/account/reset.md": None,
                "content/id/account/sandi.md": "---\ntitle: Sandi\nid: password\n---\nTeks.\n",
                "content/queries/en.yml": "queries:\n  - {query: reset, article: account/sandi}\n",
            }
        ),
    ),
)


def check(context: IndexContext) -> Iterator[Diagnostic]:
    """Ask each query, and look where its article stands."""
    for answer in answers(context):
        query = answer.query
        key = key_of(context, query.article.value) if query.article else None
        if key is None or query.article is None:
            continue
        if key in [one.result.id for one in answer.found[: query.within]]:
            continue
        words, name = query.query.value, query.article.value
        reason = _why_never(context, answer.language, key)
        if reason == "":
            continue
        if reason is not None:
            fact = f"“{words}” cannot find “{name}”, {reason}"
            yield Diagnostic(RULE, query.query.span, fact, help="name an article that is published")
            continue
        deeper = answer.deeper()
        yield Diagnostic(
            RULE, query.query.span, _fact(answer, deeper, key), help=_help(answer, deeper, key)
        )


def _why_never(context: IndexContext, tag: str, key: str) -> str | None:
    """Return why no query can find an article.

    Returns:
        None where one could; empty where another rule tells the reason.
    """
    entry = context.addresses.entries[tag].get(key)
    if entry is None:
        return f"which is not published in {english_name(tag)}"
    if entry.article.role is not Role.ARTICLE:
        return "which is a page: search finds articles only"
    return "" if context.fragments[entry.article.file.path].error else None


def _fact(answer: Answer, deeper: tuple[Explanation, ...], key: str) -> str:
    query = answer.query
    words, name = query.query.value, query.article.value if query.article else key
    rank = next((one.rank for one in deeper if one.result.id == key), None)
    if rank is None:
        return f"“{words}” does not find “{name}”"
    bound = "first" if query.within == BEST else f"among the first {query.within}"
    return f"“{words}” finds “{name}” in place {rank}, not {bound}"


def _help(answer: Answer, deeper: tuple[Explanation, ...], key: str) -> str:
    own = next((one for one in deeper if one.result.id == key), None)
    lacking = answer.words if own is None else own.lacking
    named = ", ".join(f"“{word}”" for word in lacking[:_MOST_WORDS])
    advice = f"write {named or 'the query'} into its title, questions or keywords"
    ahead = tuple(ahead_of(deeper, key))[:_MOST_AHEAD]
    if not ahead:
        return advice
    best = ahead[0]
    above = "; ".join(f"“{one.result.id}” has {in_words(one, best)}" for one in ahead)
    mine = f"; it has {in_words(own, best)}" if own else ""
    return f"{advice}; above it (in points of 100): {above}{mine}"
