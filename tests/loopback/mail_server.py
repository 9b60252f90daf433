"""Mail servers: an honest one that speaks SMTP, and ones that say whatever a test wants."""

import socket
import socketserver
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

Talk = Callable[[socket.socket], None]


class MailServer:
    """Talks to whoever connects as a test says.

    Attributes:
        talk: Says something over a connection, from the first moment.
        shared_port: All mail servers listen at one port of addresses of their own.
    """

    port = 0
    shared_port: ClassVar[int] = 0

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self._server: _Server | None = None

    def start(self, address: str) -> None:
        self._server = _Server((address, MailServer.shared_port), self.talk)
        self.port = MailServer.shared_port = int(self._server.server_address[1])
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()


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
