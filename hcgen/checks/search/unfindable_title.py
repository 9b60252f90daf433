"""SRH005: articles that their own title does not find."""

import re
from collections import Counter
from collections.abc import Iterator

from hcgen.checks.context import IndexContext
from hcgen.checks.search._answers import answers, key_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Role
from hcgen.model.folding import folded
from hcgen.model.query import GOOD

_WORD = re.compile(r"[^\W_]+")

_QUERIES = "queries:\n  - {query: password, article: account/reset}\n"
_CARDS = {
    f"content/{path}.md": f"---\ntitle: {title}\n{keywords}---\n{text}\n"
    for path, title, keywords, text in (
        ("en/billing/lost", "How to pay by lost card", "keywords: [how to pay]\n", "Block it."),
        ("en/billing/new", "How to pay by new card", "keywords: [how to pay]\n", "Sign it."),
        ("en/billing/old", "How to pay by old card", "keywords: [how to pay]\n", "Cut it."),
        ("id/billing/lost", "Kartu yang hilang", "", "Segera blokir kartunya."),
        ("id/billing/new", "Kartu yang baru", "", "Tanda tangani kartunya."),
        ("id/billing/old", "Kartu yang lama", "", "Gunting kartunya."),
    )
}
_VAGUE = "---\ntitle: {}\n---\nMoney moves between banks overnight and is there in the morning.\n"

RULE = Rule(
    code="SRH005",
    name="unfindable-title",
    severity=Severity.WARNING,
    stage=Stage.INDEX,
    summary="Who types an article's title does not find it among the first three.",
    why="If not even its own title finds it, customers' words will hardly do. Looked for in "
    "languages that have golden queries; an article that one of them finds is left out.",
    fix="Write a title with the words that only this article is about, or a golden query that "
    "finds it.",
    since="0.1.0",
    bad=(
        Example(
            {
                **_CARDS,
                "content/queries/en.yml": _QUERIES,
                "content/en/billing/pay.md": _VAGUE.format("⟦How to pay⟧"),
            }
        ),
        Example(
            {
                # a golden query that finds it too late is no help
                **_CARDS,
                "content/queries/en.yml": _QUERIES + "  - {query: card, never: [account/reset]}\n",
                "content/en/billing/pay.md": _VAGUE.format("⟦How to pay⟧"),
            }
        ),
    ),
    good=(
        Example({"content/queries/en.yml": _QUERIES}),
        Example(
            {
                # nobody collects queries in this language yet
                **_CARDS,
                "content/en/billing/pay.md": _VAGUE.format("How to pay"),
            }
        ),
        Example(
            {
                **_CARDS,
                "content/en/billing/pay.md": _VAGUE.format("How to pay"),
                "content/queries/en.yml": "queries:\n"
                "  - {query: banks overnight, article: billing/pay}\n",
            }
        ),
        Example(
            {
                # words that others have too, and one that only this article has
                **_CARDS,
                "content/en/billing/pay.md": _VAGUE.format("How to pay by bank"),
                "content/queries/en.yml": _QUERIES,
            }
        ),
    ),
)


def check(context: IndexContext) -> Iterator[Diagnostic]:
    """Search for the title of each published article in its own language."""
    found = {
        (answer.language, one.result.id)
        for answer in answers(context)
        for one in answer.found
        if answer.query.article and key_of(context, answer.query.article.value) == one.result.id
    }
    for tag, queries in context.centre.queries.items():
        if not queries:
            continue
        reader = context.reader_of(tag)
        titled = _titled(context, tag)
        for key, entry in context.addresses.entries[tag].items():
            article = entry.article
            if article.role is not Role.ARTICLE or entry.is_fallback or (tag, key) in found:
                continue
            if context.fragments[article.file.path].error:
                continue
            if any(titled[word] <= GOOD for word in _words(article.title.value)):
                continue
            results = reader.search(article.title.value, limit=GOOD)
            if key in [result.id for result in results]:
                continue
            instead = f"it finds “{results[0].id}” first" if results else "it finds nothing"
            yield Diagnostic(
                RULE,
                article.title.span,
                f"“{article.title.value}” does not find this article: {instead}",
                help="write a title with words that only this article is about",
            )


def _titled(context: IndexContext, tag: str) -> Counter[str]:
    """Return word -> in how many titles it stands.

    A word that few titles have finds these few: only the others are worth a search, which takes
    longer than all other rules together do for an article.
    """
    counts: Counter[str] = Counter()
    for entry in context.addresses.entries[tag].values():
        counts.update(_words(entry.article.title.value))
    return counts


def _words(title: str) -> set[str]:
    return set(_WORD.findall(folded(title)))
