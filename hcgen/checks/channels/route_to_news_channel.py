"""CON014: routes to channels where nobody answers."""

from collections.abc import Iterator

from hcgen.checks.contact import routed
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CHANNELS = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - {id: page, kind: social, network: facebook, handle: awanhosting, "
    "supports_requests: false}\n"
)

RULE = Rule(
    code="CON014",
    name="route-to-news-channel",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The routing or a topic names a channel that is for news only.",
    why="Customers ask there, and nobody answers.",
    fix="Name a channel that takes requests.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{_CHANNELS}routing:\n  default: [mail, ⟦page⟧]\n"}),
        Example(
            {
                "content/channels.yml": _CHANNELS,
                "content/topics.yml": "topics:\n  - path: account\n    title: {en: Account, "
                "id: Akun}\n    channels: ⟦page⟧\n",
            }
        ),
    ),
    good=(
        Example({"content/channels.yml": f"{_CHANNELS}routing:\n  default: [mail]\n"}),
        Example(
            {
                "content/channels.yml": f"{_CHANNELS}routing:\n  default: [page]\n".replace(
                    ", supports_requests: false", ""
                )
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look whether each routed channel takes requests."""
    centre = context.centre
    for text in routed(centre):
        channel = centre.channel(text.value)
        if channel is not None and not channel.takes_requests:
            yield Diagnostic(
                RULE,
                text.span,
                f"“{text.value}” is for news only, and questions are sent to it",
                help="name a channel that takes requests, or take supports_requests: false away",
            )
