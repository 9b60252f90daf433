"""The files that the browser reads: a small manifest that names shards whose names never lie.

``search/<tag>.json`` is the only file with a fixed name. It says where each shard of terms begins
and how the others are called; their names change with their content, so that they can be cached
for ever. A search fetches the manifest, one shard for each word, and the rows that it shows.
"""

import json
from collections.abc import Mapping
from hashlib import sha256

from hcgen.search.index import SearchIndex

VERSION = 1
FOLDER = "search"
ROWS_PER_FILE = 16
_SHARD_BYTES = 6000


def manifest_path(language: str) -> str:
    """Return the path of a language's manifest below the site's root."""
    return f"{FOLDER}/{language}.json"


def index_files(index: SearchIndex) -> Mapping[str, bytes]:
    """Return path below the site's root -> bytes; the same index gives the same bytes."""
    files: dict[str, bytes] = {}

    def add(kind: str, value: object) -> str:
        data = _json(value)
        name = f"{index.language}-{kind}-{sha256(data).hexdigest()[:10]}.json"
        files[f"{FOLDER}/{name}"] = data
        return name

    shards: list[tuple[str, str]] = []
    waiting: dict[str, list[int]] = {}
    size = 0
    for term, found in index.terms.items():
        flat = [
            number for posting in found.postings for number in (posting.article, posting.impact)
        ]
        waiting[term] = [found.weight, *flat]
        size += len(term) + 5 * len(flat)
        if size >= _SHARD_BYTES:
            shards.append((next(iter(waiting)), add("terms", waiting)))
            waiting, size = {}, 0
    if waiting:
        shards.append((next(iter(waiting)), add("terms", waiting)))
    rows = [
        [article.key, article.address, article.title, article.description, article.language]
        for article in index.articles
    ]
    parts = [rows[start : start + ROWS_PER_FILE] for start in range(0, len(rows), ROWS_PER_FILE)]
    files[manifest_path(index.language)] = _json(
        {
            "version": VERSION,
            "language": index.language,
            "articles": len(rows),
            "unknown_weight": index.unknown_weight,
            "rows_per_file": ROWS_PER_FILE,
            "terms": shards,
            "rows": [add("rows", part) for part in parts],
        }
    )
    return files


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
