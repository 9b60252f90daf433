"""For merge requests on GitLab: its code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.fingerprints import fingerprints
from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.formats._wording import message_with_help
from hcgen.diagnostics.report import Report
from hcgen.diagnostics.rule import Severity

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """Return a JSON array with one entry a diagnostic."""
    marks = fingerprints(report.diagnostics)
    entries = [
        _entry(diagnostic, mark) for diagnostic, mark in zip(report.diagnostics, marks, strict=True)
    ]
    return json.dumps(entries, indent=2, ensure_ascii=True) + "\n"


def _entry(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    return {
        "description": message_with_help(diagnostic),
        "check_name": diagnostic.rule.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": visible(diagnostic.span.file.path),
            "lines": {"begin": diagnostic.span.position.line},
        },
    }
