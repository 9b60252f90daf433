"""SLA001: channels that do not say how soon somebody answers."""

from collections.abc import Iterator

from hcgen.checks.contact import is_told, request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_MAIL = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always, "
    "promise: {respond_within: 2 days}}\n"
)

RULE = Rule(
    code="SLA001",
    name="promise-missing",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A channel that takes requests does not say how soon an answer comes.",
    why="Customers who do not know how long to wait write again, on every channel.",
    fix="Add a promise that you keep, for example respond_within: 2 business days.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _MAIL
                + '  - {id: ⟦form⟧, kind: form, url: "https://help.example.com/ticket"}\n'
            }
        ),
        Example(
            {
                "content/channels.yml": _MAIL
                + '  - {id: ⟦call⟧, kind: phone, number: "+62 21 5790 1234", hours: always, '
                "promise: {}}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _MAIL
                + '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: always, '
                "promise: {answer_within: 3 minutes}}\n"
            }
        ),
        # nobody owes an answer there
        Example(
            {
                "content/channels.yml": _MAIL
                + "  - {id: news, kind: social, network: x, handle: a, supports_requests: false}\n"
                + '  - {id: forum, kind: community, url: "https://forum.example.com/"}\n'
                + "  - id: post\n    kind: postal\n"
                "    street: Jalan Melati 1\n    locality: Jakarta\n    postal_code: '10110'\n"
            }
        ),
        # that no channel says it is told once, by COV006
        Example({}),
    ),
)

_WITHOUT = ("community", "postal", "visit")
"""Kinds where other customers answer, where the post decides, or where people meet."""


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the promises of each channel that takes requests."""
    centre = context.centre
    channels = request_channels(centre)
    if "reply" not in centre.coverage.answers and not any(c.promise for c in channels):
        return
    for channel in channels:
        if channel.promise or channel.kind in _WITHOUT or is_told(context, channel):
            continue
        example = "answer_within: 3 minutes"
        if channel.kind not in ("chat", "phone"):
            example = "respond_within: 2 business days"
        yield Diagnostic(
            RULE,
            channel.id.span,
            f"“{channel.id.value}” does not say how soon somebody answers",
            help=f"add promise: {{{example}}}",
        )
