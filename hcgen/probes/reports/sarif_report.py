"""For code scanning: the OASIS standard SARIF 2.1.0."""

from hcgen.diagnostics.formats import renderer
from hcgen.probes.reports._findings import report_of
from hcgen.probes.result import Run


def render(run: Run) -> str:
    """Return a log with the results that have a severity."""
    return renderer("sarif")(report_of(run))
