"""Words that mean the same: those that the site names, and those that its translations teach.

Where titles and headings of an article and of its translation stand in the same places, words that
stand in the same ones again and again translate each other (Dice's coefficient; Smadja, McKeown and
Hatzivassiloglou, Translating Collocations for Bilingual Lexicons, 1996).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hcgen.search.analyzers.folding import normalize, segment
from hcgen.search.article_words import ArticleWords
from hcgen.search.coding import word_order
from hcgen.search.vocabulary import Phrase, Vocabulary

_LEAST_TOGETHER = 2
_LEAST_DICE = (35, 100)
_MOST_MEANINGS = 3


class Meaning(NamedTuple):
    """A term of this language that a word of another one means.

    Attributes:
        strength: Dice's coefficient in per cent.
    """

    term: str
    strength: int


def mined_synonyms(
    pairs: Iterable[tuple[ArticleWords, ArticleWords]],
    own: Vocabulary,
    others: Mapping[str, Vocabulary],
) -> Mapping[str, tuple[Meaning, ...]]:
    """Return term of another language -> what it means in this one, strongest first.

    Args:
        pairs: An article in this language, and its translation into another one.
        others: Language tag -> vocabulary.
    """
    together: dict[str, Counter[str]] = defaultdict(Counter)
    foreign_counts: Counter[str] = Counter()
    own_counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article, translation in pairs:
        other = others[translation.language]
        for here, there in _aligned(article, translation):
            here_terms = {own.term(word) for word in here}
            there_terms = {other.term(word) for word in there}
            own_counts[translation.language].update(here_terms)
            for term in there_terms:
                key = f"{translation.language}\0{term}"
                foreign_counts[key] += 1
                together[key].update(here_terms)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for key, counts in together.items():
        tag, _, term = key.partition("\0")
        for here_term, count in counts.items():
            if count < _LEAST_TOGETHER or here_term == term:
                continue
            whole = foreign_counts[key] + own_counts[tag][here_term]
            if 2 * count * _LEAST_DICE[1] >= whole * _LEAST_DICE[0]:
                strength = 200 * count // whole
                found[term][here_term] = max(strength, found[term].get(here_term, 0))
    return {
        term: _strongest(meanings)
        for term, meanings in sorted(found.items(), key=lambda item: word_order(item[0]))
    }


class ArticleSynonyms:
    """Finds what an article should be found by because of the site's own synonyms."""

    def __init__(self, own: Vocabulary) -> None:
        self._own = own

    def of(self, article: ArticleWords) -> Mapping[str, int]:
        """Return surface form -> how often, of words that mean the same as words in an article."""
        found: Counter[str] = Counter()
        terms: dict[str, set[str]] = {
            name: {self._own.term(word) for word in words} for name, words in article.fields.items()
        }
        everywhere = set().union(*terms.values())
        text: list[str] | None = None
        for group in self._own.synonyms:
            for phrase in (*group.typed, *group.finds):
                wanted = [self._own.term(word) for word in phrase]
                if not everywhere.issuperset(wanted):
                    continue
                if len(wanted) > 1:
                    text = self._text(article) if text is None else text
                    if not _holds(text, wanted):
                        continue
                is_telling = any(
                    name != "body" and held.issuperset(wanted) for name, held in terms.items()
                )
                self._add(found, group.typed, phrase, 2 if is_telling else 1)
        return dict(found)

    def _add(
        self, found: Counter[str], phrases: Iterable[Phrase], known: Phrase, count: int
    ) -> None:
        for phrase in phrases:
            if phrase != known:
                for word in phrase:
                    found[word] += count

    def _text(self, article: ArticleWords) -> list[str]:
        """Return all terms of an article in order."""
        texts = [
            normalize(section.text[start:end])
            for part in article.parts
            for section in part
            for start, end in segment(section.text)
        ]
        headings = (word for heading in (article.title, *article.headings) for word in heading)
        return [self._own.term(word) for word in (*headings, *texts)]


def _holds(text: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(
        text[place] == wanted[0] and text[place : place + size] == wanted
        for place in range(len(text) - size + 1)
    )


def _strongest(meanings: Mapping[str, int]) -> tuple[Meaning, ...]:
    ranked = sorted(meanings, key=lambda term: (-meanings[term], word_order(term)))
    return tuple(Meaning(term, meanings[term]) for term in ranked[:_MOST_MEANINGS])


def _aligned(
    article: ArticleWords, translation: ArticleWords
) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    yield article.title, translation.title
    if len(article.headings) == len(translation.headings):
        yield from zip(article.headings, translation.headings, strict=True)
