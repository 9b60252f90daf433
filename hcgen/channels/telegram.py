"""A Telegram account or bot."""

from urllib.parse import quote

from hcgen.channels._profile_probe import probe_profile, profile_host
from hcgen.channels._web import text_message
from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Card, CardLink, Channel
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Network


def _card(channel: Channel, country: str, language: str) -> Card:
    handle = channel.value("handle").lstrip("@")
    if not handle:
        return Card()
    href = f"https://t.me/{quote(handle, safe='')}"
    return Card((CardLink(href, f"@{handle}", is_external=True),))


def _probe(
    channel: Channel, country: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    handle = channel.value("handle").lstrip("@")
    if not handle:
        return (Observation("profile", Verdict.BROKEN, "no-target"),)
    return probe_profile("telegram", handle, "", network, deadline)


def _hosts(channel: Channel) -> tuple[str, ...]:
    return (profile_host("telegram", ""),)


KIND = Kind(
    "telegram",
    (Field("handle", "awanhosting_bot", is_required=True),),
    _card,
    icon="fontawesome/brands/telegram",
    way="write",
    message=text_message(_card),
    probe=_probe,
    hosts=_hosts,
)
