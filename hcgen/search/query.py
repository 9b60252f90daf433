"""Answers a query from the published files, exactly as `search-client.js` does.

Any word may match; the last one also as the beginning of a word. An article's score is the sum,
over the words, of the word's weight times the impact of the best of its alternatives there; then it
is lowered by the share of the query's weight that the article lacks. All arithmetic is of integers;
ties go to the article with the lower number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from hcgen.model.url import encode_path
from hcgen.search.alternatives import BEGINNING, WHOLE, Alternative, alternatives
from hcgen.search.analyzers import Analyzer
from hcgen.search.coding import term_weight
from hcgen.search.files import IndexFiles
from hcgen.search.passages import Mark, Needle, passage_of

MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Result:
    """An article that answers a query.

    Attributes:
        id: Its key, the same in all languages.
        url: Below the site's root, percent-encoded.
        anchor: Of the section that answers; empty for the article's beginning.
        heading: Of that section.
        passage: Text of the section around the words that were found.
        marks: Where in it they stand, in UTF-16 code units.
        language: Tag of the article's language where that is not the reader's; else empty.
        topic: Path of its topic; empty for none.
        score: Comparable within one query only.
    """

    id: str
    url: str
    title: str
    anchor: str
    heading: str
    passage: str
    marks: tuple[Mark, ...]
    language: str
    topic: str
    score: int


class Hit(NamedTuple):
    """What a word of the query found in an article."""

    alternative: Alternative
    impact: int
    part: int


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
        self._files = IndexFiles(language, read)

    @property
    def is_partial(self) -> bool:
        """A file was missing or broken, so answers may be missing too."""
        return self._files.is_partial

    def search(self, query: str, *, limit: int = 10) -> tuple[Result, ...]:
        """Return the articles that answer best, best first."""
        groups = self.groups(query)
        found = (self.result(article, score, groups) for article, score in ranked(groups)[:limit])
        return tuple(result for result in found if result is not None)

    def words(self, query: str) -> tuple[list[str], bool]:
        """Return the words that are looked for, and whether the last one may be unfinished."""
        spans = [
            (word, end)
            for start, end in self._analyzer.segment(query)
            if (word := self._analyzer.normalize(query[start:end]))
        ]
        words = [word for word, _ in spans]
        is_open = bool(spans) and spans[-1][1] == len(query)
        stop_words = self._files.manifest["stop"]
        telling = [word for word in words if word not in stop_words] or words
        kept = list(dict.fromkeys(telling))
        return kept[:MOST_WORDS], is_open and len(kept) <= MOST_WORDS and kept[-1:] == words[-1:]

    def groups(self, query: str) -> list[Group]:
        """Return what each word of a query found."""
        words, is_open = self.words(query)
        last = len(words) - 1
        return [
            self._group(word, is_last=is_open and place == last) for place, word in enumerate(words)
        ]

    def _group(self, word: str, *, is_last: bool) -> Group:
        hits: dict[int, Hit] = {}
        for alternative in alternatives(self._files, word, is_last=is_last):
            for article, impact, part in self._files.postings(alternative.term):
                value = impact * alternative.worth // WHOLE
                if article not in hits or hits[article].impact < value:
                    hits[article] = Hit(alternative, value, part)
        return Group(word, term_weight(self._files.manifest["articles"], len(hits)), hits)

    def result(self, article: int, score: int, groups: list[Group]) -> Result | None:
        """Return what a result shows of an article; None if its file cannot be read."""
        row = self._files.row(article)
        if row is None:
            return None
        key, address, title, language, topic, texts = row
        needles, part = _needles(article, groups)
        passage = passage_of(self._files.part(texts, part), needles)
        return Result(
            key,
            encode_path(address),
            title,
            passage.anchor,
            passage.heading,
            passage.text,
            passage.marks,
            language,
            topic,
            score,
        )


def _needles(article: int, groups: list[Group]) -> tuple[list[Needle], int]:
    """Return what is looked for in the text of an article, and in which of its parts."""
    needles: list[Needle] = []
    parts: dict[int, int] = {}
    for group in groups:
        hit = group.hits.get(article)
        if hit is not None:
            found = hit.alternative
            is_beginning = found.how == BEGINNING
            needles.append(Needle(group.word, found.word, found.term, is_beginning, group.weight))
            parts[hit.part] = parts.get(hit.part, 0) + group.weight
    part = min(parts, key=lambda number: (-parts[number], number), default=0)
    return needles, part


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
