"""A notice: a few words about what customers run into right now, for as long as it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hcgen.source import Span, Text

SEVERITIES = ("incident", "warning", "information")
"""Worst first, which is their order on a page."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One entry of `notice.yml`.

    Attributes:
        key: Its id and a hash of its text, without blanks: a changed text is another notice to
            readers who have closed the old one.
        severity: One of `SEVERITIES`.
        texts: Language tag -> plain text; never empty.
        article: Key of the article to read more in; empty without one.
        url: Address outside the site to read more at; empty without one.
        begins: In the organisation's zone; None: it counts from when it is published.
        ends: The first moment at which it is over, in the same zone; None: only the writer ends it.
        topics: Paths of the topics that it is about; empty: all of the site.
        place: Where a diagnostic about its end points: ``until``, else its text.
    """

    key: str
    severity: str
    texts: Mapping[str, Text]
    article: str
    url: str
    begins: datetime | None
    ends: datetime | None
    topics: tuple[str, ...]
    place: Span

    def text(self, tag: str, source_language: str) -> tuple[str, Text]:
        """Return the text for readers of a language, and before it the tag of its own language.

        It is the reader's, else the source language's, else the first one written.
        """
        for candidate in (tag, source_language):
            if candidate in self.texts:
                return candidate, self.texts[candidate]
        return next(iter(self.texts.items()))

    def has_begun(self, today: date) -> bool:
        """Tell whether it counts at any minute of a day or has counted before."""
        return self.begins is None or self.begins.date() <= today

    def is_over(self, today: date) -> bool:
        """Tell whether it counted on days before this one only."""
        if self.ends is None:
            return False
        # what ends at midnight was last seen on the day before
        return (self.ends - timedelta(microseconds=1)).date() < today
