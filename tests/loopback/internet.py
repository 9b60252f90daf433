"""A small internet: names, web servers and mail servers, and the `Network` that reaches only it."""

import atexit
import os
import socket
import tempfile
from functools import cache
from types import TracebackType
from typing import Any, Self

import trustme

from hcgen.net import Guard, Limits, Network
from tests.loopback.mail_server import MailServer
from tests.loopback.name_server import NameServer
from tests.loopback.web_server import WebServer

LIMITS = Limits(names_s=3, connect_s=3, web_s=4, mail_s=4)
"""Enough for a server on a busy machine."""
HASTY = Limits(names_s=0.5, connect_s=0.7, web_s=0.7, mail_s=0.7)
"""For what hangs."""


class Internet:
    """Servers that run between ``with`` and its end.

    Attributes:
        names: What the DNS says. Web hosts and mail hosts are put there by themselves.
        web: What web servers answer, over HTTP and HTTPS.
        authority: Signs the certificates of all hosts that have none of their own.
    """

    def __init__(self) -> None:
        self.authority, self._trusted = _authority()
        self.names = NameServer()
        self.web = WebServer(self.authority, self.names)
        self._mail: list[MailServer] = []
        self._mail_port = _free_port()

    def __enter__(self) -> Self:
        self.names.start()
        self.web.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.web.stop()
        self.names.stop()
        for server in self._mail:
            server.stop()

    def run_mail(self, host: str, server: MailServer) -> None:
        """Start a mail server; all of them listen at the same port, on addresses of their own."""
        server.start(self.names.address_of(host), self._mail_port)
        self._mail.append(server)

    def network(self, **settings: Any) -> Network:
        """Return the way out that ends here; ``settings`` are those of `Network`."""
        ports = {80: self.web.port, 443: self.web.secure_port, 25: self._mail_port}
        return Network(
            **{
                "guard": Guard(permitted=("127.0.0.0/8",)),
                "limits": LIMITS,
                "nameservers": (f"127.0.0.1:{self.names.port}",),
                "trusted": self._trusted,
                "ports": ports,
                **settings,
            }
        )


@cache
def _authority() -> tuple[trustme.CA, str]:
    """Return one authority for all, with the file of its certificate."""
    authority = trustme.CA()
    handle, path = tempfile.mkstemp(suffix=".pem")
    os.close(handle)
    atexit.register(os.unlink, path)
    authority.cert_pem.write_to_path(path)
    return authority, path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
