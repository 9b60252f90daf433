"""A profile on a social network."""

from urllib.parse import quote

from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Card, CardLink, Channel

PROFILES = {
    "bluesky": "https://bsky.app/profile/{handle}",
    "facebook": "https://www.facebook.com/{handle}",
    "instagram": "https://www.instagram.com/{handle}/",
    "line": "https://line.me/R/ti/p/@{handle}",
    "linkedin": "https://www.linkedin.com/company/{handle}",
    "mastodon": "https://{host}/@{handle}",
    "threads": "https://www.threads.net/@{handle}",
    "tiktok": "https://www.tiktok.com/@{handle}",
    "x": "https://x.com/{handle}",
    "youtube": "https://www.youtube.com/@{handle}",
}
"""Network -> address of a profile."""

NAMES = {
    "bluesky": "Bluesky",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "line": "LINE",
    "linkedin": "LinkedIn",
    "mastodon": "Mastodon",
    "threads": "Threads",
    "tiktok": "TikTok",
    "x": "X",
    "youtube": "YouTube",
}
"""Network -> name as it writes itself."""

_ICONS = {"linkedin": "linkedin-in", "x": "x-twitter"}
"""Network -> name of its icon, where that is another."""


def _card(channel: Channel, country: str, language: str) -> Card:
    network = channel.value("network").casefold()
    handle, _, host = channel.value("handle").lstrip("@").partition("@")
    pattern = PROFILES.get(network)
    if pattern is None or not handle or ("{host}" in pattern and not host):
        return Card()
    href = pattern.format(handle=quote(handle, safe=""), host=quote(host, safe="."))
    shown = f"@{handle}@{host}" if host else f"@{handle}"
    link = CardLink(href, f"{NAMES[network]}: {shown}", is_external=True)
    return Card((link,), icon=f"fontawesome/brands/{_ICONS.get(network, network)}")


KIND = Kind(
    "social",
    (
        Field("network", "instagram", is_required=True),
        Field("handle", "awanhosting", is_required=True),
        Field("supports_requests", "false"),
    ),
    _card,
    icon="material/account-group-outline",
)
