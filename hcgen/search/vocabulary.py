"""All words of one language of the site, and the term that each of them stands for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
        counts: Surface form -> how often the language's articles have it.
        stems: Surface form -> term, for those that do not stand for themselves.
        stop_words: Surface forms that say nothing about what is looked for.
        synonyms: In the order written.
        weak_words: Surface forms that say little.
        affixes: Of forms that no article has; see `hcgen.search.analyzers.Analyzer`.
    """

    counts: Mapping[str, int]
    stems: Mapping[str, str]
    stop_words: frozenset[str]
    synonyms: tuple[SiteSynonyms, ...] = ()
    weak_words: frozenset[str] = frozenset()
    affixes: tuple[Affixes, ...] = ()

    def term(self, word: str) -> str:
        """Return the term of a surface form; of one that is not known, the form itself."""
        return self.stems.get(word, word)


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
    counts: Counter[str] = Counter()
    for article in articles:
        for field in article.fields.values():
            counts.update(field)
    synonyms = tuple(
        SiteSynonyms(_phrases(group.words, analyzer), _phrases(group.finds, analyzer))
        for group in lexicon.synonyms
    )
    for group in synonyms:
        counts.update(word for phrase in (*group.typed, *group.finds) for word in phrase)
    stems = {word: term for word, term in analyzer.stems(counts).items() if word != term and term}

    def form(text: str) -> str:
        return "".join(analyzer.words(text))

    for word, stem in lexicon.exceptions:
        if form(word.value) and form(stem.value):
            stems[form(word.value)] = form(stem.value)
    for spelling, counted in lexicon.variants:
        known = form(counted.value)
        if form(spelling.value) and known:
            stems[form(spelling.value)] = stems.get(known, known)
    stop_words = frozenset(filter(None, (form(text.value) for text in lexicon.stop_words)))
    weak = frozenset(map(form, weak_words))
    return Vocabulary(counts, stems, stop_words, synonyms, weak, analyzer.affixes)


def _phrases(texts: Iterable[Text], analyzer: Analyzer) -> tuple[Phrase, ...]:
    return tuple(filter(None, (tuple(analyzer.words(text.value)) for text in texts)))
