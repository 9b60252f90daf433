"""For programs: version 1 of the JSON report. Keys are only ever added within a version."""

import json

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.fingerprints import fingerprints
from hcgen.diagnostics.report import Report
from hcgen.diagnostics.rule import Severity

VERSION = 1


def render(report: Report) -> str:
    """Return the report as one JSON object, sorted and byte-stable."""
    marks = fingerprints(report.diagnostics)
    document = {
        "version": VERSION,
        "diagnostics": [
            _entry(diagnostic, mark)
            for diagnostic, mark in zip(report.diagnostics, marks, strict=True)
        ],
        "summary": {
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "notes": report.count(Severity.NOTE),
            "articles": report.articles,
            "languages": report.languages,
            "channels": report.channels,
            "ignored": report.ignored,
            "known": report.known,
        },
    }
    # ASCII only: a lone surrogate or a control character from a file cannot break the reader
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _entry(diagnostic: Diagnostic, fingerprint: str) -> dict[str, str | int | bool]:
    start, end = diagnostic.span.position, diagnostic.span.end_position
    return {
        "code": diagnostic.rule.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.severity.value,
        "path": diagnostic.span.file.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "fixable": bool(diagnostic.fix),
        "fingerprint": fingerprint,
    }
