"""`hcgen serve`: shows the help centre on this machine, and every change as it is saved."""

import errno
import sys
from pathlib import Path
from threading import Event, Thread

import click

from hcgen.cli.exits import COULD_NOT_RUN, FOUND_NOTHING
from hcgen.cli.options import config_option, jobs_option
from hcgen.diagnostics import Report
from hcgen.diagnostics.formats import news, renderer
from hcgen.pipeline import TemplateError, default_jobs
from hcgen.preview import Preview, PreviewServer, Workspace, watch

_FIRST_FREE_FOR_PEOPLE = 1024

_PATIENCE_S = 0.5
"""How long findings wait for a browser to show the page that was changed."""


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
    """Show the help centre in the browser, drafts included; saved changes appear at once.

    Nothing is published, and nothing that is found stops it: findings are told here and in the
    page.
    """
    # before anything is loaded: a busy port is told at once
    server = _open(port)
    if server is None:
        return COULD_NOT_RUN
    with server:
        workspace = Workspace(config, jobs=jobs or default_jobs())
        server.workspace = workspace
        terminal = _Terminal()
        terminal.tell(workspace.preview)
        Thread(target=server.serve_forever, daemon=True).start()
        stop = Event()
        try:
            for changed in watch(workspace, stop):
                before = server.address()
                if changed:
                    preview = workspace.refresh(changed)
                    # the page first: the rules take longer, and both want the same core
                    preview.was_shown.wait(_PATIENCE_S)
                    terminal.tell(preview)
                if not changed or server.address() != before:
                    _tell_address(server)
        except KeyboardInterrupt:
            click.echo("")
        finally:
            stop.set()
            server.shutdown()
    return FOUND_NOTHING


def _open(port: int) -> PreviewServer | None:
    """Take a port; where it is in use, offer the next one."""
    try:
        return PreviewServer(port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
    other = port + 1 if _FIRST_FREE_FOR_PEOPLE <= port < 65535 else 8000
    if sys.stdin is not None and sys.stdin.isatty():
        if click.confirm(f"Port {port} is in use. Take {other} instead?", default=True, err=True):
            return _open(other)
        return None
    click.echo(f"hcgen: port {port} is in use: try “hcgen serve --port {other}”", err=True)
    return None


def _tell_address(server: PreviewServer) -> None:
    click.echo(f"Serving at {server.address()} (Ctrl-C ends it)")
    if sys.stdout is not None:
        sys.stdout.flush()


class _Terminal:
    """Tells what is found; after a change only what is new, or a large site would flood it."""

    def __init__(self) -> None:
        self._told: Report | None = None

    def tell(self, preview: Preview) -> None:
        try:
            report = preview.report
        except TemplateError as error:
            click.echo(f"hcgen: {error}", err=True)
            return
        if preview.failure:
            click.echo(f"hcgen: {preview.failure}", err=True)
            return
        told, self._told = self._told, report
        text = renderer("text")(report) if told is None else news(report, told)
        click.echo(text)
        if sys.stdout is not None:
            sys.stdout.flush()
