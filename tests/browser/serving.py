"""Serves built sites over loopback as static hosts do, with the strictest headers."""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
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
    """

    folder: Path
    base: str
    has_language_404: bool

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
        self.send_header("Content-Security-Policy", POLICY)
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
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

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
    folder: Path, *, base: str = "/", has_language_404: bool = True
) -> Iterator[ServedSite]:
    """Serve a built site for as long as the context lasts."""
    host = Host(folder, base, has_language_404)
    server = _Server(("127.0.0.1", 0), partial(_Handler, host))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield ServedSite(folder, f"http://127.0.0.1:{server.server_port}", base)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
