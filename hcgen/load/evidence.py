"""Reads the evidence file that `hcgen probe` writes; whatever is in it, the worst is a notice."""

import json
import re
import stat
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from hcgen.diagnostics import Findings
from hcgen.load.reading import read_text_file
from hcgen.model.evidence import NO_EVIDENCE, Evidence, Record, State
from hcgen.model.incidents import RUNS_WATCHED, SIGNS_KEPT
from hcgen.model.probe import Verdict
from hcgen.source import SourceFile, Span

FORMAT_VERSION = 1

LARGEST_EVIDENCE_BYTES = 16 * 1024 * 1024
"""Records of 40,000 links."""

_KEY = re.compile(r"[0-9a-f]{64}")
_REASON = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}|")
_TIME = re.compile(r"(?:19[7-9]\d|2\d{3})-\d\d-\d\dT\d\d:\d\d:\d\dZ|")
_RECENT = re.compile(rf"[+-]{{0,{RUNS_WATCHED}}}")
_MOST_RUNS = 10**9

_Word = TypeVar("_Word", bound=StrEnum)


class _WrongError(Exception):
    """Something in the file is not what `evidence_text` writes."""

    def __init__(self, fact: str, span: Span) -> None:
        super().__init__(fact)
        self.fact = fact
        self.span = span


def read_evidence(path: Path) -> tuple[Evidence, str | None]:
    """Return what a file holds, and a word for people where it cannot be used.

    Returns:
        No evidence without a word where there is no file, and with one where it is damaged.
    """
    findings = Findings()
    evidence = load_evidence(path, path.name, findings)
    notice = next((f"{finding.message}; it counts as empty" for finding in findings), None)
    return evidence or NO_EVIDENCE, notice


def load_evidence(path: Path, shown: str, findings: Findings) -> Evidence | None:
    """Return what a file holds; None without a file, and for a damaged one, which is a finding.

    Args:
        shown: How findings name it: below the project folder, with ``/``.
    """
    try:
        is_plain = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return None
    except OSError:
        is_plain = True  # reading it will say what is wrong
    if not is_plain:
        _report(findings, SourceFile(shown, "").start(), f"“{shown}” is no file")
        return None
    own = Findings()
    file = read_text_file(path, shown, own, limit_bytes=LARGEST_EVIDENCE_BYTES)
    if file is None:
        for finding in own:
            _report(findings, finding.span, finding.message)
        return None
    try:
        return _evidence(file)
    except _WrongError as error:
        _report(findings, error.span, f"“{shown}” cannot be used: {error.fact}")
        return None


def evidence_text(evidence: Evidence) -> str:
    """Return the file's text: the same for the same evidence, one line an entry."""
    records = {key: _entries(record) for key, record in evidence.records.items()}
    whole = {"records": records, "version": FORMAT_VERSION}
    return json.dumps(whole, indent=1, sort_keys=True) + "\n"


def _report(findings: Findings, span: Span, fact: str) -> None:
    findings.report(
        "unreadable-evidence",
        span,
        fact,
        help="delete it, or restore it from the last run; “hcgen probe” writes a new one",
    )


def _entries(record: Record) -> dict[str, object]:
    """Return what differs from a record that knows nothing."""
    entries = {
        "checked_at": _time_text(record.checked_at),
        "counted_at": _time_text(record.counted_at),
        "failed_first": _time_text(record.failed_first),
        "failures": record.failures,
        "last_good": _time_text(record.last_good),
        "reason": record.reason,
        "recent": record.recent,
        "signs": list(record.signs),
        "since": _time_text(record.since),
        "state": record.state.value,
        "successes": record.successes,
        "verdict": record.verdict.value,
    }
    return {name: value for name, value in entries.items() if value}


def _time_text(time: datetime | None) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if time else ""


def _evidence(file: SourceFile) -> Evidence:
    try:
        whole: object = json.loads(file.text)
    except json.JSONDecodeError as error:
        raise _WrongError("it is not whole JSON", file.span(error.pos, error.pos)) from None
    except (ValueError, RecursionError):  # numbers of thousands of digits, lists in lists
        raise _WrongError("it is not what “hcgen probe” writes", file.start()) from None
    if not isinstance(whole, dict) or "version" not in whole:
        raise _WrongError("it has no version", file.start())
    version, records = whole["version"], whole.get("records")
    if type(version) is not int or version != FORMAT_VERSION:
        raise _WrongError(
            f"this hcgen reads version {FORMAT_VERSION} of it only", _place(file, "version")
        )
    if not isinstance(records, dict):
        raise _WrongError("it has no records", _place(file, "records"))
    found: dict[str, Record] = {}
    for key, entries in records.items():
        if not _KEY.fullmatch(key):
            raise _WrongError("one of its keys is no key of a record", _place(file, key))
        try:
            found[key] = _record(entries)
        except ValueError as error:
            raise _WrongError(str(error), _place(file, key)) from None
    return Evidence(found)


def _place(file: SourceFile, key: str) -> Span:
    """Return where a key stands, as far as it is written plainly; else the file's start."""
    written = f'"{key}"'
    start = file.text.find(written)
    return file.span(start, start + len(written)) if start >= 0 else file.start()


def _record(entries: object) -> Record:
    """Return a record.

    Raises:
        ValueError: Something in it is not what `_entries` gives; the message says what.
    """
    if not isinstance(entries, dict):
        raise ValueError("a record is no mapping")
    left: dict[str, object] = dict(entries)
    record = Record(
        state=_word(left, "state", State),
        verdict=_word(left, "verdict", Verdict),
        reason=_text(left, "reason", _REASON),
        checked_at=_time(left, "checked_at"),
        last_good=_time(left, "last_good"),
        since=_time(left, "since"),
        signs=_signs(left),
        failures=_count(left, "failures"),
        failed_first=_time(left, "failed_first"),
        counted_at=_time(left, "counted_at"),
        successes=_count(left, "successes"),
        recent=_text(left, "recent", _RECENT),
    )
    if left:
        raise ValueError("a record says more than “hcgen probe” writes")
    return record


def _word(entries: dict[str, object], name: str, words: type[_Word]) -> _Word:
    value = entries.pop(name, None)
    try:
        return words(str(value))
    except ValueError:
        raise ValueError(f"a record has no {name} that hcgen knows") from None


def _text(entries: dict[str, object], name: str, form: re.Pattern[str]) -> str:
    value = entries.pop(name, "")
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError(f"a record has a “{name}” of another form")
    return value


def _count(entries: dict[str, object], name: str) -> int:
    value = entries.pop(name, 0)
    if type(value) is not int or not 0 <= value <= _MOST_RUNS:
        raise ValueError(f"a record has a “{name}” that is no count")
    return value


def _time(entries: dict[str, object], name: str) -> datetime | None:
    text = _text(entries, name, _TIME)
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        raise ValueError(f"a record has a “{name}” that is no time") from None


def _signs(entries: dict[str, object]) -> tuple[str, ...]:
    value = entries.pop("signs", [])
    if not isinstance(value, list) or len(value) > SIGNS_KEPT:
        raise ValueError("a record has “signs” of another form")
    return tuple(_text({"signs": each}, "signs", _REASON) for each in value)
