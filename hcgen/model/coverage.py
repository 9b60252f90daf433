"""What `coverage.yml` says: what must be there, and which gaps are accepted until when."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hcgen.source import SourceFile, Span, Text

QUESTIONS = ("reach", "hours", "reply", "complain", "data")
"""What customers of every help centre ask about the contact itself: how to reach us, when, how
long a reply takes, how to complain, and what we do with their data."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A gap that somebody answers for: a missing translation, or a topic without articles.

    Attributes:
        article: Key or path of the article; None where the waiver is about a topic.
        topic: Path of the topic; None where the waiver is about an article.
        languages: Tags of the languages in which it may be missing.
        until: The last day on which the waiver counts; None: it never counts.
        until_place: Where that day is written; a place without a day is one that is no day.
    """

    article: Text | None
    topic: Text | None
    languages: tuple[Text, ...]
    reason: Text | None
    owner: Text | None
    until: date | None
    until_place: Span | None

    @property
    def name(self) -> Text:
        """What it is about, as written."""
        written = self.article or self.topic
        assert written is not None, "one that names nothing is not loaded"
        return written

    def covers(self, name: str, language: str, today: date) -> bool:
        """Tell whether the gap of an article or topic is accepted on that day."""
        return (
            self.name.value == name
            and any(tag.value == language for tag in self.languages)
            and self.until is not None
            and today <= self.until
        )


@dataclass(frozen=True, slots=True)
class RequiredArticle:
    """An article that must be there.

    Attributes:
        article: Key or path.
        languages: Tags; empty: all of the site.
        audience: Words that every version must have below ``audience``.
    """

    article: Text
    languages: tuple[Text, ...]
    audience: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RequiredTopic:
    """A topic that must have a number of articles.

    Attributes:
        topic: Path.
        languages: Tags; empty: all of the site.
    """

    topic: Text
    languages: tuple[Text, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """All of `coverage.yml`.

    Attributes:
        file: The file itself; None when the site has none.
        answers: Question (of `QUESTIONS`) -> key or path of the article that answers it.
    """

    file: SourceFile | None
    waivers: tuple[Waiver, ...]
    articles: tuple[RequiredArticle, ...]
    topics: tuple[RequiredTopic, ...]
    answers: Mapping[str, Text]

    def named_gaps(self, tags: Collection[str]) -> frozenset[tuple[str, str]]:
        """Return article and language tag of all gaps that the file has a word about.

        Whether that is a waiver that counts, one that has run out, or that the article is
        required: the rules about coverage say what is wrong with it, and other rules need not.

        Args:
            tags: Languages of the site.
        """
        named: set[tuple[str, str]] = set()
        for waiver in self.waivers:
            if waiver.article is not None:
                named |= _pairs(waiver.article, waiver.languages, tags)
        for required in self.articles:
            named |= _pairs(required.article, required.languages, tags)
        return frozenset(named)

    def is_waived(self, names: Collection[str], language: str, today: date) -> bool:
        """Tell whether the gap of an article or topic is accepted on that day.

        Args:
            names: All that it may be called.
        """
        return any(
            waiver.covers(name, language, today) for waiver in self.waivers for name in names
        )

    def has_waiver(self, names: Collection[str], language: str) -> bool:
        """Tell whether a waiver names the gap, one that counts or one that does not."""
        return any(
            waiver.name.value in names
            and (not waiver.languages or any(tag.value == language for tag in waiver.languages))
            for waiver in self.waivers
        )


NO_COVERAGE = Coverage(None, (), (), (), {})
"""What a site without `coverage.yml` has."""


def _pairs(
    article: Text, written: Iterable[Text], tags: Collection[str]
) -> frozenset[tuple[str, str]]:
    chosen = tuple(text.value for text in written) or tags
    return frozenset((article.value, tag) for tag in chosen)
