"""A number that people call."""

import re

from hcgen.channels.kind import Field, Kind
from hcgen.channels.numbers import ORDINARY, read_number
from hcgen.model.channel import Card, CardLink, Channel

_DOUBLE_ZERO = re.compile(r"^0\s?0\s?")


def dial_link(number: str, country: str) -> str:
    """Return the ``tel:`` address of a number as people in the country would dial it.

    Ordinary fixed and mobile numbers become global ones (RFC 3966, 5.1.4). Short codes and
    nationwide service numbers (14045, 1500888) stay as written: with a country code in front of
    them no telephone connects. An empty string means that there is nothing to dial.
    """
    digits = re.sub(r"[^0-9*#]", "", number)
    if not digits:
        return ""
    is_full = number.lstrip(" (").startswith("+")
    read = read_number(number, country)
    if read.e164 and (is_full or read.kind in ORDINARY):
        return f"tel:{read.e164}"
    return f"tel:+{digits}" if is_full else f"tel:{digits}"


def with_plus(number: str) -> str:
    """Return a number with + in front of its country code: of (62-21) 5790 1234, of 0062 …."""
    plain = _DOUBLE_ZERO.sub("", number.strip())
    if plain.startswith("("):
        plain = plain[1:].replace(")", "", 1)
    return f"+{plain}"


def _card(channel: Channel, country: str, language: str) -> Card:
    links: list[CardLink] = []
    for name, label in (("number", ""), ("alternative", "channel.alternative")):
        number = channel.value(name)
        if number and (href := dial_link(number, country)):
            links.append(CardLink(href, number, label=label))
    return Card(tuple(links))


KIND = Kind(
    "phone",
    (
        Field("number", '"+62 21 5790 1234"', is_required=True),
        Field("alternative", '"+62 21 5790 1234"'),
        Field("business", "true"),
    ),
    _card,
    icon="material/phone",
    way="call",
    untried="phone-not-dialled",
)
