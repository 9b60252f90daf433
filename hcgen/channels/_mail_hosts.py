"""Whether mail for a domain has somewhere to go: its mail hosts in the DNS (RFC 5321, 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address

from hcgen.model.probe import Observation, Verdict
from hcgen.net import Failure, Network, cleaned

_MOST_HOSTS = 8
"""Mail hosts that are looked at; no domain needs more, and each costs look-ups."""


@dataclass(frozen=True, slots=True)
class MailHosts:
    """What the DNS says of a domain's mail.

    Attributes:
        usable: Hosts that mail may be brought to, best first.
        observations: The first one says whether mail has somewhere to go.
    """

    usable: tuple[str, ...]
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class _Host:
    """One mail host.

    Attributes:
        reason: Why it is of no use; empty: it is of use.
        is_unknown: Nobody could say.
        is_alias: Its name stands for another one.
    """

    name: str
    reason: str = ""
    is_unknown: bool = False
    is_alias: bool = False


def mail_hosts(domain: str, network: Network, deadline: float) -> MailHosts:
    """Return where mail for a domain goes, as far as the DNS knows.

    Args:
        domain: As the DNS knows it.
    """
    try:
        records = network.look_up(domain, "MX", deadline).values
    except Failure as failure:
        return MailHosts((), (failure.observation("mx"),))
    named = _by_preference(records)
    if not named and records:
        # RFC 7505: a single MX "0 ." means that the domain takes no mail
        return MailHosts((), (_mx(Verdict.BROKEN, "null-mx"),))
    if not named:
        return _implicit(domain, network, deadline)
    hosts = [_looked_at(name, network, deadline) for name in named[:_MOST_HOSTS]]
    usable = tuple(host.name for host in hosts if not host.reason)
    is_mixed = len(named) < len(records)
    return MailHosts(usable, (_whole(hosts), *_aside(hosts, is_mixed=is_mixed)))


def _by_preference(records: Iterable[str]) -> tuple[str, ...]:
    """Return the hosts of MX records, best first; without the root, which is none."""
    pairs = [record.partition(" ") for record in records]
    known = sorted((int(number), host.strip()) for number, _, host in pairs if host.strip(" ."))
    return tuple(host for _, host in known)


def _implicit(domain: str, network: Network, deadline: float) -> MailHosts:
    """Return what it means that a domain names no mail host: it is its own, if it is one."""
    host = _looked_at(domain, network, deadline)
    if host.is_unknown or host.reason == "private-address":
        verdict = Verdict.UNVERIFIABLE if host.is_unknown else Verdict.SUSPECT
        return MailHosts((), (_mx(verdict, host.reason, domain, may_pass=host.is_unknown),))
    if host.reason:
        return MailHosts((), (_mx(Verdict.BROKEN, "no-mail-host", domain),))
    return MailHosts((domain,), (_mx(Verdict.SUSPECT, "implicit-mx", domain),))


def _looked_at(name: str, network: Network, deadline: float) -> _Host:
    if _is_address(name):
        return _Host(name, "mx-is-address")
    is_alias = False
    try:
        for record_type in ("A", "AAAA"):
            found = network.look_up(name, record_type, deadline)
            is_alias = is_alias or bool(found.alias)
            if found.values:
                network.guard.vet(found.values)
                return _Host(name, is_alias=is_alias)
    except Failure as failure:
        is_unknown = failure.reason not in ("name-not-found", "private-address")
        return _Host(name, failure.reason, is_unknown, is_alias)
    return _Host(name, "name-without-address", is_alias=is_alias)


def _whole(hosts: list[_Host]) -> Observation:
    """Return what all the mail hosts of a domain together mean."""
    useless = [host for host in hosts if host.reason]
    if len(useless) < len(hosts):
        names = ", ".join(host.name for host in hosts if not host.reason)
        return _mx(Verdict.VERIFIED, "mail-hosts-there", names)
    for host in useless:
        if host.is_unknown:
            return _mx(Verdict.UNVERIFIABLE, host.reason, host.name, may_pass=True)
    names = ", ".join(host.name for host in hosts)
    for reason, told in (("private-address", "mail-hosts-private"), ("mx-is-address",) * 2):
        if any(host.reason == reason for host in useless):
            return _mx(Verdict.SUSPECT, told, names)
    return _mx(Verdict.BROKEN, "mail-hosts-missing", names)


def _aside(hosts: list[_Host], *, is_mixed: bool) -> tuple[Observation, ...]:
    """Return what is bad about mail hosts, though others may do."""
    found: list[tuple[str, str]] = [("null-mx-among-others", "")] if is_mixed else []
    names = [host.name for host in hosts if host.is_alias]
    if names:
        found.append(("mx-is-alias", ", ".join(names)))
    if any(not host.reason for host in hosts):
        for reason, told in _ONE_OF_SEVERAL.items():
            names = [host.name for host in hosts if host.reason == reason]
            if names:
                found.append((told, ", ".join(names)))
    return tuple(
        Observation("mx", Verdict.SUSPECT, reason, cleaned(said), is_extra=True)
        for reason, said in found
    )


_ONE_OF_SEVERAL = {
    "mx-is-address": "mx-is-address",
    "name-not-found": "mail-host-missing",
    "name-without-address": "mail-host-missing",
    "private-address": "mail-host-private",
}
"""Why a host is of no use -> what is said where others are."""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _mx(verdict: Verdict, reason: str, said: str = "", *, may_pass: bool = False) -> Observation:
    return Observation("mx", verdict, reason, cleaned(said), may_pass=may_pass)
