"""SLA005: promises in business time of an organisation that does not say when it works."""

from collections.abc import Iterator

from hcgen.checks.contact import request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.channel import PROMISE_FIELDS

_MAIL = "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always, promise: "

RULE = Rule(
    code="SLA005",
    name="business-time-without-hours",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A promise counts in business hours or days, and the organisation has no "
    "business_hours.",
    why="Nobody can tell when two business days are over: whether Saturday is one is not said.",
    fix="Add business_hours to the section organisation, or count in hours or days.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{_MAIL}{{respond_within: ⟦2 business days⟧}}}}\n"}),
        # one cause is told once
        Example(
            {
                "content/channels.yml": f"organisation: {{country: ID, business_hours: }}\n{_MAIL}"
                "{acknowledge_within: ⟦1 business hour⟧, respond_within: 2 business days}}\n"
            }
        ),
    ),
    good=(
        Example({"content/channels.yml": f"{_MAIL}{{respond_within: 2 days}}}}\n"}),
        Example(
            {
                "content/channels.yml": f"{_MAIL}{{respond_within: 2 business days}}}}\n"
                "organisation: {business_hours: {mon-fri: '08:00-17:00'}}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the first promise in business time where the organisation has no hours."""
    organisation = context.centre.contact.organisation
    written = organisation.places.get("business_hours")
    if organisation.business_hours is not None or (written is not None and written.text):
        return  # they are there, or what stands there has been told
    for channel in request_channels(context.centre):
        for name in PROMISE_FIELDS:
            promise = channel.promise.get(name)
            if promise is not None and promise.unit.startswith("business"):
                yield Diagnostic(
                    RULE,
                    promise.span,
                    "this counts in business time, and the organisation does not say when it works",
                    help='add business_hours: {mon-fri: "08:00-17:00"} to the section organisation',
                )
                return
