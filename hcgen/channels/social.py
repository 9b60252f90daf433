"""A profile on a social network."""

import re
from urllib.parse import quote

from hcgen.channels._profile_probe import probe_profile, profile_host
from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Card, CardLink, Channel
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Network

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

HANDLES = {
    "bluesky": re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.I),
    # names of today have 5 letters or more, older ones fewer, and old pages end with their number
    "facebook": re.compile(r"[a-z0-9.]{2,50}|[\w.-]+-\d{6,}|profile\.php\?id=\d+", re.I),
    "instagram": re.compile(r"(?!\.)(?!.*\.\.)[a-z0-9._]{1,30}(?<!\.)", re.I),
    "line": re.compile(r"[a-z0-9._-]{3,20}", re.I),
    "linkedin": re.compile(r"[\w-]{2,100}"),
    "mastodon": re.compile(r"\w+(?:[.-]\w+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.I),
    "threads": re.compile(r"(?!\.)(?!.*\.\.)[a-z0-9._]{1,30}(?<!\.)", re.I),
    "tiktok": re.compile(r"[a-z0-9._]{2,24}(?<!\.)", re.I),
    "x": re.compile(r"\w{1,15}", re.A),
    "youtube": re.compile(r"[\w.·-]{3,30}"),
}
"""Network -> what a handle without its @ looks like, by the rules that each gives its users."""

_IN_ADDRESS = {
    "bluesky": re.compile(r"bsky\.app/profile/([^/?#]+)"),
    "facebook": re.compile(
        r"(?:facebook|fb)\.com/(profile\.php\?id=\d+"
        r"|(?!(?:events|groups|pages|people|permalink\.php|photo|profile\.php|share|sharer|watch)\b)"
        r"[^/?#]+)"
    ),
    "instagram": re.compile(r"instagram\.com/(?!(?:explore|p|reels?|stories|tv)/)([^/?#]+)"),
    "line": re.compile(r"line\.me/(?:R/)?ti/p/(?:@|%40)?([^/?#]+)"),
    "linkedin": re.compile(r"linkedin\.com/company/([^/?#]+)"),
    "mastodon": re.compile(r"//([^/]+)/@([^/?#]+)"),
    "threads": re.compile(r"threads\.(?:net|com)/@([^/?#]+)"),
    "tiktok": re.compile(r"tiktok\.com/@([^/?#]+)"),
    "x": re.compile(r"(?:^|[/.])(?:x|twitter)\.com/@?([^/?#]+)"),
    "youtube": re.compile(r"youtube\.com/@([^/?#]+)"),
}

_ICONS = {"linkedin": "linkedin-in", "x": "x-twitter"}
"""Network -> name of its icon, where that is another."""


def handle_of(network: str, address: str) -> str:
    """Return the handle in the address of a profile; empty where there is none."""
    match = _IN_ADDRESS[network].search(address)
    if match is None:
        return ""
    handle = f"{match[2]}@{match[1]}" if network == "mastodon" else match[1]
    return handle if HANDLES[network].fullmatch(handle) else ""


def _named(channel: Channel) -> tuple[str, str, str]:
    """Return network, handle and server; what is missing is empty."""
    handle, _, host = channel.value("handle").lstrip("@").partition("@")
    return channel.value("network").casefold(), handle, host


def _card(channel: Channel, country: str, language: str) -> Card:
    network, handle, host = _named(channel)
    pattern = PROFILES.get(network)
    if pattern is None or not handle or ("{host}" in pattern and not host):
        return Card()
    # profiles of Facebook without a name are profile.php?id=…
    safe = "?=" if HANDLES[network].fullmatch(handle) else ""
    href = pattern.format(handle=quote(handle, safe=safe), host=quote(host, safe="."))
    shown = f"@{handle}@{host}" if host else f"@{handle}"
    link = CardLink(href, f"{NAMES[network]}: {shown}", is_external=True)
    return Card((link,), icon=f"fontawesome/brands/{_ICONS.get(network, network)}")


def _probe(
    channel: Channel, country: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    name, handle, host = _named(channel)
    if not handle or ("{host}" in PROFILES.get(name, "") and not host):
        return (Observation("profile", Verdict.BROKEN, "no-target"),)
    return probe_profile(name, handle, host, network, deadline)


def _hosts(channel: Channel) -> tuple[str, ...]:
    name, _, host = _named(channel)
    return (profile_host(name, host),)


KIND = Kind(
    "social",
    (
        Field(
            "network",
            "instagram",
            is_required=True,
            choices=tuple(PROFILES),
            renamed={"twitter": "x"},
        ),
        Field("handle", "awanhosting", is_required=True),
        Field("supports_requests", "false"),
    ),
    _card,
    icon="material/account-group-outline",
    probe=_probe,
    hosts=_hosts,
)
