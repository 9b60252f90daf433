"""For the summary of a job, or an issue: a verdict and a table, worst first."""

from hcgen.diagnostics import Severity
from hcgen.diagnostics.formats import code_span
from hcgen.probes.reports import _wording as words
from hcgen.probes.result import Result, Run

# GitHub takes 65,536 characters an issue; counted in bytes to be safe
_LIMIT_BYTES = 65_000
_HEAD = ("| | | What it shows | |", "|---|---|---|---|")


def render(run: Run) -> str:
    """Return Markdown that fits into one comment."""
    lines = [f"**{words.closing_line(run)}**", ""]
    lines += [f"> {code_span(notice)}\n" for notice in run.notices]
    if run.results:
        lines += _HEAD
    size = sum(len(line.encode()) + 1 for line in lines)
    for count, result in enumerate(run.worst_first):
        row = _row(result, run)
        size += len(row.encode()) + 1
        if size > _LIMIT_BYTES:
            lines += ["", f"{len(run.results) - count} more left out here"]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def _row(result: Result, run: Run) -> str:
    mark = result.verdict.value
    if result.severity is Severity.ERROR:
        mark = f"**{mark}**"
    facts = [words.said(result.decisive), *map(words.said, result.signs)]
    more = (
        words.attested(result, run),
        words.history(result),
        words.tried(result),
        words.place(result),
    )
    cells = (
        mark,
        code_span(words.name(result)),
        code_span("; ".join(facts)),
        code_span("; ".join(filter(None, more))),
    )
    return f"| {' | '.join(cells)} |"
