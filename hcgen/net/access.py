"""What may be reached, and by which way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from hcgen import __version__
from hcgen.net.guard import Guard
from hcgen.net.limits import Limits

_PROXY = re.compile(r"http://(?:[\w.-]+|\[[0-9a-f:]+\]):\d{1,5}/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Access:
    """The way out, as it is set up once for a run; what is left out is right for real use.

    Attributes:
        nameservers: Addresses of those that are asked, with ``:port`` where it is not 53; empty:
            those of the system.
        trusted: File with certificates of authorities that count beside those of the system.
        user_agent: What web servers are told of who asks.
        site_url: Of the help centre itself: its domain is known to be one's own.
        proxy: ``http://host:port`` through which web pages are asked for; not so names and mail.
            The environment's is never taken by itself.
        trusts_proxy: The proxy keeps requests out of private networks itself; without that a proxy
            is refused, since behind it nobody sees which address a name leads to.
        ports: Port that is named -> port that is dialled instead, for servers of one's own behind
            a forwarder.
        starttls: Mail servers are asked for encryption, and for their certificates.
        rcpt: Mail servers are asked whether they take mail for an address; no mail is sent.
        mail_name: What mail servers are told of who asks (EHLO); should have an address that leads
            back to it. Empty: the name of this machine.
    """

    guard: Guard = field(default_factory=Guard)
    limits: Limits = field(default_factory=Limits)
    nameservers: tuple[str, ...] = ()
    trusted: str | None = None
    user_agent: str = f"hcgen/{__version__} (checks links of a help centre)"
    site_url: str = ""
    proxy: str | None = None
    trusts_proxy: bool = False
    ports: Mapping[int, int] = field(default_factory=dict)
    starttls: bool = False
    rcpt: bool = False
    mail_name: str = ""

    def __post_init__(self) -> None:
        if self.proxy is None:
            return
        if not self.trusts_proxy:
            raise ValueError("a proxy hides where names lead; it must be trusted explicitly")
        if not _PROXY.fullmatch(self.proxy):
            raise ValueError("a proxy is written as http://host:port")
