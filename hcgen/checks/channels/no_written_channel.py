"""CON007: help centres that nobody can write to."""

from collections.abc import Iterator

from hcgen.checks.contact import is_whole, request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CALL = 'channels:\n  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: always}\n'

RULE = Rule(
    code="CON007",
    name="no-written-channel",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="There is no mail address, form, chat or messenger that customers can write to.",
    why="Who is deaf, abroad or at work cannot call; and only what is written can be proved and "
    "can have a screenshot with it.",
    fix="Add a channel of the kind email, form, chat, whatsapp or telegram.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": _CALL}, unplaced="content/channels.yml"),
        # neither a public network nor a forum is a place for one's invoice
        Example(
            {
                "content/channels.yml": _CALL
                + "  - {id: page, kind: social, network: facebook, handle: awanhosting}\n"
                + '  - {id: forum, kind: community, url: "https://forum.example.com/"}\n'
            },
            unplaced="content/channels.yml",
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _CALL
                + "  - {id: chat, kind: telegram, handle: awanhosting_bot}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": _CALL
                + '  - {id: form, kind: form, url: "https://help.example.com/ticket"}\n'
            }
        ),
    ),
)

_WRITTEN = ("chat", "email", "form", "telegram", "whatsapp")


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for a kind to write to among the channels that take requests."""
    file = context.centre.contact.file
    if file is None or not is_whole(context):
        return
    channels = request_channels(context.centre)
    if channels and all(channel.kind not in _WRITTEN for channel in channels):
        yield Diagnostic(
            RULE,
            file.start(),
            "customers cannot write to anybody: there is no mail, form, chat or messenger",
            help="add a channel with kind: email and address: help@awan.example",
        )
