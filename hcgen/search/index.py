"""The index of one language: which article holds which term, and how much that says.

All weights are integers, worked out here, so that Python and the browser rank alike.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from hcgen.model.addresses import Entry
from hcgen.model.article import Article
from hcgen.render import Fragment
from hcgen.search.analyzers import Analyzer

# BM25F: saturation within each field first, then the field's weight (Robertson and Zaragoza, The
# Probabilistic Relevance Framework, 2009, section 3.6, with k1 per field)
_WEIGHTS = {"title": 8, "questions": 6, "keywords": 6, "headings": 2, "description": 2, "body": 2}
_K1 = 1.2
_B = 0.75
_SCALE = 64


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """What a result shows.

    Attributes:
        address: Of its page below the site's root.
        language: Tag of its language where that is not the index's; else empty.
    """

    key: str
    address: str
    title: str
    description: str
    language: str


@dataclass(frozen=True, slots=True)
class Posting:
    """How much a term says about an article (its number in `SearchIndex.articles`)."""

    article: int
    impact: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term with the articles that hold it.

    Attributes:
        weight: Inverse document frequency, scaled to an integer; at least 1.
        postings: By article number.
    """

    weight: int
    postings: tuple[Posting, ...]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Everything that a search in one language needs.

    Attributes:
        terms: In the order of `term_order`.
        unknown_weight: Of a word that no article holds: as if one did.
    """

    language: str
    articles: tuple[IndexedArticle, ...]
    terms: Mapping[str, Term]
    unknown_weight: int


def index_entries(
    language: str,
    entries: Iterable[Entry],
    fragment_of: Callable[[Article], Fragment],
    analyzer: Analyzer,
    *,
    readable: Callable[[str], str] = str,
) -> SearchIndex:
    """Return the index of the articles that readers of a language meet, fallbacks included.

    Args:
        readable: Text of an article -> the same with channels in the place of references.
    """
    articles: list[IndexedArticle] = []
    fields: list[Mapping[str, Counter[str]]] = []
    for entry in entries:
        article = entry.article
        articles.append(
            IndexedArticle(
                key=article.key,
                address=entry.address,
                title=article.title.value,
                description=readable(article.description.value) if article.description else "",
                language=article.language if entry.is_fallback else "",
            )
        )
        fields.append(_fields(article, fragment_of(article), analyzer, readable))
    return SearchIndex(language, tuple(articles), _terms(fields), _weight(len(articles), 1))


def term_order(term: str) -> bytes:
    """Return a sort key that orders terms as the browser compares strings: by UTF-16 code unit."""
    return term.encode("utf-16-be", "surrogatepass")


def _fields(
    article: Article, fragment: Fragment, analyzer: Analyzer, readable: Callable[[str], str]
) -> Mapping[str, Counter[str]]:
    texts = {
        "title": article.title.value,
        "questions": readable("\n".join(text.value for text in article.questions)),
        "keywords": "\n".join(text.value for text in (*article.keywords, *article.tags)),
        "headings": readable("\n".join(heading.text for heading in fragment.headings)),
        "description": readable(article.description.value) if article.description else "",
        "body": readable(fragment.text),
    }
    return {name: Counter(analyzer.terms(text)) for name, text in texts.items() if text}


def _terms(articles: Sequence[Mapping[str, Counter[str]]]) -> Mapping[str, Term]:
    averages = _average_lengths(articles)
    impacts: dict[str, list[Posting]] = {}
    for number, fields in enumerate(articles):
        scores: dict[str, float] = {}
        for name, counts in fields.items():
            length = sum(counts.values())
            norm = _K1 * (1 - _B + _B * length / averages[name])
            weight = _WEIGHTS[name]
            for term, count in counts.items():
                scores[term] = scores.get(term, 0.0) + weight * count / (count + norm)
        for term, score in scores.items():
            impacts.setdefault(term, []).append(Posting(number, max(1, round(score * _SCALE))))
    total = len(articles)
    return {
        term: Term(_weight(total, len(postings)), tuple(postings))
        for term, postings in sorted(impacts.items(), key=lambda item: term_order(item[0]))
    }


def _average_lengths(articles: Sequence[Mapping[str, Counter[str]]]) -> Mapping[str, float]:
    lengths: dict[str, list[int]] = {}
    for fields in articles:
        for name, counts in fields.items():
            lengths.setdefault(name, []).append(sum(counts.values()))
    return {name: max(1.0, sum(found) / len(found)) for name, found in lengths.items()}


def _weight(total: int, holding: int) -> int:
    return max(1, round(_SCALE * log(1 + (total - holding + 0.5) / (holding + 0.5))))
