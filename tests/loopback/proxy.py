"""A proxy: it opens tunnels and passes plain requests on, to whichever servers a test has."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.loopback.internet import Internet


class Proxy:
    """What it was asked for, as the first line of each request; `url` is its own address."""

    def __init__(self, internet: Internet, *, refuses: bool = False) -> None:
        self.asked: list[str] = []
        self._internet = internet
        self._refuses = refuses
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                client = self._listener.accept()[0]
                threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _answer(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            head = client.recv(65536)
            line = head.split(b"\r\n")[0].decode()
            self.asked.append(line)
            if self._refuses:
                client.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")
                return
            web = self._internet.web
            is_tunnel = line.startswith("CONNECT ")
            port = web.secure_port if is_tunnel else web.port
            with socket.create_connection(("127.0.0.1", port)) as server:
                if is_tunnel:
                    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                else:
                    server.sendall(head)
                back = threading.Thread(target=_pass_on, args=(server, client), daemon=True)
                back.start()
                _pass_on(client, server)
                back.join(2)


@contextmanager
def running_proxy(internet: Internet, *, refuses: bool = False) -> Iterator[Proxy]:
    """Run a proxy in front of the web servers."""
    proxy = Proxy(internet, refuses=refuses)
    thread = threading.Thread(target=proxy.serve, daemon=True)
    thread.start()
    yield proxy
    proxy.close()
    thread.join(2)


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while piece := one.recv(65536):
            other.sendall(piece)
        other.shutdown(socket.SHUT_WR)
