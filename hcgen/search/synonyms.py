"""Words that mean the same: those that the site names, and those that its translations teach.

Where titles and headings of an article and of its translation stand in the same places, words that
stand in the same ones again and again translate each other (Dice's coefficient; Smadja, McKeown and
Hatzivassiloglou, Translating Collocations for Bilingual Lexicons, 1996).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hcgen.search.article_words import ArticleWords
from hcgen.search.coding import word_order
from hcgen.search.pieces import piece_form, segment
from hcgen.search.text_synonyms import SectionTerms, TextSynonyms
from hcgen.search.vocabulary import Phrase, Vocabulary

_LEAST_TOGETHER = 2
_LEAST_DICE = (35, 100)
_MOST_MEANINGS = 2


_Term = tuple[str, str]
"""Of another language, or one that stands with its terms: tag of that language, and the term."""


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
            own.telling_terms(here),
            others[translation.language].telling_terms(there),
        )
        for translation in translations
        for here, there in _aligned(article, translation)
    )


def aligned_texts(
    article: ArticleWords,
    translations: Iterable[ArticleWords],
    own: Vocabulary,
    others: Mapping[str, Vocabulary],
) -> Mapping[str, Sequence[SectionTerms]]:
    """Return language tag -> the texts of an article beside those of its translation.

    A translation that has other sections is left out.

    Args:
        others: Language tag -> vocabulary.
    """
    here = [own.telling_terms(words) for words in article.texts]
    return {
        translation.language: tuple(
            SectionTerms(own_terms, others[translation.language].telling_terms(words))
            for own_terms, words in zip(here, translation.texts, strict=True)
        )
        for translation in translations
        if len(translation.texts) == len(here)
    }


class MinedSynonyms:
    """What terms of other languages mean in this one, learned from pairs that come and go.

    Attributes:
        meanings: Term of another language -> what it means in this one, strongest first.
    """

    def __init__(self) -> None:
        self.meanings: dict[str, tuple[Meaning, ...]] = {}
        self._own_counts: dict[str, dict[str, int]] = {}
        self._foreign_counts: dict[_Term, int] = {}
        self._together: dict[_Term, dict[str, int]] = {}
        # term of this language -> those that it stands with often enough to mean them, or stood
        self._often: dict[_Term, set[str]] = defaultdict(set)
        self._strengths: dict[_Term, dict[str, int]] = defaultdict(dict)
        self._touched: set[_Term] = set()
        self._touched_own: set[_Term] = set()
        self._texts: defaultdict[str, TextSynonyms] = defaultdict(TextSynonyms)

    def read(self, key: str, texts: Mapping[str, Sequence[SectionTerms]]) -> None:
        """Take in an article's texts in the place of those that were taken in before.

        Args:
            texts: Tag of another language -> sections; none of an article that is gone.
        """
        for tag in texts.keys() | self._texts.keys():
            self._texts[tag].read(key, texts.get(tag, ()))

    def learn(self, pairs: Iterable[Pair]) -> None:
        """Take in pairs."""
        self._count(pairs, 1)

    def forget(self, pairs: Iterable[Pair]) -> None:
        """Take out pairs that were taken in."""
        self._count(pairs, -1)

    def settle(self) -> set[str]:
        """Bring `meanings` up to date; return the terms whose meanings are not what they were."""
        changed = {key for key in self._touched if self._weigh(key, tuple(self._together[key]))}
        for own_key in self._touched_own:
            changed.update(self._weigh_all(*own_key))
        self._touched.clear()
        self._touched_own.clear()
        terms = {term for _, term in changed}
        for texts in self._texts.values():
            terms.update(texts.settle())
        for term in terms:
            meanings: dict[str, int] = {}
            taught: list[Mapping[str, int]] = [
                self._strengths.get((tag, term), {}) for tag in self._own_counts
            ]
            taught += [texts.strengths.get(term, {}) for texts in self._texts.values()]
            for strengths in taught:
                for here, strength in strengths.items():
                    meanings[here] = max(strength, meanings.get(here, 0))
            if meanings:
                self.meanings[term] = _strongest(meanings)
            else:
                self.meanings.pop(term, None)
        return terms

    def _count(self, pairs: Iterable[Pair], step: int) -> None:
        for tag, here, there in pairs:
            own_counts = self._own_counts.setdefault(tag, {})
            for term in here:
                own_counts[term] = own_counts.get(term, 0) + step
                self._touched_own.add((tag, term))
            for term in there:
                key = (tag, term)
                self._touched.add(key)
                self._foreign_counts[key] = self._foreign_counts.get(key, 0) + step
                together = self._together.get(key)
                if together is None:
                    together = self._together[key] = {}
                for own_term in here:
                    together[own_term] = together.get(own_term, 0) + step

    def _weigh_all(self, tag: str, here: str) -> Iterator[_Term]:
        """Yield what means a term of this language no more, or not as much as before."""
        least = self._own_counts[tag][here] * _LEAST_DICE[0]
        for term in self._often.get((tag, here), ()):
            key = (tag, term)
            # most are far from it, and were
            is_far = 2 * self._together[key].get(here, 0) * _LEAST_DICE[1] < least
            if is_far and here not in self._strengths.get(key, ()):
                continue
            if key not in self._touched and self._weigh(key, (here,)):
                yield key

    def _weigh(self, key: _Term, own_terms: Iterable[str]) -> bool:
        """Tell whether the strength of what a term means has changed; only these are looked at."""
        tag, term = key
        together, strengths = self._together[key], self._strengths[key]
        foreign, own_counts = self._foreign_counts[key], self._own_counts[tag]
        has_changed = False
        for here in own_terms:
            count, strength = together.get(here, 0), 0
            if count >= _LEAST_TOGETHER and here != term:
                self._often[tag, here].add(term)
                whole = foreign + own_counts[here]
                if 2 * count * _LEAST_DICE[1] >= whole * _LEAST_DICE[0]:
                    strength = 200 * count // whole
            if not count:
                together.pop(here, None)
            if strength != strengths.get(here, 0):
                has_changed = True
                if strength:
                    strengths[here] = strength
                else:
                    del strengths[here]
        return has_changed


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
            piece_form(section.text[start:end])
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
