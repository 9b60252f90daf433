"""Connections for web pages: straight, or through a proxy that the operator trusts."""

import socket
from contextlib import suppress
from http.client import HTTPException, HTTPResponse
from ipaddress import ip_address
from time import monotonic
from urllib.parse import urlsplit

from hcgen.net.access import Access
from hcgen.net.dialling import dial
from hcgen.net.failure import Failure
from hcgen.net.stream import Stream, TooMuch, left, send
from hcgen.net.web_address import WebAddress


def reach(address: WebAddress, access: Access, deadline: float) -> socket.socket:
    """Return a connection over which a web address can be asked for.

    Raises:
        Failure: There is none.
    """
    if access.proxy is None:
        return dial(address.host, address.port, access, deadline)
    with suppress(ValueError):
        # names are the proxy's business, but an address says itself where it leads
        access.guard.vet([str(ip_address(address.host))])
    deadline = min(deadline, monotonic() + access.limits.connect_s)
    connection: socket.socket | None = None
    try:
        # the operator's own choice: looked up by the system, and not vetted
        parts = urlsplit(access.proxy)
        place = (parts.hostname or "", parts.port or 0)
        connection = socket.create_connection(place, timeout=left(deadline))
        if address.is_encrypted:
            _ask_for_tunnel(connection, address, access, deadline)
    except (OSError, HTTPException, TooMuch) as error:
        _close(connection)
        raise Failure("proxy-failed", str(error)) from None
    except Failure:
        _close(connection)
        raise
    return connection


def _ask_for_tunnel(
    connection: socket.socket, address: WebAddress, access: Access, deadline: float
) -> None:
    host = f"[{address.host}]" if ":" in address.host else address.host
    place = f"{host}:{address.port}"
    request = (
        f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\nUser-Agent: {access.user_agent}\r\n\r\n"
    )
    send(connection, request.encode("latin-1", "replace"), deadline)
    stream = Stream(connection, deadline, access.limits.header_bytes)
    # servers of TLS wait for the other side, so nothing of theirs is read with the answer
    response = HTTPResponse(stream, method="CONNECT")  # type: ignore[arg-type]
    response.begin()
    if response.status != 200:
        raise Failure("proxy-failed", f"{response.status} {response.reason}")


def _close(connection: socket.socket | None) -> None:
    if connection is not None:
        connection.close()
