"""`hcgen serve`: build, then show the site on this machine."""

import errno
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from hcgen.cli.exits import COULD_NOT_RUN, FOUND_NOTHING
from hcgen.cli.options import config_option, jobs_option
from hcgen.cli.progress import ProgressLine
from hcgen.diagnostics.formats import renderer
from hcgen.mkdocs_site import load_theme
from hcgen.model.addresses import NOT_FOUND
from hcgen.pipeline import build_help_centre, default_jobs, render_help_centre

_ADDRESS = "127.0.0.1"


@click.command()
@config_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=8000,
    show_default=True,
    help="Where on this machine; 0 takes any free one.",
)
@jobs_option
def serve(config: Path, port: int, jobs: int | None) -> int:
    """Build the help centre and show it in the browser; findings do not stop it."""
    jobs = jobs or default_jobs()
    # before the build: a busy port is told at once
    try:
        server = _Server((_ADDRESS, port), SimpleHTTPRequestHandler)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        other = port + 1 if 1023 < port < 65535 else 8000
        click.echo(f"hcgen: port {port} is in use: try “hcgen serve --port {other}”", err=True)
        return COULD_NOT_RUN
    with server:
        with ProgressLine() as progress:
            rendered = render_help_centre(config, jobs=jobs, progress=progress)
            settings = rendered.centre.settings
            place = (rendered.root / settings.site_dir).absolute()
            result = build_help_centre(
                rendered,
                load_theme(settings, rendered.root),
                place,
                fail_on="never",
                jobs=jobs,
                progress=progress,
            )
        result.remove_last()
        click.echo(renderer("text")(result.site.report))
        base = settings.base_path
        server.RequestHandlerClass = partial(_Handler, str(place), base)
        click.echo(f"Serving at http://{_ADDRESS}:{server.server_port}{base} (Ctrl-C ends it)")
        if sys.stdout is not None:
            sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("")
    return FOUND_NOTHING


class _Server(ThreadingHTTPServer):
    """Takes no notice of a browser that goes away in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell about our faults only."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site below its base path, with its own 404 page."""

    def __init__(self, folder: str, base: str, *args: object) -> None:
        self._base = base
        super().__init__(*args, directory=folder)  # type: ignore[arg-type]

    def send_head(self) -> Any:
        """Answer 404 outside the base path, as the real host does."""
        if not urlsplit(self.path).path.startswith(self._base):
            self.send_error(404)
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:
        """Show no list of files: the real host has none."""
        self.send_error(404)

    def translate_path(self, path: str) -> str:
        """Map an address to a file, the base path taken off."""
        return super().translate_path("/" + path.removeprefix(self._base))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the 404 page of the language in the address."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        first = urlsplit(self.path).path.removeprefix(self._base).partition("/")[0]
        root = Path(self.directory)
        own = root / first / NOT_FOUND
        page = own if first not in ("", "..") and own.is_file() else root / NOT_FOUND
        body = page.read_bytes() if page.is_file() else b"404"
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Let the browser ask again each time: this is a preview."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for the diagnostics."""
