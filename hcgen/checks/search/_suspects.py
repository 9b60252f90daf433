"""Articles that may have a twin: those for which it is worth to make the index of a language.

An index takes longer than all other rules together. What front matter and sketches say is there
already, and a help centre in which they show nothing pays for no index.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from hcgen.checks.context import IndexContext
from hcgen.model.article import Article, Role
from hcgen.model.language import Language
from hcgen.search import Analyzer, analyzer_of

_MOST_HOLDERS = 32
"""What more articles than this have in common does not tell two of them from the others."""

_FEWEST_WORDS = 2
_SHARE = 2
"""Of the words of one of them, one in so many is the other's too."""

_FEWEST_NUMBERS = 4
"""That two sketches have in common: about six runs of three words in a hundred."""


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
    by_words = _sharing(words, fewest=_FEWEST_WORDS, share=_SHARE)
    by_numbers = _sharing(numbers, fewest=_FEWEST_NUMBERS)
    for number in sorted(by_words | by_numbers):
        yield articles[number]


def _words(article: Article, analyzer: Analyzer, common: Collection[str]) -> Collection[str]:
    """Return the words by which customers are to find an article."""
    texts = (article.title, *article.questions, *article.keywords, *article.tags)
    words = analyzer.words("\n".join(text.value for text in texts))
    return dict.fromkeys(word for word in words if word not in common)


def _numbers(context: IndexContext, article: Article) -> Collection[int]:
    reading = context.readings.get(article.file.path)
    return reading.sketch if reading is not None else ()


def _sharing(
    held: Sequence[Collection[object]], *, fewest: int, share: int | None = None
) -> set[int]:
    """Return the places of those that have enough in common with one before them.

    Args:
        fewest: How many things two must have in common.
        share: One in so many things of one of the two; None: however many it has.
    """
    counts = Counter(thing for things in held for thing in things)
    telling = [
        [thing for thing in things if 2 <= counts[thing] <= _MOST_HOLDERS] for things in held
    ]
    sizes = [sum(1 for thing in things if counts[thing] <= _MOST_HOLDERS) for things in held]
    before: dict[object, list[int]] = {}
    found: set[int] = set()
    for number, things in enumerate(telling):
        shared = Counter(other for thing in things for other in before.get(thing, ()))
        for other, count in shared.items():
            enough = share is None or count * share >= min(sizes[number], sizes[other])
            if count >= fewest and enough:
                found.add(number)
                break
        for thing in things:
            before.setdefault(thing, []).append(number)
    return found
