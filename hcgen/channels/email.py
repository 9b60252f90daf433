"""A mailbox that people read."""

from urllib.parse import quote

from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Card, CardLink, Channel


def mail_link(address: str, *, subject: str = "", body: str = "") -> str:
    """Return the ``mailto:`` address (RFC 6068); nothing but subject and text is added to it."""
    # RFC 6068, 2: these need no encoding in an address; "%", "?", "&" and blanks do
    href = "mailto:" + quote(address, safe="@+!$'()*,;:-._~")
    # RFC 6068, 5: a line of the text ends in %0D%0A; a subject is one line
    fields = {"subject": " ".join(subject.split()), "body": "\r\n".join(body.splitlines())}
    written = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items() if text)
    return f"{href}?{written}" if written else href


def _card(channel: Channel, country: str, language: str) -> Card:
    address = channel.value("address")
    if not all(address.rpartition("@")[::2]):
        return Card()
    localized = channel.localized_values.get("subject")
    subject = localized.get(language) if localized else ""
    return Card((CardLink(mail_link(address, subject=subject), address),))


def _message(channel: Channel, country: str, subject: str, text: str) -> str:
    address = channel.value("address")
    return mail_link(address, subject=subject, body=text) if all(address.rpartition("@")) else ""


KIND = Kind(
    "email",
    (
        Field("address", "help@awan.example", is_required=True),
        Field("subject", "{id: …, ms: …, en: …}", is_localized=True),
    ),
    _card,
    icon="material/email-outline",
    message=_message,
)
