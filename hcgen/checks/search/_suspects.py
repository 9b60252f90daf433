"""Articles that may have a twin: those for which it is worth to make the index of a language.

An index takes longer than all other rules together. What front matter and sketches say is there
already, and a help centre in which they show nothing pays for no index.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log
from typing import TypeVar

from hcgen.checks.context import IndexContext
from hcgen.model.article import Article, Role
from hcgen.model.language import Language
from hcgen.search import Analyzer, analyzer_of

_Thing = TypeVar("_Thing", str, int)

_MOST_HOLDERS = 32
"""What more articles than this have in common does not propose two of them to each other."""

_LEAST_SHARED = 0.55
"""Of the words that customers are to find one of them by, rare ones counting more."""

_FEWEST_NUMBERS = 6
"""That two sketches have in common: about one run of three words in ten."""


def suspects(context: IndexContext, language: Language) -> Iterator[Article]:
    """Yield each article that shares words of its front matter, or text, with one before it.

    Only published articles of the language, in the order of their paths.
    """
    articles = sorted(
        (
            entry.article
            for entry in context.addresses.entries[language.tag].values()
            if entry.article.role is Role.ARTICLE and not entry.is_fallback
        ),
        key=lambda article: article.path,
    )
    analyzer = analyzer_of(language, context.centre.settings)
    common = frozenset(analyzer.words("\n".join(sorted(language.norms.common_words))))
    words = [_words(article, analyzer, common) for article in articles]
    numbers = [_numbers(context, article) for article in articles]
    found = set(_sharing_words(words)) | set(_sharing_numbers(numbers))
    for number in sorted(found):
        yield articles[number]


def _words(article: Article, analyzer: Analyzer, common: Collection[str]) -> Collection[str]:
    """Return the words by which customers are to find an article."""
    texts = (article.title, *article.questions, *article.keywords, *article.tags)
    words = analyzer.words("\n".join(text.value for text in texts))
    return dict.fromkeys(word for word in words if word not in common)


def _numbers(context: IndexContext, article: Article) -> Collection[int]:
    reading = context.readings.get(article.file.path)
    return reading.sketch if reading is not None else ()


def _sharing_words(held: Sequence[Collection[str]]) -> Iterator[int]:
    """Yield the places of those that have many telling words in common with one before them."""
    counts = Counter(word for words in held for word in words)
    weights = {word: log(1 + len(held) / count) for word, count in counts.items()}
    totals = [sum(map(weights.__getitem__, words)) for words in held]
    for number, proposed in _proposals(held, counts):
        words = held[number]
        for other in proposed:
            shared = sum(weights[word] for word in held[other] if word in words)
            if shared >= _LEAST_SHARED * min(totals[number], totals[other]):
                yield number
                break


def _sharing_numbers(held: Sequence[Collection[int]]) -> Iterator[int]:
    """Yield the places of those whose sketch has numbers in common with one before them."""
    counts = Counter(each for numbers in held for each in numbers)
    for number, proposed in _proposals(held, counts):
        if max(proposed.values(), default=0) >= _FEWEST_NUMBERS:
            yield number


def _proposals(
    held: Sequence[Collection[_Thing]], counts: Mapping[_Thing, int]
) -> Iterator[tuple[int, Mapping[int, int]]]:
    """Yield each place, and for those before it how many rare things they have in common."""
    before: dict[_Thing, list[int]] = {}
    for number, things in enumerate(held):
        rare = [thing for thing in things if 2 <= counts[thing] <= _MOST_HOLDERS]
        yield number, Counter(other for thing in rare for other in before.get(thing, ()))
        for thing in rare:
            before.setdefault(thing, []).append(number)
