"""On which day an article was last brought up to date."""

from collections.abc import Iterator
from datetime import date

from hcgen.model.addresses import Addresses, Entry
from hcgen.model.article import Article, Role
from hcgen.model.help_centre import HelpCentre


def updated_on(centre: HelpCentre, article: Article) -> date | None:
    """Return the day of the last change or of the last review, whichever is later.

    Returns:
        None where neither the history in git nor ``reviewed`` tells a day.
    """
    days = (centre.changed.get(article.file.path), article.reviewed)
    return max((day for day in days if day is not None), default=None)


def dated_articles(
    centre: HelpCentre, addresses: Addresses, tag: str
) -> Iterator[tuple[date, Entry]]:
    """Yield the articles written in a language whose day is known, in reading order."""
    for entry in addresses.entries[tag].values():
        if entry.article.role is Role.ARTICLE and not entry.is_fallback:
            day = updated_on(centre, entry.article)
            if day is not None:
                yield day, entry
