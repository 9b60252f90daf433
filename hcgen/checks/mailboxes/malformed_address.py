"""EML001: what is no mail address, or more than one."""

import re
from collections.abc import Iterator

from hcgen.channels.email import without_hidden_at
from hcgen.checks.context import SourceContext
from hcgen.checks.mailboxes._mailbox import addresses, is_unusable, is_well_formed
from hcgen.checks.words import part_of, rewritten
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="EML001",
    name="malformed-address",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A mail channel has something else than one mail address.",
    why="The link opens a mail that cannot be sent, or one to somebody else.",
    fix="Write the address alone: help@awan.co.id.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦help.example.com⟧, hours: always}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    address: ⟦Help <help@example.com>⟧\n    hours: always\n"
            },
            fixed={
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    address: help@example.com\n    hours: always\n"
            },
        ),
        Example(
            {
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    address: '⟦mailto:help @ example.com⟧'\n    hours: always\n"
            },
            fixed={
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    address: 'help@example.com'\n    hours: always\n"
            },
        ),
        Example(
            {
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    address: ⟦help@example.com, sales@example.com⟧\n    hours: always\n"
            }
        ),
        # as pages hide it from programs that collect addresses
        Example(
            {
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    address: '⟦help[at]example.com⟧'\n    hours: always\n"
            },
            fixed={
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    address: 'help@example.com'\n    hours: always\n"
            },
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    address: help+web_1@mail.example.com\n    hours: always\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "organisation: {fictional: true}\nchannels:\n"
                "  - {id: mail, kind: email, address: o'hara@example.com, hours: always}\n"
            }
        ),
    ),
)

_ALONE = "write one address alone, such as help@awan.co.id"
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]*@[A-Za-z0-9.-]+")
_NAMED = re.compile(r"[^<>]*<([^<>]*)>")


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Ask email-validator, and tell why in the writer's words."""
    for text in addresses(context):
        address = text.value
        if is_well_formed(address):
            continue
        message, advice = _fault(address)
        mended = _mended(address)
        place = part_of(text, 0, len(address))
        fix = rewritten(text, mended) if mended else ()
        yield Diagnostic(
            RULE, place, message, help=f"write {mended}" if mended else advice, fix=fix
        )


def _fault(address: str) -> tuple[str, str]:
    """Return message and help for what is no address."""
    local, at, domain = address.rpartition("@")
    if not at and without_hidden_at(address) != address:
        return f"“{address}” hides its @, so nobody can tap it", _ALONE
    if not at:
        return f"“{address}” has no @, so it is not a mail address", _ALONE
    if address.count("@") > 1 and re.search(r"[,;\s]", address):
        return (
            f"“{address}” holds more than one address",
            "write one of them, and make a channel of its own for any other",
        )
    if "<" in address or address.casefold().startswith("mailto:"):
        return f"“{address}” holds more than the address", _ALONE
    if re.search(r"\s", address):
        return f"“{address}” has a blank in it, which no mail address has", _ALONE
    if not local or not domain:
        side = "after" if local else "before"
        return f"“{address}” has nothing {side} the @", _ALONE
    if not local.isascii():
        return (
            f"“{local}” has letters that many mail programs cannot write to",
            "use an address with the letters a to z before the @",
        )
    if "." not in domain and not is_unusable(domain):
        return f"“{domain}” is only a part of a domain", f"complete it, such as {local}@awan.co.id"
    if len(local) > 64:
        return f"“{local}” is longer than the 64 letters that mail allows before the @", _ALONE
    return f"“{address}” is not written as mail addresses are", _ALONE


def _mended(address: str) -> str:
    """Return the address that was certainly meant; empty where a person has to look."""
    mended = address
    if match := _NAMED.fullmatch(mended):
        mended = match[1].strip()
    mended = re.sub(r"(?i)^mailto:\s*", "", mended)
    mended = re.sub(r"\s*[@＠]\s*", "@", without_hidden_at(mended)).rstrip(".,;")
    return mended if _PLAIN.fullmatch(mended) and is_well_formed(mended) else ""
