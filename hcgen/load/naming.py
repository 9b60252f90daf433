"""Finds the files that a stylesheet, a script, a page or an unreadable article names."""

import re
from pathlib import Path
from posixpath import splitext
from urllib.parse import unquote

_SUFFIXES = frozenset(
    {".css", ".htm", ".html", ".js", ".json", ".md", ".mjs", ".svg", ".webmanifest", ".xml"}
)
_LARGEST_BYTES = 1024 * 1024
_NAME = re.compile(rb"[^\s\"'()<>{}\[\],;:=|\\/?#*]+\.[A-Za-z0-9]{2,11}")


def names_in(file: Path) -> frozenset[str]:
    """Return what may be names of files, without folders, in a file that may name others.

    Empty for other kinds of files, for those larger than a megabyte, and for what cannot be read:
    such a file is published all the same.
    """
    if splitext(file.name)[1].lower() not in _SUFFIXES:
        return frozenset()
    try:
        if file.stat().st_size > _LARGEST_BYTES:
            return frozenset()
        data = file.read_bytes().replace(b"\0", b"")  # what UTF-16 puts between Latin letters
    except OSError:
        return frozenset()
    return frozenset(unquote(name.decode("utf-8", "replace")) for name in _NAME.findall(data))
