"""How networks tell that a profile is there, and which of them cannot be asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """By what a network shows whether a profile is there.

    Attributes:
        address: Of what is asked, with ``{handle}`` and ``{host}``.
        there: In the body of a profile that is there.
        gone: In the body of one that is not; None: the status alone says so.
        gone_statuses: Of a profile that is not there.
        known: A handle that has been there for years and will stay; empty: the network has none
            that is on every server.
        free: A handle that nobody has, around a random ``{name}``.
    """

    address: str
    there: re.Pattern[str] = re.compile("")
    gone: re.Pattern[str] | None = None
    gone_statuses: tuple[int, ...] = (404, 410)
    known: str = ""
    free: str = "{name}"


SIGNS: Mapping[str, Signs] = {
    "bluesky": Signs(
        "https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor={handle}",
        there=re.compile(r'"did"\s*:\s*"did:'),
        gone=re.compile("Profile not found|Unable to resolve|Account has been suspended", re.I),
        gone_statuses=(400, 404),
        known="bsky.app",
        free="{name}.bsky.social",
    ),
    "mastodon": Signs(
        "https://{host}/api/v1/accounts/lookup?acct={handle}",
        there=re.compile(r'"acct"\s*:\s*"'),
        gone=re.compile("Record not found|The page you were looking for doesn't exist", re.I),
    ),
    # 200 for every name; the page of one that is free has neither picture nor title of its own
    "telegram": Signs(
        "https://t.me/{handle}",
        there=re.compile(r"""class\s*=\s*["'][^"']{0,100}\btgme_page_(?:title|extra)\b"""),
        gone=re.compile(
            r"<title>\s*Telegram Messenger\s*</title>|If you have <strong>Telegram</strong>, "
            r"you can contact",
            re.I,
        ),
        gone_statuses=(404,),
        known="telegram",
    ),
    "youtube": Signs("https://www.youtube.com/@{handle}", known="youtube"),
}

UNTOLD: Mapping[str, str] = {
    "facebook": "network-wants-login",
    "instagram": "network-wants-login",
    "line": "network-shows-nothing",
    "linkedin": "network-refuses-programs",
    "threads": "network-wants-login",
    "tiktok": "network-shows-nothing",
    "x": "network-refuses-programs",
}
"""Networks that say the same of profiles that are there and that are not; they are not asked."""

UNTOLD_DOMAINS: Mapping[str, str] = {
    "facebook.com": UNTOLD["facebook"],
    "fb.com": UNTOLD["facebook"],
    "instagram.com": UNTOLD["instagram"],
    "line.me": UNTOLD["line"],
    "linkedin.com": UNTOLD["linkedin"],
    "threads.com": UNTOLD["threads"],
    "threads.net": UNTOLD["threads"],
    "tiktok.com": UNTOLD["tiktok"],
    "twitter.com": UNTOLD["x"],
    "wa.me": "whatsapp-shows-nothing",
    "whatsapp.com": "whatsapp-shows-nothing",
    "x.com": UNTOLD["x"],
}

NETWORK_DOMAINS = frozenset(
    "bsky.app mastodon.social medium.com pinterest.com reddit.com telegram.me t.me tumblr.com "
    "vimeo.com youtu.be youtube.com".split()
)
"""Networks that now and then call a page gone that is there, when a program asks."""
