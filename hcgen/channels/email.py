"""A mailbox that people read."""

import re
from urllib.parse import quote

from hcgen.channels._mail_probe import probe_mail
from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Card, CardLink, Channel
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Network

_IN_ADDRESS = "!$'*+-._~"
"""What needs no encoding before the @ (RFC 6068, 2)."""

_ADDRESS = re.compile(r"[^\s@\"(),:;<>\[\\\]\x00-\x1f\x7f]+@[^\s@\"(),:;<>\[\\\]\x00-\x1f\x7f]+")
"""What can be nothing but one address: no list, no display name, no line end (RFC 5322, 3.2.3)."""


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tab and line ends, and halves of surrogate pairs."""

_HIDDEN_AT = re.compile(r"\s*[\[({](?:at|@)[\])}]\s*", re.IGNORECASE)


def without_hidden_at(address: str) -> str:
    """Return an address that is hidden from programs, as in help[at]awan.co.id, as it is meant."""
    return _HIDDEN_AT.sub("@", address)


def mail_link(address: str, *, subject: str = "", body: str = "") -> str:
    """Return the ``mailto:`` address (RFC 6068); nothing but subject and text is added to it."""
    local, at, domain = address.rpartition("@")
    # RFC 6068, 2: "%", "/", "?", "#", "&", ";" and "=" must be encoded, and so must a comma, which
    # would part two addresses, and all but the last @
    href = f"mailto:{quote(local, safe=_IN_ADDRESS)}{at}{quote(domain, safe='')}"
    # RFC 6068, 5: a line of the text ends in %0D%0A; a subject is one line
    fields = {"subject": " ".join(subject.split()), "body": "\r\n".join(body.splitlines())}
    clean = {name: _without_controls(text) for name, text in fields.items()}
    written = "&".join(f"{name}={quote(text, safe='')}" for name, text in clean.items() if text)
    return f"{href}?{written}" if written else href


def _without_controls(text: str) -> str:
    return _CONTROLS.sub("", text)


def _card(channel: Channel, country: str, language: str) -> Card:
    address = channel.value("address")
    if not _ADDRESS.fullmatch(address):
        return Card()
    localized = channel.localized_values.get("subject")
    subject = localized.get(language) if localized else ""
    return Card((CardLink(mail_link(address, subject=subject), address),))


def _message(channel: Channel, country: str, subject: str, text: str) -> str:
    address = channel.value("address")
    return mail_link(address, subject=subject, body=text) if _ADDRESS.fullmatch(address) else ""


def _probe(
    channel: Channel, country: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    address = channel.value("address").strip()
    if not _ADDRESS.fullmatch(address):
        return (Observation("address", Verdict.BROKEN, "no-target"),)
    return probe_mail(address, network, deadline)


def _hosts(channel: Channel) -> tuple[str, ...]:
    return (channel.value("address").rpartition("@")[2].strip().casefold(),)


KIND = Kind(
    "email",
    (
        Field("address", "help@awan.example", is_required=True),
        Field("subject", "{id: …, ms: …, en: …}", is_localized=True),
    ),
    _card,
    icon="material/email-outline",
    way="write",
    message=_message,
    probe=_probe,
    hosts=_hosts,
)
