"""CON008: channels that all go down together."""

from collections.abc import Iterator

from hcgen.checks.channels._providers import provider
from hcgen.checks.contact import is_whole, request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_MAIL = "channels:\n  - {id: mail, kind: email, address: help@awan.co.id, hours: always}\n"
_WHATSAPP = '  - {id: whatsapp, kind: whatsapp, number: "+62 812 3456 7890"}\n'

RULE = Rule(
    code="CON008",
    name="single-provider",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="All channels that take requests depend on one company or one domain.",
    why="On the day on which it fails, nobody can reach you, and nobody can tell you so.",
    fix="Add a channel that works without it, such as a phone number or a mailbox elsewhere.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"channels:\n{_WHATSAPP}"
                "  - {id: page, kind: social, network: facebook, handle: awanhosting}\n"
            },
            unplaced="content/channels.yml",
        ),
        Example(
            {
                "content/channels.yml": _MAIL
                + '  - {id: form, kind: form, url: "https://help.awan.co.id/ticket"}\n'
                # news do not help anybody who has a question
                + "  - {id: news, kind: social, network: x, handle: awanhosting, "
                "supports_requests: false}\n"
            },
            unplaced="content/channels.yml",
        ),
    ),
    good=(
        Example({"content/channels.yml": _MAIL + _WHATSAPP}),
        # one channel alone is told by other rules
        Example({"content/channels.yml": _MAIL}),
        # what two companies share is the ending of their domains
        Example(
            {
                "content/channels.yml": _MAIL
                + '  - {id: form, kind: form, url: "https://tiket.lain.co.id/"}\n'
            }
        ),
        Example(
            {
                "content/channels.yml": f"channels:\n{_WHATSAPP}"
                '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: always}\n'
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare whom the channels depend on."""
    file = context.centre.contact.file
    if file is None or not is_whole(context):
        return
    channels = request_channels(context.centre)
    if len(channels) < 2:
        return
    names = {provider(channel) for channel in channels}
    if len(names) == 1 and (name := names.pop()):
        yield Diagnostic(
            RULE,
            file.start(),
            f"all {len(channels)} channels that take requests depend on {name}",
            help=f"add one that works without {name}, such as a phone number",
        )
