"""All words of one language of the site, and the term that each of them stands for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from hcgen.model.lexicon import Lexicon
from hcgen.search.analyzers import Affixes, Analyzer
from hcgen.search.article_words import ArticleWords
from hcgen.source import Text

Phrase = tuple[str, ...]
"""Surface forms in order."""


class SiteSynonyms(NamedTuple):
    """What the site says means the same.

    Attributes:
        typed: Who types one of these finds articles with another of them.
        finds: And articles with one of these.
    """

    typed: tuple[Phrase, ...]
    finds: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language.

    Attributes:
        words: Surface forms that the language's articles or its lexicon have.
        stems: Surface form -> term, for those that do not stand for themselves.
        stop_words: Surface forms that say nothing about what is looked for.
        synonyms: In the order written.
        weak_words: Surface forms that say little.
        affixes: Of forms that no article has; see `hcgen.search.analyzers.Analyzer`.
        parts: Surface form of a compound -> those of its parts.
    """

    words: frozenset[str]
    stems: Mapping[str, str]
    stop_words: frozenset[str]
    synonyms: tuple[SiteSynonyms, ...] = ()
    weak_words: frozenset[str] = frozenset()
    affixes: tuple[Affixes, ...] = ()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def term(self, word: str) -> str:
        """Return the term of a surface form; of one that is not known, the form itself."""
        return self.stems.get(word, word)

    def telling_terms(self, words: Iterable[str]) -> frozenset[str]:
        """Return the terms of surface forms, without the words that say little."""
        stems, weak = self.stems, self.weak_words
        return frozenset([stems.get(word, word) for word in words if word not in weak])


def vocabulary_of(
    articles: Iterable[ArticleWords],
    analyzer: Analyzer,
    lexicon: Lexicon,
    weak_words: Iterable[str] = (),
) -> Vocabulary:
    """Return the vocabulary of the articles of one language.

    Args:
        weak_words: That say little about what is looked for.
    """
    return KeptVocabulary().of(articles, analyzer, lexicon, tuple(weak_words))


class KeptVocabulary:
    """The vocabulary of one language through a row of changes.

    Stems are looked for again only where a word has come or gone.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._counted: dict[int, ArticleWords] = {}
        self._made_of: _Ingredients | None = None
        self._made: Vocabulary | None = None

    def of(
        self,
        articles: Iterable[ArticleWords],
        analyzer: Analyzer,
        lexicon: Lexicon,
        weak_words: tuple[str, ...] = (),
    ) -> Vocabulary:
        """Return what `vocabulary_of` does; the same object as last time if nothing is new."""
        ingredients = _ingredients(analyzer, lexicon, weak_words)
        is_same = not self._count(articles)
        if not is_same or self._made is None or ingredients != self._made_of:
            made = _vocabulary(frozenset(self._counts), ingredients)
            if made != self._made:
                self._made = made
            self._made_of = ingredients
        assert self._made is not None
        return self._made

    def _count(self, articles: Iterable[ArticleWords]) -> bool:
        """Count the words of these articles only; tell whether a word has come or gone."""
        wanted = {id(article): article for article in articles}
        gone = [self._counted[known] for known in self._counted.keys() - wanted.keys()]
        new = [wanted[unknown] for unknown in wanted.keys() - self._counted.keys()]
        counts, before = self._counts, len(self._counts)
        for article in new:
            for found in article.fields.values():
                counts.update(found.keys())
        has_changed = len(counts) != before
        for article in gone:
            for found in article.fields.values():
                for word in found:
                    counts[word] -= 1
                    if not counts[word]:
                        del counts[word]
                        has_changed = True
        self._counted = wanted
        return has_changed


class _Ingredients(NamedTuple):
    """What a vocabulary is made of besides the words of the articles; surface forms all."""

    analyzer: Analyzer
    synonyms: tuple[SiteSynonyms, ...]
    exceptions: tuple[tuple[str, str], ...]
    variants: tuple[tuple[str, str], ...]
    stop_words: frozenset[str]
    weak_words: frozenset[str]


def _ingredients(analyzer: Analyzer, lexicon: Lexicon, weak_words: tuple[str, ...]) -> _Ingredients:
    def form(text: str) -> str:
        return "".join(analyzer.words(text))

    def forms(pairs: Iterable[tuple[Text, Text]]) -> tuple[tuple[str, str], ...]:
        found = ((form(one.value), form(other.value)) for one, other in pairs)
        return tuple(pair for pair in found if all(pair))

    return _Ingredients(
        analyzer,
        tuple(
            SiteSynonyms(_phrases(group.words, analyzer), _phrases(group.finds, analyzer))
            for group in lexicon.synonyms
        ),
        forms(lexicon.exceptions),
        forms(lexicon.variants),
        frozenset(filter(None, (form(text.value) for text in lexicon.stop_words))),
        frozenset(map(form, weak_words)),
    )


def _vocabulary(words: frozenset[str], ingredients: _Ingredients) -> Vocabulary:
    analyzer = ingredients.analyzer
    words = words.union(
        word
        for group in ingredients.synonyms
        for phrase in (*group.typed, *group.finds)
        for word in phrase
    )
    # each counts as one: if stems hung on how often a word is written, every edit could move them
    found = analyzer.stems(dict.fromkeys(sorted(words), 1))
    stems = {word: term for word, term in found.items() if word != term and term}
    stems.update(ingredients.exceptions)
    for spelling, known in ingredients.variants:
        stems[spelling] = stems.get(known, known)
    return Vocabulary(
        words,
        stems,
        ingredients.stop_words,
        ingredients.synonyms,
        ingredients.weak_words,
        analyzer.affixes,
        analyzer.parts(words - ingredients.weak_words),
    )


def _phrases(texts: Iterable[Text], analyzer: Analyzer) -> tuple[Phrase, ...]:
    return tuple(filter(None, (tuple(analyzer.words(text.value)) for text in texts)))
