"""What search finds for each golden query, asked once for all rules of the family."""

from collections.abc import Iterator
from dataclasses import dataclass

from hcgen.checks.context import IndexContext
from hcgen.checks.once import OncePerRun
from hcgen.model.query import GOOD, GoldenQuery
from hcgen.search import Contribution, Explanation, SearchReader, explain

_DEEPEST = 50
"""How far down an article is looked for that is not where it should be."""

_MOST_TERMS = 4
"""How many terms a message names; the others add little."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one golden query finds.

    Attributes:
        language: Tag of the language it is asked in.
        found: The best, as many as a golden query may ask for.
        is_certain: Search shows articles first, not the contact channels.
    """

    language: str
    query: GoldenQuery
    found: tuple[Explanation, ...]
    is_certain: bool
    reader: SearchReader

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the query, in the form that is looked for."""
        return tuple(group.word for group in self.reader.groups(self.query.query.value))

    def deeper(self) -> tuple[Explanation, ...]:
        """Return much more than customers look at."""
        return explain(self.reader, self.query.query.value, limit=_DEEPEST)


def _answers(context: IndexContext) -> tuple[Answer, ...]:
    found: list[Answer] = []
    for tag, queries in context.centre.queries.items():
        if not queries:
            continue
        reader = context.reader_of(tag)
        for query in queries:
            words = query.query.value
            best = explain(reader, words, limit=GOOD)
            is_certain = bool(best) and not reader.answer(words, limit=1).is_foreign
            found.append(Answer(tag, query, best, is_certain, reader))
    return tuple(found)


answers = OncePerRun(_answers)
"""The answers to all golden queries, in the order written, language by language."""


def key_of(context: IndexContext, name: str) -> str | None:
    """Return the key of the article that a golden query names; None for one there is not."""
    return context.centre.keys.get(name.strip("/").removesuffix(".md"))


def in_words(explanation: Explanation, best: Explanation) -> str:
    """Return the terms that an article is found by, with points of which the best has 100."""
    whole = max(1, sum(one.points for one in best.contributions))
    named = (
        f"{_way(one)} {round(100 * one.points / whole)}"
        for one in explanation.contributions[:_MOST_TERMS]
    )
    return ", ".join(named)


def ahead_of(explanations: tuple[Explanation, ...], key: str) -> Iterator[Explanation]:
    """Yield the results above an article; all of them where it is not found."""
    for explanation in explanations:
        if explanation.result.id == key:
            return
        yield explanation


def _way(one: Contribution) -> str:
    return f"“{one.word}”" if one.word == one.found else f"“{one.word}” as “{one.found}”"
