"""Whether a profile is there, told by signs that are tried on other names first."""

import secrets
from dataclasses import replace
from urllib.parse import quote, urlsplit

from hcgen.channels._page_probe import classified
from hcgen.channels._profile_signs import SIGNS, UNTOLD, Signs
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Failure, Network, Page


def probe_profile(
    network_name: str, handle: str, host: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    """Return whether a profile is there.

    Signs change when a network changes its pages. So what they say counts only if they say the
    opposite of another name: of one that nobody has when the profile seems there, of one that
    surely somebody has when it seems gone.

    Args:
        network_name: Of `SIGNS` or `UNTOLD`.
        host: Of the server, where the network has many; else empty.
    """
    signs = SIGNS.get(network_name)
    if signs is None:
        return (_observed(Verdict.UNVERIFIABLE, UNTOLD.get(network_name, "network-unknown"), ""),)
    try:
        host = host and network.host(host)
        page = network.fetch(_address(signs, handle, host), deadline)
    except Failure as failure:
        # that a whole network cannot be reached says nothing of one profile; but a server of
        # Mastodon may be the customer's own
        verdict = None if host else Verdict.UNVERIFIABLE
        return (failure.observation("profile", verdict=verdict),)
    is_there = _is_there(page, signs)
    if is_there is None:
        seen = classified(page, check="profile", gone=Verdict.UNVERIFIABLE, takes_any_type=True)
        if seen.verdict is not Verdict.VERIFIED and seen.verdict is not Verdict.SUSPECT:
            return (seen,)
        if seen.reason == "server-error":
            return (seen if host else replace(seen, verdict=Verdict.UNVERIFIABLE),)
        return (_observed(Verdict.UNVERIFIABLE, "profile-signs-missing", page.title()),)
    try:
        if not _are_signs_good(signs, host, network, deadline, is_there=is_there):
            return (_observed(Verdict.UNVERIFIABLE, "profile-signs-useless", page.title()),)
    except Failure as failure:
        return (failure.observation("profile", verdict=Verdict.UNVERIFIABLE),)
    if is_there:
        return (_observed(Verdict.VERIFIED, "profile-there", page.title()),)
    return (_observed(Verdict.SUSPECT, "profile-gone", page.title()),)


def profile_host(network_name: str, host: str) -> str:
    """Return the host that is asked for a profile; empty where none is."""
    signs = SIGNS.get(network_name)
    return urlsplit(_address(signs, "", host)).hostname or "" if signs else ""


def _are_signs_good(
    signs: Signs, host: str, network: Network, deadline: float, *, is_there: bool
) -> bool:
    """Tell whether the signs say the opposite of a name of which the opposite is known."""
    # a letter first: no network lets a handle begin with any figure
    nobody = signs.free.format(name=f"q{secrets.token_hex(10)}")
    other = nobody if is_there else signs.known
    if not other:
        return True  # the sign of what is gone is the network's own word for it
    return _is_there(network.fetch(_address(signs, other, host), deadline), signs) is (not is_there)


def _is_there(page: Page, signs: Signs) -> bool | None:
    """Return what the signs say; None: there are none, or both."""
    body = page.text()
    if page.status in signs.gone_statuses:
        return False if signs.gone is None or signs.gone.search(body) else None
    if page.status != 200 or page.is_packed:
        return None
    is_there = bool(signs.there.search(body))
    is_gone = bool(signs.gone and signs.gone.search(body))
    return is_there if is_there != is_gone else None


def _address(signs: Signs, handle: str, host: str) -> str:
    return signs.address.format(handle=quote(handle, safe=""), host=host)


def _observed(verdict: Verdict, reason: str, said: str) -> Observation:
    return Observation("profile", verdict, reason, said)
