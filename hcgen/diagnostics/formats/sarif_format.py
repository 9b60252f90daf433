"""For code scanning: the OASIS standard SARIF 2.1.0 (with errata 01)."""

import json
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote

from hcgen import __version__
from hcgen.diagnostics.diagnostic import Diagnostic, Edit
from hcgen.diagnostics.fingerprints import fingerprints
from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.formats._wording import message_with_help
from hcgen.diagnostics.report import Report
from hcgen.diagnostics.rule import Rule
from hcgen.source import Span

# GitHub refuses a run with more
_MOST_RESULTS = 25_000
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(report: Report) -> str:
    """Return a log with one run, most severe first; its properties say how many were left out."""
    marks = fingerprints(report.diagnostics)
    marked = sorted(
        zip(report.diagnostics, marks, strict=True), key=lambda pair: pair[0].severity.rank
    )
    kept = marked[:_MOST_RESULTS]
    rules = sorted({diagnostic.rule for diagnostic, _ in kept}, key=lambda rule: rule.code)
    indexes = {rule: index for index, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "hcgen",
                "version": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(diagnostic, indexes[diagnostic.rule], mark) for diagnostic, mark in kept
        ],
        "properties": {"leftOut": len(marked) - len(kept)},
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.fix, "markdown": rule.fix},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(diagnostic: Diagnostic, rule_index: int, fingerprint: str) -> dict[str, object]:
    place = {
        "artifactLocation": _artifact(diagnostic.span),
        "region": _region(diagnostic.span),
    }
    result: dict[str, object] = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": rule_index,
        "level": diagnostic.severity.value,
        "message": {"text": _plain(message_with_help(diagnostic))},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"hcgen/v1": fingerprint},
    }
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic)]
    return result


def _fix(diagnostic: Diagnostic) -> dict[str, object]:
    edits = sorted(
        diagnostic.fix, key=lambda edit: (edit.span.file.path, edit.span.start, edit.span.end)
    )
    changes = [
        _change(tuple(same)) for _, same in groupby(edits, key=lambda edit: edit.span.file.path)
    ]
    fix: dict[str, object] = {"artifactChanges": changes}
    if diagnostic.help:
        fix["description"] = {"text": _plain(visible(diagnostic.help))}
    return fix


def _change(edits: Sequence[Edit]) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in edits
    ]
    return {"artifactLocation": _artifact(edits[0].span), "replacements": replacements}


def _artifact(span: Span) -> dict[str, str]:
    """Return the path as a relative reference (RFC 3986, section 4.2)."""
    return {"uri": quote(span.file.path.encode("utf-8", "surrogatepass"), safe="/")}


def _region(span: Span) -> dict[str, int]:
    start, end = span.position, span.end_position
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _plain(text: str) -> str:
    """Return the text without what viewers take for a link (section 3.11.6 of the standard)."""
    return text.replace("](", "]\\u{28}")
