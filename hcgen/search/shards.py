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
  burden all who look for a neighbour of theirs: each has a file of its own, behind the shards.
- ``rows``: ``[key, address, title, language, topic, texts]`` of some articles; texts are names of
  files, a dot, and the place of the part in it.
- ``texts``: parts of articles, each a list of anchor, heading and text of its sections.

A name of its own for each file made the manifest the largest thing that a reader loads. So files of
words, terms and rows are called by their number, and by a hash that `FILES_PER_HASH` of them share;
the manifest has these hashes one after the other, without anything between.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from math import isqrt

from hcgen.search.coding import encoded_postings, shared_length, word_order
from hcgen.search.index import OWN, SearchIndex, Word

VERSION = 3
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


def manifest_path(language: str) -> str:
    """Return the path of a language's manifest below the site's root."""
    return f"{FOLDER}/{language}.json"


def index_files(index: SearchIndex) -> Mapping[str, bytes]:
    """Return path below the site's root -> bytes; the same index gives the same bytes."""
    files: dict[str, bytes] = {}
    beginning = f"{FOLDER}/{index.language}"

    def add_all(kind: str, values: Sequence[object]) -> str:
        hashes = ""
        for start in range(0, len(values), FILES_PER_HASH):
            group = [_json(value) for value in values[start : start + FILES_PER_HASH]]
            digest = _hash(b"\n".join(group))
            hashes += digest
            for number, data in enumerate(group, start):
                files[f"{beginning}-{kind}-{number}-{digest}.json"] = data
        return hashes

    def add_texts(texts: object) -> str:
        data = _json(texts)
        digest = _hash(data)
        files[f"{beginning}-texts-{digest}.json"] = data
        return digest

    words = [(word, encoded_targets(word, entry)) for word, entry in index.words.items()]
    terms = [(term, encoded_postings(postings)) for term, postings in index.terms.items()]
    large = [entry for entry in terms if len(entry[1]) > _LARGE]
    # a slip is looked for in some shards around, and a term in its own only
    word_shards = _shards(words, growth=2)
    term_shards = _shards([entry for entry in terms if len(entry[1]) <= _LARGE], growth=1)
    rows = list(_rows(index, add_texts))
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
            "words": [
                " ".join(first for first, _ in word_shards),
                "",
                add_all("words", [shard for _, shard in word_shards]),
            ],
            "terms": [
                " ".join(first for first, _ in term_shards),
                " ".join(term for term, _ in large),
                add_all(
                    "terms",
                    [shard for _, shard in term_shards]
                    + [[_DIGITS[0] + term, text] for term, text in large],
                ),
            ],
            "rows": add_all(
                "rows",
                [
                    rows[start : start + ROWS_PER_FILE]
                    for start in range(0, len(rows), ROWS_PER_FILE)
                ],
            ),
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


def _shards(entries: Sequence[tuple[str, str]], *, growth: int) -> Sequence[tuple[str, list[str]]]:
    """Return the shards of words in order, each after the least that no word before it reaches.

    Args:
        growth: How fast shards grow with the site, so that the manifest does not outgrow them.
    """
    total = sum(len(word) + len(text) + 6 for word, text in entries)
    wanted = min(6000, max(1400, growth * isqrt(total)))
    shards: list[tuple[str, list[str]]] = []
    last, before, size = "", "", wanted
    for word, text in entries:
        if size >= wanted:
            shards.append((_parting(last, word), []))
            before, size = "", 0
        shared = shared_length(before, word)
        shards[-1][1].extend((_DIGITS[shared] + word[shared:], text))
        last = before = word
        size += len(word) - shared + len(text) + 6
    return shards


def _parting(before: str, word: str) -> str:
    """Return the shortest beginning of a word that comes after the word before it."""
    lengths = range(1, len(word))
    return next(
        (word[:length] for length in lengths if word_order(word[:length]) > word_order(before)),
        word,
    )


def _topics(index: SearchIndex) -> Iterator[object]:
    """Yield path, title and number of articles of each topic, by turns."""
    for path, title in index.topics:
        yield from (path, title, sum(article.topic == path for article in index.articles))


def _rows(index: SearchIndex, add: Callable[[object], str]) -> Iterable[list[str]]:
    texts: dict[tuple[int, int], str] = {}
    waiting: list[object] = []
    places: list[tuple[int, int]] = []
    size = 0

    def write() -> None:
        name = add(waiting)
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


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()[:HASH_LENGTH]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
