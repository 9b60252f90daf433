"""The theme's styles and scripts as they are published: under names that change with their content.

Scripts are modules that import each other by the names that they have in the theme's folder, so
that they can be read and tried as they are. What is published has no comments and no blanks that
browsers do not need.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from rjsmin import jsmin

_IMPORT = re.compile(rb'(\bfrom\s*|\bimport\s*(?:\(\s*)?)"\./([\w.-]+\.js)"')


class ThemeFiles:
    """Files of the theme by the names that they have there.

    A name changes with all that a module reaches, or a browser would go on with an old part of it.
    """

    def __init__(self, folder: str, files: Mapping[str, bytes]) -> None:
        """Name the files.

        Args:
            folder: Below the site's root, where they are published.
            files: Name -> bytes, as they are in the theme.
        """
        files = {
            name: _minified(data) if name.endswith(".js") else data for name, data in files.items()
        }
        self._imports = {
            name: tuple(
                dict.fromkeys(
                    found
                    for match in _IMPORT.finditer(data)
                    if (found := match[2].decode()) in files
                )
            )
            if name.endswith(".js")
            else ()
            for name, data in files.items()
        }
        self._paths = {
            name: f"{folder}/{_hashed_name(name, (files[part] for part in self._whole(name)))}"
            for name in files
        }
        self._files = files

    @property
    def paths(self) -> tuple[str, ...]:
        """Where all of them are published, sorted."""
        return tuple(sorted(self._paths.values()))

    def path(self, name: str) -> str:
        """Return where a file is published, below the site's root.

        Raises:
            KeyError: The theme has no such file.
        """
        return self._paths[name]

    def imported(self, name: str) -> tuple[str, ...]:
        """Return the names of all modules that one needs, beside itself."""
        return self._whole(name)[1:]

    def published(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and bytes of each file; imports name the published files."""
        for name, data in self._files.items():
            yield self._paths[name], self._linked(data) if name.endswith(".js") else data

    def _whole(self, name: str) -> tuple[str, ...]:
        """Return the names of a file and of all that it reaches; the rest is sorted."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting += self._imports[here]
        return (name, *sorted(found - {name}))

    def _linked(self, data: bytes) -> bytes:
        def replaced(match: re.Match[bytes]) -> bytes:
            path = self._paths.get(match[2].decode())
            if path is None:
                return match[0]
            return match[1] + b'"./' + path.rpartition("/")[2].encode() + b'"'

        return _IMPORT.sub(replaced, data)


def _minified(data: bytes) -> bytes:
    # “surrogateescape” gives bytes that are no UTF-8 back as they were
    return str(jsmin(data.decode("utf-8", "surrogateescape"))).encode("utf-8", "surrogateescape")


def _hashed_name(name: str, parts: Iterator[bytes]) -> str:
    stem, _, suffix = name.rpartition(".")
    digest = sha256()
    for data in parts:
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{stem}.{digest.hexdigest()[:10]}.{suffix}"
