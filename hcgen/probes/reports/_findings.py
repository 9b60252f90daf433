"""Results as diagnostics, for the formats that hosts of code read."""

from hcgen.diagnostics import Diagnostic, Report, Rule, Severity, Stage
from hcgen.probes.reports import _wording as words
from hcgen.probes.result import Result, Run


def _rule(name: str, severity: Severity, summary: str, why: str, fix: str) -> Rule:
    # no code of a family: these are no rules that a site can choose or ignore
    return Rule(
        code=name,
        name=name,
        severity=severity,
        stage=Stage.REPORT,
        summary=summary,
        why=why,
        fix=fix,
        since="0.1.0",
        bad=(),
        good=(),
    )


_RULES = {
    Severity.ERROR: _rule(
        "probe-broken",
        Severity.ERROR,
        "It does not work: there is proof, or it failed again and again.",
        "Customers who try it reach nobody.",
        "Repair it, or change where it leads.",
    ),
    Severity.WARNING: _rule(
        "probe-suspect",
        Severity.WARNING,
        "It failed, which may pass by itself.",
        "If it goes on, customers who try it reach nobody.",
        "Try it yourself; several failures over hours become an incident.",
    ),
    Severity.NOTE: _rule(
        "probe-sign",
        Severity.NOTE,
        "It works, with a bad sign.",
        "Such signs come before failures.",
        "See to it before it fails.",
    ),
}


def report_of(run: Run) -> Report:
    """Return the results that have a severity as diagnostics, in the order of the run."""
    found = tuple(_diagnostic(result) for result in run.results if result.severity is not None)
    return Report(found, articles=0, languages=0, channels=len(run.results))


def _diagnostic(result: Result) -> Diagnostic:
    assert result.severity is not None
    facts = [words.said(result.decisive), words.history(result), words.tried(result)]
    if result.severity is Severity.NOTE:
        facts = [words.said(sign) for sign in result.signs]
    message = f"“{result.target.name}”: {'; '.join(filter(None, facts))}"
    return Diagnostic(_RULES[result.severity], result.target.span, message)
