"""Reads the findings that are known and not shown."""

from pathlib import Path

from hcgen.diagnostics import Findings
from hcgen.diagnostics.baseline import BASELINE_FILE, BaselineEntry, baseline_entries
from hcgen.load.reading import read_text_file

LARGEST_BASELINE_BYTES = 64 * 1024 * 1024
"""A site of 30,000 articles with ten findings each has one of 40 MB."""


def load_baseline(root: Path, findings: Findings) -> tuple[BaselineEntry, ...]:
    """Return the entries of the baseline in a project folder; none where there is no such file."""
    place = root / BASELINE_FILE
    if not place.exists():
        return ()
    file = read_text_file(place, BASELINE_FILE, findings, limit_bytes=LARGEST_BASELINE_BYTES)
    if file is None:
        return ()
    entries, others = baseline_entries(file)
    for span in others:
        findings.report(
            "unexpected-value",
            span,
            "this line is no known finding",
            help="write the file anew: hcgen check --write-baseline",
        )
    return entries
