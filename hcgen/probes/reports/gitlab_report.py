"""For merge requests on GitLab: its code quality report."""

from hcgen.diagnostics.formats import renderer
from hcgen.probes.reports._findings import report_of
from hcgen.probes.result import Run


def render(run: Run) -> str:
    """Return a JSON array with one entry a result that has a severity."""
    return renderer("gitlab")(report_of(run))
