"""A WhatsApp number that people answer."""

import re
from urllib.parse import parse_qs, urlsplit

from hcgen.channels._web import text_message
from hcgen.channels.kind import Field, Kind
from hcgen.channels.phone import dial_link
from hcgen.model.channel import Card, CardLink, Channel

_ADDRESSES = ("wa.me", "api.whatsapp.com", "web.whatsapp.com")


def number_of_address(address: str) -> str:
    """Return the number, with +, of a link that opens a conversation; empty for other links."""
    try:
        parts = urlsplit(address.strip())
        query = parse_qs(parts.query)
    except ValueError:
        return ""
    if (parts.hostname or "") not in _ADDRESSES:
        return ""
    path = parts.path.strip("/").removeprefix("send").strip("/")
    digits = re.sub(r"[ +()-]", "", path or query.get("phone", [""])[0])
    return f"+{digits}" if digits.isdigit() else ""


def _card(channel: Channel, country: str, language: str) -> Card:
    number = channel.value("number")
    # wa.me takes the international number without plus, blanks or leading zeros
    digits = re.sub(r"\D", "", dial_link(number, country)).lstrip("0")
    if not digits:
        return Card()
    return Card((CardLink(f"https://wa.me/{digits}", number, is_external=True),))


KIND = Kind(
    "whatsapp",
    (
        Field("number", '"+62 812 3456 7890"', is_required=True),
        Field("business", "true"),
    ),
    _card,
    icon="fontawesome/brands/whatsapp",
    way="write",
    message=text_message(_card),
)
