"""The postings of all terms of an index, while articles come, change and go."""

from collections.abc import Collection, Iterable, Mapping

from hcgen.search.coding import in_word_order, joined_postings


class Postings:
    """Which articles hold which term; of each article its key is known, and at last its number."""

    def __init__(self) -> None:
        self._holders: dict[str, dict[str, str]] = {}
        self._texts: dict[str, str] = {}
        self._numbers: Mapping[str, int] = {}
        self._touched: dict[str, int] = {}  # term -> how many articles held it before

    def __contains__(self, term: str) -> bool:
        return term in self._holders

    def holding(self, term: str) -> int:
        """Return how many articles hold a term."""
        return len(self._holders.get(term, ()))

    def put(self, key: str, before: Iterable[str], now: Mapping[str, str]) -> None:
        """Take what terms say about an article.

        Args:
            key: The article's.
            before: The terms that it had until now.
            now: Term -> `posting_letters`.
        """
        for term in before:
            if term not in now:
                holders = self._holders[term]
                self._touched.setdefault(term, len(holders))
                del holders[key]
        for term, letters in now.items():
            known = self._holders.get(term)
            if known is None:
                known = self._holders[term] = {}
            elif known.get(key) == letters:
                continue
            self._touched.setdefault(term, len(known))
            known[key] = letters

    def settle(self, keys: Iterable[str]) -> tuple[Mapping[str, str], set[str]]:
        """Return term -> its postings as text, and the terms that lead to more or fewer articles.

        Of a term that still leads to about as many (as a power of two) that is not said.

        Args:
            keys: Of all articles, in order.
        """
        numbers = {key: number for number, key in enumerate(keys)}
        gone = {term for term in self._touched if not self._holders[term]}
        for term in gone:
            del self._holders[term]
        moved = {
            term
            for term, before in self._touched.items()
            if before.bit_length() != self.holding(term).bit_length()
        }
        # where articles were put between others, all have other numbers
        dirty: Collection[str] = self._touched
        if list(numbers) != list(self._numbers):
            dirty = self._holders
        texts = {
            term: joined_postings(
                sorted([(numbers[key], letters) for key, letters in self._holders[term].items()])
            )
            for term in dirty
            if term not in gone
        }
        if texts or gone:
            merged = {**self._texts, **texts}
            for term in gone:
                merged.pop(term, None)
            come = texts.keys() - self._texts.keys()
            if come:
                order = in_word_order(self._texts, come, gone)
                merged = {term: merged[term] for term in order}
            self._texts = merged
        self._numbers = numbers
        self._touched = {}
        return self._texts, moved
