"""Why an article stands where it stands: what each word of the query found in it, and how."""

from dataclasses import dataclass

from hcgen.search.query import Contribution, Result, SearchReader, lowered


@dataclass(frozen=True, slots=True)
class Explanation:
    """A result with what it is made of.

    Attributes:
        rank: 1 for the best.
        share: How much of the query's weight the article has, in per cent.
        bonus: How much more it is worth than its words alone, in per cent, because its title says
            what the query says.
        contributions: The largest first.
        lacking: Words of the query that the article lacks, in the order typed.
    """

    rank: int
    result: Result
    share: int
    bonus: int
    contributions: tuple[Contribution, ...]
    lacking: tuple[str, ...]


def explain(reader: SearchReader, query: str, *, limit: int = 10) -> tuple[Explanation, ...]:
    """Return the results of a search, best first, each with what it is made of."""
    answer = reader.answer(query, limit=limit)
    weights = {group.word: group.weight for group in reader.groups(query)}
    total = sum(weights.values())
    explanations: list[Explanation] = []
    for result, contributions in zip(answer.results, answer.contributions, strict=True):
        had = {one.word for one in contributions}
        matched = sum(weights[word] for word in had)
        points = sum(one.points for one in contributions)
        plain = lowered(points, matched, total)
        explanations.append(
            Explanation(
                rank=len(explanations) + 1,
                result=result,
                share=100 * matched // total,
                bonus=max(0, 100 * result.score // max(1, plain) - 100),
                contributions=tuple(sorted(contributions, key=lambda one: -one.points)),
                lacking=tuple(word for word in weights if word not in had),
            )
        )
    return tuple(explanations)
