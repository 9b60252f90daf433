"""HRS005: mailboxes with closing time."""

from collections.abc import Iterator

from hcgen.checks.contact import is_told, place_of
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.week import WHOLE_WEEK, open_ranges

_START = "hours:\n  office: {mon-fri: '08:00-17:00'}\nchannels:\n"
_FORM = '  - {id: form, kind: form, url: "https://help.example.com/ticket", hours: always}\n'

RULE = Rule(
    code="HRS005",
    name="mail-not-round-the-clock",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A mail channel has hours other than always.",
    why="Mail can be written at any time; hours beside it keep people from writing, and do not say "
    "when they are answered.",
    fix="Write hours: always, and when you answer as a promise: respond_within: 2 business days.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"{_START}{_FORM}"
                "  - {id: mail, kind: email, address: help@example.com, hours: ⟦office⟧}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": f"{_START}{_FORM}  - id: mail\n    kind: email\n"
                "    address: help@example.com\n    hours: ⟦{mon-sun: '06:00-24:00'}⟧\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": f"{_START}{_FORM}"
                "  - {id: mail, kind: email, address: help@example.com, "
                "hours: {mon-sun: '00:00-24:00'}}\n"
            }
        ),
        # a call needs somebody who picks up
        Example(
            {
                "content/channels.yml": f"{_START}{_FORM}"
                '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: office}\n'
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at the hours of each mail channel."""
    for channel in context.centre.contact.channels:
        if channel.kind != "email" or channel.hours is None or is_told(context, channel):
            continue
        open_minutes = open_ranges(channel.hours)
        if open_minutes and open_minutes != WHOLE_WEEK:
            yield Diagnostic(
                RULE,
                place_of(channel, "hours"),
                f"the hours of “{channel.id.value}” say that mail can be written at some times "
                "only",
                help="write hours: always, and promise: {respond_within: 2 business days}",
            )
