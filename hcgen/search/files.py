"""Reads the published files of one language's index; one that is missing or broken counts as empty.

The twin in the browser is `theme/assets/search-files.js`.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hcgen.search.coding import Postings, decoded_postings, word_order
from hcgen.search.shards import FILES_PER_HASH, FOLDER, HASH_LENGTH, manifest_path

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word of the site's.

    Attributes:
        targets: Term, and how it comes to stand for the word; see `hcgen.search.index`.
    """

    word: str
    frequency: int
    targets: tuple[tuple[str, int], ...]


def part_name(hashes: str, number: int) -> str:
    """Return what tells a file from others of its kind; each hash goes for several of them."""
    start = number // FILES_PER_HASH * HASH_LENGTH
    return f"{number}-{hashes[start : start + HASH_LENGTH]}"


class ShardedList:
    """Words in order, cut into files."""

    def __init__(self, firsts: str, large: str, hashes: str) -> None:
        """Take the manifest's entry.

        Args:
            firsts: What each shard begins with, parted by blanks.
            large: Words that have a file of their own, behind those of the shards.
            hashes: See `part_name`.
        """
        self._firsts = [word_order(first) for first in firsts.split(" ") if first]
        count = len(self._firsts)
        self._large = {
            word: number for number, word in enumerate(filter(None, large.split(" ")), count)
        }
        self.names = [part_name(hashes, number) for number in range(count + len(self._large))]

    def place(self, word: str) -> int:
        """Return the number of the file that would hold a word; -1 for before the first."""
        shard = bisect_right(self._firsts, word_order(word)) - 1
        return self._large.get(word, shard)

    def beginning_with(self, beginning: str) -> range:
        """Return the numbers of the shards that may hold words with a beginning."""
        start = max(0, self.place(beginning))
        # no word goes on with a code unit as large as this one
        end = bisect_left(self._firsts, word_order(beginning) + b"\xff\xff")
        return range(start, end)


class IndexFiles:
    """The files of one language.

    Attributes:
        is_partial: A file could not be read.
    """

    def __init__(self, language: str, read: Callable[[str], bytes]) -> None:
        """Open the manifest.

        Args:
            read: Path below the site's root -> bytes of the file.

        Raises:
            OSError: There is none.
            ValueError: It is not what it should be.
        """
        self._language = language
        self._read = read
        self.manifest: dict[str, Any] = json.loads(read(manifest_path(language)))
        self.words = ShardedList(*self.manifest["words"])
        self.terms = ShardedList(*self.manifest["terms"])
        self.weak_words = frozenset(self.manifest["weak"].split(" "))
        self.is_partial = False
        self._known: dict[str, Any] = {}

    def known_words(self, shard: int) -> dict[str, KnownWord]:
        """Return the words in a shard, in order."""
        if shard < 0:
            return {}
        return self._file("words", self.words.names[shard], _known_words) or {}

    def postings(self, term: str) -> Postings:
        """Return the postings of a term."""
        shard = self.terms.place(term)
        found = ""
        if shard >= 0:
            name = self.terms.names[shard]
            found = (self._file("terms", name, _texts_by_word) or {}).get(term, "")
        try:
            return decoded_postings(found)
        except (IndexError, ValueError):
            self.is_partial = True
            return Postings(0, [])

    def row(self, article: int) -> list[str] | None:
        """Return key, address, title, language, topic and texts of an article."""
        rows = self.manifest["rows"]
        part, place = divmod(article, self.manifest["rows_per_file"])
        found: list[list[str]] = self._file("rows", part_name(rows, part), _lists) or []
        return found[place] if place < len(found) else None

    def part(self, texts: str, number: int) -> list[str]:
        """Return anchor, heading and text, by turns, of the sections in a part of an article."""
        names = texts.split(" ")
        name, _, place = names[min(number, len(names) - 1)].partition(".")
        found: list[list[str]] = self._file("texts", name, _lists) or []
        at = int(place or "0")
        return found[at] if at < len(found) else []

    def _file(self, kind: str, name: str, parse: Callable[[Any], Any]) -> Any:
        path = f"{FOLDER}/{self._language}-{kind}-{name}.json"
        if path not in self._known:
            try:
                self._known[path] = parse(json.loads(self._read(path)))
            except (OSError, ValueError, TypeError, IndexError):
                self.is_partial = True
                return None
        return self._known[path]


def _lists(value: Any) -> list[list[str]]:
    """Return a list of lists as it is.

    Raises:
        ValueError: It is none.
    """
    if not isinstance(value, list) or not all(isinstance(each, list) for each in value):
        raise ValueError
    return value


def _texts_by_word(flat: Any) -> dict[str, str]:
    if not isinstance(flat, list) or not all(isinstance(each, str) for each in flat):
        raise ValueError
    found: dict[str, str] = {}
    word = ""
    for written, text in zip(flat[::2], flat[1::2], strict=False):
        word = word[: _DIGITS.index(written[0])] + written[1:]
        found[word] = text
    return found


def _known_words(flat: list[str]) -> dict[str, KnownWord]:
    return {word: _known_word(word, text) for word, text in _texts_by_word(flat).items()}


def _known_word(word: str, text: str) -> KnownWord:
    first, *others = text.split(" ")
    targets: list[tuple[str, int]] = []
    for each in others or [""]:
        if each:
            targets.append((word[: _DIGITS.index(each[1])] + each[2:], int(each[0])))
        else:
            targets.append((word, 0))
    return KnownWord(word, int(first), tuple(targets))
