"""HRS006: exceptions to the hours that nobody needs any more."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.hours._exceptions import hours_with_exceptions
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CALL = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: office}\n'
)

RULE = Rule(
    code="HRS006",
    name="exception-over",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="An exception to the hours ended before today.",
    why="It stands on the contact page still, and next year's dates are another exception.",
    fix="Take it out, or write the next dates.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"{_CALL}hours:\n  office:\n    mon-fri: '08:00-17:00'\n"
                "    exceptions:\n      - {from: 2020-04-24, to: ⟦2020-05-23⟧}\n"
            }
        ),
        # hours that two channels share are told once
        Example(
            {
                "content/channels.yml": f"{_CALL}"
                '  - {id: chat, kind: chat, url: "https://chat.example.com/", hours: office}\n'
                "hours:\n  office:\n    mon-fri: '08:00-17:00'\n"
                "    exceptions:\n      - {from: 2020-04-24, to: ⟦2020-05-23⟧}\n"
                "      - {from: 2098-04-24, to: 2098-05-23}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": f"{_CALL}hours:\n  office:\n    mon-fri: '08:00-17:00'\n"
                "    exceptions:\n      - {from: 2020-04-24, to: 2098-05-23}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the last day of each exception with today."""
    for hours in hours_with_exceptions(context.centre.contact):
        for exception in hours.exceptions:
            if exception.last < context.today and exception.place is not None:
                yield Diagnostic(
                    RULE,
                    exception.place,
                    f"this exception ended on {exception.last}",
                    help="take it out, or write the dates of the next one",
                )
