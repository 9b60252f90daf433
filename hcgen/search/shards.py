"""The files that the browser reads: a small manifest that names shards whose names never lie.

``search/<tag>.json`` is the only file with a fixed name. It says where each shard of words and of
terms begins and how the files are called; their names change with their content, so that they can
be cached for ever. All are JSON:

- ``words``: surface forms in order, each with what it stands for: ``[word, targets, …]``. A word is
  written as one letter, how many characters it shares with the one before, and the rest. Targets
  begin with a digit, the frequency; then, parted by blanks, how the term comes to stand for the
  word, and the term: as a letter, how many characters it shares with the word, and the rest. The
  word's own term is left out where it is the word itself.
- ``terms``: ``[term, postings, …]``; see `hcgen.search.coding`. Long postings would
  burden all who look for a neighbour of theirs: each has a file of its own, behind the shards. Of
  very long ones only the best are there.
- ``rows``: ``[key, address, title, language, topic, texts]`` of some articles; texts are names of
  files, a dot, and the place of the part in it.
- ``texts``: parts of articles, each a list of anchor, heading and text of its sections.

A name of its own for each file made the manifest the largest thing that a reader loads. So files of
words, terms and rows are called by their number, and by a hash that `FILES_PER_HASH` of them share;
the manifest has these hashes one after the other, without anything between.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from math import isqrt
from operator import is_
from typing import NamedTuple, Self

from hcgen.search.article_words import ArticleWords
from hcgen.search.coding import shared_length, word_order
from hcgen.search.index import OWN, IndexedArticle, SearchIndex, Word
from hcgen.search.sections import Section

VERSION = 5
FOLDER = "search"
INDEX_FILE_KINDS = ("words", "terms", "rows", "texts")
"""Parts of the names of the files whose names change with their content."""
ROWS_PER_FILE = 4
FILES_PER_HASH = 16
"""Of one kind. The browser shifts by four places instead of dividing."""
HASH_LENGTH = 10
_TEXT_BYTES = 1000
_LARGE = 1000
"""Letters of postings that are worth a file of their own."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Part = tuple[Section, ...]


def manifest_path(language: str) -> str:
    """Return the path of a language's manifest below the site's root."""
    return f"{FOLDER}/{language}.json"


def index_files(index: SearchIndex) -> Mapping[str, bytes]:
    """Return path below the site's root -> bytes; the same index gives the same bytes."""
    return FileMaker(index.language).files(index)


