"""The files that the browser reads: a small manifest that names shards whose names never lie.

``search/<tag>.json`` is the only file with a fixed name. It says where each shard of words and of
terms begins and how it is called; their names change with their content, so that they can be cached
for ever. All are JSON:

- ``words``: surface forms in order, each with what it stands for: ``[word, targets, …]``. A word is
  written as one letter, how many characters it shares with the one before, and the rest. Targets
  begin with a digit, the frequency; then, parted by blanks, how the term comes to stand for the
  word, and the term: as a letter, how many characters it shares with the word, and the rest. The
  word's own term is left out where it is the word itself.
- ``terms``: ``[term, postings, …]``; see `hcgen.search.coding`.
- ``rows``: ``[key, address, title, language, topic, texts]`` of some articles; texts are names of
  files, a dot, and the place of the part in it.
- ``texts``: parts of articles, each a list of anchor, heading and text of its sections.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import isqrt
from operator import is_
from typing import NamedTuple, Self

from hcgen.search.article_words import ArticleWords
from hcgen.search.coding import shared_length
from hcgen.search.index import OWN, IndexedArticle, SearchIndex, Word
from hcgen.search.sections import Section

VERSION = 2
FOLDER = "search"
INDEX_FILE_KINDS = ("words", "terms", "rows", "texts")
"""Parts of the names of the files whose names change with their content."""
ROWS_PER_FILE = 12
_TEXT_BYTES = 1000
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
        self._words = _Shards(f"{FOLDER}/{language}-words")
        self._terms = _Shards(f"{FOLDER}/{language}-terms")
        self._known_words: Mapping[str, Word] = {}
        self._encoded_words: Mapping[str, str] = {}
        self._articles: Sequence[ArticleWords] = ()
        self._names: list[str] = []  # of the texts of each article
        self._texts: dict[tuple[int, ...], _File] = {}
        self._parts: dict[int, tuple[Part, int]] = {}

    def files(self, index: SearchIndex) -> Mapping[str, bytes]:
        """Return what `index_files` does."""
        files: dict[str, bytes] = {}
        if index.words is not self._known_words:
            self._encoded_words = self._encoded(index.words)
            self._known_words = index.words
        rows = self._rows(index.articles, files)
        pages: list[str] = []
        for start in range(0, len(rows), ROWS_PER_FILE):
            page = _File.of(f"{FOLDER}/{self._language}-rows", rows[start : start + ROWS_PER_FILE])
            files[page.path] = page.data
            pages.append(page.name)
        manifest = {
            "version": VERSION,
            "language": index.language,
            "articles": len(rows),
            "rows_per_file": ROWS_PER_FILE,
            "stop": index.stop_words,
            "weak": " ".join(index.weak_words),
            "affixes": [",".join(affixes) for affixes in index.affixes],
            "topics": _topics(index),
            "words": self._words.write(self._encoded_words, files),
            "terms": self._terms.write(index.terms, files),
            "rows": pages,
        }
        files[manifest_path(index.language)] = _json(manifest).encode("utf-8")
        return files

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
        return [
            _json([key, address, title, language, topic, names])
            for (key, address, title, language, topic, *_), names in zip(
                articles, self._names, strict=True
            )
        ]

    def _write_texts(self, articles: Sequence[ArticleWords]) -> list[str]:
        """Write the texts of articles; return the names of those of each."""
        texts, self._texts = self._texts, {}
        sizes, self._parts = self._parts, {}
        names: list[list[str]] = [[] for _ in articles]
        waiting: list[tuple[Part, list[str]]] = []
        size = 0

        def write() -> None:
            key = tuple([id(part) for part, _ in waiting])
            found = texts.get(key) or _File.of(
                f"{FOLDER}/{self._language}-texts", [_json(_flat(part)) for part, _ in waiting]
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


class _File(NamedTuple):
    """A file whose name tells its content.

    Attributes:
        name: The part that changes with the content.
    """

    name: str
    path: str
    data: bytes

    @classmethod
    def of(cls, kind: str, values: Sequence[str]) -> Self:
        """Return the file of values that are JSON already."""
        data = f"[{','.join(values)}]".encode()
        name = sha256(data).hexdigest()[:10]
        return cls(name, f"{kind}-{name}.json", data)


_Piece = tuple[str, str, str, int, str]
"""Word before, text, JSON of both with what they share left out, letters, word."""


class _Shards:
    """Cuts words with a text each into files; knows what it cut the last time."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._texts: Mapping[str, str] = {}
        self._pieces: dict[str, _Piece] = {}
        self._shards: dict[str, tuple[list[_Piece], _File]] = {}

    def write(self, texts: Mapping[str, str], files: dict[str, bytes]) -> list[str]:
        """Return the first word of each shard and its name, by turns; the files are added."""
        if texts is not self._texts:
            self._cut(texts)
            self._texts = texts
        found: list[str] = []
        for first, (_, file) in self._shards.items():
            files[file.path] = file.data
            found += (first, file.name)
        return found

    def _cut(self, texts: Mapping[str, str]) -> None:
        total = sum(map(len, texts)) + sum(map(len, texts.values())) + 6 * len(texts)
        # larger shards on larger sites, so that the manifest, which names all, does not outgrow
        # them
        wanted = min(6000, max(1400, 2 * isqrt(total)))
        pieces = self._pieces
        if len(pieces) > 2 * len(texts):
            pieces.clear()
        shards: dict[str, tuple[list[_Piece], _File]] = {}
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

    def _add(self, shard: list[_Piece], shards: dict[str, tuple[list[_Piece], _File]]) -> None:
        first = shard[0][4]
        known = self._shards.get(first)
        if known is None or known[0] != shard:
            known = (shard, _File.of(self._kind, [piece[2] for piece in shard]))
        shards[first] = known


def _piece(before: str, word: str, text: str) -> _Piece:
    shared = shared_length(before, word)
    written = f"{_json(_DIGITS[shared] + word[shared:])},{_json(text)}"
    return before, text, written, len(word) - shared + len(text) + 6, word


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


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
