"""Articles that go with another one: those that writers name, then those that are like it."""

from collections.abc import Mapping

from hcgen.model.addresses import Addresses, Entry
from hcgen.model.article import Role
from hcgen.search import SimilarOf

MOST_RELATED = 4


class RelatedArticles:
    """The related articles of one language of the site."""

    def __init__(self, addresses: Addresses, tag: str, similar_of: SimilarOf) -> None:
        articles = [
            entry for entry in addresses.entries[tag].values() if entry.article.role is Role.ARTICLE
        ]
        self._similar_of = similar_of
        self._by_key = {entry.article.key: entry for entry in articles}
        self._by_path = {entry.article.path: entry for entry in articles}
        self._named_by: dict[str, list[Entry]] = {}
        for entry in articles:
            for name in entry.article.related:
                named = self._named(name.value)
                if named is not None:
                    self._named_by.setdefault(named.article.key, []).append(entry)

    def of(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the related articles of an article, best first.

        Those that its `related` names, all of them; then, up to `MOST_RELATED` in all, those that
        name it, and those that search finds to be like it.
        """
        article = entry.article
        named = (other for text in article.related if (other := self._named(text.value)))
        found = {other.article.key: other for other in named if other.article.key != article.key}
        most = max(MOST_RELATED, len(found))
        for other in self._named_by.get(article.key, ()):
            if other.article.key != article.key:
                found.setdefault(other.article.key, other)
        if len(found) < most:
            # a text that stands in for a translation is like others in its own language
            for similar in self._similar_of(article.language, article.key):
                if similar.key in self._by_key:
                    found.setdefault(similar.key, self._by_key[similar.key])
        return tuple(found.values())[:most]

    def _named(self, name: str) -> Entry | None:
        return self._by_key.get(name) or self._by_path.get(name.strip("/").removesuffix(".md"))


def related_by_language(
    addresses: Addresses, similar_of: SimilarOf
) -> Mapping[str, RelatedArticles]:
    """Return language tag -> its related articles."""
    return {tag: RelatedArticles(addresses, tag, similar_of) for tag in addresses.entries}
