"""ADR002: counters that do not say when they are open."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.web_addresses import was_told
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_VISIT = (
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - id: counter\n    kind: visit\n"
    "    street: Jalan Melati 1\n    locality: Jakarta\n    postal_code: '10110'\n"
)

RULE = Rule(
    code="ADR002",
    name="visit-without-hours",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A place to visit has no hours.",
    why="Customers travel there and find the door closed.",
    fix="Add hours: with a name of the section hours, or times in place.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": _VISIT.replace("id: counter", "id: ⟦counter⟧")}),
        Example(
            {
                "content/channels.yml": _VISIT.replace("id: counter", "id: ⟦counter⟧")
                + "    hours:\n"
            }
        ),
    ),
    good=(
        Example({"content/channels.yml": _VISIT + "    hours: {mon-fri: '09:00-16:00'}\n"}),
        Example({"content/channels.yml": _VISIT.replace("kind: visit", "kind: postal")}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for hours; such as could not be read have been told."""
    for channel in context.centre.contact.channels:
        if (
            channel.kind == "visit"
            and channel.hours is None
            and not was_told(context, channel, "hours")
        ):
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"“{channel.id.value}” does not say when customers can come",
                help='add hours: with times, such as hours: {mon-fri: "09:00-16:00"}',
            )
