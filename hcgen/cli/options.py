"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from hcgen.load.plugin_section import FAIL_LEVELS
from hcgen.pipeline import ArticleMemory, Store

Command = TypeVar("Command", bound=Callable[..., Any])


def config_option(command: Command) -> Command:
    """Add ``--config``."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("mkdocs.yml"),
        show_default=True,
        help="The configuration of the help centre.",
    )(command)


def fail_on_option(command: Command) -> Command:
    """Add ``--fail-on`` and ``--strict``."""
    command = click.option("--strict", is_flag=True, help="The same as --fail-on warning.")(command)
    return click.option(
        "--fail-on",
        type=click.Choice(FAIL_LEVELS),
        help="How bad a finding must be to end with status 1.  [default: error, or mkdocs.yml]",
    )(command)


def jobs_option(command: Command) -> Command:
    """Add ``--jobs``."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="How many processes may work at once.  [default: one per processor]",
    )(command)


def cache_option(command: Command) -> Command:
    """Add ``--no-cache``."""
    return click.option(
        "--no-cache",
        is_flag=True,
        help="Make everything anew, and keep nothing for the next run.",
    )(command)


def memory_of(config: Path, *, no_cache: bool) -> ArticleMemory:
    """Return what remembers the articles of a project from one run to the next."""
    return ArticleMemory(None if no_cache else Store(config.parent))


def fail_level(fail_on: str | None, *, strict: bool, configured: str) -> str:
    """Return the level that counts: of the command line, else of `mkdocs.yml`."""
    return fail_on or ("warning" if strict else configured)
