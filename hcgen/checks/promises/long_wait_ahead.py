"""SLA006: the longest time that customers will have to wait for an answer."""

from collections.abc import Iterator
from datetime import date, timedelta

from hcgen.checks.contact import request_channels
from hcgen.checks.context import SourceContext
from hcgen.checks.promises._waits import Wait, Waits
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.deadlines import promised_reply
from hcgen.model.notice import Notice

_OFFICE = "organisation:\n  business_hours:\n    mon-fri: '08:00-17:00'\n"
_CLOSED = "    exceptions: [{from: 2026-12-24, to: 2027-01-03}]\n"
_CHANNEL = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always, promise: "
)
_MAIL = _OFFICE + _CLOSED + _CHANNEL
_POST = (
    "  - id: post\n    kind: postal\n    street: Jalan Melati 1\n    locality: Jakarta\n"
    "    postal_code: '10110'\n    promise: "
)
_NOTICE = (
    "text: {en: Mail takes longer now., id: Email sekarang lebih lama.}\n"
    "from: FIRST\nuntil: 2027-01-06\n"
)

RULE = Rule(
    code="SLA006",
    name="long-wait-ahead",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="Holidays or closed days that lie ahead make customers wait for more than a week.",
    why="The promise is kept, and still nobody expects so long a wait who has not been told of it.",
    fix="Tell customers in time, by a notice that is shown when they write, or let somebody answer "
    "on one of these days.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{_MAIL}{{respond_within: ⟦2 business days⟧}}}}\n"}),
        # of all waits, the longest; an answer comes first of the promises
        Example(
            {
                "content/channels.yml": f"{_MAIL}{{respond_within: 1 business day}}}}\n"
                "  - id: chat\n    kind: whatsapp\n    number: '+62 812 3456 7890'\n"
                "    hours:\n      mon-sun: '08:00-17:00'\n"
                "      exceptions: [{from: 2026-12-24, to: 2027-01-10}]\n"
                "    promise: {respond_within: 60 hours, answer_within: ⟦15 hours⟧}\n"
            }
        ),
        # who writes on the evening before has not seen it
        Example(
            {
                "content/channels.yml": f"{_MAIL}{{respond_within: ⟦2 business days⟧}}}}\n",
                "content/notice.yml": _NOTICE.replace("FIRST", "2026-12-24"),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": f"{_MAIL}{{respond_within: 2 business days}}}}\n",
                "content/notice.yml": _NOTICE.replace("FIRST", "2026-12-18"),
            }
        ),
        Example(
            {
                "content/channels.yml": _MAIL.replace("2027-01-03", "2026-12-25")
                + "{respond_within: 2 business days}}\n"
            }
        ),
        # five business days are a week, as long as none is closed
        Example(
            {
                "content/channels.yml": f"{_OFFICE}{_CHANNEL}{{resolve_within: 30 days}}}}\n"
                f"{_POST}{{respond_within: 5 business days}}\n"
            }
        ),
        # here every wait is long, which is no news
        Example(
            {
                "content/channels.yml": f"{_MAIL}{{acknowledge_within: 1 minute}}}}\n"
                f"{_POST}{{respond_within: 10 business days}}\n"
            }
        ),
        # nobody waits at a telephone that is closed
        Example(
            {
                "content/channels.yml": f"{_MAIL}{{respond_within: 3 days}}}}\n"
                '  - id: call\n    kind: phone\n    number: "+62 21 5790 1234"\n'
                "    hours:\n      mon-fri: '08:00-17:00'\n"
                "      exceptions: [{from: 2026-12-24, to: 2027-01-03}]\n"
                "    promise: {answer_within: 3 minutes}\n"
            }
        ),
    ),
)

_LONG = timedelta(7)

_FACE_TO_FACE = ("phone", "visit")
"""Kinds that take no request while they are closed."""


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the longest wait of all channels of which no notice tells."""
    organisation = context.centre.contact.organisation
    ahead = Waits(organisation, context.today)
    notices = [notice for notice in context.centre.notices if notice.ends and not notice.topics]
    longest = None
    for channel in request_channels(context.centre):
        promise = promised_reply(channel)
        if promise is None or channel.kind in _FACE_TO_FACE:
            continue
        if promise.unit.startswith("business") and organisation.business_hours is None:
            continue  # SLA005 asks when it works
        waits = list(ahead.of(channel))
        # where all of them are long, the promise is, of which SLA002 tells
        if waits and min(wait.minutes for wait in waits) <= _LONG // timedelta(minutes=1):
            for run in _long_runs(waits, notices):
                # of several, what comes last before it closes
                wait = max(run, key=lambda one: (one.minutes, one.received))
                if longest is None or wait.minutes > longest[0].minutes:
                    longest = (wait, run, channel, promise)
    if longest is None:
        return
    wait, run, channel, promise = longest
    received, answered = wait.moments
    yield Diagnostic(
        RULE,
        promise.span,
        f"what comes to “{channel.id.value}” on {received:%Y-%m-%d at %H:%M} is answered by "
        f"{answered:%Y-%m-%d at %H:%M}, {wait.length.days} days later",
        help=f"tell customers: add a notice to {context.centre.settings.content_dir}/notice.yml, "
        f"from: {run[0].moments[0].date()}, until: {run[-1].moments[1].date()}",
    )


def _long_runs(waits: list[Wait], notices: list[Notice]) -> Iterator[list[Wait]]:
    """Yield the long waits of which no notice tells, those in a row together."""
    run: list[Wait] = []
    for wait in waits:
        if wait.length > _LONG and not _is_told(wait.moments[0].date(), notices):
            run.append(wait)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_told(day: date, notices: list[Notice]) -> bool:
    return any(notice.has_begun(day) and not notice.is_over(day) for notice in notices)
