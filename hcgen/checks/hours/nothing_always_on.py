"""HRS004: help centres that nobody can reach at night."""

from collections.abc import Iterator

from hcgen.checks.contact import is_whole, request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.week import WHOLE_WEEK, open_ranges

_CALL = 'channels:\n  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: HOURS}\n'

RULE = Rule(
    code="HRS004",
    name="nothing-always-on",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="No channel takes requests round the clock.",
    why="Who needs you in the evening or on Sunday learns only that you are closed.",
    fix="Give a channel that people can always write to, such as mail or a form, hours: always.",
    since="0.1.0",
    bad=(
        Example(
            {"content/channels.yml": _CALL.replace("HOURS", "{mon-sun: '07:00-22:00'}")},
            unplaced="content/channels.yml",
        ),
        # each is closed when the other one is open, so neither can be named as always open
        Example(
            {
                "content/channels.yml": _CALL.replace("HOURS", "{mon-sun: '08:00-20:00'}")
                + '  - {id: chat, kind: chat, url: "https://chat.example.com/", '
                "hours: {mon-sun: '20:00-08:00'}}\n"
            },
            unplaced="content/channels.yml",
        ),
    ),
    good=(
        Example({}),
        Example({"content/channels.yml": _CALL.replace("HOURS", "{mon-sun: '00:00-24:00'}")}),
        # mail without hours can be written at any time (HRS005)
        Example(
            {
                "content/channels.yml": _CALL.replace("HOURS", "{mon-sun: '07:00-22:00'}")
                + "  - {id: mail, kind: email, address: help@example.com}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": _CALL.replace("HOURS", "{mon-sun: '07:00-22:00'}")
                + '  - {id: form, kind: form, url: "https://help.example.com/ticket"}\n'
            }
        ),
        # that no channel says when it is open is told once, by COV006
        Example({"content/channels.yml": _CALL.replace(", hours: HOURS", "")}),
    ),
)


_ALWAYS_TAKEN = ("email", "form")
"""Kinds that take requests at any time, unless hours say otherwise."""


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for hours that cover every minute of the week, or that nobody needs."""
    file = context.centre.contact.file
    if file is None or not is_whole(context):
        return
    channels = request_channels(context.centre)
    if any(channel.hours is None and channel.kind in _ALWAYS_TAKEN for channel in channels):
        return
    hours = [channel.hours for channel in channels if channel.hours]
    if hours and all(open_ranges(one) != WHOLE_WEEK for one in hours):
        yield Diagnostic(
            RULE,
            file.start(),
            "no channel that takes requests is open round the clock",
            help="add hours: always to one that people can always write to, such as mail or a form",
        )
