"""CHT002: chats that leave customers alone when they do not open."""

from collections.abc import Iterator

from hcgen.checks.contact import is_told
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CHAT = (
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - id: chat\n    kind: chat\n    url: https://chat.example.com/\n"
    "    fallback: mail\n    hours: always\n"
)


RULE = Rule(
    code="CHT002",
    name="chat-without-fallback",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A chat names no other channel for when it does not work.",
    why="Blockers and old telephones stop it often, and then there is nothing left to press.",
    fix="Add fallback: with the id of a channel of another kind.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _CHAT.replace("    fallback: mail\n", "").replace(
                    "id: chat", "id: ⟦chat⟧"
                )
            },
        ),
        Example(
            {
                "content/channels.yml": _CHAT.replace("fallback: mail", "fallback: ⟦talk⟧")
                + "  - {id: talk, kind: chat, url: https://example.com/, hours: always, "
                "fallback: mail}\n"
            },
        ),
    ),
    good=(
        Example(
            {"content/channels.yml": _CHAT},
        ),
        Example(
            {
                "content/channels.yml": _CHAT.replace("fallback: mail", "fallback: form")
                + "  - {id: form, kind: form, url: https://example.com/chat, hours: always}\n"
            },
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look whether each chat names a channel that is none; unknown ids have been told."""
    contact = context.centre.contact
    kinds = {channel.id.value: channel.kind for channel in contact.channels}
    others = [name for name, kind in kinds.items() if kind != "chat"]
    advice = "fallback: with the id of a channel that is no chat"
    if others:
        advice += f", such as {others[0]}"
    for channel in contact.channels:
        if channel.kind != "chat":
            continue
        fallback = channel.fallback
        if fallback is None:
            if not is_told(context, channel, "fallback"):
                yield Diagnostic(
                    RULE,
                    channel.id.span,
                    f"“{channel.id.value}” does not say what to use when the chat does not open",
                    help=f"add {advice}",
                )
        elif kinds.get(fallback.value) == "chat":
            yield Diagnostic(
                RULE,
                fallback.span,
                f"“{fallback.value}” is a chat too, so what stops one stops the other",
                help=f"write {advice}",
            )
