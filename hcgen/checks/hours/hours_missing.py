"""HRS001: channels where people answer, without the hours in which they do."""

from collections.abc import Iterator

from hcgen.checks.contact import is_told, request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_MAIL = "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"

RULE = Rule(
    code="HRS001",
    name="hours-missing",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A phone, a chat or a counter has no hours.",
    why="Customers call, wait or travel when nobody is there.",
    fix="Add hours with a name of the section hours, with days and times, or always.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _MAIL
                + '  - {id: ⟦call⟧, kind: phone, number: "+62 21 5790 1234"}\n'
                + '  - {id: ⟦chat⟧, kind: chat, url: "https://chat.example.com/", hours: }\n'
            }
        ),
        Example(
            {
                "content/channels.yml": _MAIL + "  - id: ⟦counter⟧\n    kind: visit\n"
                "    street: Jalan Melati 1\n    locality: Jakarta\n    postal_code: '10110'\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _MAIL
                + '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: always}\n'
            }
        ),
        # a letter or a form can be sent at any time
        Example(
            {
                "content/channels.yml": _MAIL
                + '  - {id: form, kind: form, url: "https://help.example.com/ticket"}\n'
            }
        ),
        # that no channel says when it is open is told once, by COV006
        Example(
            {
                "content/channels.yml": "channels:\n"
                '  - {id: call, kind: phone, number: "+62 21 5790 1234"}\n'
            }
        ),
    ),
)

_ATTENDED = ("chat", "phone", "visit")


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the hours of the kinds at which somebody has to be there."""
    centre = context.centre
    if "hours" not in centre.coverage.answers and not any(
        channel.hours for channel in request_channels(centre)
    ):
        return
    for channel in centre.contact.channels:
        if channel.kind in _ATTENDED and channel.hours is None and not is_told(context, channel):
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"“{channel.id.value}” does not say when somebody is there",
                help='add hours: {mon-fri: "08:00-17:00"}, or hours: always',
            )
