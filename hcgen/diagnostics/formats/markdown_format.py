"""For a comment on a merge request: a verdict and a table."""

from hcgen.diagnostics.formats._markdown import document
from hcgen.diagnostics.report import Report

# GitHub takes 65,536 characters a comment; counted in bytes to be safe, GitLab takes far more
_LIMIT_BYTES = 65_536


def render(report: Report) -> str:
    """Return Markdown that fits into one comment, most severe first."""
    return document(report, limit_bytes=_LIMIT_BYTES)
