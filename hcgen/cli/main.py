"""`hcgen`: finds the command, and turns whatever happens into an exit status."""

import gc
import io
import os
import sys
import traceback
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from typing import NoReturn

import click

from hcgen import __version__
from hcgen.cli.exits import BUG, COULD_NOT_RUN, FOUND_NOTHING, WRONG_USE
from hcgen.load import ConfigurationError
from hcgen.mkdocs_site import ThemeError
from hcgen.pipeline import EpochError, TemplateError
from hcgen.publish import PublishError

_COMMANDS = (
    *("build", "check", "holidays", "merge", "new", "probe", "queries"),
    *("rules", "schema", "search", "serve", "translations"),
)
"""Names of the modules beside this one that hold them, and of the commands in these."""


class _Commands(click.Group):
    """Loads a command when it is called: what only others need is a fifth of a build's start."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return [*_COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; None where there is none of that name."""
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        found = getattr(import_module(f"hcgen.cli.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="hcgen")
def commands() -> None:
    """Make a help centre from Markdown articles and one file of contact channels.

    Start with "hcgen new site my-help", then "hcgen serve" in that folder. Every command explains
    itself with --help.
    """


def main() -> None:
    """Run the command line and end the process.

    Exit status: 0 fine, 1 findings at or above --fail-on, 2 wrong use or no readable mkdocs.yml,
    3 could not run, 70 a bug of ours.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # a terminal that is not set to UTF-8 shows codes where it lacks a character
        sys.stdout.reconfigure(errors="backslashreplace")
    # what is loaded are trees without cycles that stay to the end; looking for cycles among them
    # every 700 objects takes a sixth of a run's time
    gc.set_threshold(100_000, 50, 100)
    _leave(run(sys.argv[1:]))


def _leave(status: int) -> NoReturn:
    """End the process at once: taking apart what a run has loaded takes a twentieth of its time."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError as error:
            # nobody reads the output any more, or the disk that it goes to is full
            status = COULD_NOT_RUN
            if stream is sys.stdout and not isinstance(error, BrokenPipeError):
                click.echo(f"hcgen: {error.strerror or error}", err=True)
    os._exit(status)


def run(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    try:
        status = commands.main(arguments, prog_name="hcgen", standalone_mode=False)
        return status if isinstance(status, int) else FOUND_NOTHING
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        return COULD_NOT_RUN
    except ConfigurationError as error:
        _show_configuration_error(error)
        return WRONG_USE
    except EpochError as error:
        click.echo(f"hcgen: {error}", err=True)
        return WRONG_USE
    except BrokenProcessPool:
        click.echo(
            "hcgen: one of the working processes was ended by the system, perhaps for lack of "
            "memory: try it with --jobs 1",
            err=True,
        )
        return COULD_NOT_RUN
    except BrokenPipeError:
        # the reader of our output has gone (`| head`); a second complaint at exit helps nobody
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    except (PublishError, TemplateError, ThemeError) as error:
        click.echo(f"hcgen: {error}", err=True)
        return COULD_NOT_RUN
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        click.echo(f"hcgen: {name}{error.strerror or error}", err=True)
        return COULD_NOT_RUN
    except Exception:
        traceback.print_exc()
        click.echo(
            "hcgen: this is a bug in hcgen, not in your help centre. Please report it with the "
            "lines above and the file it was working on.",
            err=True,
        )
        return BUG


def _show_configuration_error(error: ConfigurationError) -> None:
    for finding in error.findings:
        place = finding.span.position
        click.echo(
            f"{finding.span.file.path}:{place.line}:{place.column}: {finding.message}", err=True
        )
        if finding.help:
            click.echo(f"    help: {finding.help}", err=True)
    click.echo(
        f"hcgen: {error}: run this in the folder of your help centre, name it with --config, or "
        "make one with “hcgen new site DIR”",
        err=True,
    )
