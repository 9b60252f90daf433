"""Why an article stands where it stands: what each word of the query found in it, and how."""

from dataclasses import dataclass

from hcgen.search.alternatives import BEGINNING, CORRECTED, Alternative
from hcgen.search.index import MINED, TRANSLATED
from hcgen.search.query import Group, Result, SearchReader, ranked

EXACT, STEM, PREFIX, EDIT = "exact", "stem", "prefix", "edit"
"""How a word of the query led to a term of the article in the article's own language."""

TRANSLATION, SYNONYM = "translation", "synonym"
"""The same by way of the site's other languages."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one word of the query adds to an article.

    Attributes:
        word: Of the query, in the form that was looked for.
        found: The site's word that led to the term.
        term: What the index holds.
        how: One of `EXACT`, `STEM`, `PREFIX`, `EDIT`, `TRANSLATION`, `SYNONYM`.
        weight: What the word says: much if few articles have it.
        impact: What the article has of the term; more in its title than in its text.
        score: Weight times impact, before the share of the query is taken.
    """

    word: str
    found: str
    term: str
    how: str
    weight: int
    impact: int
    score: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A result with what it is made of.

    Attributes:
        rank: 1 for the best.
        share: How much of the query's weight the article has, in per cent.
        contributions: The largest first.
        lacking: Words of the query that the article lacks, in the order typed.
    """

    rank: int
    result: Result
    share: int
    contributions: tuple[Contribution, ...]
    lacking: tuple[str, ...]


def explain(reader: SearchReader, query: str, *, limit: int = 10) -> tuple[Explanation, ...]:
    """Return the results of a search, best first, each with what it is made of."""
    groups = reader.groups(query)
    shown = (
        (article, reader.result(article, score, groups))
        for article, score in ranked(groups)[:limit]
    )
    found = ((article, result) for article, result in shown if result is not None)
    return tuple(
        _explanation(groups, rank, article, result)
        for rank, (article, result) in enumerate(found, start=1)
    )


def _explanation(groups: list[Group], rank: int, article: int, result: Result) -> Explanation:
    found: list[Contribution] = []
    for group in groups:
        hit = group.hits.get(article)
        if hit is not None:
            way = hit.alternative
            found.append(
                Contribution(
                    word=group.word,
                    found=way.word,
                    term=way.term,
                    how=_how(group.word, way),
                    weight=group.weight,
                    impact=hit.impact,
                    score=group.weight * hit.impact,
                )
            )
    total = sum(group.weight for group in groups)
    return Explanation(
        rank=rank,
        result=result,
        share=100 * sum(one.weight for one in found) // total,
        contributions=tuple(sorted(found, key=lambda one: -one.score)),
        lacking=tuple(group.word for group in groups if article not in group.hits),
    )


def _how(word: str, way: Alternative) -> str:
    if way.kind == TRANSLATED:
        return TRANSLATION
    if way.kind == MINED:
        return SYNONYM
    if way.how == CORRECTED:
        return EDIT
    if way.how == BEGINNING:
        return PREFIX
    return EXACT if way.term == word else STEM
