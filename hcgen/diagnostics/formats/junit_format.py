"""For servers that show test results: JUnit XML, one test case a file."""

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.formats._wording import message_with_help
from hcgen.diagnostics.report import Report
from hcgen.diagnostics.rule import Severity

_SUITE = "hcgen check"


def render(report: Report) -> str:
    """Return one suite; errors and warnings are failures, notes are output.

    A run without findings has one test case that passes: many servers take a report without any
    for a run that did not happen.
    """
    suite = Element("testsuite", name=_SUITE)
    by_file = groupby(report.diagnostics, key=lambda diagnostic: diagnostic.span.file.path)
    cases = [_case(visible(path), tuple(found)) for path, found in by_file]
    suite.extend(cases or [Element("testcase", classname="hcgen", name=_SUITE)])
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(sum(1 for case in cases if case.find("failure") is not None)))
    suite.set("errors", "0")
    suites = Element("testsuites")
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _case(path: str, diagnostics: tuple[Diagnostic, ...]) -> Element:
    case = Element("testcase", classname=path, name=_SUITE)
    notes = []
    for diagnostic in diagnostics:
        place = diagnostic.span.position
        message = message_with_help(diagnostic)
        said = f"{path}:{place.line}:{place.column}: {diagnostic.rule.code} {message}"
        if diagnostic.severity is Severity.NOTE:
            notes.append(said)
            continue
        failure = SubElement(case, "failure", type=diagnostic.rule.code, message=message)
        failure.text = said
    if notes:
        SubElement(case, "system-out").text = "\n".join(notes)
    return case
