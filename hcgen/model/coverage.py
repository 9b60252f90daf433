"""What `coverage.yml` says: which gaps are known and accepted, by whom, until when."""

from dataclasses import dataclass
from datetime import date

from hcgen.source import Text


@dataclass(frozen=True, slots=True)
class Waiver:
    """A missing translation that somebody answers for.

    Attributes:
        article: Key or path of the article.
        languages: Tags of the languages in which it may be missing.
        until: The last day on which the waiver counts; None: it never counts.
    """

    article: Text
    languages: tuple[Text, ...]
    reason: Text | None
    owner: Text | None
    until: date | None

    def covers(self, article: str, language: str, today: date) -> bool:
        """Tell whether the gap is accepted on that day."""
        return (
            self.article.value == article
            and any(tag.value == language for tag in self.languages)
            and self.until is not None
            and today <= self.until
        )
