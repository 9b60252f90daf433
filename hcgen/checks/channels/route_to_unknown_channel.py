"""CON015: routes that name a channel that does not exist."""

from collections.abc import Iterator

from hcgen.checks.contact import is_whole, routed
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.nearest import nearest

_MAIL = "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"

RULE = Rule(
    code="CON015",
    name="route-to-unknown-channel",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="The routing or a topic names a channel that does not exist.",
    why="Below the articles customers are offered another channel than you meant, or none.",
    fix="Write the id of a channel of channels.yml.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{_MAIL}routing:\n  default: [⟦mial⟧, mail]\n"}),
        Example(
            {
                "content/topics.yml": "topics:\n  - path: account\n    title: {en: Account, "
                "id: Akun}\n    channels: [⟦chat⟧, mail]\n"
            }
        ),
    ),
    good=(
        Example({"content/channels.yml": f"{_MAIL}routing:\n  default: [mail]\n"}),
        # without an id it is called by its kind
        Example(
            {
                "content/channels.yml": "channels:\n  - {kind: email, address: a@example.com}\n"
                "routing: {default: email}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look each routed id up."""
    centre = context.centre
    if not is_whole(context):
        return
    known = [channel.id.value for channel in centre.contact.channels]
    for text in routed(centre):
        if text.value not in known:
            yield Diagnostic(
                RULE,
                text.span,
                f"there is no channel with the id “{text.value}”",
                help=nearest(text.value, known),
            )
