"""Keeps on the disk the words that search found in each article.

The files lie beside those of `hcgen.pipeline.store`, and what is said there holds here too.
"""

import contextlib
import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hcgen import files
from hcgen.pipeline.store import BUCKETS, FOLDER, begin_folder, bucket_of, code_stamp, digest_of
from hcgen.search import ArticleWords, Section


class KeptWords(NamedTuple):
    """What is kept of one article.

    Attributes:
        origin: Digest, in hexadecimal digits, of all that the words were found in.
    """

    origin: str
    words: ArticleWords


class WordStore:
    """The words of one project; nothing that goes wrong with them disturbs a run."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._buckets: dict[int, dict[str, Any]] = {}  # path -> KeptWords as JSON has it
        self._paths: dict[int, frozenset[str]] = {}  # those that are in the file

    def take(self, path: str, origin: str) -> ArticleWords | None:
        """Return the words of the article in a file; they can be taken once.

        Args:
            origin: What they must have been found in.
        """
        bucket = self._bucket(bucket_of(path))
        with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
            found, words = bucket.pop(path)
            if found == origin:
                return _unpacked(*words)
        return None

    def save(self, kept: Mapping[str, KeptWords], changed: Collection[str]) -> None:
        """Write down what is to be kept; what is not among it is forgotten.

        Args:
            kept: Path -> everything to keep.
            changed: Those that are not in the folder as they are here.
        """
        buckets: list[dict[str, KeptWords]] = [{} for _ in range(BUCKETS)]
        for path, each in kept.items():
            buckets[bucket_of(path)][path] = each
        dirty = {bucket_of(path) for path in changed}
        # a full disk, a read-only folder, a file in its way: the next run has more to do, no more
        with contextlib.suppress(OSError, UnicodeError):
            for number, wanted in enumerate(buckets):
                if number in dirty or wanted.keys() != self._known(number):
                    begin_folder(self._folder)
                    self._write(number, wanted)

    def _known(self, number: int) -> frozenset[str]:
        self._bucket(number)
        return self._paths[number]

    def _bucket(self, number: int) -> dict[str, Any]:
        if number not in self._buckets:
            self._buckets[number] = self._read(number)
            self._paths[number] = frozenset(self._buckets[number])
        return self._buckets[number]

    def _read(self, number: int) -> dict[str, Any]:
        try:
            head, _, body = self._file(number).read_text(encoding="utf-8").partition("\n")
            if head != _head(body):
                return {}
            found = json.loads(body)
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, number: int, bucket: Mapping[str, KeptWords]) -> None:
        body = json.dumps(bucket, ensure_ascii=False, separators=(",", ":"))
        data = f"{_head(body)}\n{body}".encode()
        files.write_file_atomically(self._file(number), data)
        self._buckets[number] = {}
        self._paths[number] = frozenset(bucket)

    def _file(self, number: int) -> Path:
        return self._folder / f"words-{number:02}.json"


def _head(body: str) -> str:
    return f"hcgen words 2 {code_stamp().hex()} {digest_of(body).hex()}"


def _unpacked(
    language: str,
    fields: dict[str, dict[str, int]],
    places: dict[str, int],
    parts: list[list[list[str]]],
    title: list[str],
    headings: list[list[str]],
    texts: list[list[str]],
) -> ArticleWords:
    return ArticleWords(
        language,
        fields,
        places,
        tuple([tuple([Section(*section) for section in part]) for part in parts]),
        tuple(title),
        tuple(map(tuple, headings)),
        tuple(map(tuple, texts)),
    )
