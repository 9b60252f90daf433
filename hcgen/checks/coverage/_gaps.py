"""What is there and what is missing, article by article and topic by topic."""

from collections.abc import Mapping
from datetime import date

from hcgen.model.coverage import Waiver
from hcgen.model.help_centre import HelpCentre
from hcgen.source import Text


def names_of(centre: HelpCentre, key: str) -> frozenset[str]:
    """Return all that an article may be called: its key, and its path in every language."""
    return frozenset({key, *(article.path for article in centre.translations[key].values())})


def is_there(centre: HelpCentre, key: str, tag: str, today: date) -> bool:
    """Tell whether customers can read an article in a language."""
    version = centre.translations[key].get(tag)
    return version is not None and version.is_published(today)


def counts_by_topic(centre: HelpCentre, today: date) -> Mapping[tuple[str, str], int]:
    """Return topic and language tag -> number of published articles, topics below it included."""
    counts: dict[tuple[str, str], int] = {}
    for article in centre.articles:
        if not article.topic or article.key not in centre.translations:
            continue
        if not article.is_published(today):
            continue
        topic = article.topic
        while topic:
            place = (topic, article.language)
            counts[place] = counts.get(place, 0) + 1
            topic = topic.rpartition("/")[0]
    return counts


class Gaps:
    """Tells which of the gaps that waivers name are there."""

    def __init__(self, centre: HelpCentre, today: date) -> None:
        self.centre = centre
        self.today = today
        self.keys = centre.keys
        self.tags = centre.tags
        self._counts = counts_by_topic(centre, today)
        self._required = {required.article.value for required in centre.coverage.articles}
        self._at_least = {
            required.topic.value: required.at_least for required in centre.coverage.topics
        }

    def knows(self, waiver: Waiver) -> bool:
        """Tell whether there is what a waiver names, or whether it is required at least."""
        name = waiver.name.value
        if waiver.article is not None:
            return name in self.keys or name in self._required
        return name in self.centre.topics or name in self._at_least

    def open_languages(self, waiver: Waiver) -> tuple[str, ...]:
        """Return tags of the languages that a waiver names and in which something is missing."""
        named = tuple(text.value for text in waiver.languages) or self.tags
        return tuple(tag for tag in named if tag in self.tags and self._is_open(waiver, tag))

    def needless_languages(self, waiver: Waiver) -> tuple[Text, ...]:
        """Return the languages that a waiver names and in which nothing is missing."""
        still_open = self.open_languages(waiver)
        return tuple(text for text in waiver.languages if text.value not in still_open)

    def _is_open(self, waiver: Waiver, tag: str) -> bool:
        name = waiver.name.value
        if waiver.article is not None:
            key = self.keys.get(name)
            if key is None:
                return name in self._required
            return not is_there(self.centre, key, tag, self.today)
        return self._counts.get((name, tag), 0) < self._at_least.get(name, 1)
