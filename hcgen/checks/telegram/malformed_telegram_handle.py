"""TGM001: handles that Telegram cannot have."""

import re
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.words import rewritten
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="TGM001",
    name="malformed-telegram-handle",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A Telegram handle has signs or a length that Telegram does not allow.",
    why="The link leads to a page that says nothing of a wrong name, so nobody notices.",
    fix="Write the handle alone: 5 to 32 letters, digits and _, with a letter first.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: tg, kind: telegram, handle: ⟦awan-hosting⟧}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: tg, kind: telegram, handle: ⟦https://t.me/s/awanhosting_bot⟧}\n"
            },
            fixed={
                "content/channels.yml": "channels:\n"
                "  - {id: tg, kind: telegram, handle: awanhosting_bot}\n"
            },
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: tg, kind: telegram, handle: awanhosting_bot}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                '  - {id: tg, kind: telegram, handle: "@awanhosting"}\n'
            }
        ),
    ),
)

_HANDLE = re.compile(r"[A-Za-z](?!\w*__)[A-Za-z0-9_]{3,30}[A-Za-z0-9]")
_ADDRESS = re.compile(
    r"\s*(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.org)/(?:s/)?@?([^/?#]+)"
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at all handles; an @ in front does no harm."""
    for channel in context.centre.contact.channels:
        text = channel.values.get("handle")
        if channel.kind != "telegram" or text is None or not text.value.strip():
            continue
        if _HANDLE.fullmatch(text.value.strip().removeprefix("@")):
            continue
        address = _ADDRESS.match(text.value)
        handle = address[1] if address and _HANDLE.fullmatch(address[1]) else ""
        yield Diagnostic(
            RULE,
            text.span,
            f"“{text.value}” is not a handle that Telegram can have",
            help=f"write {handle}"
            if handle
            else "write 5 to 32 letters, digits and _, with a letter first",
            fix=rewritten(text, handle) if handle else (),
        )
