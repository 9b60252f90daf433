"""CHT004: chats that do not say when somebody answers."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.web_addresses import was_told
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CHAT = (
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - id: chat\n    kind: chat\n    url: https://chat.example.com/\n"
    "    fallback: mail\n    hours: always\n"
)


RULE = Rule(
    code="CHT004",
    name="chat-without-hours",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A chat has no hours.",
    why="Customers sit before a window in which nobody writes back.",
    fix="Add hours: with a name of the section hours, always, or times in place.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _CHAT.replace("    hours: always\n", "").replace(
                    "id: chat", "id: ⟦chat⟧"
                )
            },
        ),
        Example(
            {
                "content/channels.yml": _CHAT.replace(" always\n", "\n").replace(
                    "id: chat", "id: ⟦chat⟧"
                )
            },
        ),
    ),
    good=(
        Example(
            {"content/channels.yml": _CHAT},
        ),
        Example(
            {"content/channels.yml": _CHAT.replace(" always\n", " {mon-fri: '08:00-17:00'}\n")},
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for hours; such as could not be read have been told."""
    for channel in context.centre.contact.channels:
        if (
            channel.kind == "chat"
            and channel.hours is None
            and not was_told(context, channel, "hours")
        ):
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"“{channel.id.value}” does not say when somebody answers there",
                help='add hours: always, or hours: {mon-fri: "08:00-17:00"}',
            )
