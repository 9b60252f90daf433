"""Puts what a run saw into the evidence."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from hcgen.model.evidence import Evidence, kept
from hcgen.model.incidents import after
from hcgen.probes.result import Run


def remembered(
    evidence: Evidence, run: Run, keys: Collection[str], now: datetime
) -> tuple[Run, Evidence]:
    """Return the run with what is known of each target after it, and the new evidence.

    Args:
        keys: Of everything that the help centre has today, tried or not; what else the evidence
            knows is forgotten.
        now: Aware; when the run ended.
    """
    records = dict(kept(evidence, keys).records)
    results = []
    for result in run.results:
        key = result.target.key
        signs = [sign.reason for sign in result.signs]
        record = after(records.get(key), result.decisive, now, signs=signs)
        # one that nobody has tried yet needs no record
        if record.checked_at is not None:
            records[key] = record
        results.append(replace(result, record=record))
    return replace(run, results=tuple(results)), Evidence(records)
