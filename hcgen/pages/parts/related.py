"""Articles that go with another one: those that writers name, then those that share its tags."""

from collections.abc import Mapping

from hcgen.model.addresses import Addresses, Entry
from hcgen.model.article import Role

MOST_RELATED = 4

_TOO_COMMON = 40
"""A tag on more articles than this says little, and would make every page look at all others."""


class RelatedArticles:
    """The related articles of one language of the site."""

    def __init__(self, addresses: Addresses, tag: str) -> None:
        articles = [
            entry for entry in addresses.entries[tag].values() if entry.article.role is Role.ARTICLE
        ]
        self._places = {entry.article.key: place for place, entry in enumerate(articles)}
        self._entries = articles
        self._by_path = {entry.article.path: entry for entry in articles}
        self._by_tag: dict[str, list[Entry]] = {}
        self._named_by: dict[str, list[Entry]] = {}
        for entry in articles:
            for text in dict.fromkeys(text.value.casefold() for text in entry.article.tags):
                self._by_tag.setdefault(text, []).append(entry)
            for name in entry.article.related:
                named = self._named(name.value)
                if named is not None:
                    self._named_by.setdefault(named.article.key, []).append(entry)

    def of(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the related articles of an article, best first; at most `MOST_RELATED`.

        Those that its `related` names, then those that name it, then those with rare tags in
        common.
        """
        article = entry.article
        named = [other for text in article.related if (other := self._named(text.value))]
        naming = self._named_by.get(article.key, [])
        found: dict[str, Entry] = {}
        for other in (*named, *naming, *self._sharing_tags(entry)):
            if other.article.key != article.key:
                found.setdefault(other.article.key, other)
        return tuple(found.values())[:MOST_RELATED]

    def _named(self, name: str) -> Entry | None:
        place = self._places.get(name)
        if place is not None:
            return self._entries[place]
        return self._by_path.get(name.strip("/").removesuffix(".md"))

    def _sharing_tags(self, entry: Entry) -> list[Entry]:
        scores: dict[int, float] = {}
        for text in dict.fromkeys(text.value.casefold() for text in entry.article.tags):
            members = self._by_tag.get(text, [])
            if len(members) > _TOO_COMMON:
                continue
            for other in members:
                place = self._places[other.article.key]
                scores[place] = scores.get(place, 0.0) + 1 / len(members)
        ranked = sorted(scores, key=lambda place: (-scores[place], place))
        return [self._entries[place] for place in ranked]


def related_by_language(addresses: Addresses) -> Mapping[str, RelatedArticles]:
    """Return language tag -> its related articles."""
    return {tag: RelatedArticles(addresses, tag) for tag in addresses.entries}
