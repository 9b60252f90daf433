"""Lists the files of the content folder, safely: no loops, nothing from outside the project."""

import os
from dataclasses import dataclass
from pathlib import Path

from hcgen.diagnostics import Findings
from hcgen.source import SourceFile

MOST_FOLDERS = 100_000


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file.

    Attributes:
        path: Below the content folder, with ``/``.
        place: Where it is.
        size_bytes: As listed.
    """

    path: str
    place: str
    size_bytes: int

    @property
    def file(self) -> Path:
        """Where it is."""
        return Path(self.place)


def list_files(content: Path, shown_as: str, findings: Findings) -> tuple[FoundFile, ...]:
    """Return all files below a folder, sorted by path; hidden ones are left out.

    Args:
        content: The folder.
        shown_as: How diagnostics name it, below the project folder.

    Symbolic links are followed within the project folder. One that leads outside it could publish
    any file of the machine that builds; one that leads back to its own parent never ends. Both are
    ``unreadable-file`` findings.
    """
    real_content = os.path.realpath(content)
    project = os.path.dirname(real_content)
    found: list[FoundFile] = []
    waiting = [_Folder("", content, real_content, frozenset({real_content}))]
    listed = 0
    while waiting:
        folder = waiting.pop()
        listed += 1
        if listed > MOST_FOLDERS:
            _report(findings, shown_as, f"holds more than {MOST_FOLDERS:,} folders, links followed")
            break
        shown = f"{shown_as}/{folder.prefix}"
        try:
            entries = list(os.scandir(folder.place))
        except OSError as error:
            _report(findings, shown.rstrip("/"), f"cannot be listed: {error.strerror}")
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                fault = _take(entry, folder, project, found, waiting)
            except OSError as error:
                fault = f"cannot be read: {error.strerror}"
            if fault:
                _report(findings, shown + entry.name, fault)
    found.sort(key=lambda file: file.path)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder still to be listed; ``ancestors`` are real paths, its own included."""

    prefix: str
    place: Path
    real: str
    ancestors: frozenset[str]


def _take(
    entry: "os.DirEntry[str]",
    folder: _Folder,
    project: str,
    found: list[FoundFile],
    waiting: list[_Folder],
) -> str:
    """Note a file or folder; return what is wrong with it, or an empty string."""
    path = folder.prefix + entry.name
    if not _is_utf8(path):
        return "has a name that is not UTF-8"
    real = os.path.join(folder.real, entry.name)
    if entry.is_symlink():
        real = os.path.realpath(entry.path)
        if os.path.commonpath([project, real]) != project:
            return "is a link to a place outside the project"
        if real in folder.ancestors or os.path.commonpath([real, folder.real]) == real:
            return "is a link back to a folder that it lies in"
        if not Path(real).exists():
            return "is a link to nothing"
    if entry.is_dir():
        waiting.append(_Folder(path + "/", Path(entry.path), real, folder.ancestors | {real}))
    elif entry.is_file():
        found.append(FoundFile(path, entry.path, entry.stat().st_size))
    else:
        return "is neither a file nor a folder"
    return ""


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _report(findings: Findings, path: str, fact: str) -> None:
    shown = path.encode("utf-8", "replace").decode()
    findings.report(
        "unreadable-file",
        SourceFile(shown, "").start(),
        f"“{shown}” {fact}",
        help="replace it by an ordinary file or folder",
    )
