"""What each term of an article says about it: BM25F over its fields and those of its translations.

Saturation within each field comes first, then the field's weight (Robertson and Zaragoza, The
Probabilistic Relevance Framework, 2009, section 3.6, with b per field).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log
from typing import NamedTuple

from hcgen.search.article_words import ArticleWords
from hcgen.search.coding import form_mark, impact_letters, place_letters
from hcgen.search.vocabulary import Vocabulary

_FIELDS = {
    "title": (6.0, 0.3),
    "questions": (6.0, 0.3),
    "keywords": (6.0, 0.3),
    "headings": (1.5, 0.6),
    "body": (3.0, 0.8),
}
_TRANSLATED = (2.0, 0.75)
"""Titles, questions and keywords of an article in the site's other languages."""
TRANSLATED_FIELDS = ("title", "questions", "keywords")
_SYNONYMS = (3.0, 0.75)
"""Words that the site says mean the same as words of the article."""
_PARTS = (1.0, 0.75)
"""Parts of the article's compounds."""
_K1 = 1.5
_NOT_IN_TITLE = (-1, 0, 0)
_LENGTH_STEP = log(1.2)


class Bag(NamedTuple):
    """The words of one field.

    Attributes:
        name: Of the field; fields of the same name are compared with each other.
        language: Tag of what it is written in.
        words: Surface form -> how often.
        length: Words in all.
    """

    name: str
    language: str
    words: Mapping[str, int]
    weight: float
    b: float
    length: int


def bags_of(
    words: ArticleWords,
    translations: Iterable[ArticleWords],
    synonyms: Mapping[str, int],
    compounds: Mapping[str, tuple[str, ...]],
) -> tuple[Bag, ...]:
    """Return the fields of an article, those of its translations too.

    Args:
        synonyms: Surface form -> how often, of words that mean the same as those of the article.
        compounds: Surface form -> those of its parts.
    """
    bags = [
        Bag(name, words.language, found, *_FIELDS[name], sum(found.values()))
        for name, found in words.fields.items()
    ]
    if synonyms:
        bags.append(Bag("synonyms", words.language, synonyms, *_SYNONYMS, sum(synonyms.values())))
    if compounds:
        parts: Counter[str] = Counter()
        for found in words.fields.values():
            for word in found.keys() & compounds.keys():
                for part in compounds[word]:
                    parts[part] += found[word]
        if parts:
            bags.append(Bag("parts", words.language, dict(parts), *_PARTS, parts.total()))
    for translation in translations:
        bag: Counter[str] = Counter()
        for name in TRANSLATED_FIELDS:
            bag.update(translation.fields.get(name, {}))
        if bag:
            language = translation.language
            bags.append(Bag(f"@{language}", language, bag, *_TRANSLATED, bag.total()))
    return tuple(bags)


def average_length(total: int, fields: int) -> float:
    """Return the average length of a field, in coarse steps: an edit seldom moves it."""
    return float(1.2 ** round(log(max(1.0, total / fields)) / _LENGTH_STEP))


class Terms:
    """Terms of words of any language, as readers of one language look for them."""

    def __init__(self, language: str, vocabularies: Mapping[str, Vocabulary]) -> None:
        own = vocabularies[language]
        self._others = [each for tag, each in vocabularies.items() if tag != language]
        self._of = {
            tag: _OwnTerms(own) if tag == language else _ForeignTerms(own, each)
            for tag, each in vocabularies.items()
        }

    def of(self, tag: str) -> Mapping[str, tuple[str, ...]]:
        """Return word that stands in a text of a language -> its terms; for every word."""
        return self._of[tag]

    def of_any(self, word: str) -> tuple[str, ...]:
        """Return the terms of a word that a reader typed in another language of the site."""
        found = [each.term(word) for each in self._others if word in each.words]
        return tuple(dict.fromkeys(found))


class _OwnTerms(dict[str, tuple[str, ...]]):
    def __init__(self, own: Vocabulary) -> None:
        super().__init__()
        self._own = own

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = self[word] = (self._own.term(word),)
        return found


class _ForeignTerms(dict[str, tuple[str, ...]]):
    def __init__(self, own: Vocabulary, other: Vocabulary) -> None:
        super().__init__()
        self._own = own
        self._other = other

    def __missing__(self, word: str) -> tuple[str, ...]:
        term = self._other.term(word)
        own = (self._own.term(word),) if word in self._own.words else ()
        found = self[word] = tuple(dict.fromkeys((*own, term)))
        return found


def scored(
    words: ArticleWords, bags: Iterable[Bag], terms: Terms, averages: Mapping[str, float]
) -> dict[str, str]:
    """Return term -> what it says about an article, as `posting_letters` has it.

    Args:
        averages: Name of a field -> its average length.
    """
    scores: dict[str, float] = {}
    parts: dict[str, int] = {}
    parts_of_words = words.places
    for name, language, found, weight, b, length in bags:
        terms_of = terms.of(language)
        if parts_of_words and name in ("body", "headings"):
            _note_parts(found, terms_of, parts_of_words, parts)
        counts: dict[str, int] = {}
        for word, count in found.items():
            for term in terms_of[word]:
                counts[term] = counts.get(term, 0) + count
        norm = _K1 * (1 - b + b * length / averages[name])
        for term, count in counts.items():
            scores[term] = scores.get(term, 0.0) + weight * count / (count + norm)
    titled: dict[str, tuple[int, int, int]] = {}
    terms_of = terms.of(words.language)
    for place, word in enumerate(words.title):
        for term in terms_of[word]:
            titled.setdefault(term, (place, len(words.title), form_mark(word)))
    # most terms stand in the first part only and not in the title: their letters are the impact's
    letters = impact_letters(scores)
    for term in {term for term, part in parts.items() if part} | titled.keys():
        in_title = titled.get(term, _NOT_IN_TITLE)
        letters[term] = _letters(parts.get(term, 0), *in_title, letters[term])
    return letters


def _note_parts(
    words: Iterable[str],
    terms_of: Mapping[str, tuple[str, ...]],
    parts_of_words: Mapping[str, int],
    parts: dict[str, int],
) -> None:
    """Note the first part of the text in which words of a term are looked for."""
    for word in words:
        part = parts_of_words.get(word, 0)
        for term in terms_of[word]:
            if part < parts.get(term, part + 1):
                parts[term] = part


@lru_cache(maxsize=100_000)
def _letters(part: int, place: int, title_length: int, form: int, impact: str) -> str:
    # the same few texts again and again: one object of each is enough
    return place_letters(part, place, title_length, form) + impact
