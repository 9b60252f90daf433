"""The index of one language: which article holds which term, and how much that says.

All weights are integers, worked out here, so that Python and the browser rank alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from hcgen.search.analyzers import Affixes
from hcgen.search.article_words import ArticleWords
from hcgen.search.sections import Section

OWN, TRANSLATED, MINED = range(3)
"""How a term comes to stand for a word; what each is worth is in `hcgen.search.query`."""


class IndexedArticle(NamedTuple):
    """What a result shows.

    Attributes:
        address: Of its page below the site's root.
        language: Tag of its language where that is not the index's; else empty.
        topic: Path of its topic; empty for none.
        words: What was found in it.
        translations: The same article in the site's other languages.
    """

    key: str
    address: str
    title: str
    language: str
    topic: str
    words: ArticleWords
    translations: tuple[ArticleWords, ...]

    @property
    def parts(self) -> tuple[tuple[Section, ...], ...]:
        """Its text, for passages."""
        return self.words.parts


@dataclass(frozen=True, slots=True)
class Word:
    """What readers may type.

    Attributes:
        frequency: How many articles it leads to as it is, as a power of two; at most 9.
        targets: Term, and how it comes to stand for the word; its own term first.
    """

    frequency: int
    targets: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Everything that a search in one language needs.

    Attributes:
        topics: Path and title of each topic that has articles, in the order of the articles.
        words: In the order of `word_order`.
        terms: Term -> its postings as text; in the order of `word_order`.
        stop_words: Sorted.
        weak_words: Sorted.
        affixes: In the order in which they are tried.
        terms_of: Key of an article -> the terms that have it in their postings.
    """

    language: str
    articles: tuple[IndexedArticle, ...]
    topics: tuple[tuple[str, str], ...]
    words: Mapping[str, Word]
    terms: Mapping[str, str]
    stop_words: tuple[str, ...]
    weak_words: tuple[str, ...] = ()
    affixes: tuple[Affixes, ...] = ()
    terms_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def ordered_by_topic(
    articles: Iterable[IndexedArticle], topics: Iterable[str]
) -> tuple[IndexedArticle, ...]:
    """Return articles in the order of their topics; those of one topic stay in theirs.

    Args:
        topics: Paths, in the order in which readers see them.
    """
    places = {path: place for place, path in enumerate(topics)}
    return tuple(sorted(articles, key=lambda article: places.get(article.topic, len(places))))
