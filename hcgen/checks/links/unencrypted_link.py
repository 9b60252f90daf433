"""LNK009: links that are not encrypted."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import links_with_places, own_address
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.render import LinkKind

RULE = Rule(
    code="LNK009",
    name="unencrypted-link",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="A link has an address that begins with http:.",
    why="Anybody on the way can read and change it; browsers warn the customer, or show nothing.",
    fix="Write https:// after trying whether the page opens that way.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [the panel](⟦http://panel.example.com/⟧).\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [the panel][1].\n\n[1]: ⟦HTTP://panel.example.com/a⟧\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [the panel](https://panel.example.com/), or `http://panel.example.com/`.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "Open [the router](http://192.168.1.1/), [a test](http://localhost:8000/) or "
                "[the printer](http://printer.local/).\n"
            }
        ),
    ),
)

_LOCAL = re.compile(r"localhost|[^.]+|.*\.(?:local|localhost|lan|home\.arpa|internal|test)")


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at links to other sites; the own site's and what is shown in place have other rules."""
    settings = context.centre.settings
    for _, link, destination in links_with_places(context):
        if destination.kind is not LinkKind.EXTERNAL or link.is_image:
            continue
        target = link.target.value.strip()
        if target[:5].lower() != "http:" or _is_local(target):
            continue
        if own_address(settings, target) is not None:
            continue
        yield Diagnostic(
            RULE,
            link.target.span,
            f"“{target}” is not encrypted",
            help="write https:// if the page opens that way",
        )


def _is_local(target: str) -> bool:
    """Tell whether an address is one of the customer's own network, where there is no https."""
    try:
        host = (urlsplit(target).hostname or "").rstrip(".")
    except ValueError:
        return False
    try:
        return not ip_address(host).is_global
    except ValueError:
        return bool(_LOCAL.fullmatch(host))
