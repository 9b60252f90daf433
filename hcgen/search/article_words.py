"""What search knows of one article by itself: its words by field, and its text in parts."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from hcgen.model.article import Article
from hcgen.render import Fragment
from hcgen.search.analyzers import Analyzer
from hcgen.search.sections import Section, parts_of, sections_of

_HEADING_COUNTS = 3
"""A word in a heading says more about where an answer is than one in the text below it."""


class ArticleWords(NamedTuple):
    """One article, taken apart by the analyzer of its own language.

    Attributes:
        fields: Name of a field -> surface form -> how often.
        places: Surface form -> the part of the text that it is looked for in; 0 is left out.
        parts: See `parts_of`.
        title: Surface forms of the title, in order.
        headings: The same of each heading.
        texts: Distinct surface forms of the heading and the text of each section, in order.
    """

    language: str
    fields: Mapping[str, Mapping[str, int]]
    places: Mapping[str, int]
    parts: tuple[tuple[Section, ...], ...]
    title: tuple[str, ...]
    headings: tuple[tuple[str, ...], ...]
    texts: tuple[tuple[str, ...], ...]


def article_words(
    article: Article, fragment: Fragment, analyzer: Analyzer, readable: Callable[[str], str]
) -> ArticleWords:
    """Return the words of an article.

    Args:
        readable: Text of an article -> the same with channels in the place of references.
    """
    return words_in(
        article.language,
        title=article.title.value,
        questions=[readable(text.value) for text in article.questions],
        keywords=[text.value for text in (*article.keywords, *article.tags)],
        description=readable(article.description.value) if article.description else "",
        sections=tuple(
            Section(anchor, readable(heading), readable(text))
            for anchor, heading, text in sections_of(fragment)
        ),
        analyzer=analyzer,
    )


def words_in(
    language: str,
    *,
    title: str,
    questions: list[str],
    keywords: list[str],
    description: str,
    sections: tuple[Section, ...],
    analyzer: Analyzer,
) -> ArticleWords:
    """Return the words of an article that is given as text."""
    title_words = tuple(analyzer.words(title))
    headings = tuple(tuple(analyzer.words(section.heading)) for section in sections)
    parts = parts_of(sections)
    counts: Counter[str] = Counter(analyzer.words(description))
    best: dict[str, int] = {}
    places: dict[str, int] = {}
    texts: dict[str, dict[str, None]] = {}  # by anchor: a long section stands in several parts
    for number, part in enumerate(parts):
        found: Counter[str] = Counter()
        for section in part:
            words = analyzer.words(section.text)
            found.update(words)
            texts.setdefault(section.anchor, {}).update(dict.fromkeys(words))
        counts.update(found)
        if len(parts) > 1:
            for section in part:
                for word in analyzer.words(section.heading):
                    found[word] += _HEADING_COUNTS
            for word, count in found.items():
                if count > best.get(word, 0):
                    best[word] = count
                    places[word] = number
    fields = {
        "title": Counter(title_words),
        "questions": Counter(word for text in questions for word in analyzer.words(text)),
        "keywords": Counter(word for text in keywords for word in analyzer.words(text)),
        "headings": Counter(word for heading in headings for word in heading),
        "body": counts,
    }
    return ArticleWords(
        language,
        {name: dict(found) for name, found in fields.items() if found},
        {word: number for word, number in places.items() if number},
        parts,
        title_words,
        tuple(filter(None, headings)),
        tuple(
            tuple(dict.fromkeys((*heading, *text)))
            for heading, text in zip(headings, texts.values(), strict=True)
        ),
    )
