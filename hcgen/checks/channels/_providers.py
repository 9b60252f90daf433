"""Whom a channel depends on: who runs the messenger or network, else the domain it lives at."""

from urllib.parse import urlsplit

from hcgen.model.channel import Channel

_NETWORKS = {
    "bluesky": "Bluesky",
    "facebook": "Meta",
    "instagram": "Meta",
    "line": "LINE",
    "linkedin": "Microsoft",
    "threads": "Meta",
    "tiktok": "TikTok",
    "x": "X",
    "youtube": "Google",
}
_DOMAINS = {
    "facebook.com": "Meta",
    "forms.gle": "Google",
    "gmail.com": "Google",
    "google.com": "Google",
    "googlemail.com": "Google",
    "hotmail.com": "Microsoft",
    "live.com": "Microsoft",
    "m.me": "Meta",
    "office.com": "Microsoft",
    "outlook.com": "Microsoft",
    "t.me": "Telegram",
    "wa.me": "Meta",
    "whatsapp.com": "Meta",
}
"""Domains of those who run more than one kind of channel."""

_SECOND_LEVEL = frozenset(
    {"ac", "biz", "co", "com", "desa", "edu", "go", "gov", "mil", "my", "net", "or", "org", "sch",
     "web"}
)  # fmt: skip
"""What stands before a country's ending where people register below it, as in ``co.id``."""


def provider(channel: Channel) -> str:
    """Return a name for whom the channel depends on; empty where it is nobody on the internet."""
    if channel.kind == "whatsapp":
        return "Meta"
    if channel.kind == "telegram":
        return "Telegram"
    if channel.kind == "email":
        return _named(channel.value("address").rpartition("@")[2])
    if channel.kind == "social":
        network = channel.value("network").casefold()
        server = channel.value("handle").lstrip("@").partition("@")[2]
        return _NETWORKS.get(network) or _named(server)
    try:
        return _named(urlsplit(channel.value("url")).hostname or "")
    except ValueError:
        return ""


def _named(host: str) -> str:
    labels = host.casefold().rstrip(".").split(".")
    is_deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    domain = ".".join(labels[-3:] if is_deep else labels[-2:])
    return _DOMAINS.get(domain, domain)
