"""For servers that show test results: JUnit XML, one test case a target.

Broken targets and incidents are failures, suspect ones pass with output, those of which nothing can
be said are skipped with the reason: a telephone that nobody can dial from here has not passed.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hcgen.diagnostics import Severity
from hcgen.model.probe import Verdict
from hcgen.probes.reports import _wording as words
from hcgen.probes.result import Result, Run

_SUITE = "hcgen probe"


def render(run: Run) -> str:
    """Return one suite; a run without targets has one test case that passes."""
    cases = [_case(result, run) for result in run.results]
    cases = cases or [Element("testcase", classname="hcgen", name=_SUITE)]
    suite = Element("testsuite", name=_SUITE, tests=str(len(cases)), errors="0")
    for name, tag in (("failures", "failure"), ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("time", f"{run.seconds:.1f}")
    suite.extend(cases)
    if run.notices:
        SubElement(suite, "system-out").text = "\n".join(run.notices)
    suites = Element("testsuites")
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _case(result: Result, run: Run) -> Element:
    case = Element("testcase", classname=result.target.kind, name=words.name(result))
    message = words.said(result.decisive)
    whole = "; ".join(filter(None, (message, words.history(result), words.tried(result))))
    if result.severity is Severity.ERROR:
        failure = SubElement(case, "failure", type=result.decisive.reason, message=message)
        failure.text = f"{words.place(result)}: {whole}"
    elif result.verdict in (Verdict.UNVERIFIABLE, Verdict.SKIPPED):
        attested = words.attested(result, run)
        SubElement(case, "skipped", message="; ".join(filter(None, (message, attested))))
    else:
        SubElement(case, "system-out").text = "\n".join(
            [f"{result.verdict.value}: {whole}", *map(words.said, result.signs)]
        )
    return case
