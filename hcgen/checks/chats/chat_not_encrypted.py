"""CHT001: chats behind something else than an https address."""

import re
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.web_addresses import web_fault
from hcgen.checks.words import part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CHAT = (
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - id: chat\n    kind: chat\n    url: https://chat.example.com/\n"
    "    fallback: mail\n    hours: always\n"
)


RULE = Rule(
    code="CHT001",
    name="chat-not-encrypted",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A chat has no address that begins with https:.",
    why="What customers tell there is read by anybody on the way, or the button does nothing.",
    fix="Write the whole address of the chat's page, beginning with https://.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _CHAT.replace(
                    "https://chat.example.com/", "⟦http://chat.example.com/⟧"
                )
            },
        ),
        Example(
            {
                "content/channels.yml": _CHAT.replace(
                    "https://chat.example.com/", "⟦chat.example.com⟧"
                )
            },
            fixed={
                "content/channels.yml": _CHAT.replace(
                    "https://chat.example.com/", "https://chat.example.com"
                )
            },
        ),
        Example(
            {"content/channels.yml": _CHAT.replace("https://chat.example.com/", "'⟦#⟧'")},
        ),
        Example(
            {
                "content/channels.yml": _CHAT.replace(
                    "https://chat.example.com/", "⟦javascript:void(0)⟧"
                )
            },
        ),
        Example(
            {"content/channels.yml": _CHAT + "    script: ⟦http://example.com/chat.js⟧\n"},
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _CHAT.replace(
                    "https://chat.example.com/",
                    "HTTPS://chat.example.com/?from=http://help.example.com/",
                )
            },
        ),
        Example(
            {"content/channels.yml": _CHAT + "    script: /assets/widget.js\n"},
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at the page of each chat, and at the script that shows it in place."""
    for channel in context.centre.contact.channels:
        if channel.kind != "chat":
            continue
        for name in ("url", "script"):
            text = channel.values.get(name)
            # a script may be a file of the site itself
            if text is None or (name == "script" and re.match(r"/(?!/)", text.value)):
                continue
            fault = web_fault(text, what="chat" if name == "url" else "script")
            if fault is not None:
                place = part_of(text, 0, len(text.value))
                yield Diagnostic(RULE, place, fault.message, help=fault.help, fix=fault.fix)
