"""What trying a link to somebody else's page shows."""

import re

from hcgen.channels._page_probe import classified, of_certificates
from hcgen.channels._profile_probe import probe_profile
from hcgen.channels._profile_signs import NETWORK_DOMAINS, UNTOLD_DOMAINS
from hcgen.model.domains import registrable_domain, web_host
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Failure, Network

_TELEGRAM = re.compile(
    r"https?://(?:www\.)?(?:t|telegram)\.me/(\w{4,32})/?(?:\?.*)?", re.ASCII | re.IGNORECASE
)


def probe_link(url: str, network: Network, deadline: float) -> tuple[Observation, ...]:
    """Return what a web address that an article links to shows; never empty.

    Args:
        deadline: By `time.monotonic`.
    """
    host = web_host(url)
    domain = registrable_domain(host)
    if domain in UNTOLD_DOMAINS:
        return (Observation("page", Verdict.UNVERIFIABLE, UNTOLD_DOMAINS[domain], host),)
    if profile := _TELEGRAM.fullmatch(url.strip()):
        # its pages open for every name
        return probe_profile("telegram", profile[1], "", network, deadline)
    try:
        page = network.fetch(url, deadline)
    except Failure as failure:
        return (failure.observation("page"),)
    gone = Verdict.SUSPECT if domain in NETWORK_DOMAINS else Verdict.BROKEN
    seen = classified(page, gone=gone, takes_any_type=True)
    return (seen, *of_certificates(page.certificates))
