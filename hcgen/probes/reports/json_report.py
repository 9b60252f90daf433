"""For programs: version 1 of the report. Keys are only ever added within a version."""

import json
from datetime import UTC, date

from hcgen.model.channel import Attestation
from hcgen.model.evidence import Record
from hcgen.model.probe import Observation, Verdict
from hcgen.probes.reports import _wording as words
from hcgen.probes.result import Result, Run

VERSION = 1


def render(run: Run) -> str:
    """Return one JSON object; what differs between runs of the same finding is under ``run``."""
    document = {
        "version": VERSION,
        "run": {
            "started_at": f"{run.started_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "seconds": round(run.seconds, 1),
            "whole": run.is_whole,
            "notices": list(run.notices),
        },
        "results": [_entry(result, run.started_at.date()) for result in run.results],
        "summary": {
            **{verdict.value: run.count(verdict) for verdict in Verdict},
            "incidents": len(run.incidents),
        },
    }
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _entry(result: Result, today: date) -> dict[str, object]:
    position = result.target.span.position
    severity = result.severity
    return {
        "name": result.target.name,
        "kind": result.target.kind,
        "path": result.target.span.file.path,
        "line": position.line,
        "column": position.column,
        "verdict": result.verdict.value,
        "severity": severity.value if severity else None,
        "reason": result.decisive.reason,
        "message": words.said(result.decisive),
        "tries": result.tries,
        "attested": _attested(result.target.attested, today),
        "history": _history(result.record),
        "observations": [_observation(each) for each in result.observations],
    }


def _attested(found: Attestation | None, today: date) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "on": str(found.on),
        "days": (today - found.on).days,
        "method": found.method.value,
        "valid": found.is_valid(today),
    }


def _history(record: Record | None) -> dict[str, str | None] | None:
    if record is None:
        return None
    return {
        "state": record.state.value,
        "since": words.moment(record.since) or None,
        "last_good": words.moment(record.last_good) or None,
    }


def _observation(observation: Observation) -> dict[str, str | bool]:
    return {
        "check": observation.check,
        "verdict": observation.verdict.value,
        "reason": observation.reason,
        "observed": observation.observed,
        "extra": observation.is_extra,
    }
