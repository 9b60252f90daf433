"""Whom a channel depends on: who runs the messenger or network, else the domain it lives at."""

from hcgen.model.channel import Channel
from hcgen.model.domains import is_on_shared_host, registrable_domain, web_host

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
    return _named(web_host(channel.value("url")))


def _named(host: str) -> str:
    host = host.casefold().rstrip(".")
    # who hosts the names of many customers is the one that all of them depend on
    is_shared = is_on_shared_host(host)
    domain = ".".join(host.split(".")[-2:]) if is_shared else registrable_domain(host)
    return _DOMAINS.get(domain, domain)
