"""Connections to hosts whose every address has been looked at."""

import errno
import socket
from time import monotonic

from hcgen.net.access import Access
from hcgen.net.failure import Failure
from hcgen.net.hosts import addresses_of
from hcgen.net.stream import left

_UNREACHABLE = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)
_OURS = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.EADDRNOTAVAIL, errno.EACCES, errno.EPERM)
_MOST_ADDRESSES = 3


def dial(host: str, port: int, access: Access, deadline: float) -> socket.socket:
    """Return a connection to a host of `hosts.ascii_host`.

    It is looked up once, all its addresses are vetted, and one of these very addresses is dialled:
    a second look-up could say something else.

    Raises:
        Failure: No address may be reached, or none answers.
    """
    failure: Failure | None = None
    for address in addresses_of(host, access, deadline)[:_MOST_ADDRESSES]:
        try:
            return connect(address, access.ports.get(port, port), access, deadline)
        except Failure as error:
            failure = error
    assert failure is not None
    raise failure


def connect(address: str, port: int, access: Access, deadline: float) -> socket.socket:
    """Return a connection to an address that has been vetted."""
    try:
        until = min(deadline, monotonic() + access.limits.connect_s)
        return socket.create_connection((address, port), timeout=left(until))
    except OSError as error:
        raise failure_of(error) from None


def failure_of(error: OSError) -> Failure:
    """Return what it means that a connection could not be opened."""
    if isinstance(error, TimeoutError):
        return Failure("connection-timed-out")
    said = error.strerror or type(error).__name__
    if error.errno in _OURS:
        return Failure("cannot-ask", said)
    if error.errno in _UNREACHABLE:
        return Failure("unreachable", said)
    is_refused = isinstance(error, ConnectionRefusedError)
    return Failure("connection-refused" if is_refused else "connection-failed", said)
