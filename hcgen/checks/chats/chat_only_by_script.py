"""CHT003: chats that are a script and no page."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from hcgen.checks.context import SourceContext
from hcgen.checks.words import part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CHAT = (
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - id: chat\n    kind: chat\n    url: https://chat.example.com/\n"
    "    fallback: mail\n    hours: always\n"
)


RULE = Rule(
    code="CHT003",
    name="chat-only-by-script",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The link of a chat leads to its script.",
    why="Customers without JavaScript, or with a blocker, see program text instead of a chat.",
    fix="Write the address of the chat's own page as url:.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _CHAT.replace(
                    "https://chat.example.com/", "⟦https://chat.example.com/a⟧"
                )
                + "    script: https://chat.example.com/a\n"
            },
        ),
        Example(
            {
                "content/channels.yml": _CHAT.replace(
                    "https://chat.example.com/", "⟦https://example.com/widget.js?v=2⟧"
                )
            },
        ),
    ),
    good=(
        Example(
            {"content/channels.yml": _CHAT + "    script: https://chat.example.com/widget.js\n"},
        ),
        Example(
            {
                "content/channels.yml": _CHAT.replace(
                    "https://chat.example.com/", "https://chat.example.com/?app=widget.js"
                )
            },
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare link and script; a chat without a link has been told (“channel-without-target”)."""
    for channel in context.centre.contact.channels:
        url = channel.values.get("url")
        if channel.kind != "chat" or url is None:
            continue
        if url.value == channel.value("script") or _is_script(url.value):
            yield Diagnostic(
                RULE,
                part_of(url, 0, len(url.value)),
                f"“{url.value}” is a script, not a page that opens without one",
                help="write the address of the chat's own page; the script belongs to script:",
            )


def _is_script(url: str) -> bool:
    try:
        return urlsplit(url).path.casefold().endswith((".js", ".mjs"))
    except ValueError:
        return False
