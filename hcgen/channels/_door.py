"""Pages that channels live behind: a chat, a form, a forum."""

import secrets
from urllib.parse import urljoin, urlsplit

from hcgen.channels._page_probe import is_shell, probe_page
from hcgen.model.channel import Channel
from hcgen.model.domains import registrable_domain, web_host
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Failure, Network, Page, cleaned

_ALIKE_FROM = 40
"""Characters of a page that two pages do not share by accident."""


def hosts_of_url(channel: Channel) -> tuple[str, ...]:
    """Return the hosts of a channel's own web addresses."""
    return tuple(web_host(channel.value(name)) for name in ("url", "script"))


def probe_door(
    channel: Channel, country: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    """Return what the page of a channel shows."""
    return door(channel, network, deadline)[1]


def door(
    channel: Channel, network: Network, deadline: float
) -> tuple[Page | None, tuple[Observation, ...]]:
    """Return the page of a channel, if one came, and what it shows."""
    url = channel.value("url")
    if not url.strip():
        return None, (Observation("page", Verdict.BROKEN, "no-target"),)
    page, seen = probe_page(url, network, deadline, expect_text=channel.value("expect_text"))
    if page is None or seen[0].verdict is not Verdict.VERIFIED or not _is_own(page, network):
        return page, seen
    if alike := _like_no_page(page, network, deadline):
        # it takes the place of what the page itself seemed to show
        seen = (alike, *seen[1:])
    return page, seen


def _is_own(page: Page, network: Network) -> bool:
    """Tell whether a page is on the help centre's own domain: other hosts are asked no more."""
    own = web_host(network.site_url)
    return bool(own) and registrable_domain(own) == registrable_domain(web_host(page.url))


def _like_no_page(page: Page, network: Network, deadline: float) -> Observation | None:
    """Return what it means if an address that nobody has made up shows the same page."""
    parts = urlsplit(page.hops[0])
    if not parts.path.strip("/"):
        return None
    token = secrets.token_hex(8)
    sibling_url = urljoin(page.hops[0], f"{'../' if parts.path.endswith('/') else ''}{token}")
    try:
        sibling = network.fetch(sibling_url, deadline)
    except Failure:
        return None
    if sibling.status != page.status:
        return None
    is_sent_on = page.url != page.hops[0]
    if is_sent_on and sibling.url == page.url:
        return _unclear(Verdict.SUSPECT, "page-as-any-other", page.url)
    words = page.words()
    if words != sibling.words().replace(token, urlsplit(page.url).path.strip("/").split("/")[-1]):
        return None
    if is_shell(page) or len(words) < _ALIKE_FROM:
        return _unclear(Verdict.UNVERIFIABLE, "page-by-script", page.title())
    return _unclear(Verdict.SUSPECT, "page-as-any-other", page.title())


def _unclear(verdict: Verdict, reason: str, said: str) -> Observation:
    return Observation("page", verdict, reason, cleaned(said))
