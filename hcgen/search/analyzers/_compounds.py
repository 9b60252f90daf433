"""Compounds whose parts the site has as words of their own.

*Netzwerkverbindung* is a connection of a network if the site has *Netzwerk* and *Verbindung*: no
dictionary is asked, so what is split are the site's own things.
"""

from collections.abc import Iterable, Mapping, Sequence

_SHORTEST_PART = 4

Parts = Mapping[str, tuple[str, ...]]
"""Surface form of a compound -> those of its parts, in order."""


class Compounds:
    """Splits the words of a site; knows what it split the last time."""

    def __init__(self, *, links: Sequence[str], no_parts: Iterable[str]) -> None:
        """Split nothing yet.

        Args:
            links: What may stand after a part that is not the last one.
            no_parts: Words that only look like parts, since many words begin with them.
        """
        self._links = links
        self._no_parts = frozenset(no_parts)
        self._words: frozenset[str] = frozenset()
        self._found: dict[str, tuple[str, ...]] = {}

    def __call__(self, words: frozenset[str]) -> Parts:
        """Return the compounds among words of a site."""
        moved = words ^ self._words
        parts = [word for word in moved if len(word) >= _SHORTEST_PART]
        # of a whole new site, asking each word for each new one would cost more
        known = self._found if len(parts) < len(words) / 100 else {}
        found: dict[str, tuple[str, ...]] = {}
        for word in sorted(words):
            if len(word) < 2 * _SHORTEST_PART:
                continue
            if known is self._found and not any(part in word for part in parts):
                split = known.get(word, ())
            else:
                split = self._split(word, words)
            if split:
                found[word] = split
        self._words, self._found = words, found
        return found

    def _split(self, word: str, words: frozenset[str]) -> tuple[str, ...]:
        """Return the fewest parts of a word, the first as long as can be; empty for none."""
        best: dict[int, tuple[str, ...]] = {len(word): ()}  # from a place to the end
        for start in range(len(word) - _SHORTEST_PART, -1, -1):
            for end in range(len(word), start + _SHORTEST_PART - 1, -1):
                rest = best.get(end)
                if rest is None or (start == 0 and not rest):
                    continue
                part = self._part(word[start:end], words, is_last=not rest)
                if part and (start not in best or len(rest) + 1 < len(best[start])):
                    best[start] = (part, *rest)
        return best.get(0, ())

    def _part(self, text: str, words: frozenset[str], *, is_last: bool) -> str:
        for link in ("",) if is_last else ("", *self._links):
            part = text.removesuffix(link)
            if (
                text.endswith(link)
                and len(part) >= _SHORTEST_PART
                and part in words
                and part not in self._no_parts
            ):
                return part
        return ""
