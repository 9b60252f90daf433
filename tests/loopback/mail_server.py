"""Mail servers: an honest one (aiosmtpd), and ones that say whatever a test wants."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, Protocol

import trustme
from aiosmtpd.controller import Controller

Talk = Callable[[socket.socket], None]


class MailServer(Protocol):
    """A mail server that is not running yet."""

    def start(self, address: str, port: int) -> None:
        """Listen there from now on."""

    def stop(self) -> None:
        """Listen no more."""


class TalkingServer:
    """Talks to whoever connects as a test says, from the first moment."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._server: _Server | None = None

    def start(self, address: str, port: int) -> None:
        self._server = _Server((address, port), self._talk)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()


class HonestServer:
    """Takes mail for its mailboxes.

    Attributes:
        commands: Each ``RCPT TO`` that came, and how often a message did.
        messages: Should stay 0.
    """

    def __init__(
        self,
        *mailboxes: str,
        replies: Mapping[str, str] | None = None,
        certificate: trustme.LeafCert | None = None,
    ) -> None:
        """Set it up.

        Args:
            replies: Address, or ``*`` for those that have no other, -> reply to ``RCPT TO``.
            certificate: With one it offers encryption.
        """
        self.asked: list[str] = []
        self.messages = 0
        self._mailboxes: Iterable[str] = mailboxes
        self._replies = dict(replies or {})
        self._tls: ssl.SSLContext | None = None
        if certificate is not None:
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(self._tls)
        self._controller: Controller | None = None

    def start(self, address: str, port: int) -> None:
        self._controller = Controller(self, hostname=address, port=port, tls_context=self._tls)
        self._controller.start()

    def stop(self) -> None:
        assert self._controller is not None
        self._controller.stop()

    async def handle_RCPT(  # noqa: N802  # aiosmtpd calls it by this name
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        self.asked.append(address)
        if address in self._mailboxes:
            envelope.rcpt_tos.append(address)
            return "250 2.1.5 Ok"
        unknown = "550 5.1.1 <{address}>: Recipient address rejected: User unknown"
        reply = self._replies.get(address) or self._replies.get("*", unknown)
        return reply.format(address=address)

    async def handle_DATA(  # noqa: N802
        self, server: Any, session: Any, envelope: Any
    ) -> str:
        self.messages += 1
        return "250 Ok"


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], talk: Talk) -> None:
        self.talk = talk
        super().__init__(address, _Handler)


class _Handler(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        self.request.settimeout(10)
        with suppress(OSError):
            self.server.talk(self.request)
