"""Mail addresses of `channels.yml`, taken apart once for all rules about them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hcgen.checks.context import SourceContext
from hcgen.model.domains import is_ip_address
from hcgen.source import Text

_UNUSABLE = (
    # RFC 2606 and 6761 (special use), RFC 6762 and 8375 (local networks), ICANN 2024 (internal)
    "alt", "arpa", "internal", "invalid", "lan", "local", "localdomain", "localhost", "onion",
    "test",
)  # fmt: skip
_ENDING = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address that mail can be sent to.

    Attributes:
        local: Before the @, in small letters, without a tag behind ``+``.
        domain: After it, in small letters and as DNS has it (``xn--…``).
    """

    text: Text
    local: str
    domain: str


def addresses(context: SourceContext) -> Iterator[Text]:
    """Yield what the mail channels have as address."""
    for channel in context.centre.contact.channels:
        if channel.kind == "email" and "address" in channel.values:
            yield channel.values["address"]


def mailboxes(context: SourceContext) -> Iterator[Mailbox]:
    """Yield the addresses that “malformed-address” and “unusable-mail-domain” accept."""
    for text in addresses(context):
        local, _, written = text.value.rpartition("@")
        domain = "" if is_unusable(written) else _domain_in_dns(text.value)
        if domain:
            yield Mailbox(text, local.partition("+")[0].casefold(), domain)


def is_unusable(domain: str) -> bool:
    """Tell whether mail for a domain can never leave the sender's own network."""
    domain = domain.casefold()
    return is_ip_address(domain) or domain.rpartition(".")[2] in _UNUSABLE


def is_well_formed(address: str) -> bool:
    """Tell whether an address is one by RFC 5322, of letters that all programs take.

    What is after the @ need not be usable (`is_unusable`), only well formed.
    """
    return bool(_domain_in_dns(address))


def _domain_in_dns(address: str) -> str:
    """Return what is after the @, as DNS has it; empty where the address is malformed."""
    # brings tables of 40 ms that a run without mail channels does not need
    from email_validator import EmailNotValidError, validate_email

    local, _, domain = address.rpartition("@")
    if is_unusable(domain):
        address = f"{local}@awan.example"  # the library refuses those domains itself
    elif not _ENDING.fullmatch(domain.rpartition(".")[2]) or "." not in domain:
        return ""
    try:
        found = validate_email(
            address, check_deliverability=False, strict=True, allow_smtputf8=False
        )
    except EmailNotValidError:
        return ""
    return found.ascii_domain.casefold()
