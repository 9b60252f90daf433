"""HRS007: days with two exceptions to the hours."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.hours._exceptions import hours_with_exceptions
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CALL = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: office}\n'
    "hours:\n  office:\n    mon-fri: '08:00-17:00'\n    exceptions:\n"
)

RULE = Rule(
    code="HRS007",
    name="exceptions-overlap",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="Two exceptions of the same hours share a day.",
    why="Customers read two different hours for that day.",
    fix="Let one end on the day before the other one begins, or split the longer one in two.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"{_CALL}      - {{from: 2098-02-10, to: 2098-03-11}}\n"
                "      - {from: 2098-03-11, to: ⟦2098-03-14⟧}\n"
            }
        ),
        # the order in the file does not matter
        Example(
            {
                "content/channels.yml": f"{_CALL}      - {{from: 2098-03-01, to: ⟦2098-03-02⟧}}\n"
                "      - {from: 2098-02-10, to: 2098-03-11}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": f"{_CALL}      - {{from: 2098-02-10, to: 2098-03-11}}\n"
                "      - {from: 2098-03-12, to: 2098-03-14}\n"
            }
        ),
        # those of other hours are no matter
        Example(
            {
                "content/channels.yml": f"{_CALL}      - {{from: 2098-02-10, to: 2098-03-11}}\n"
                "organisation:\n  business_hours:\n    mon-fri: '08:00-17:00'\n"
                "    exceptions: [{from: 2098-02-10, to: 2098-03-11}]\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare each exception with the one that began before it and ends last."""
    for hours in hours_with_exceptions(context.centre.contact):
        ordered = sorted(hours.exceptions, key=lambda one: (one.first, one.last))
        latest = ordered[0]
        for exception in ordered[1:]:
            if exception.first <= latest.last and exception.place is not None:
                yield Diagnostic(
                    RULE,
                    exception.place,
                    f"this exception, from {exception.first}, begins before the one from "
                    f"{latest.first} to {latest.last} is over",
                    help="let them share no day",
                )
            latest = max(latest, exception, key=lambda one: one.last)
