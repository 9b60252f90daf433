"""SEC003: web addresses that hold a password, or open only for those who wrote them."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from hcgen.checks.context import SourceContext
from hcgen.checks.web_addresses import names_a_host, urls_of
from hcgen.checks.words import part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.domains import is_ip_address

_FORM = "channels:\n  - {id: form, kind: form, url: '⟦URL⟧'}\n"

RULE = Rule(
    code="SEC003",
    name="address-with-credentials",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A web address holds a user or password, or a host or port that is not public.",
    why="Passwords are published with the page, and customers cannot open what is inside your "
    "network.",
    fix="Write the public address, as customers would type it.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": _FORM.replace("URL", "https://me:pw@form.example.com/")}),
        Example({"content/channels.yml": _FORM.replace("URL", "https://10.0.0.7/form")}),
        Example({"content/channels.yml": _FORM.replace("URL", "https://helpdesk/form")}),
        Example({"content/channels.yml": _FORM.replace("URL", "https://form.example.com:8443/")}),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: 'https://form.example.com:443/a@b:8080'}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: 'https://10.form.example.com/local'}\n"
            }
        ),
    ),
)

_INSIDE = (
    ".corp", ".home", ".home.arpa", ".internal", ".intranet", ".invalid", ".lan", ".local",
    ".localdomain", ".localhost", ".private", ".test",
)  # fmt: skip
_NUMBER = re.compile(r"(?:0x[0-9a-f]+|[0-9]+)(?:\.(?:0x[0-9a-f]+|[0-9]+)){0,3}")
"""WHATWG URL, 3.5: browsers take 127.1, 0x7f.1 and 2130706433 for IPv4 addresses too."""

_PUBLIC = "write the public address, as customers would type it"


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Take each web address apart; one finding for each, the worst one."""
    for channel in context.centre.contact.channels:
        for text in urls_of(channel):
            if not names_a_host(text.value):
                continue  # which “chat-not-encrypted” and its like say
            parts = urlsplit(text.value)
            if parts.scheme in ("http", "https") and parts.hostname:
                fault = _fault(parts, parts.hostname.rstrip("."))
                if fault:
                    place = part_of(text, 0, len(text.value))
                    yield Diagnostic(RULE, place, fault[0], help=fault[1])


def _fault(parts: SplitResult, host: str) -> tuple[str, str] | None:
    """Return message and help; None if everybody can open it."""
    if "@" in parts.netloc:
        return (
            f"the address of “{host}” holds a user name or password, and is published",
            "take out what is before the @, and change the password",
        )
    if is_ip_address(host) or _NUMBER.fullmatch(host):
        return f"“{host}” is the number of a computer, which has no name to trust", _PUBLIC
    if "." not in host or host.endswith(_INSIDE):
        return f"“{host}” is known only inside your own network", _PUBLIC
    try:
        port = parts.port
    except ValueError:
        return f"“{parts.netloc}” has a port that does not exist", _PUBLIC
    if port not in (None, 80, 443):
        return f"port {port} of “{host}” is closed to customers in many offices", (
            "write an address without a port"
        )
    return None
