"""SLA004: promises that run out while the channel is closed."""

from collections.abc import Iterator

from hcgen.checks.contact import request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.channel import Promise
from hcgen.model.week import longest_closed, open_ranges

_CHAT = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - id: chat\n    kind: whatsapp\n    number: '+62 812 3456 7890'\n"
    "    hours: {mon-sun: '08:00-17:00'}\n    promise: "
)

RULE = Rule(
    code="SLA004",
    name="promise-shorter-than-hours",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A channel promises a reply within a time for which it is closed.",
    why="Who writes in the evening holds you to a promise that nobody is there to keep.",
    fix="Count in business hours or business days, or promise more than the longest closed time.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{_CHAT}{{respond_within: ⟦1 hour⟧}}\n"}),
        Example({"content/channels.yml": f"{_CHAT}{{resolve_within: ⟦14 hours⟧}}\n"}),
        # from Friday to Monday
        Example(
            {
                "content/channels.yml": f"{_CHAT}{{respond_within: ⟦2 days⟧}}\n".replace(
                    "mon-sun", "mon-fri"
                )
            }
        ),
    ),
    good=(
        Example({"content/channels.yml": f"{_CHAT}{{respond_within: 15 hours}}\n"}),
        # a machine confirms
        Example({"content/channels.yml": f"{_CHAT}{{acknowledge_within: 1 minute}}\n"}),
        # nobody waits in the queue of a closed telephone
        Example(
            {
                "content/channels.yml": f"{_CHAT}{{respond_within: 1 hour}}\n".replace(
                    "whatsapp", "phone\n    business: true"
                )
            }
        ),
        Example(
            {
                "content/channels.yml": f"{_CHAT}{{respond_within: 1 business hour}}\n"
                "organisation: {business_hours: {mon-sun: '08:00-17:00'}}\n"
            }
        ),
    ),
)

_MINUTES = {"minutes": 1, "hours": 60, "days": 24 * 60}
"""Units that go on while the channel is closed -> their minutes."""

_FACE_TO_FACE = ("phone", "visit")
"""Kinds that take no request while they are closed."""


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare promises by the clock with the longest time in which the channel is closed."""
    for channel in request_channels(context.centre):
        minutes = open_ranges(channel.hours) if channel.hours is not None else ()
        if not minutes:
            continue
        closed = longest_closed(minutes)
        for name in ("respond_within", "resolve_within"):
            promise = channel.promise.get(name)
            if promise is None or promise.unit not in _MINUTES:
                continue
            if name == "respond_within" and channel.kind in _FACE_TO_FACE:
                continue
            if promise.amount * _MINUTES[promise.unit] < closed:
                yield Diagnostic(
                    RULE,
                    promise.span,
                    f"“{channel.id.value}” cannot keep “{_words(promise)}”: it is closed for "
                    f"{_length(closed)} at a time",
                    help="count in business hours or business days, or promise more than "
                    f"{_length(closed)}",
                )


def _words(promise: Promise) -> str:
    return f"{promise.amount} {promise.unit if promise.amount != 1 else promise.unit[:-1]}"


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} minutes"
    return f"{hours} hours" + (f" and {rest} minutes" if rest else "")
