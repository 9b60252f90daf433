"""Questions to the DNS, with a time limit and an honest answer when there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import dns.exception
import dns.resolver
from dns.nameserver import Do53Nameserver, Nameserver

from hcgen.net.access import Access
from hcgen.net.failure import Failure
from hcgen.net.stream import left

_PORT = 53


@dataclass(frozen=True, slots=True)
class Records:
    """What a name has of one type.

    Attributes:
        values: As in a zone file, host names in small letters without their last dot; empty: the
            name is there, but has none.
        alias: What the name stands for (CNAME), if it is not the name itself.
    """

    values: tuple[str, ...]
    alias: str = ""


def look_up(name: str, record_type: str, access: Access, deadline: float) -> Records:
    """Return the records of a name.

    Raises:
        Failure: ``name-not-found`` where two answers say so; ``names-timed-out``,
            ``name-servers-failed`` and ``name-servers-disagree``, which say nothing of the name.
    """
    servers = _servers(access.nameservers)
    if not servers:
        raise Failure("name-servers-failed", "none are set up")
    try:
        return _ask(name, record_type, servers, access, deadline)
    except dns.resolver.NXDOMAIN:
        pass
    # one server may be wrong, or lie; another one is asked, or the same one again
    try:
        _ask(name, record_type, servers[1:] or servers, access, deadline)
    except dns.resolver.NXDOMAIN:
        raise Failure("name-not-found", name) from None
    raise Failure("name-servers-disagree", name)


def _ask(
    name: str,
    record_type: str,
    servers: Sequence[Nameserver],
    access: Access,
    deadline: float,
) -> Records:
    try:
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers = list(servers)
        seconds = min(access.limits.names_s, left(deadline))
        # each server is asked twice at least
        resolver.timeout = seconds / (2 * len(servers))
        answer = resolver.resolve(
            name, record_type, search=False, lifetime=seconds, raise_on_no_answer=False
        )
    except (dns.resolver.LifetimeTimeout, TimeoutError):
        raise Failure("names-timed-out", name) from None
    except dns.resolver.NXDOMAIN:
        raise
    except dns.resolver.NoNameservers as error:
        raise Failure("name-servers-failed", _last_answer(error)) from None
    except (dns.exception.DNSException, OSError, ValueError) as error:
        raise Failure("name-servers-failed", f"{name}: {type(error).__name__}") from None
    alias = _bare(answer.canonical_name.to_text())
    values = tuple(_bare(record.to_text()) for record in answer.rrset or ())
    return Records(values, "" if alias == name.casefold().rstrip(".") else alias)


def _last_answer(error: dns.resolver.NoNameservers) -> str:
    """Return what the last server said, such as ``SERVFAIL``."""
    errors = error.kwargs.get("errors") or [("", False, 0, "", None)]
    return str(errors[-1][3])


def _bare(value: str) -> str:
    # texts of TXT are in quotes and keep their letters
    return value if value.startswith('"') else value.casefold().rstrip(".")


@lru_cache(maxsize=8)
def _servers(written: tuple[str, ...]) -> tuple[Nameserver, ...]:
    """Return the servers to ask.

    They are those that the operator has set up, not what a remote side names; so they may be in
    private networks, where most are.
    """
    if not written:
        try:
            named = dns.resolver.Resolver().nameservers
        except (dns.exception.DNSException, OSError):
            return ()
        return tuple(
            server if isinstance(server, Nameserver) else Do53Nameserver(server, _PORT)
            for server in named
        )
    return tuple(_server(each) for each in written)


def _server(written: str) -> Nameserver:
    address, colon, port = written.rpartition(":")
    if colon and port.isdigit() and (address.startswith("[") or ":" not in address):
        return Do53Nameserver(address.strip("[]"), int(port))
    return Do53Nameserver(written.strip("[]"), _PORT)
