"""Findings that a site had when it began to be checked: known, not shown, and to be worked off."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.fingerprints import fingerprints
from hcgen.diagnostics.formats._escaping import visible
from hcgen.source import SourceFile, Span

BASELINE_FILE = "baseline.lock"
"""Beside `mkdocs.yml`; written by `hcgen check --write-baseline` only."""

_HEADER = (
    "# Findings that are known and not shown. Written by: hcgen check --write-baseline\n"
    "# Each line: rule, fingerprint of the text it was found in, file, finding\n"
)


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """One known finding.

    Attributes:
        span: Its line in the baseline file.
        fingerprint: Of the text that it was found in (`hcgen.diagnostics.fingerprints`).
        path: Of the file that it was found in.
    """

    span: Span
    code: str
    fingerprint: str
    path: str


@dataclass(frozen=True, slots=True)
class Known:
    """Diagnostics parted by a baseline.

    Attributes:
        new: Those that it does not know, in the order given.
        known: The others.
        fixed: Entries that stand for nothing any more, in the order written.
    """

    new: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    fixed: tuple[BaselineEntry, ...]


def without_known(diagnostics: Sequence[Diagnostic], entries: Iterable[BaselineEntry]) -> Known:
    """Part diagnostics by a baseline; each entry stands for one of them."""
    entries = tuple(entries)
    left = Counter((entry.code, entry.fingerprint) for entry in entries)
    new: list[Diagnostic] = []
    known: list[Diagnostic] = []
    if not entries:
        return Known(tuple(diagnostics), (), ())
    for diagnostic, fingerprint in zip(diagnostics, fingerprints(diagnostics), strict=True):
        keys = ((code, fingerprint) for code in diagnostic.rule.codes)
        key = next((key for key in keys if left[key] > 0), None)
        if key is not None:
            left[key] -= 1
            known.append(diagnostic)
        else:
            new.append(diagnostic)
    fixed: list[BaselineEntry] = []
    for entry in reversed(entries):
        key = (entry.code, entry.fingerprint)
        if left[key] > 0:
            left[key] -= 1
            fixed.append(entry)
    return Known(tuple(new), tuple(known), tuple(reversed(fixed)))


def baseline_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a baseline file that knows these diagnostics: one line each, in their order."""
    lines = [
        "\t".join(
            (
                diagnostic.rule.code,
                fingerprint,
                visible(diagnostic.span.file.path),
                visible(diagnostic.message),
            )
        )
        for diagnostic, fingerprint in zip(diagnostics, fingerprints(diagnostics), strict=True)
    ]
    return _HEADER + "".join(f"{line}\n" for line in lines)


def baseline_entries(file: SourceFile) -> tuple[tuple[BaselineEntry, ...], tuple[Span, ...]]:
    """Return the entries of a baseline file, and the lines that are none."""
    entries: list[BaselineEntry] = []
    others: list[Span] = []
    start = 0
    for line in file.text.split("\n"):
        end = start + len(line)
        fields = line.split("\t")
        if line.strip() and not line.startswith("#"):
            if len(fields) >= 3 and len(fields[0]) == len("ART001"):
                entries.append(BaselineEntry(file.span(start, end), *fields[:3]))
            else:
                others.append(file.span(start, end))
        start = end + 1
    return tuple(entries), tuple(others)
