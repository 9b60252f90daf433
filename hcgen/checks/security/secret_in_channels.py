"""SEC004: keys and tokens that were not meant for the world."""

import re
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.source import Span

# put together here, so that no scanner takes this file for a leak
_TELEGRAM = "1234567890:" + "AAH" + "dqTcvCH1vGWJxfSeofSAs0K5PALDsaw"[:31] + "x"
_GITHUB = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a"

RULE = Rule(
    code="SEC004",
    name="secret-in-channels",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="channels.yml holds something that looks like a key, token or password of a service.",
    why="Addresses are published as they stand, and whoever has the token can act as you.",
    fix="Have the provider withdraw it, then take it out; it stays in the history of the file.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: mail, kind: email, address: "
                f"help@example.com, hours: always}}\n  # bot: ⟦{_TELEGRAM}⟧\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: form, kind: form, url: "
                "'https://form.example.com/?lang=id&access_token=⟦f3Kp29dLq81Zt7Yb⟧'}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: form, kind: form, url: "
                f"https://form.example.com/⟦{_GITHUB}⟧}}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: form, kind: form, url: "
                "'https://form.example.com/5f3a9c1e2b7d4a6f8c0e1d2b/default?token=support'}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n  - {id: form, kind: form, url: "
                "'https://form.example.com/sk_live_music?key=f3Kp29dLq81Zt7Yb'}\n"
            }
        ),
    ),
)

_TOKEN = re.compile(
    r"""(?<![A-Za-z0-9])(?:
      (?P<a_Stripe_key>[rs]k_(?:live|test)_[0-9A-Za-z]{16,})
    | (?P<an_AWS_key>A(?:KIA|SIA)[0-9A-Z]{16}(?![0-9A-Za-z]))
    | (?P<a_GitHub_token>gh[opsur]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{40,})
    | (?P<a_GitLab_token>glpat-[0-9A-Za-z_-]{20,})
    | (?P<a_Slack_token>xox[abeoprs]-[0-9A-Za-z-]{10,})
    | (?P<a_Slack_address>hooks\.slack\.com/services/T[0-9A-Z]+/B[0-9A-Z]+/[0-9A-Za-z]{16,})
    | (?P<a_Discord_address>discord(?:app)?\.com/api/webhooks/[0-9]{15,}/[0-9A-Za-z_-]{40,})
    | (?P<a_Google_key>AIza[0-9A-Za-z_-]{35})
    | (?P<a_Telegram_bot_token>[0-9]{8,10}:[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-]))
    | (?P<a_Meta_token>EAA[0-9A-Za-z]{60,})
    | (?P<a_SendGrid_key>SG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43})
    | (?P<a_Twilio_key>SK[0-9a-f]{32}(?![0-9A-Za-z]))
    | (?P<an_OpenAI_key>sk-(?:proj-)?[0-9A-Za-z_-]{32,})
    | (?P<a_signed_token>eyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,})
    | (?P<a_private_key>-----BEGIN\ [A-Z\ ]{0,20}PRIVATE\ KEY-----)
    )""",
    re.VERBOSE,
)
_IN_QUERY = re.compile(
    r"[?&;](?:api_?key|(?:access|auth|refresh|bearer)?_?token|(?:client_?)?secret|passw(?:or)?d|pwd)"
    r"=([^&#\s\"'{},]{12,})",
    re.IGNORECASE,
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look through the whole file, comments too: its history is as public as the file."""
    file = context.centre.contact.file
    if file is None:
        return
    told: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(file.text):
        told.append(match.span())
        kind = (match.lastgroup or "a key").replace("_", " ")
        yield _found(file.span(*match.span()), f"this looks like {kind}")
    for match in _IN_QUERY.finditer(file.text):
        start, end = match.span(1)
        is_told = any(first < end and start < last for first, last in told)
        # words have no digits; tokens of that length do
        if not is_told and re.search(r"[0-9]", match[1]) and re.search(r"[A-Za-z]", match[1]):
            yield _found(file.span(start, end), "this looks like a token in a web address")


def _found(span: Span, message: str) -> Diagnostic:
    return Diagnostic(
        RULE,
        span,
        f"{message}, which would be published",
        help="have the provider withdraw it, and take it out here",
    )
