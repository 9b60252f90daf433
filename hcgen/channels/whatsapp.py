"""A WhatsApp number that people answer."""

import re

from hcgen.channels._web import text_message
from hcgen.channels.kind import Field, Kind
from hcgen.channels.phone import dial_link
from hcgen.model.channel import Card, CardLink, Channel


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
