"""A Telegram account or bot."""

from urllib.parse import quote

from hcgen.channels._web import text_message
from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Card, CardLink, Channel


def _card(channel: Channel, country: str, language: str) -> Card:
    handle = channel.value("handle").lstrip("@")
    if not handle:
        return Card()
    href = f"https://t.me/{quote(handle, safe='')}"
    return Card((CardLink(href, f"@{handle}", is_external=True),))


KIND = Kind(
    "telegram",
    (Field("handle", "awanhosting_bot", is_required=True),),
    _card,
    icon="fontawesome/brands/telegram",
    way="write",
    message=text_message(_card),
)
