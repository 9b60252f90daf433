"""For people: a line a target, and below it what else there is to say."""

from collections.abc import Callable, Iterator

from hcgen.model.evidence import State
from hcgen.model.probe import Verdict
from hcgen.probes.reports import _wording as words
from hcgen.probes.result import Result, Run

# select graphic rendition (ECMA-48, section 8.3.117)
_COLOURS = {
    Verdict.VERIFIED: "1;32",
    Verdict.SUSPECT: "1;33",
    Verdict.BROKEN: "1;31",
    Verdict.UNVERIFIABLE: "1",
    Verdict.SKIPPED: "2",
}
_WIDTH = max(len(verdict.value) for verdict in Verdict)

_Paint = Callable[[str, str], str]
"""Return the text (first) as it looks in a style (second)."""


def render(run: Run) -> str:
    """Return all results and a closing line with the counts."""
    return _render(run, lambda text, style: text)


def render_coloured(run: Run) -> str:
    """Return the same for a terminal, with the verdicts in colour."""
    return _render(run, lambda text, style: f"\x1b[{style}m{text}\x1b[0m")


def _render(run: Run, paint: _Paint) -> str:
    lines = [line for result in run.results for line in _lines(result, run, paint)]
    notices = [f"note: {notice}" for notice in run.notices]
    return "\n".join([*lines, *notices, words.closing_line(run)]) + "\n"


def _lines(result: Result, run: Run, paint: _Paint) -> Iterator[str]:
    verdict = result.verdict
    mark = paint(verdict.value.ljust(_WIDTH), _COLOURS[verdict])
    yield f"{mark}  {words.name(result)} ({result.target.kind}): {words.said(result.decisive)}"
    indent = " " * (_WIDTH + 2)
    for sign in result.signs:
        yield f"{indent}{paint('note', '1;36')}: {words.said(sign)}"
    if attested := words.attested(result, run):
        yield f"{indent}{attested}"
    if history := words.history(result):
        style = "1;31" if result.state is State.OPEN else "1;33"
        yield f"{indent}{paint(history, style)}"
    aside = ", ".join(filter(None, (words.place(result), words.tried(result))))
    if result.severity is not None:
        yield f"{indent}{aside}"
