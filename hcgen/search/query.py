"""Answers a query from the published files, exactly as `search-client.js` does.

Any word may match; the last one also as the beginning of a word. An article's score is the sum,
over the words, of the word's weight times the word's impact there; then it is lowered by the share
of the query's weight that the article lacks. All arithmetic is of integers; ties go to the article
with the lower number.
"""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from hcgen.model.url import encode_path
from hcgen.search.alternatives import AS_TYPED, BEGINNING, Alternative
from hcgen.search.analyzers import Analyzer
from hcgen.search.index import term_order
from hcgen.search.shards import FOLDER, manifest_path

MOST_WORDS = 12
MOST_COMPLETIONS = 20
_SHORTEST_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Result:
    """An article that answers a query.

    Attributes:
        id: Its key, the same in all languages.
        url: Below the site's root, percent-encoded.
        score: Comparable within one query only.
    """

    id: str
    url: str
    title: str
    description: str
    language: str
    score: int


class Hit(NamedTuple):
    """What a word of the query found in an article."""

    alternative: Alternative
    impact: int


@dataclass(frozen=True, slots=True)
class Group:
    """A word of the query and all that it found.

    Attributes:
        weight: What the word says: much if few articles have it.
        hits: Article -> its best hit.
    """

    word: str
    weight: int
    hits: dict[int, Hit]


class SearchReader:
    """Reads one language's index."""

    def __init__(self, language: str, analyzer: Analyzer, read: Callable[[str], bytes]) -> None:
        """Open an index.

        Args:
            read: Path below the site's root -> bytes of the file.
        """
        self._analyzer = analyzer
        self._read = read
        self._manifest: dict[str, Any] = json.loads(read(manifest_path(language)))
        self._firsts = [term_order(first) for first, _ in self._manifest["terms"]]
        self._files: dict[str, Any] = {}

    def search(self, query: str, *, limit: int = 10) -> tuple[Result, ...]:
        """Return the articles that answer best, best first."""
        found = ranked(self.groups(query))
        return tuple(self.result(article, score) for article, score in found[:limit])

    def groups(self, query: str) -> list[Group]:
        """Return what each word of a query found."""
        words = list(dict.fromkeys(self._analyzer.terms(query)))[:MOST_WORDS]
        last = len(words) - 1
        return [self._group(word, is_last=place == last) for place, word in enumerate(words)]

    def _group(self, word: str, *, is_last: bool) -> Group:
        found = self._matches(word, is_last=is_last)
        weight = min((entry[0] for _, entry in found), default=self._manifest["unknown_weight"])
        hits: dict[int, Hit] = {}
        for term, entry in found:
            way = Alternative(term, term, AS_TYPED if term == word else BEGINNING)
            for article, impact in zip(entry[1::2], entry[2::2], strict=True):
                if article not in hits or hits[article].impact < impact:
                    hits[article] = Hit(way, impact)
        return Group(word, weight, hits)

    def _matches(self, word: str, *, is_last: bool) -> list[tuple[str, list[int]]]:
        """Return a term and its entry; for the last word also of those that begin with it."""
        shard = bisect_right(self._firsts, term_order(word)) - 1
        exact = self._shard(shard).get(word) if shard >= 0 else None
        found = [(word, exact)] if exact else []
        if not is_last or len(word) < _SHORTEST_BEGINNING:
            return found
        for term, entry in self._from(word, max(shard, 0)):
            if len(found) >= MOST_COMPLETIONS or not term.startswith(word):
                break
            if term != word:
                found.append((term, entry))
        return found

    def _from(self, word: str, shard: int) -> Iterator[tuple[str, list[int]]]:
        for number in range(shard, len(self._firsts)):
            for term, entry in self._shard(number).items():
                if term_order(term) >= term_order(word):
                    yield term, entry

    def _shard(self, number: int) -> dict[str, list[int]]:
        shard: dict[str, list[int]] = self._file(self._manifest["terms"][number][1])
        return shard

    def _file(self, name: str) -> Any:
        if name not in self._files:
            self._files[name] = json.loads(self._read(f"{FOLDER}/{name}"))
        return self._files[name]

    def result(self, article: int, score: int) -> Result:
        """Return what a result shows of an article."""
        part, row = divmod(article, self._manifest["rows_per_file"])
        key, address, title, description, language = self._file(self._manifest["rows"][part])[row]
        return Result(key, encode_path(address), title, description, language, score)


def ranked(groups: list[Group]) -> list[tuple[int, int]]:
    """Return article and score of all articles that hold a word, best first."""
    scores: dict[int, int] = {}
    matched: dict[int, int] = {}
    total = sum(group.weight for group in groups)
    for group in groups:
        for article, hit in group.hits.items():
            scores[article] = scores.get(article, 0) + group.weight * hit.impact
            matched[article] = matched.get(article, 0) + group.weight
    found = [
        (article, score * (4 * total + 6 * matched[article]) // (10 * total))
        for article, score in scores.items()
    ]
    return sorted(found, key=lambda item: (-item[1], item[0]))
