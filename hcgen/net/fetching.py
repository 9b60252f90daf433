"""Web pages, asked for as carefully as if their address came from an enemy."""

import socket
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from http.client import HTTPException, HTTPResponse, IncompleteRead
from time import monotonic

from hcgen.net.access import Access
from hcgen.net.failure import Failure
from hcgen.net.page import Certificate, Page
from hcgen.net.proxying import reach
from hcgen.net.stream import Stream, TooMuch, send
from hcgen.net.tls import encrypted
from hcgen.net.web_address import WebAddress, redirected, web_address

_REDIRECTS = (301, 302, 303, 307, 308)
_PIECE = 16 * 1024


def fetch(url: str, access: Access, deadline: float, *, follows: bool = True) -> Page:
    """Return the page at an address, after redirects.

    Nothing is unpacked, kept or sent on: no cookies, no passwords, no addresses of referrers.

    Args:
        deadline: By `time.monotonic`; the limits of ``access`` may end it sooner.
        follows: A redirect is followed; else it is the page.

    Raises:
        Failure: There is no page.
    """
    deadline = min(deadline, monotonic() + access.limits.web_s)
    address = web_address(url, access)
    hops: list[str] = []
    certificates: list[Certificate] = []
    has_cookies = False
    while True:
        hops.append(address.url)
        page = _asked(address, access, deadline, is_first=len(hops) == 1)
        certificates += page.certificates
        location = page.headers.get("location", "")
        if not follows or page.status not in _REDIRECTS or not location:
            return replace(page, hops=tuple(hops), certificates=tuple(certificates))
        has_cookies = has_cookies or "set-cookie" in page.headers
        address = redirected(address, location, access)
        if address.url in hops or len(hops) > access.limits.redirects:
            # a site that looks whether its cookie comes back never lets us in
            looping = "redirect-loop" if address.url in hops else "too-many-redirects"
            raise Failure("needs-cookies" if has_cookies else looping, address.url)


def _asked(address: WebAddress, access: Access, deadline: float, *, is_first: bool) -> Page:
    try:
        connection = reach(address, access, deadline)
    except Failure as failure:
        if failure.reason == "private-address" and not is_first:
            raise Failure("redirect-to-private-address", address.host) from None
        raise
    certificates: tuple[Certificate, ...] = ()
    with closing(connection):
        try:
            if address.is_encrypted:
                connection, certificate = encrypted(
                    connection, address.host, access.trusted, _handshake_end(access, deadline)
                )
                certificates = (certificate,)
            with closing(connection):
                return replace(
                    _answer(connection, address, access, deadline), certificates=certificates
                )
        except TimeoutError:
            reason = "answer-timed-out" if certificates or not address.is_encrypted else ""
            raise Failure(reason or "connection-timed-out") from None
        except OSError as error:
            raise Failure("connection-lost", error.strerror or "") from None


def _handshake_end(access: Access, deadline: float) -> float:
    return min(deadline, monotonic() + access.limits.connect_s)


def _answer(
    connection: socket.socket, address: WebAddress, access: Access, deadline: float
) -> Page:
    send(connection, _request(address, access), deadline)
    stream = Stream(connection, deadline, access.limits.header_bytes)
    # those that are thrown away would close the connection
    responses: list[HTTPResponse] = []
    try:
        # RFC 9110, 15.2: any number of answers may come before the last one (Early Hints)
        while not responses or 100 <= responses[-1].status < 200:
            # it needs no socket but something that can be read
            responses.append(HTTPResponse(stream, method="GET"))  # type: ignore[arg-type]
            responses[-1].begin()
    except TooMuch:
        raise Failure("headers-too-long") from None
    except HTTPException as error:
        raise _unreadable(error) from None
    response = responses[-1]
    headers = _headers(response)
    page = Page(address.url, (address.url,), response.status, headers)
    if response.status in _REDIRECTS and "location" in headers:
        return page
    # chunks of one byte are six bytes on the line
    stream.budget = 2 * access.limits.body_bytes
    body, is_cut = _body(response, access.limits.body_bytes)
    return replace(page, body=body, is_cut=is_cut)


def _request(address: WebAddress, access: Access) -> bytes:
    # a proxy is told the whole address, unless it has opened a tunnel (RFC 9112, 3.2.2)
    is_whole = access.proxy is not None and not address.is_encrypted
    lines = (
        f"GET {address.url if is_whole else address.target} HTTP/1.1",
        f"Host: {address.authority}",
        f"User-Agent: {access.user_agent}",
        "Accept: text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Encoding: identity",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def _unreadable(error: HTTPException) -> Failure:
    said = str(error)
    if "header" in said:  # too many of them, or a line too long
        return Failure("headers-too-long", said)
    if isinstance(error, ConnectionError):
        return Failure("connection-lost")
    return Failure("not-http", said)


def _headers(response: HTTPResponse) -> Mapping[str, str]:
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        key = name.casefold()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return headers


def _body(response: HTTPResponse, most: int) -> tuple[bytes, bool]:
    """Return the first bytes of a body, and whether there were more."""
    body = bytearray()
    expected = response.length
    try:
        while len(body) <= most and (piece := response.read(_PIECE)):
            body += piece
    except TooMuch:
        return bytes(body[:most]), True
    except TimeoutError:
        raise Failure("body-timed-out", f"{len(body)} bytes") from None
    except IncompleteRead:
        raise Failure("body-cut-short", f"{len(body)} bytes") from None
    except (HTTPException, ValueError) as error:
        raise Failure("not-http", str(error)) from None
    # read() with a size does not tell of an end that comes too early
    if len(body) <= most and expected is not None and len(body) < expected:
        raise Failure("body-cut-short", f"{len(body)} of {expected} bytes")
    return bytes(body[:most]), len(body) > most
