"""Host names as they go over the line, and the addresses that they lead to."""

import re
from ipaddress import IPv6Address, ip_address

import idna

from hcgen.net.access import Access
from hcgen.net.failure import Failure
from hcgen.net.names import look_up

_NAME = re.compile(
    r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*"
)
_LONGEST = 253
# browsers read such a host as an IPv4 address, whatever it is (WHATWG URL, “ends in a number”)
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")


def ascii_host(host: str) -> str:
    """Return a host as DNS and TLS know it (IDNA 2008, UTS 46), or an address without brackets.

    Raises:
        Failure: ``odd-host``: no name, or an address in a spelling that only some programs take for
            one, such as ``0x7f.1`` or ``127.1``.
    """
    try:
        return str(ip_address(host)) if "%" not in host else _odd(host)
    except ValueError:
        pass
    name = host.casefold()
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return _odd(host)
    name = name.removesuffix(".")
    if len(name) > _LONGEST or not _NAME.fullmatch(name) or _ENDS_IN_NUMBER.fullmatch(name):
        return _odd(host)
    return name


def _odd(host: str) -> str:
    raise Failure("odd-host", host)


def addresses_of(host: str, access: Access, deadline: float) -> tuple[str, ...]:
    """Return the addresses of a host from `ascii_host`, each of which may be reached.

    Only those of IPv4: where checks run there is often no other.

    Raises:
        Failure: No address, or none that may be reached or can be from here.
    """
    try:
        literal = ip_address(host)
    except ValueError:
        literal = None
    if literal is not None:
        access.guard.vet([host])
        if isinstance(literal, IPv6Address):
            raise Failure("only-ipv6", host)
        return (host,)
    # the records of an alias come with it; all of them are looked at
    found = look_up(host, "A", access, deadline).values
    if found:
        access.guard.vet(found)
        return found
    if newer := look_up(host, "AAAA", access, deadline).values:
        access.guard.vet(newer)
        raise Failure("only-ipv6", host)
    raise Failure("name-without-address", host)