class FileMaker:
    """Makes the files of one language's index; what is in the next one as it was is not redone."""

    def __init__(self, language: str) -> None:
        self._language = language
        # a slip is looked for in some shards around, and a term in its own only
        self._words = _Shards(growth=2)
        self._terms = _Shards(growth=1)
        self._known_words: Mapping[str, Word] = {}
        self._encoded_words: Mapping[str, str] = {}
        self._known_terms: Mapping[str, str] = {}
        self._short_terms: Mapping[str, str] = {}
        self._articles: Sequence[ArticleWords] = ()
        self._names: list[str] = []  # of the texts of each article
        self._row_texts: dict[str, tuple[tuple[str, ...], str]] = {}
        self._texts: dict[tuple[int, ...], _Texts] = {}
        self._parts: dict[int, tuple[Part, int]] = {}

    def files(self, index: SearchIndex) -> Mapping[str, bytes]:
        """Return what `index_files` does."""
        files: dict[str, bytes] = {}
        if index.words is not self._known_words:
            self._encoded_words = self._encoded(index.words)
            self._known_words = index.words
        if index.terms is not self._known_terms:
            self._short_terms = {
                term: text for term, text in index.terms.items() if len(text) <= _LARGE
            }
            self._known_terms = index.terms
        large = [(term, text) for term, text in index.terms.items() if len(text) > _LARGE]
        words = self._words.cut(self._encoded_words)
        terms = self._terms.cut(self._short_terms)
        rows = self._rows(index.articles, files)
        manifest = {
            "version": VERSION,
            "language": index.language,
            "articles": len(rows),
            "rows_per_file": ROWS_PER_FILE,
            "stop": index.stop_words,
            "weak": " ".join(index.weak_words),
            "affixes": [",".join(affixes) for affixes in index.affixes],
            "topics": _topics(index),
            "words": [
                " ".join(first for first, _ in words),
                "",
                self._add_all("words", [data for _, data in words], files),
            ],
            "terms": [
                " ".join(first for first, _ in terms),
                " ".join(term for term, _ in large),
                self._add_all(
                    "terms",
                    [data for _, data in terms]
                    + [_array([_json(_DIGITS[0] + term), _json(text)]) for term, text in large],
                    files,
                ),
            ],
            "rows": self._add_all(
                "rows",
                [
                    _array(rows[start : start + ROWS_PER_FILE])
                    for start in range(0, len(rows), ROWS_PER_FILE)
                ],
                files,
            ),
        }
        files[manifest_path(index.language)] = _json(manifest).encode("utf-8")
        return files

    def _add_all(self, kind: str, values: Sequence[bytes], files: dict[str, bytes]) -> str:
        """Add files of one kind; return the hashes that they share."""
        hashes = ""
        for start in range(0, len(values), FILES_PER_HASH):
            group = values[start : start + FILES_PER_HASH]
            digest = _hash(b"\n".join(group))
            hashes += digest
            for number, data in enumerate(group, start):
                files[f"{FOLDER}/{self._language}-{kind}-{number}-{digest}.json"] = data
        return hashes

    def _encoded(self, words: Mapping[str, Word]) -> Mapping[str, str]:
        known, texts = self._known_words, self._encoded_words
        return {
            word: texts[word] if known.get(word) is entry else encoded_targets(word, entry)
            for word, entry in words.items()
        }

    def _rows(self, articles: Sequence[IndexedArticle], files: dict[str, bytes]) -> Sequence[str]:
        """Return the JSON of each row; the files of their texts are added."""
        words = [article.words for article in articles]
        if len(words) != len(self._articles) or not all(map(is_, words, self._articles)):
            self._names = self._write_texts(words)
            self._articles = words
        files.update((file.path, file.data) for file in self._texts.values())
        rows, self._row_texts = self._row_texts, {}
        for (key, address, title, language, topic, *_), names in zip(
            articles, self._names, strict=True
        ):
            row = (key, address, title, language, topic, names)
            known = rows.get(key)
            self._row_texts[key] = known if known and known[0] == row else (row, _json(row))
        return [text for _, text in self._row_texts.values()]

    def _write_texts(self, articles: Sequence[ArticleWords]) -> list[str]:
        """Write the texts of articles; return the names of those of each."""
        texts, self._texts = self._texts, {}
        sizes, self._parts = self._parts, {}
        names: list[list[str]] = [[] for _ in articles]
        waiting: list[tuple[Part, list[str]]] = []
        size = 0

        def write() -> None:
            key = tuple([id(part) for part, _ in waiting])
            found = texts.get(key) or _Texts.of(
                self._language, [_json(_flat(part)) for part, _ in waiting]
            )
            self._texts[key] = found
            for place, (_, own_names) in enumerate(waiting):
                own_names.append(f"{found.name}.{place}" if place else found.name)

        for article, own_names in zip(articles, names, strict=True):
            for part in article.parts:
                # what is kept by an id is kept with its part, so that no other can get that id
                known = sizes.get(id(part)) or (part, sum(len(t.encode()) for t in _flat(part)))
                self._parts[id(part)] = known
                waiting.append((part, own_names))
                size += known[1]
                if size >= _TEXT_BYTES:
                    write()
                    waiting, size = [], 0
        if waiting:
            write()
        return [" ".join(own_names) for own_names in names]


