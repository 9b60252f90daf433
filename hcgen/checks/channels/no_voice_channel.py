"""CON006: help centres that nobody can call."""

from collections.abc import Iterator

from hcgen.checks.contact import is_whole, request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_WRITTEN = (
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    '  - {id: whatsapp, kind: whatsapp, number: "+62 812 3456 7890"}\n'
)

RULE = Rule(
    code="CON006",
    name="no-voice-channel",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="There is no number that customers can call.",
    why="Who is in a hurry, cannot write well or cannot see the screen needs a voice; a messenger "
    "or a counter is none.",
    fix="Add a channel of the kind phone, or accept the finding where you have no number.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": _WRITTEN}, unplaced="content/channels.yml"),
        Example(
            {
                "content/channels.yml": _WRITTEN + "  - id: counter\n    kind: visit\n"
                "    street: Jalan Melati 1\n    locality: Jakarta\n    postal_code: '10110'\n"
                "    hours: {mon: '09:00-16:00'}\n"
            },
            unplaced="content/channels.yml",
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _WRITTEN
                + '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: always}\n'
            }
        ),
        # that nobody can be reached at all is another rule's to say
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: news, kind: social, network: x, "
                "handle: awanhosting, supports_requests: false}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for a phone among the channels that take requests."""
    file = context.centre.contact.file
    if file is None or not is_whole(context):
        return
    channels = request_channels(context.centre)
    if channels and all(channel.kind != "phone" for channel in channels):
        yield Diagnostic(
            RULE,
            file.start(),
            "customers cannot reach anybody by voice: there is no phone channel",
            help='add a channel with kind: phone and number: "+62 21 5790 1234"',
        )
