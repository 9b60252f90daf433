"""What trying a link to somebody else's page shows."""

from hcgen.channels._page_probe import classified, of_certificates
from hcgen.channels._profile_signs import UNTOLD_DOMAINS
from hcgen.model.domains import registrable_domain, web_host
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Failure, Network


def probe_link(url: str, network: Network, deadline: float) -> tuple[Observation, ...]:
    """Return what a web address that an article links to shows; never empty.

    Args:
        deadline: By `time.monotonic`.
    """
    host = web_host(url)
    untold = UNTOLD_DOMAINS.get(registrable_domain(host))
    if untold:
        return (Observation("page", Verdict.UNVERIFIABLE, untold, host),)
    try:
        page = network.fetch(url, deadline)
    except Failure as failure:
        return (failure.observation("page"),)
    return (classified(page, takes_any_type=True), *of_certificates(page.certificates))
