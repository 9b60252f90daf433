"""SLA002: replies that customers have to wait too long for."""

from collections.abc import Iterator

from hcgen.checks.contact import request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.channel import Promise

_START = "organisation: {business_hours: {mon-fri: '08:00-17:00'}}\nchannels:\n"
_MAIL = f"{_START}  - {{id: mail, kind: email, address: help@example.com, hours: always, "

RULE = Rule(
    code="SLA002",
    name="promise-too-long",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A reply is promised within more than three working days.",
    why="People who wait longer ask elsewhere, complain in public, or leave.",
    fix="Promise a reply within two or three business days, and the solution apart from it with "
    "resolve_within. More than five business days are an error.",
    since="0.1.0",
    bad=(
        Example(
            {"content/channels.yml": f"{_MAIL}promise: {{respond_within: ⟦4 business days⟧}}}}\n"}
        ),
        Example({"content/channels.yml": f"{_MAIL}promise: {{respond_within: ⟦73 hours⟧}}}}\n"}),
        Example({"content/channels.yml": f"{_MAIL}promise: {{respond_within: ⟦14 days⟧}}}}\n"}),
    ),
    good=(
        Example(
            {"content/channels.yml": f"{_MAIL}promise: {{respond_within: 3 business days}}}}\n"}
        ),
        # a solution takes as long as it takes
        Example(
            {
                "content/channels.yml": f"{_MAIL}promise: {{respond_within: 24 business hours, "
                "resolve_within: 10 business days}}\n"
            }
        ),
        # so does the post
        Example(
            {
                "content/channels.yml": f"{_START}  - id: post\n    kind: postal\n"
                "    street: Jalan Melati 1\n    locality: Jakarta\n    postal_code: '10110'\n"
                "    promise: {respond_within: 10 business days}\n"
            }
        ),
    ),
)

_LIMITS = {
    "minutes": (3 * 24 * 60, 7 * 24 * 60),
    "hours": (3 * 24, 7 * 24),
    "days": (3, 7),
    "business_hours": (3 * 8, 5 * 8),
    "business_days": (3, 5),
}
"""Unit -> what is long, and what is far too long. A business day has eight hours, and five of them
make a week of the calendar."""


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the reply that each channel promises with what people wait for."""
    for channel in request_channels(context.centre):
        promise = channel.promise.get("respond_within")
        if promise is None or channel.kind == "postal":
            continue
        long, far_too_long = _LIMITS[promise.unit]
        if promise.amount <= long:
            continue
        yield Diagnostic(
            RULE,
            promise.span,
            f"“{channel.id.value}” lets customers wait {_words(promise)} for a reply",
            help="promise a reply within 2 or 3 business days; resolve_within may be longer",
            set_severity=Severity.ERROR if promise.amount > far_too_long else None,
        )


def _words(promise: Promise) -> str:
    return f"{promise.amount} {promise.unit.replace('_', ' ')}"
