"""`hcgen serve`: shows the help centre on this machine, and every change as it is saved."""

import errno
import sys
from pathlib import Path
from threading import Event, Thread

import click

from hcgen.cli.exits import COULD_NOT_RUN, FOUND_NOTHING
from hcgen.cli.options import config_option, jobs_option
from hcgen.diagnostics.formats import renderer
from hcgen.pipeline import default_jobs
from hcgen.preview import Preview, PreviewServer, Workspace, watch

_FIRST_FREE_FOR_PEOPLE = 1024


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
        _tell(workspace.preview)
        Thread(target=server.serve_forever, daemon=True).start()
        stop = Event()
        try:
            for changed in watch(workspace, stop):
                before = server.address()
                if changed:
                    _tell(workspace.refresh(changed))
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


def _tell(preview: Preview) -> None:
    if preview.failure:
        click.echo(f"hcgen: {preview.failure}", err=True)
        return
    click.echo(renderer("text")(preview.report))
    if sys.stdout is not None:
        sys.stdout.flush()
