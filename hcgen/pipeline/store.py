"""Keeps on the disk what was made of each article, so that a fresh process need not make it again.

The folder is `.cache/hcgen` beside `mkdocs.yml`. It may be deleted at any time, restored from
another machine or another path, and used by several processes at once: files are replaced whole,
one that is damaged or made by another version of hcgen counts as missing.
"""

import contextlib
import marshal
import platform
from collections.abc import Collection, Mapping
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from hcgen import files

FOLDER = ".cache/hcgen"

BUCKETS = 64
"""An edit rewrites one of them, not everything."""
_MARK = b"hcgen 1\n"
_DIGEST_BYTES = 16
_PACKAGES = ("babel", "markdown", "nh3", "pymdown-extensions", "pyyaml")
"""Those whose code has a hand in what is kept."""


class Kept(NamedTuple):
    """What is kept of one article; the bytes are marshalled tuples.

    Attributes:
        origin: Digest of what the article was loaded from.
        loaded: The article and the findings of loading it.
        options: Digest of what else the next value depends on.
        read: What rendering and reading it brought; empty when that was not done.
    """

    origin: bytes
    loaded: bytes
    options: bytes
    read: bytes


class Store:
    """The folder of one project; nothing that goes wrong in it disturbs a run."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._buckets: dict[int, dict[str, Kept]] = {}

    def get(self, path: str) -> Kept | None:
        """Return what is kept of the article in a file, if anything is."""
        return self._bucket(bucket_of(path)).get(path)

    def save(self, kept: Mapping[str, Kept], changed: Collection[str]) -> None:
        """Write down what is to be kept; what is not among it is forgotten.

        Args:
            kept: Path -> everything to keep.
            changed: Those that are not in the folder as they are here.
        """
        if not changed and all(path in kept for path in self._known_paths()):
            return
        buckets: dict[int, dict[str, Kept]] = {}
        for path, each in kept.items():
            buckets.setdefault(bucket_of(path), {})[path] = each
        dirty = {bucket_of(path) for path in changed}
        # a full disk, a read-only folder, a file in its way: the next run has more to do, no more
        with contextlib.suppress(OSError):
            begin_folder(self._folder)
            for number in range(BUCKETS):
                wanted = buckets.get(number, {})
                if number in dirty or wanted.keys() != self._bucket(number).keys():
                    self._write(number, wanted)

    def _known_paths(self) -> list[str]:
        return [path for number in range(BUCKETS) for path in self._bucket(number)]

    def _bucket(self, number: int) -> dict[str, Kept]:
        if number not in self._buckets:
            self._buckets[number] = self._read(number)
        return self._buckets[number]

    def _read(self, number: int) -> dict[str, Kept]:
        try:
            data = self._file(number).read_bytes()
        except OSError:
            return {}
        head = _MARK + code_stamp()
        start = len(head) + _DIGEST_BYTES
        body = data[start:]
        if data[:start] != head + _digest(body):
            return {}
        return {path: Kept(*each) for path, each in marshal.loads(body).items()}  # noqa: S302

    def _write(self, number: int, bucket: dict[str, Kept]) -> None:
        body = marshal.dumps({path: tuple(each) for path, each in sorted(bucket.items())})
        data = _MARK + code_stamp() + _digest(body) + body
        files.write_file_atomically(self._file(number), data)
        self._buckets[number] = bucket

    def _file(self, number: int) -> Path:
        return self._folder / f"articles-{number:02}.bin"


def digest_of(text: str) -> bytes:
    """Return what tells one text from another."""
    return _digest(text.encode("utf-8", "surrogatepass"))


@cache
def code_stamp() -> bytes:
    """Return a digest of all code that has a hand in what is kept, our own and that of others."""
    state = blake2b(digest_size=_DIGEST_BYTES)
    package = Path(__file__).parents[1]
    for file in sorted((*package.rglob("*.py"), *package.rglob("*.toml"))):
        data = file.read_bytes()
        state.update(f"{file.relative_to(package).as_posix()}\0{len(data)}\0".encode())
        state.update(data)
    for name in _PACKAGES:
        try:
            found = version(name)
        except PackageNotFoundError:
            found = ""
        state.update(f"{name} {found}\n".encode())
    state.update(platform.python_version().encode())
    return state.digest()


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST_BYTES).digest()


def begin_folder(folder: Path) -> None:
    """Make the folder, and see to it that no repository takes it in.

    Raises:
        OSError: It cannot be made.
    """
    ignore = folder / ".gitignore"
    if not ignore.exists():
        files.write_file(ignore, b"*\n")


def bucket_of(path: str) -> int:
    """Return the number of the file that holds what is kept of an article."""
    return crc32(path.encode("utf-8", "surrogatepass")) % BUCKETS
