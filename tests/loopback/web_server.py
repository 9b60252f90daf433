"""Web servers of many hosts at two ports; each address has what a test puts there."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import trustme

from tests.loopback.name_server import NameServer

Talk = Callable[[socket.socket], None]
"""Says something over a connection after the request has been read."""


@dataclass(frozen=True)
class Answer:
    """An ordinary answer; ``Content-Length`` is put there unless it is among the headers."""

    body: bytes | str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def raw(self) -> bytes:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        given |= self.headers
        lines = [f"HTTP/1.1 {self.status} Said", *(f"{key}: {given[key]}" for key in given)]
        return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + body


@dataclass(frozen=True)
class Request:
    """What came: the address as text, and the headers with names in small letters."""

    url: str
    headers: Mapping[str, str]


class WebServer:
    """Serves ``http://…`` at `port` and ``https://…`` at `secure_port` on all of 127.0.0.0/8.

    Attributes:
        requests: All that came, in order.
    """

    def __init__(self, authority: trustme.CA, names: NameServer) -> None:
        self.requests: list[Request] = []
        self._authority = authority
        self._names = names
        self._pages: dict[str, Answer | Talk] = {}
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._handshakes: dict[str, Talk] = {}
        self._servers: list[_Server] = []

    def put(self, url: str, answer: Answer | Talk | str) -> str:
        """Put something at an address, or everywhere below a host where it ends in ``/*``.

        Returns:
            The address.
        """
        self._names.address_of(url.split("/")[2])
        self._pages[url] = Answer(answer) if isinstance(answer, str) else answer
        return url

    def certify(
        self,
        host: str,
        *,
        named: str = "",
        authority: trustme.CA | None = None,
        begins: timedelta = timedelta(days=-10),
        ends: timedelta = timedelta(days=80),
    ) -> None:
        """Give a host a certificate other than the good one that it has by itself."""
        now = datetime.now(UTC)
        issued = (authority or self._authority).issue_cert(
            named or host, not_before=now + begins, not_after=now + ends
        )
        self._contexts[host] = _context(issued)

    def certify_by_itself(self, host: str) -> None:
        """Give a host a certificate that nobody else has signed."""
        own = trustme.CA()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with own.private_key_pem.tempfile() as key, own.cert_pem.tempfile() as certificate:
            context.load_cert_chain(certificate, key)
        self._contexts[host] = context

    def spoil_handshake(self, host: str, talk: Talk) -> None:
        """Say something else to those who want to talk to a host in secret."""
        self._handshakes[self._names.address_of(host)] = talk

    @property
    def port(self) -> int:
        return int(self._servers[0].server_address[1])

    @property
    def secure_port(self) -> int:
        return int(self._servers[1].server_address[1])

    def start(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.sni_callback = self._choose
        for tls in (None, context):
            server = _Server(self, tls)
            self._servers.append(server)
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def _choose(self, secure: ssl.SSLObject | ssl.SSLSocket, host: str, first: object) -> None:
        if host not in self._contexts:
            self.certify(host)
        secure.context = self._contexts[host]

    def handshake_talk(self, address: str) -> Talk | None:
        return self._handshakes.get(address)

    def answer(self, connection: socket.socket, scheme: str) -> None:
        head = _head(connection).decode("latin-1").split("\r\n")
        if len(head[0].split(" ")) != 3:
            return
        target = head[0].split(" ")[1]
        headers = {
            line.partition(":")[0].casefold(): line.partition(":")[2].strip() for line in head[1:]
        }
        host = headers.get("host", "")
        url = target if "://" in target else f"{scheme}://{host}{target}"
        self.requests.append(Request(url, headers))
        everywhere = f"{scheme}://{host}/*"
        answer = self._pages.get(url) or self._pages.get(everywhere)
        if answer is None:
            answer = Answer("<title>Not here</title>", 404)
        if isinstance(answer, Answer):
            connection.sendall(answer.raw())
        else:
            answer(connection)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, web: WebServer, tls: ssl.SSLContext | None) -> None:
        self.web = web
        self.tls = tls
        super().__init__(("0.0.0.0", 0), _Handler)


class _Handler(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        connection = self.request
        connection.settimeout(10)
        # those who have seen enough just go
        with suppress(OSError):
            if self.server.tls is not None:
                talk = self.server.web.handshake_talk(connection.getsockname()[0])
                if talk is not None:
                    talk(connection)
                    return
                connection = self.server.tls.wrap_socket(connection, server_side=True)
        with closing(connection), suppress(OSError):
            self.server.web.answer(connection, "https" if self.server.tls else "http")
            connection.shutdown(socket.SHUT_WR)


def _head(connection: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head and (piece := connection.recv(4096)):
        head += piece
    return head


def _context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context
