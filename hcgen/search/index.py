"""The index of one language: which article holds which term, and how much that says.

All weights are integers, worked out here, so that Python and the browser rank alike.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log

from hcgen.search.analyzers import Affixes
from hcgen.search.article_words import ArticleWords
from hcgen.search.coding import Posting, impact_level, word_order
from hcgen.search.sections import Section
from hcgen.search.synonyms import ArticleSynonyms, mined_synonyms
from hcgen.search.vocabulary import Vocabulary

# BM25F: saturation within each field first, then the field's weight (Robertson and Zaragoza, The
# Probabilistic Relevance Framework, 2009, section 3.6, with b per field)
_FIELDS = {
    "title": (6.0, 0.75),
    "questions": (6.0, 0.75),
    "keywords": (6.0, 0.75),
    "headings": (2.0, 0.6),
    "body": (3.0, 0.75),
}
_TRANSLATED = (2.0, 0.75)
"""Titles, questions and keywords of an article in the site's other languages."""
_TRANSLATED_FIELDS = ("title", "questions", "keywords")
_SYNONYMS = (3.0, 0.75)
"""Words that the site says mean the same as words of the article."""
_K1 = 1.6
_LENGTH_STEP = log(1.2)

OWN, TRANSLATED, MINED = range(3)
"""How a term comes to stand for a word; what each is worth is in `hcgen.search.query`."""


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """What a result shows.

    Attributes:
        address: Of its page below the site's root.
        language: Tag of its language where that is not the index's; else empty.
        topic: Path of its topic; empty for none.
        words: What was found in it.
        translations: The same article in the site's other languages.
        synonyms: Surface form -> how often, of words that mean the same as those of the article.
    """

    key: str
    address: str
    title: str
    language: str
    topic: str
    words: ArticleWords
    translations: tuple[ArticleWords, ...]
    synonyms: Mapping[str, int] = field(default_factory=dict)

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
        terms: Term -> its postings; in the order of `word_order`.
        stop_words: Sorted.
        weak_words: Sorted.
        affixes: In the order in which they are tried.
    """

    language: str
    articles: tuple[IndexedArticle, ...]
    topics: tuple[tuple[str, str], ...]
    words: Mapping[str, Word]
    terms: Mapping[str, tuple[Posting, ...]]
    stop_words: tuple[str, ...]
    weak_words: tuple[str, ...] = ()
    affixes: tuple[Affixes, ...] = ()


def make_index(
    language: str,
    articles: Iterable[IndexedArticle],
    vocabularies: Mapping[str, Vocabulary],
    topic_titles: Mapping[str, str],
) -> SearchIndex:
    """Return the index of the articles that readers of a language meet, fallbacks included.

    Args:
        vocabularies: Of all languages of the site.
        topic_titles: Path -> title, in the order in which readers see them.
    """
    places = {path: place for place, path in enumerate(topic_titles)}
    ordered = sorted(articles, key=lambda article: places.get(article.topic, len(places)))
    own = vocabularies[language]
    if own.synonyms:
        meanings = ArticleSynonyms(own)
        ordered = [
            article if article.language else replace(article, synonyms=meanings.of(article.words))
            for article in ordered
        ]
    terms = _Terms(language, vocabularies)
    impacts = _impacts(ordered, terms)
    pairs = (
        (article.words, translation)
        for article in ordered
        if not article.language
        for translation in article.translations
    )
    mined = mined_synonyms(pairs, own, vocabularies)
    words: dict[str, Word] = {}
    for word in sorted(terms.seen | own.stems.keys(), key=word_order):
        targets = dict.fromkeys(
            (term for term in terms.of_any(word) if term in impacts), TRANSLATED
        )
        term = own.term(word)
        if word in own.counts or word in own.stems:
            targets = ({term: OWN} if term in impacts else {}) | {
                other: kind for other, kind in targets.items() if other != term
            }
        for foreign in terms.of_any(word):
            for meaning in mined.get(foreign, ()):
                if meaning.term in impacts:
                    targets.setdefault(meaning.term, MINED)
        if targets:
            first = next(iter(targets))
            frequency = min(9, len(impacts[first]).bit_length())
            words[word] = Word(frequency, tuple(targets.items()))
    used = {article.topic for article in ordered}
    return SearchIndex(
        language,
        tuple(ordered),
        tuple((path, title) for path, title in topic_titles.items() if path in used),
        words,
        {term: tuple(impacts[term]) for term in sorted(impacts, key=word_order)},
        tuple(sorted(own.stop_words)),
        tuple(sorted(own.weak_words - {""})),
        own.affixes,
    )


class _Terms:
    """Terms of words of any language, as readers of one language look for them.

    Attributes:
        seen: All words so far.
    """

    def __init__(self, language: str, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._language = language
        self._vocabularies = vocabularies
        self._own = vocabularies[language]
        self._others = [each for tag, each in vocabularies.items() if tag != language]
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        self.seen: set[str] = set()

    def of(self, tag: str, word: str) -> tuple[str, ...]:
        """Return the terms of a word that stands in a text of a language."""
        found = self._known.get((tag, word))
        if found is None:
            found = self._known[tag, word] = self._of(tag, word)
            self.seen.add(word)
        return found

    def of_any(self, word: str) -> tuple[str, ...]:
        """Return the terms of a word that a reader typed in another language of the site."""
        found = [each.term(word) for each in self._others if word in each.counts]
        return tuple(dict.fromkeys(found))

    def _of(self, tag: str, word: str) -> tuple[str, ...]:
        if tag == self._language:
            return (self._own.term(word),)
        term = self._vocabularies[tag].term(word)
        if word in self._own.counts:
            return tuple(dict.fromkeys((self._own.term(word), term)))
        return (term,)


def _impacts(articles: Sequence[IndexedArticle], terms: _Terms) -> Mapping[str, list[Posting]]:
    averages = _average_lengths(articles)
    impacts: defaultdict[str, list[Posting]] = defaultdict(list)
    for number, article in enumerate(articles):
        scores: dict[str, float] = {}
        places: dict[str, int] = {}
        for name, tag, found, (weight, b) in _bags(article):
            counts: Counter[str] = Counter()
            for word, count in found.items():
                for term in terms.of(tag, word):
                    counts[term] += count
                    if name in ("body", "headings"):
                        place = article.words.places.get(word, 0)
                        places[term] = min(place, places.get(term, place))
            norm = _K1 * (1 - b + b * sum(found.values()) / averages[name])
            for term, count in counts.items():
                scores[term] = scores.get(term, 0.0) + weight * count / (count + norm)
        title = article.words.title
        in_title: dict[str, int] = {}
        for place, word in enumerate(title):
            for term in terms.of(article.words.language, word):
                in_title.setdefault(term, place)
        for term, score in scores.items():
            place = in_title.get(term, -1)
            level, part = impact_level(score), places.get(term, 0)
            impacts[term].append(Posting(number, level, part, place, len(title)))
    return impacts


def _bags(
    article: IndexedArticle,
) -> Iterable[tuple[str, str, Mapping[str, int], tuple[float, float]]]:
    """Yield name, language, words and weight of each field, those of translations too."""
    for name, found in article.words.fields.items():
        yield name, article.words.language, found, _FIELDS[name]
    if article.synonyms:
        yield "synonyms", article.words.language, article.synonyms, _SYNONYMS
    for translation in article.translations:
        bag: Counter[str] = Counter()
        for name in _TRANSLATED_FIELDS:
            bag.update(translation.fields.get(name, {}))
        if bag:
            yield f"@{translation.language}", translation.language, bag, _TRANSLATED


def _average_lengths(articles: Sequence[IndexedArticle]) -> Mapping[str, float]:
    """Return name of a field -> average length, in coarse steps: an edit seldom moves it."""
    lengths: dict[str, list[int]] = {}
    for article in articles:
        for name, _, bag, _ in _bags(article):
            lengths.setdefault(name, []).append(sum(bag.values()))
    return {
        name: 1.2 ** round(log(max(1.0, sum(found) / len(found))) / _LENGTH_STEP)
        for name, found in lengths.items()
    }
