"""HRS008: channels that never open."""

from collections.abc import Iterator

from hcgen.checks.contact import is_whole, place_of
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_MAIL = "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
_CALL = f'{_MAIL}  - id: call\n    kind: phone\n    number: "+62 21 5790 1234"\n'

RULE = Rule(
    code="HRS008",
    name="never-open",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The hours of a channel leave it closed at all times.",
    why="It stands on the contact page, and nobody ever answers there.",
    fix="Write when it is open, or take the channel out.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{_CALL}    hours: ⟦{{mon-sun: closed}}⟧\n"}),
        Example(
            {
                "content/channels.yml": f"{_CALL}    hours: ⟦none⟧\n"
                "hours: {none: {mon: closed}}\n"
            }
        ),
    ),
    good=(
        Example({"content/channels.yml": f"{_CALL}    hours: {{mon: '08:00-08:01'}}\n"}),
        # open in a season only
        Example(
            {
                "content/channels.yml": f"{_CALL}    hours:\n      mon-sun: closed\n"
                "      exceptions: [{from: 2098-12-01, to: 2098-12-31, mon: '08:00-17:00'}]\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for a time in the week or in an exception of each channel's hours."""
    if not is_whole(context):
        return
    for channel in context.centre.contact.channels:
        hours = channel.hours
        if hours is None or hours.is_always:
            continue
        weeks = (hours.week, *(exception.week for exception in hours.exceptions))
        if not any(times for week in weeks for times in week.values()):
            yield Diagnostic(
                RULE,
                place_of(channel, "hours"),
                f"“{channel.id.value}” is closed at all times",
                help='write when it is open, such as mon-fri: "08:00-17:00"',
            )
