"""A site made in parts by several machines, and put together again.

Each part, a *shard*, holds the pages and the index of some languages, and every file that belongs
to no language. A file at its root says what it holds.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from hcgen.publish.staging import PublishError, Staging

SHARD_FILE = "hcgen-shard.json"
"""Not hidden: what hands folders from one job to the next often leaves out hidden files."""

_VERSION = 1


@dataclass(frozen=True, slots=True)
class _Shard:
    """A shard on the disk.

    Attributes:
        stamp: The same for all shards of one state of a site.
        languages: Tags of the whole site.
        holds: Those of this shard.
        files: Path below the root -> SHA-256, in hexadecimal digits.
    """

    folder: Path
    stamp: str
    languages: tuple[str, ...]
    holds: tuple[str, ...]
    files: Mapping[str, str]


def mark_shard(
    staging: Staging,
    written: Collection[str],
    languages: Sequence[str],
    holds: Sequence[str],
    stamp: str,
) -> None:
    """Write down what a shard holds, as a file of its own.

    Args:
        written: Paths of the shard's files.
        languages: Tags of all languages of the site.
        holds: Those whose pages are in this shard.
        stamp: The same for all shards of one state of a site.
    """
    document = {
        "version": _VERSION,
        "stamp": stamp,
        "languages": list(languages),
        "holds": [tag for tag in languages if tag in holds],
        "files": {path: _digest(staging.read(path) or b"") for path in sorted(written)},
    }
    staging.write(SHARD_FILE, (json.dumps(document, indent=1) + "\n").encode("utf-8"))


def merge_shards(folders: Sequence[Path], site_dir: Path) -> int:
    """Publish the site that shards make up; return how many files it has.

    Raises:
        PublishError: They are not all the shards of one state of one site, or are damaged.
        OSError: The disk is full, or the like; the last site is as it was.
    """
    shards = [_read(folder) for folder in folders]
    _check_set(shards)
    staging = Staging(site_dir)
    with staging.opened():
        taken: dict[str, tuple[str, _Shard]] = {}
        for shard in shards:
            for path, digest in shard.files.items():
                if path in taken:
                    before, other = taken[path]
                    if before != digest:
                        raise PublishError(
                            f"{path} is one file in {other.folder} and another in {shard.folder}: "
                            "build all shards from the same files, with the same packages"
                        )
                    continue
                taken[path] = (digest, shard)
                staging.write(path, _checked(shard, path, digest))
        staging.publish()
    staging.remove_last()
    return len(taken)


def _checked(shard: _Shard, path: str, digest: str) -> bytes:
    try:
        data = (shard.folder / path).read_bytes()
    except FileNotFoundError:
        raise PublishError(f"{shard.folder} lacks {path}: hand the whole folder over") from None
    if _digest(data) != digest:
        raise PublishError(f"{shard.folder / path} is not as it was built: hand it over again")
    return data


def _check_set(shards: Sequence[_Shard]) -> None:
    first = shards[0]
    for shard in shards[1:]:
        if shard.stamp != first.stamp or shard.languages != first.languages:
            raise PublishError(
                f"{first.folder} and {shard.folder} are of different states of the site: build all "
                "shards from the same files, on the same day, with the same hcgen"
            )
    holders: dict[str, _Shard] = {}
    for shard in shards:
        for tag in shard.holds:
            if tag in holders:
                raise PublishError(
                    f"{holders[tag].folder} and {shard.folder} both hold “{tag}”: leave one out"
                )
            holders[tag] = shard
    missing = [tag for tag in first.languages if tag not in holders]
    if missing:
        names = ", ".join(f"“{tag}”" for tag in missing)
        raise PublishError(f"no shard holds {names}: build it with --language, and name it too")


def _read(folder: Path) -> _Shard:
    file = folder / SHARD_FILE
    try:
        document: Any = json.loads(file.read_bytes())
    except FileNotFoundError:
        raise PublishError(
            f"{folder} is no shard: it has no {SHARD_FILE}; make one with hcgen build --language"
        ) from None
    except (OSError, ValueError, RecursionError) as error:
        raise PublishError(f"{file} cannot be read: {error}") from None
    try:
        if document["version"] != _VERSION:
            raise PublishError(f"{folder} is a shard of another version of hcgen")
        files = {_safe(path): str(digest) for path, digest in document["files"].items()}
        languages, holds = (tuple(map(str, document[key])) for key in ("languages", "holds"))
        return _Shard(folder, str(document["stamp"]), languages, holds, files)
    except (KeyError, TypeError, AttributeError, ValueError):
        raise PublishError(f"{file} is not what hcgen wrote: build the shard again") from None


def _safe(path: str) -> str:
    """Return a path below a folder.

    Raises:
        ValueError: It leads out of it.
    """
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\0" in path:
        raise ValueError(path)
    return path


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
