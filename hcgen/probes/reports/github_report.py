"""For GitHub Actions: annotations where the targets are written, and how it went."""

from hcgen.diagnostics.formats import annotations
from hcgen.probes.reports._findings import report_of
from hcgen.probes.reports._wording import closing_line
from hcgen.probes.result import Run


def render(run: Run) -> str:
    """Return at most ten errors, ten warnings and ten notices as workflow commands."""
    notices = [f"note: {notice}" for notice in run.notices]
    lines = [*annotations(report_of(run).diagnostics), *notices, closing_line(run)]
    return "\n".join(lines) + "\n"
