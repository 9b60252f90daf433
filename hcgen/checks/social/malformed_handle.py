"""SOC001: handles that a network cannot have."""

import re
from collections.abc import Iterator

from hcgen.channels.social import HANDLES, NAMES, handle_of
from hcgen.checks.context import SourceContext
from hcgen.checks.words import rewritten
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="SOC001",
    name="malformed-handle",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A handle has signs or a length that its network does not allow.",
    why="Networks answer with a login page for names that do not exist, so nobody notices.",
    fix="Write the handle alone, as the profile shows it behind @; on Mastodon with the server.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: ig, kind: social, network: instagram, handle: ⟦awan hosting⟧}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: ig, kind: social, network: instagram, "
                'handle: ⟦"https://www.instagram.com/awanhosting/?hl=id"⟧}\n'
            },
            fixed={
                "content/channels.yml": "channels:\n  - {id: ig, kind: social, network: instagram, "
                'handle: "awanhosting"}\n'
            },
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: m, kind: social, network: mastodon, handle: ⟦awanhosting⟧}\n"
            }
        ),
        # a name is not in every address
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: fb, kind: social, network: facebook, "
                'handle: ⟦"https://www.facebook.com/pages/Awan-Hosting/1234567"⟧}\n'
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: fb, kind: social, network: facebook, "
                'handle: ⟦"https://www.facebook.com/profile.php?id=1234567"⟧}\n'
            },
            fixed={
                "content/channels.yml": "channels:\n  - {id: fb, kind: social, network: facebook, "
                'handle: "profile.php?id=1234567"}\n'
            },
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                '  - {id: ig, kind: social, network: instagram, handle: "@awan.hosting"}\n'
                "  - {id: x, kind: social, network: x, handle: awan_hosting}\n"
                "  - {id: in, kind: social, network: linkedin, handle: awan-hosting}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: m, kind: social, network: mastodon, handle: awan@social.awan.example}\n"
                "  - {id: b, kind: social, network: bluesky, handle: awan.bsky.social}\n"
            }
        ),
        # Facebook has old names that are shorter than new ones may be
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: a, kind: social, network: facebook, handle: USPS}\n"
                "  - {id: b, kind: social, network: facebook, handle: Awan-Hosting-1234567}\n"
            }
        ),
    ),
)

_ADDRESS = re.compile(r"\s*(?:https?:)?//|\s*[\w.-]+\.\w+/")


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at the handles of networks that are known; others are said elsewhere."""
    for channel in context.centre.contact.channels:
        text = channel.values.get("handle")
        network = channel.value("network").casefold()
        if channel.kind != "social" or text is None or network not in HANDLES:
            continue
        if not text.value.strip() or HANDLES[network].fullmatch(text.value.strip().lstrip("@")):
            continue
        handle = handle_of(network, text.value) if _ADDRESS.match(text.value) else ""
        yield Diagnostic(
            RULE,
            text.span,
            f"“{text.value}” is not a handle that {NAMES[network]} can have",
            help=f"write {handle}" if handle else "write it as the profile shows it behind @",
            fix=rewritten(text, handle) if handle else (),
        )
