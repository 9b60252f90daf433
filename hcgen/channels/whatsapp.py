"""A WhatsApp number that people answer."""

import re
from urllib.parse import parse_qs, urlsplit

from hcgen.channels._web import text_message
from hcgen.channels.kind import Field, Kind
from hcgen.channels.numbers import Verdict as Worth
from hcgen.channels.numbers import read_number
from hcgen.channels.phone import dial_link
from hcgen.model.channel import Card, CardLink, Channel
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Network

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


def _probe(
    channel: Channel, country: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    """Return what the number itself shows: nobody is asked.

    wa.me answers 200 for any digits, and programs that ask WhatsApp in other ways are wrong in both
    directions and risk the account that they use.
    """
    number = channel.value("number")
    if not number.strip():
        return (Observation("number", Verdict.BROKEN, "no-target"),)
    if read_number(number, country).verdict in (Worth.IMPOSSIBLE, Worth.UNREADABLE):
        return (Observation("number", Verdict.BROKEN, "number-impossible"),)
    return (Observation("number", Verdict.UNVERIFIABLE, "whatsapp-shows-nothing"),)


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
    probe=_probe,
)
