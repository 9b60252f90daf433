"""Diagnostics are data: rules, what they found, and how it is written down."""

from hcgen.diagnostics.diagnostic import Diagnostic, Edit, Finding, Findings
from hcgen.diagnostics.report import Report, in_order
from hcgen.diagnostics.rule import Example, Rule, Severity, Stage

__all__ = [
    "Diagnostic",
    "Edit",
    "Example",
    "Finding",
    "Findings",
    "Report",
    "Rule",
    "Severity",
    "Stage",
    "in_order",
]
