"""Which articles of one language are like each other, by the terms and weights of their index.

An article is a vector of its terms; two articles are as alike as the cosine of the angle between
their vectors (Salton, Wong and Yang, A Vector Space Model for Automatic Indexing, 1975). No article
is compared with all others: a few of its rare terms propose those that are worth it.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import repeat
from math import sqrt
from operator import mul
from typing import NamedTuple

from hcgen.search.coding import decoded_impacts, term_weight
from hcgen.search.index import OWN, SearchIndex

LEAST_ALIKE = 0.18
"""Below this cosine readers of one article gain little from the other. In help centres of thirty
articles and of three hundred, what lies above is about the same thing or the next step."""

_FIRST_WITHOUT_BLANKS = "\u0e00"
"""Before it a single letter is what a hyphen left of a word: the “e” of Malay “e-mel”."""

_PROPOSING = 12
"""Terms of an article that propose others: the weightiest of those that are rare enough."""
_MOST_HOLDERS = 64
"""A term of more articles than this proposes none: the work would grow with their square."""
_MOST_COMPARED = 16


class Similar(NamedTuple):
    """An article that is like another one.

    Attributes:
        cosine: From `LEAST_ALIKE` to 1.
    """

    key: str
    cosine: float


SimilarOf = Callable[[str, str], tuple[Similar, ...]]
"""Language tag and key of an article -> those that are like it, most alike first."""


class _Holders(NamedTuple):
    """The articles that hold a term.

    Attributes:
        scale: What its impacts are multiplied with; 0 for a term that says little.
        articles: Their numbers, ascending.
        impacts: In the same order.
    """

    scale: float
    articles: Sequence[int]
    impacts: Sequence[int]


class _Vector(NamedTuple):
    """What an article says.

    Attributes:
        terms: All that it holds.
        weights: In the same order; 0 where a term says little, or nothing of this article.
    """

    terms: Sequence[str]
    weights: Sequence[float]
    length: float


class SimilarArticles:
    """Finds the articles of an index that are like one of them.

    Nothing is done before it is asked for: a preview wants to know it of one article only.
    """

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._numbers = {article.key: number for number, article in enumerate(index.articles)}
        self._says_little = _terms_that_say_little(index)
        # functions of this object, not of the class: what is known goes with the index
        self._holders = cache(self._decode)
        self._vector = cache(self._weigh)

    def of(self, key: str) -> tuple[Similar, ...]:
        """Return the articles that are like one, most alike first, then in the index's order."""
        number = self._numbers.get(key)
        if number is None:
            return ()
        terms, weights, length = self._vector(number)
        own = dict(zip(terms, weights, strict=True))
        alike: list[tuple[float, int]] = []
        for other in self._proposed(number, own):
            cosine = self._product(own, other) / (length * self._vector(other).length)
            if cosine >= LEAST_ALIKE:
                alike.append((-cosine, other))
        return tuple(
            Similar(self._index.articles[other].key, min(1.0, -cosine))
            for cosine, other in sorted(alike)
        )

    def _product(self, own: dict[str, float], other: int) -> float:
        """Return the sum, over the terms that two articles share, of their weights' products."""
        # no loop of ours: this is done for sixteen articles of each
        terms, weights, _ = self._vector(other)
        product: float = sum(map(mul, weights, map(own.get, terms, repeat(0.0))))
        return product

    def _proposed(self, number: int, own: dict[str, float]) -> Iterator[int]:
        """Yield the articles that share most of the terms by which others are proposed."""
        rare = [
            term
            for term, weight in own.items()
            if weight and 2 <= len(self._holders(term).articles) <= _MOST_HOLDERS
        ]
        rare.sort(key=lambda term: (-own[term], term))
        scores: dict[int, float] = {}
        for term in rare[:_PROPOSING]:
            scale, articles, impacts = self._holders(term)
            worth = own[term] * scale
            for other, impact in zip(articles, impacts, strict=True):
                scores[other] = scores.get(other, 0.0) + worth * impact
        scores.pop(number, None)
        yield from sorted(scores, key=lambda other: (-scores[other], other))[:_MOST_COMPARED]

    def _decode(self, term: str) -> _Holders:
        holding, articles, impacts = _decoded(self._index.terms[term])
        # the weight of a term counts once, not in both vectors: else names that two articles
        # happen to share outweigh what they are about
        weight = 0 if term in self._says_little else term_weight(len(self._numbers), holding)
        return _Holders(sqrt(weight), articles, impacts)

    def _weigh(self, number: int) -> _Vector:
        terms = self._index.terms_of[self._index.articles[number].key]
        weights = array("d")
        for term in terms:
            scale, articles, impacts = self._holders(term)
            place = bisect_left(articles, number) if scale else len(articles)
            # of a term that very many articles hold only the best are known
            holds = place < len(articles) and articles[place] == number
            weights.append(impacts[place] * scale if holds else 0.0)
        return _Vector(terms, weights, sqrt(sum(map(mul, weights, weights))))


# a preview makes one index after another, and few of the postings change
@lru_cache(maxsize=5_000)
def _decoded(text: str) -> tuple[int, Sequence[int], Sequence[int]]:
    holding, articles, impacts = decoded_impacts(text)
    # arrays, as lists of ten thousand articles would take hundreds of megabytes
    return holding, array("i", articles), array("i", impacts)


def _terms_that_say_little(index: SearchIndex) -> frozenset[str]:
    found = (index.words.get(word) for word in (*index.stop_words, *index.weak_words))
    letters = (term for term in index.terms if len(term) == 1 and term < _FIRST_WITHOUT_BLANKS)
    return frozenset(
        (
            *(word.targets[0][0] for word in found if word and word.targets[0][1] == OWN),
            *letters,
        )
    )
