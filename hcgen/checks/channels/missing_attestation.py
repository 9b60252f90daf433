"""CON011: channels that nobody has tried."""

from collections.abc import Iterator

from hcgen.channels.numbers import Verdict, read_number
from hcgen.checks.contact import is_told, request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.channel import Channel

_CALL = '    kind: phone\n    number: "+62 21 5790 1234"\n    hours: always\n'

RULE = Rule(
    code="CON011",
    name="missing-attestation",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A channel that no program can test has not been tried by a person.",
    why="A number can be written correctly and be dead; only a call shows that somebody answers.",
    fix="Try it, and write when and how below “attested”.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"channels:\n  - id: ⟦call⟧\n{_CALL}"}),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: ⟦bot⟧, kind: telegram, handle: awanhosting_bot}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": f"channels:\n  - id: call\n{_CALL}"
                "    attested: {on: 2026-11-02, method: test call}\n"
            }
        ),
        # a mailbox can be looked up
        Example({}),
        # a made-up number has nobody to answer
        Example(
            {
                "content/channels.yml": "organisation: {fictional: true}\n"
                f"channels:\n  - id: call\n{_CALL}"
            }
        ),
    ),
)

_UNTESTABLE = {
    "phone": "call it",
    "telegram": "send it a message",
    "visit": "go there",
    "whatsapp": "send it a message",
}
"""Kind whose channels answer to people only -> how to try one."""


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the attestation of channels that take requests and that no program can test."""
    if context.centre.contact.organisation.is_fictional:
        return
    for channel in request_channels(context.centre):
        trial = _UNTESTABLE.get(channel.kind)
        if channel.kind == "phone" and _is_unproven(channel, context):
            continue  # “unproven-short-code” says it
        if trial and channel.attested is None and not is_told(context, channel):
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"nobody has said that “{channel.id.value}” works",
                help=f"{trial}, and add attested: {{on: {context.today}, method: …, by: …, "
                "valid_for: 90d}",
            )


def _is_unproven(channel: Channel, context: SourceContext) -> bool:
    country = context.centre.contact.organisation.country
    numbers = (channel.value("number"), channel.value("alternative"))
    return any(
        read_number(number, country).verdict is Verdict.UNKNOWN_SHORT_CODE for number in numbers
    )
