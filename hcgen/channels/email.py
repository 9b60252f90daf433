"""A mailbox that people read."""

from urllib.parse import quote

from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Card, CardLink, Channel


def mail_link(address: str, *, subject: str = "") -> str:
    """Return the ``mailto:`` address (RFC 6068); only a subject is ever added to it."""
    # RFC 6068, 2: these need no encoding in an address; "%", "?", "&" and blanks do
    href = "mailto:" + quote(address, safe="@+!$'()*,;:-._~")
    return f"{href}?subject={quote(subject, safe='')}" if subject else href


def _card(channel: Channel, country: str, language: str) -> Card:
    address = channel.value("address")
    if not all(address.rpartition("@")[::2]):
        return Card()
    localized = channel.localized_values.get("subject")
    subject = localized.get(language) if localized else ""
    return Card((CardLink(mail_link(address, subject=subject), address),))


KIND = Kind(
    "email",
    (
        Field("address", "help@awan.example", is_required=True),
        Field("subject", "{id: …, ms: …, en: …}", is_localized=True),
    ),
    _card,
)
