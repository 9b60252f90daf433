"""What a domain says in the DNS of mail from it and to it; seldom a fault of the channel."""

import re

from hcgen.model.domains import registrable_domain
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Failure, Network, cleaned

_MTA_STS_LINE = re.compile(r"^\s*(mode|mx)\s*:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)


def mail_policies(
    domain: str, hosts: tuple[str, ...], network: Network, deadline: float
) -> tuple[Observation, ...]:
    """Return the policies that are missing, or that keep mail from the domain's own hosts.

    Without SPF and DMARC replies to customers may end as spam; with an MTA-STS policy that does not
    name a mail host large providers bring no mail there.
    """
    return tuple(
        seen
        for seen in (
            _spf(domain, network, deadline),
            _dmarc(domain, network, deadline),
            _mta_sts(domain, hosts, network, deadline),
        )
        if seen is not None
    )


def _spf(domain: str, network: Network, deadline: float) -> Observation | None:
    return _missing("spf", "no-spf", _texts(domain, network, deadline), "v=spf1")


def _dmarc(domain: str, network: Network, deadline: float) -> Observation | None:
    texts = _texts(f"_dmarc.{domain}", network, deadline)
    above = registrable_domain(domain)
    if texts == () and above != domain:
        # RFC 7489, 6.6.3: that of the organisation counts for all below it
        texts = _texts(f"_dmarc.{above}", network, deadline)
    return _missing("dmarc", "no-dmarc", texts, "v=dmarc1")


def _missing(
    check: str, reason: str, texts: tuple[str, ...] | None, begins: str
) -> Observation | None:
    if texts is None or any(text.casefold().startswith(begins) for text in texts):
        return None
    return Observation(check, Verdict.SUSPECT, reason, is_extra=True)


def _mta_sts(
    domain: str, hosts: tuple[str, ...], network: Network, deadline: float
) -> Observation | None:
    """Return what is wrong with the policy of RFC 8461; None where there is none, or it is good."""
    texts = _texts(f"_mta-sts.{domain}", network, deadline) or ()
    if not any(text.casefold().startswith("v=stsv1") for text in texts):
        return None
    try:
        url = f"https://mta-sts.{domain}/.well-known/mta-sts.txt"
        page = network.fetch(url, deadline, follows=False)
    except Failure as failure:
        return failure.observation("mta-sts", verdict=Verdict.SUSPECT, is_extra=True)
    if page.status != 200:
        said = str(page.status)
        return Observation("mta-sts", Verdict.SUSPECT, "mta-sts-unreadable", said, is_extra=True)
    lines = [
        (key.casefold(), value.casefold()) for key, value in _MTA_STS_LINE.findall(page.text())
    ]
    patterns = [value for key, value in lines if key == "mx"]
    outside = [host for host in hosts if not any(_covers(each, host) for each in patterns)]
    if not outside:
        return None
    # only this mode keeps mail away, and only if no host is left
    is_barred = ("mode", "enforce") in lines and len(outside) == len(hosts)
    reason = "mta-sts-bars-all" if is_barred else "mta-sts-leaves-out"
    said = cleaned(", ".join(outside))
    return Observation("mta-sts", Verdict.SUSPECT, reason, said, is_extra=not is_barred)


def _covers(pattern: str, host: str) -> bool:
    # RFC 8461, 4.1: the star stands for one label
    if pattern.startswith("*."):
        return host.partition(".")[2] == pattern[2:]
    return host == pattern


def _texts(name: str, network: Network, deadline: float) -> tuple[str, ...] | None:
    """Return the TXT records of a name; None where nobody can say."""
    try:
        values = network.look_up(name, "TXT", deadline).values
    except Failure as failure:
        return () if failure.reason == "name-not-found" else None
    # long ones are in pieces, each in quotes (RFC 7208, 3.3)
    return tuple(value.replace('" "', "").strip('"') for value in values)
