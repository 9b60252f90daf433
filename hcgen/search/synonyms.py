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


class Pair(NamedTuple):
    """A title or heading, and its translation.

    Attributes:
        language: Of the translation.
        here: Terms of this language.
        there: Terms of the other one.
    """

    language: str
    here: frozenset[str]
    there: frozenset[str]


def pairs_of(
    article: ArticleWords,
    translations: Iterable[ArticleWords],
    own: Vocabulary,
    others: Mapping[str, Vocabulary],
) -> tuple[Pair, ...]:
    """Return what an article and its translations teach.

    Args:
        others: Language tag -> vocabulary.
    """
    return tuple(
        Pair(
            translation.language,
            frozenset(map(own.term, here)),
            frozenset(map(others[translation.language].term, there)),
        )
        for translation in translations
        for here, there in _aligned(article, translation)
    )


class MinedSynonyms:
    """What terms of other languages mean in this one, learned from pairs that come and go.

    Attributes:
        meanings: Term of another language -> what it means in this one, strongest first.
    """

    def __init__(self) -> None:
        self.meanings: dict[str, tuple[Meaning, ...]] = {}
        self._together: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._foreign_counts: Counter[tuple[str, str]] = Counter()
        self._own_counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._strengths: dict[tuple[str, str], Mapping[str, int]] = {}
        self._touched: set[tuple[str, str]] = set()
        self._touched_own: dict[str, set[str]] = defaultdict(set)

    def learn(self, pairs: Iterable[Pair]) -> None:
        """Take in pairs."""
        for tag, here, there in pairs:
            self._own_counts[tag].update(here)
            self._touched_own[tag].update(here)
            for term in there:
                self._foreign_counts[tag, term] += 1
                self._together[tag, term].update(here)
                self._touched.add((tag, term))

    def forget(self, pairs: Iterable[Pair]) -> None:
        """Take out pairs that were taken in."""
        for tag, here, there in pairs:
            _take_out(self._own_counts[tag], here)
            self._touched_own[tag].update(here)
            for term in there:
                self._foreign_counts[tag, term] -= 1
                _take_out(self._together[tag, term], here)
                self._touched.add((tag, term))

    def settle(self) -> set[str]:
        """Bring `meanings` up to date; return the terms whose meanings are not what they were."""
        touched = self._touched.union(
            key
            for key, counts in self._together.items()
            if not counts.keys().isdisjoint(self._touched_own.get(key[0], ()))
        )
        changed = {term for tag, term in touched if self._weigh(tag, term)}
        for term in changed:
            meanings: dict[str, int] = {}
            for tag in self._own_counts:
                for here, strength in self._strengths.get((tag, term), {}).items():
                    meanings[here] = max(strength, meanings.get(here, 0))
            if meanings:
                self.meanings[term] = _strongest(meanings)
            else:
                self.meanings.pop(term, None)
        self._touched.clear()
        self._touched_own.clear()
        return changed

    def _weigh(self, tag: str, term: str) -> bool:
        """Tell whether what a term is worth has changed."""
        found: dict[str, int] = {}
        foreign, own = self._foreign_counts[tag, term], self._own_counts[tag]
        for here, count in self._together[tag, term].items():
            if count < _LEAST_TOGETHER or here == term:
                continue
            whole = foreign + own[here]
            if 2 * count * _LEAST_DICE[1] >= whole * _LEAST_DICE[0]:
                found[here] = 200 * count // whole
        before = self._strengths.get((tag, term), {})
        if not foreign:
            del self._foreign_counts[tag, term], self._together[tag, term]
        if found:
            self._strengths[tag, term] = found
        else:
            self._strengths.pop((tag, term), None)
        return found != before


def _take_out(counts: Counter[str], terms: Iterable[str]) -> None:
    for term in terms:
        counts[term] -= 1
        if not counts[term]:
            del counts[term]


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
