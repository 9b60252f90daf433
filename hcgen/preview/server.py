"""A small server on this machine for one `Workspace`."""

import json
import mimetypes
import sys
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

from hcgen.diagnostics import Diagnostic
from hcgen.model.addresses import NOT_FOUND
from hcgen.model.url import output_file
from hcgen.pipeline import TemplateError
from hcgen.preview.workspace import Preview, Workspace

TOOLS = "-preview/"
"""Below the site's base path: what the preview adds to the pages; no site has such a folder."""

_ADDRESS = "127.0.0.1"
_LONGEST_POLL_S = 20.0


class PreviewServer(ThreadingHTTPServer):
    """Serves previews; takes no notice of a browser that goes away in the middle of an answer."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        """Take a port.

        Raises:
            OSError: It is in use, or not for us.
        """
        super().__init__((_ADDRESS, port), _Handler)
        self.workspace: Workspace | None = None

    def address(self) -> str:
        """Return where the site is."""
        assert self.workspace is not None
        base = self.workspace.preview.rendered.centre.settings.base_path
        return f"http://{_ADDRESS}:{self.server_port}{base}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell about our faults only."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers with pages made for this very request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file of the site, or of the preview's own tools."""
        workspace = self.server.workspace
        if workspace is None:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, "text/plain", b"not ready yet")
            return
        preview = workspace.preview
        base = preview.rendered.centre.settings.base_path
        parts = urlsplit(self.path)
        if not parts.path.startswith(base):
            self._send_not_found(preview, "")
            return
        path = unquote(parts.path.removeprefix(base))
        if path.startswith(TOOLS):
            self._send_tool(workspace, path.removeprefix(TOOLS), parts.query)
            return
        self._send_site_file(preview, path)

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for the diagnostics."""

    def _send_site_file(self, preview: Preview, path: str) -> None:
        try:
            data = preview.file(output_file(path))
            if data is None and output_file(f"{path}/") in preview.site.pages:
                self._redirect(f"{urlsplit(self.path).path}/")
                return
            if data is None:
                self._send_not_found(preview, path)
                return
        except TemplateError as error:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, _HTML, _fault_page(preview, str(error)))
            return
        except OSError:
            self._send_not_found(preview, path)
            return
        kind = mimetypes.guess_type(output_file(path))[0] or "application/octet-stream"
        if kind == "text/html":
            self._send(HTTPStatus.OK, _HTML, _with_tools(preview, data))
            preview.was_shown.set()
        else:
            self._send(HTTPStatus.OK, kind, data)

    def _send_not_found(self, preview: Preview, path: str) -> None:
        """Answer with the 404 page of the language in the address, as the real host does."""
        first = path.partition("/")[0]
        data = preview.file(f"{first}/{NOT_FOUND}") if first else None
        data = data or preview.file(NOT_FOUND) or b""
        self._send(HTTPStatus.NOT_FOUND, _HTML, _with_tools(preview, data))

    def _send_tool(self, workspace: Workspace, name: str, query: str) -> None:
        if name == "changes":
            # the answer waits for a change, so that the browser knows of it at once
            shown = int(query) if query.isdigit() else 0
            number = workspace.wait_for_change(shown, _LONGEST_POLL_S)
            self._send(HTTPStatus.OK, "application/json", json.dumps(number).encode())
        elif name == "findings":
            data = json.dumps(_findings(workspace.preview)).encode()
            self._send(HTTPStatus.OK, "application/json", data)
        elif name in ("preview.js", "preview.css"):
            data = (files("hcgen.preview") / "browser" / name).read_bytes()
            self._send(HTTPStatus.OK, mimetypes.guess_type(name)[0] or "", data)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"no such tool")

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


_HTML = "text/html; charset=utf-8"


def _with_tools(preview: Preview, page: bytes) -> bytes:
    """Add the preview's script and style to a page."""
    tools = preview.rendered.centre.settings.base_path + TOOLS
    added = (
        f'<link rel="stylesheet" href="{tools}preview.css">\n'
        f'<script type="module" src="{tools}preview.js" data-number="{preview.number}"></script>\n'
    ).encode()
    before, body, after = page.rpartition(b"</body>")
    return before + added + body + after if body else page + added


def _fault_page(preview: Preview, message: str) -> bytes:
    """Return a page for one that cannot be made; its findings say why."""
    page = b"<!doctype html><html><head><title>-</title></head><body></body></html>"
    shown = json.dumps(message).encode().replace(b"<", b"\\u003c")
    data = b'<script type="application/json" id="hc-preview-fault">' + shown + b"</script>"
    return _with_tools(preview, page.replace(b"</body>", data + b"</body>"))


def _findings(preview: Preview) -> dict[str, object]:
    failures = [preview.failure]
    diagnostics: Sequence[Diagnostic] = ()
    try:
        diagnostics = preview.report.diagnostics
    except TemplateError as error:
        failures.append(str(error))
    return {
        "number": preview.number,
        "failure": "; ".join(filter(None, failures)),
        "diagnostics": [_entry(diagnostic) for diagnostic in diagnostics],
    }


def _entry(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.span.position
    return {
        "code": diagnostic.rule.code,
        "severity": diagnostic.severity.value,
        "place": f"{diagnostic.span.file.path}:{place.line}:{place.column}",
        "message": diagnostic.message,
        "help": diagnostic.help,
    }
