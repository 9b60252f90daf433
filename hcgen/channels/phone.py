"""A number that people call."""

import re

import phonenumbers

from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Card, CardLink, Channel

_GEOGRAPHIC = (
    phonenumbers.PhoneNumberType.FIXED_LINE,
    phonenumbers.PhoneNumberType.MOBILE,
    phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
)


def dial_link(number: str, country: str) -> str:
    """Return the ``tel:`` address of a number as people in the country would dial it.

    Ordinary fixed and mobile numbers become global ones (RFC 3966, 5.1.4). Short codes and
    nationwide service numbers (14045, 1500888) stay as written: with a country code in front of
    them no telephone connects. An empty string means that there is nothing to dial.
    """
    digits = re.sub(r"[^0-9*#]", "", number)
    if not digits:
        return ""
    if number.lstrip().startswith("+"):
        return f"tel:+{digits}"
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return f"tel:{digits}"
    if phonenumbers.is_valid_number(parsed) and phonenumbers.number_type(parsed) in _GEOGRAPHIC:
        return "tel:" + phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return f"tel:{digits}"


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
)
