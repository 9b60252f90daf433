"""Which articles of one language are like each other, by the terms and weights of their index.

An article is a vector of its terms; two articles are as alike as the cosine of the angle between
their vectors (Salton, Wong and Yang, A Vector Space Model for Automatic Indexing, 1975). No article
is compared with all others: a few of its rare terms propose those that are worth it.
"""

from array import array
from collections.abc import Callable, Iterator
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


class SimilarArticles:
    """Finds the articles of an index that are like one of them."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        decoded = [decoded_impacts(text) for text in index.terms.values()]
        self._postings = [(articles, impacts) for _, articles, impacts in decoded]
        self._numbers = {article.key: number for number, article in enumerate(index.articles)}
        # arrays, as dictionaries of ten thousand articles would take hundreds of megabytes
        self._terms = [array("l") for _ in index.articles]
        self._weights = [array("d") for _ in index.articles]
        says_little = _terms_that_say_little(index)
        # the weight of a term counts once, not in both vectors: else names that two articles
        # happen to share outweigh what they are about
        self._scales = [
            0.0 if term in says_little else sqrt(term_weight(len(index.articles), holding))
            for term, (holding, *_) in zip(index.terms, decoded, strict=True)
        ]
        terms, weights = self._terms, self._weights
        for term, (scale, (numbers, impacts)) in enumerate(
            zip(self._scales, self._postings, strict=True)
        ):
            if scale:
                for number, impact in zip(numbers, impacts, strict=True):
                    terms[number].append(term)
                    weights[number].append(impact * scale)
        self._lengths = [sqrt(sum(each * each for each in found)) for found in self._weights]

    def of(self, key: str) -> tuple[Similar, ...]:
        """Return the articles that are like one, most alike first, then in the index's order."""
        number = self._numbers.get(key)
        if number is None:
            return ()
        vector = dict(zip(self._terms[number], self._weights[number], strict=True))
        alike: list[tuple[float, int]] = []
        for other in self._proposed(number, vector):
            cosine = self._product(vector, other) / (self._lengths[number] * self._lengths[other])
            if cosine >= LEAST_ALIKE:
                alike.append((-cosine, other))
        return tuple(
            Similar(self._index.articles[other].key, min(1.0, -cosine))
            for cosine, other in sorted(alike)
        )

    def _product(self, vector: dict[int, float], other: int) -> float:
        """Return the sum, over the terms that two articles share, of their weights' products."""
        # no loop of ours: this is done for sixteen articles of each
        own: Iterator[float] = map(vector.get, self._terms[other], repeat(0.0))
        product: float = sum(map(mul, self._weights[other], own))
        return product

    def _proposed(self, number: int, vector: dict[int, float]) -> Iterator[int]:
        """Yield the articles that share most of the terms by which others are proposed."""
        rare = [term for term in vector if 2 <= len(self._postings[term][0]) <= _MOST_HOLDERS]
        rare.sort(key=lambda term: (-vector[term], term))
        scores: dict[int, float] = {}
        for term in rare[:_PROPOSING]:
            worth = vector[term] * self._scales[term]
            for other, impact in zip(*self._postings[term], strict=True):
                scores[other] = scores.get(other, 0.0) + worth * impact
        scores.pop(number, None)
        yield from sorted(scores, key=lambda other: (-scores[other], other))[:_MOST_COMPARED]


def _terms_that_say_little(index: SearchIndex) -> frozenset[str]:
    found = (index.words.get(word) for word in (*index.stop_words, *index.weak_words))
    letters = (term for term in index.terms if len(term) == 1 and term < _FIRST_WITHOUT_BLANKS)
    return frozenset(
        (
            *(word.targets[0][0] for word in found if word and word.targets[0][1] == OWN),
            *letters,
        )
    )
