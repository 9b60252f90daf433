"""Serves built sites over loopback as static hosts do, with the strictest headers."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".vcf": "text/vcard; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Host:
    """A static host.

    Attributes:
        folder: The built site.
        base: Path that the site is served below; begins and ends with a slash.
        has_language_404: Serves `ms/404.html` for what is missing below `ms/`; other hosts know
            only the one at the root.
        partner: Another origin that pages may send to; empty for none.
    """

    folder: Path
    base: str
    has_language_404: bool
    partner: str = ""

    @property
    def policy(self) -> str:
        return POLICY.replace("connect-src 'self'", f"connect-src 'self' {self.partner}".rstrip())

    def answer(self, path: str) -> tuple[int, Path | str]:
        """Return status and file for a path, or status and address to go on to."""
        if not path.startswith(self.base):
            return 404, self.folder / "nothing"
        below = path.removeprefix(self.base)
        file = self.folder / below
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        if file.is_dir():
            return 301, f"{path}/"
        if file.is_file():
            return 200, file
        own = self.folder / below.partition("/")[0] / "404.html"
        if self.has_language_404 and own.is_file():
            return 404, own
        return 404, self.folder / "404.html"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # browsers keep the connection

    def __init__(self, host: Host, *arguments: object) -> None:
        self._host = host
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        status, found = self._host.answer(unquote(urlsplit(self.path).path))
        data = found.read_bytes() if isinstance(found, Path) and found.is_file() else b""
        self.send_response(status)
        self.send_header("Content-Security-Policy", self._host.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(data)))
        if self.path.startswith(f"{self._host.base}static/"):
            # their names change with their content
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        if isinstance(found, Path):
            self.send_header("Content-Type", TYPES[found.suffix] if data else "text/plain")
        else:
            self.send_header("Location", quote(found))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        """Take the answers of readers, as a site's own endpoint does."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        is_taken = self.path == "/feedback"
        if is_taken:
            with (self._host.folder.parent / "answers.txt").open("a", encoding="utf-8") as file:
                file.write(f"{body}\n")
        self.send_response(204 if is_taken else 503)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, handler: Callable[..., _Handler]) -> None:
        super().__init__(("127.0.0.1", port), handler)
        self._open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that browsers keep, which would be answered for ever."""
        for connection in tuple(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # a browser that goes away in the middle of an answer is no error


@dataclass(frozen=True, slots=True)
class ServedSite:
    """A built site and where it is served.

    Attributes:
        origin: As in `http://127.0.0.1:8000`.
        base: Path of the site on it; begins and ends with a slash.
    """

    folder: Path
    origin: str
    base: str

    def url(self, address: str) -> str:
        """Return the absolute address of a page below the site's root."""
        return f"{self.origin}{self.base}{quote(address, safe='/?=&#%+')}"

    @property
    def pages(self) -> tuple[str, ...]:
        """Addresses of all pages but the 404 pages, below the site's root."""
        files = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        return tuple(
            sorted(
                path.removesuffix("index.html") for path in files if not path.endswith("404.html")
            )
        )


@contextlib.contextmanager
def serving(
    folder: Path,
    *,
    base: str = "/",
    has_language_404: bool = True,
    port: int = 0,
    partner: str = "",
) -> Iterator[ServedSite]:
    """Serve a built site for as long as the context lasts; after it, nothing answers there."""
    host = Host(folder, base, has_language_404, partner)
    server = _Server(port, partial(_Handler, host))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield ServedSite(folder, f"http://127.0.0.1:{server.server_port}", base)
    finally:
        server.shutdown()
        server.server_close()
        server.hang_up()
        thread.join()
