"""Scores of ranked answers, and Markdown tables of them."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.search.material import OTHER_LANGUAGES, Query

CORE = "core"


@dataclass(frozen=True, slots=True)
class Score:
    """Means over queries of one kind.

    Attributes:
        reciprocal: Mean reciprocal rank of the first right answer among ten.
        first: Share of queries whose first answer is right.
        nothing: Share of queries without any answer.
    """

    queries: int
    reciprocal: float
    first: float
    nothing: float


def scores_of(
    queries: Iterable[Query], answers: Mapping[str, Sequence[str]]
) -> Mapping[str, Score]:
    """Return kind of query -> score; the kind `CORE` is all that are in the corpus's language.

    Args:
        answers: Id of a query -> ids of the documents found, best first.
    """
    kinds: defaultdict[str, list[tuple[float, bool, bool]]] = defaultdict(list)
    for query in queries:
        found = answers.get(query.id, ())
        rank = next((at for at, each in enumerate(found[:10], 1) if each in query.answers), 0)
        values = (1 / rank if rank else 0.0, rank == 1, not found)
        kinds[query.kind].append(values)
        if query.kind not in OTHER_LANGUAGES:
            kinds[CORE].append(values)
    return {
        kind: Score(len(rows), *(sum(column) / len(rows) for column in zip(*rows, strict=True)))
        for kind, rows in kinds.items()
    }


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least that share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def ratio(ours: float, theirs: float) -> str:
    """Return how many times theirs ours is; a dash where that says nothing."""
    return f"{ours / theirs:.2f}" if theirs else "–"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, texts: int = 1) -> str:
    """Return a Markdown table.

    Args:
        texts: How many of the first columns hold words; the others hold numbers.
    """
    rule = ["---"] * texts + ["--:"] * (len(head) - texts)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))