class _Texts(NamedTuple):
    """A file of texts.

    Attributes:
        name: The part of its name that changes with its content.
    """

    name: str
    path: str
    data: bytes

    @classmethod
    def of(cls, language: str, values: Sequence[str]) -> Self:
        """Return the file of values that are JSON already."""
        data = _array(values)
        name = _hash(data)
        return cls(name, f"{FOLDER}/{language}-texts-{name}.json", data)


_Piece = tuple[str, str, str, int, str]
"""Word before, text, JSON of both with what they share left out, letters, word."""


class _Shards:
    """Cuts words with a text each into files; knows what it cut the last time."""

    def __init__(self, *, growth: int) -> None:
        """Have cut nothing yet.

        Args:
            growth: How fast shards grow with the site, so that the manifest does not outgrow them.
        """
        self._growth = growth
        self._texts: Mapping[str, str] = {}
        self._pieces: dict[str, _Piece] = {}
        self._shards: dict[str, tuple[list[_Piece], bytes]] = {}

    def cut(self, texts: Mapping[str, str]) -> Sequence[tuple[str, bytes]]:
        """Return the shards in order, each after the least that no word before it reaches."""
        if texts is not self._texts:
            self._cut(texts)
            self._texts = texts
        found: list[tuple[str, bytes]] = []
        last = ""
        for first, (pieces, data) in self._shards.items():
            found.append((_parting(last, first), data))
            last = pieces[-1][4]
        return found

    def _cut(self, texts: Mapping[str, str]) -> None:
        total = sum(map(len, texts)) + sum(map(len, texts.values())) + 6 * len(texts)
        wanted = min(6000, max(1400, self._growth * isqrt(total)))
        pieces = self._pieces
        if len(pieces) > 2 * len(texts):
            pieces.clear()
        shards: dict[str, tuple[list[_Piece], bytes]] = {}
        shard: list[_Piece] = []
        before, size = "", 0
        for word, text in texts.items():
            piece = pieces.get(word)
            if piece is None or piece[0] != before or piece[1] != text:
                piece = pieces[word] = _piece(before, word, text)
            shard.append(piece)
            before = word
            size += piece[3]
            if size >= wanted:
                self._add(shard, shards)
                shard, before, size = [], "", 0
        if shard:
            self._add(shard, shards)
        self._shards = shards

    def _add(self, shard: list[_Piece], shards: dict[str, tuple[list[_Piece], bytes]]) -> None:
        first = shard[0][4]
        known = self._shards.get(first)
        if known is None or known[0] != shard:
            known = (shard, _array([piece[2] for piece in shard]))
        shards[first] = known


def _piece(before: str, word: str, text: str) -> _Piece:
    shared = shared_length(before, word)
    written = f"{_json(_DIGITS[shared] + word[shared:])},{_json(text)}"
    return before, text, written, len(word) - shared + len(text) + 6, word


@lru_cache(maxsize=10_000)
def _parting(before: str, word: str) -> str:
    """Return the shortest beginning of a word that comes after the word before it."""
    lengths = range(1, len(word))
    return next(
        (word[:length] for length in lengths if word_order(word[:length]) > word_order(before)),
        word,
    )


def _topics(index: SearchIndex) -> list[object]:
    """Return path, title and number of articles of each topic, by turns."""
    counts = Counter(article.topic for article in index.articles)
    return [each for path, title in index.topics for each in (path, title, counts[path])]


def encoded_targets(word: str, entry: Word) -> str:
    """Return what a word stands for, as text."""
    parts = [str(entry.frequency)]
    for term, kind in entry.targets:
        if kind == OWN and term == word:
            parts.append("")
            continue
        shared = shared_length(word, term)
        parts.append(f"{kind}{_DIGITS[shared]}{term[shared:]}")
    return " ".join(parts) if parts[1:] != [""] else parts[0]


def _flat(part: Part) -> list[str]:
    return [text for section in part for text in section]


def _array(values: Sequence[str]) -> bytes:
    """Return values that are JSON already as one array."""
    return f"[{','.join(values)}]".encode()


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()[:HASH_LENGTH]


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
