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
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from math import isqrt

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
        self._names: dict[str, str] = {}  # JSON of a file -> the changing part of its name
        self._words = _Shards()
        self._terms = _Shards()
        self._targets: Mapping[str, tuple[Word, str]] = {}
        self._parts: dict[int, tuple[Part, str, int]] = {}

    def files(self, index: SearchIndex) -> Mapping[str, bytes]:
        """Return what `index_files` does."""
        files: dict[str, bytes] = {}
        names: dict[str, str] = {}

        def add(kind: str, text: str) -> str:
            data = text.encode("utf-8")
            name = self._names.get(text) or sha256(data).hexdigest()[:10]
            files[f"{FOLDER}/{self._language}-{kind}-{name}.json"] = data
            names[text] = name
            return name

        rows = self._rows(index.articles, lambda text: add("texts", text))
        manifest = {
            "version": VERSION,
            "language": index.language,
            "articles": len(rows),
            "rows_per_file": ROWS_PER_FILE,
            "stop": index.stop_words,
            "weak": " ".join(index.weak_words),
            "affixes": [",".join(affixes) for affixes in index.affixes],
            "topics": _topics(index),
            "words": self._words.write(
                self._encoded_words(index.words), lambda text: add("words", text)
            ),
            "terms": self._terms.write(index.terms, lambda text: add("terms", text)),
            "rows": [
                add("rows", _list(rows[start : start + ROWS_PER_FILE]))
                for start in range(0, len(rows), ROWS_PER_FILE)
            ],
        }
        files[manifest_path(index.language)] = _json(manifest).encode("utf-8")
        self._names = names
        return files

    def _encoded_words(self, words: Mapping[str, Word]) -> Mapping[str, str]:
        known = self._targets
        self._targets = {
            word: last
            if (last := known.get(word)) is not None and last[0] is entry
            else (entry, encoded_targets(word, entry))
            for word, entry in words.items()
        }
        return {word: text for word, (_, text) in self._targets.items()}

    def _rows(self, articles: Sequence[IndexedArticle], add: Callable[[str], str]) -> Sequence[str]:
        """Return the JSON of each row; the texts are added."""
        known, self._parts = self._parts, {}
        names: list[list[str]] = [[] for _ in articles]
        waiting: list[str] = []
        owners: list[list[str]] = []
        size = 0

        def write() -> None:
            name = add(_list(waiting))
            for place, owner in enumerate(owners):
                owner.append(f"{name}.{place}" if place else name)

        for article, own_names in zip(articles, names, strict=True):
            for part in article.parts:
                encoded = known.get(id(part))
                if encoded is None or encoded[0] is not part:
                    encoded = (part, *_encoded_part(part))
                self._parts[id(part)] = encoded
                waiting.append(encoded[1])
                owners.append(own_names)
                size += encoded[2]
                if size >= _TEXT_BYTES:
                    write()
                    waiting, owners, size = [], [], 0
        if waiting:
            write()
        return [
            _json(
                [
                    article.key,
                    article.address,
                    article.title,
                    article.language,
                    article.topic,
                    " ".join(own_names),
                ]
            )
            for article, own_names in zip(articles, names, strict=True)
        ]


class _Shards:
    """Cuts words with a text each into files; knows the JSON of what it had before."""

    def __init__(self) -> None:
        self._heads: dict[str, tuple[str, int, str]] = {}  # word -> word before, shared, JSON
        self._quoted: dict[str, str] = {}  # text -> JSON

    def write(self, texts: Mapping[str, str], add: Callable[[str], str]) -> list[str]:
        """Return the first word of each shard and its name, by turns."""
        total = sum(map(len, texts)) + sum(map(len, texts.values())) + 6 * len(texts)
        # larger shards on larger sites, so that the manifest, which names all, does not outgrow them
        wanted = min(6000, max(1400, 2 * isqrt(total)))
        known_heads, known_quoted = self._heads, self._quoted
        heads, quoted = self._heads, self._quoted = {}, {}
        found: list[str] = []
        shard: list[str] = []
        before, size = "", 0
        for word, text in texts.items():
            if shard:
                head = known_heads.get(word)
                if head is None or head[0] != before:
                    head = _head(before, word)
                heads[word] = head
            else:
                found.append(word)
                head = _head("", word)
            json_text = known_quoted.get(text) or _json(text)
            quoted[text] = json_text
            shard += (head[2], json_text)
            before = word
            size += len(word) - head[1] + len(text) + 6
            if size >= wanted:
                found.append(add(_list(shard)))
                shard, size = [], 0
        if shard:
            found.append(add(_list(shard)))
        return found


def _head(before: str, word: str) -> tuple[str, int, str]:
    shared = shared_length(before, word)
    return before, shared, _json(_DIGITS[shared] + word[shared:])


def _encoded_part(part: Part) -> tuple[str, int]:
    """Return a part of an article as JSON, and the bytes of its texts."""
    flat = [text for section in part for text in section]
    return _json(flat), sum(len(text.encode()) for text in flat)


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


def _list(values: Sequence[str]) -> str:
    """Return the JSON of a list of values that are JSON already."""
    return f"[{','.join(values)}]"


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
