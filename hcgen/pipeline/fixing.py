"""Puts right what has a safe fix, in the writers' own files, byte for byte the same elsewhere."""

import codecs
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from hcgen import files
from hcgen.diagnostics import Diagnostic, Edit, Report
from hcgen.source import SourceFile

MOST_ROUNDS = 10
"""Fixing one thing can bring another to light; more rounds would mean that two fixes disagree."""

_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What fixing did.

    Attributes:
        count: How many diagnostics were put right.
        changed: Paths of the files that changed, below the project folder, sorted.
        report: Of what is left.
    """

    count: int
    changed: tuple[str, ...]
    report: Report


def fix_until_done(
    root: Path, check: Callable[[], Report], *, paths: Collection[str] | None = None
) -> Fixed:
    """Fix, check again, and so on until nothing is left that can be fixed.

    Args:
        root: The project folder.
        check: Loads and checks everything as it is on the disk.
        paths: Only these files, below the project folder; None: all.

    Raises:
        OSError: A file cannot be written; the others are whole.
    """
    count = 0
    changed: set[str] = set()
    report = check()
    for _ in range(MOST_ROUNDS):
        fixable = [
            found for found in report.diagnostics if paths is None or found.span.file.path in paths
        ]
        by_file: dict[SourceFile, list[Diagnostic]] = {}
        for found in fixable:
            if found.fix:
                by_file.setdefault(found.span.file, []).append(found)
        fixed = 0
        for file, diagnostics in by_file.items():
            done = _fix_file(root / file.path, file, diagnostics)
            if done:
                fixed += done
                changed.add(file.path)
        if not fixed:
            break
        count += fixed
        report = check()
    return Fixed(count, tuple(sorted(changed)), report)


def applicable(diagnostics: Iterable[Diagnostic]) -> tuple[tuple[Edit, ...], int]:
    """Return edits that do not touch one another, by place, and of how many diagnostics they are.

    A fix is taken whole or not at all; one that cannot be taken now can be in the next round.
    """
    taken: list[Edit] = []
    count = 0
    for diagnostic in sorted(diagnostics, key=lambda found: found.sort_key):
        edits = diagnostic.fix
        if not edits or any(edit.span.file is not diagnostic.span.file for edit in edits):
            continue
        if any(_touch(edit, other) for edit in edits for other in taken):
            continue
        taken += edits
        count += 1
    taken.sort(key=lambda edit: edit.span.start)
    return tuple(taken), count


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made that do not touch one another and are ordered by place."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.span.start], edit.text)
        done = edit.span.end
    return "".join((*parts, text[done:]))


def _touch(edit: Edit, other: Edit) -> bool:
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end


def _fix_file(place: Path, file: SourceFile, diagnostics: Iterable[Diagnostic]) -> int:
    """Change a file on the disk; return how many diagnostics that puts right.

    A file that is not what was checked (changed meanwhile, or named like one) is left alone.
    """
    edits, count = applicable(diagnostics)
    if not edits or not place.is_file():
        return 0
    data = place.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        raw = data.removeprefix(mark).decode("utf-8")
    except UnicodeDecodeError:
        return 0
    if _LINE_END.sub("\n", raw) != file.text:
        return 0
    new = edited(file.text, edits) if "\r" not in raw else _edited_raw(raw, edits)
    if new == raw:
        return 0
    # a link stays a link: what it leads to is changed
    files.write_file_atomically(place.resolve(), mark + new.encode("utf-8"))
    return count


def _edited_raw(raw: str, edits: Iterable[Edit]) -> str:
    """Make edits in a text with other line ends than one character; new lines end as its first."""
    first = _LINE_END.search(raw)
    end = "\n" if first is None or "\n" in raw[: first.start()] else first.group()
    # offset in the text with "\n" -> offset in the raw one: each "\r\n" above is one longer
    pairs = [match.start() for match in _LINE_END.finditer(raw) if len(match.group()) == 2]
    parts: list[str] = []
    done = passed = 0
    for edit in edits:
        bounds: list[int] = []
        for offset in (edit.span.start, edit.span.end):
            while passed < len(pairs) and pairs[passed] < offset + passed:
                passed += 1
            bounds.append(offset + passed)
        parts += (raw[done : bounds[0]], edit.text.replace("\n", end))
        done = bounds[1]
    return "".join((*parts, raw[done:]))
