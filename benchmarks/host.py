"""Serves a built site over loopback as a good static host does: compressed, with `_headers`."""

import contextlib
import gzip
import threading
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *arguments: object) -> None:
        self._folder = folder
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with the file, else with the 404 page."""
        path = unquote(urlsplit(self.path).path)
        file = self._folder / path.lstrip("/")
        if file.is_dir():
            file /= "index.html"
        status = 200 if file.is_file() else 404
        if status == 404:
            file = self._folder / "404.html"
        self.send_response(status)
        for name, value in _headers(self._folder, path).items():
            self.send_header(name, value)
        self.send_header("Content-Type", _TYPES.get(file.suffix, "application/octet-stream"))
        data = _compressed(file)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextlib.contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve a built site; the value is its address, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, folder))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


def _headers(folder: Path, path: str) -> Mapping[str, str]:
    """Return what the site's `_headers` says for a path."""
    found: dict[str, str] = {}
    for pattern, name, value in _rules(folder):
        if fnmatchcase(path, pattern) and name != "Content-Type":
            found[name] = value
    return found


@cache
def _rules(folder: Path) -> tuple[tuple[str, str, str], ...]:
    file = folder / "_headers"
    rules: list[tuple[str, str, str]] = []
    pattern = ""
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.startswith("/"):
            pattern = line.strip()
        elif ":" in line:
            name, _, value = line.strip().partition(": ")
            rules.append((pattern, name, value))
    return tuple(rules)
