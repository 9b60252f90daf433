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
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from math import isqrt

from hcgen.search.coding import encoded_postings, shared_length
from hcgen.search.index import OWN, SearchIndex, Word

VERSION = 2
FOLDER = "search"
INDEX_FILE_KINDS = ("words", "terms", "rows", "texts")
"""Parts of the names of the files whose names change with their content."""
ROWS_PER_FILE = 12
_TEXT_BYTES = 1000
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def manifest_path(language: str) -> str:
    """Return the path of a language's manifest below the site's root."""
    return f"{FOLDER}/{language}.json"


def index_files(index: SearchIndex) -> Mapping[str, bytes]:
    """Return path below the site's root -> bytes; the same index gives the same bytes."""
    files: dict[str, bytes] = {}

    def add(kind: str, value: object) -> str:
        data = _json(value)
        digest = sha256(data).hexdigest()[:10]
        files[f"{FOLDER}/{index.language}-{kind}-{digest}.json"] = data
        return digest

    words = [(word, encoded_targets(word, entry)) for word, entry in index.words.items()]
    terms = [(term, encoded_postings(postings)) for term, postings in index.terms.items()]
    rows = list(_rows(index, add))
    files[manifest_path(index.language)] = _json(
        {
            "version": VERSION,
            "language": index.language,
            "articles": len(rows),
            "rows_per_file": ROWS_PER_FILE,
            "stop": index.stop_words,
            "weak": " ".join(index.weak_words),
            "affixes": [",".join(affixes) for affixes in index.affixes],
            "topics": list(_topics(index)),
            "words": list(_shards(words, lambda shard: add("words", shard))),
            "terms": list(_shards(terms, lambda shard: add("terms", shard))),
            "rows": [
                add("rows", rows[start : start + ROWS_PER_FILE])
                for start in range(0, len(rows), ROWS_PER_FILE)
            ],
        }
    )
    return files


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


def _shards(entries, add) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """Yield the first word of each shard and its name, by turns."""
    total = sum(len(word) + len(text) + 6 for word, text in entries)
    # larger shards on larger sites, so that the manifest, which names all, does not outgrow them
    wanted = min(6000, max(1400, 2 * isqrt(total)))
    shard: list[str] = []
    first, before, size = "", "", 0
    for word, text in entries:
        if not shard:
            first, before = word, ""
        shared = shared_length(before, word)
        shard += (_DIGITS[shared] + word[shared:], text)
        before = word
        size += len(word) - shared + len(text) + 6
        if size >= wanted:
            yield from (first, add(shard))
            shard, size = [], 0
    if shard:
        yield from (first, add(shard))


def _topics(index: SearchIndex) -> Iterator[object]:
    """Yield path, title and number of articles of each topic, by turns."""
    for path, title in index.topics:
        yield from (path, title, sum(article.topic == path for article in index.articles))


def _rows(index: SearchIndex, add) -> Iterable[list[str]]:  # type: ignore[no-untyped-def]
    texts: dict[tuple[int, int], str] = {}
    waiting: list[object] = []
    places: list[tuple[int, int]] = []
    size = 0

    def write() -> None:
        name = add("texts", waiting)
        for place, at in enumerate(places):
            texts[at] = f"{name}.{place}" if place else name

    for number, article in enumerate(index.articles):
        for part_number, part in enumerate(article.parts):
            flat = [text for section in part for text in section]
            waiting.append(flat)
            places.append((number, part_number))
            size += sum(len(text.encode()) for text in flat)
            if size >= _TEXT_BYTES:
                write()
                waiting, places, size = [], [], 0
    if waiting:
        write()
    for number, article in enumerate(index.articles):
        names = [texts[number, part] for part in range(len(article.parts))]
        yield [
            article.key,
            article.address,
            article.title,
            article.language,
            article.topic,
            " ".join(names),
        ]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
