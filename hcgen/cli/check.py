"""`hcgen check`: all offline checks, nothing published."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from hcgen import files
from hcgen.checks import Selection, all_checks, selection
from hcgen.checks.selection import matching, nearest_rule
from hcgen.cli.exits import FOUND_NOTHING, FOUND_SOMETHING
from hcgen.cli.options import (
    cache_option,
    config_option,
    fail_level,
    fail_on_option,
    jobs_option,
    memory_of,
)
from hcgen.cli.progress import ProgressLine
from hcgen.diagnostics import Report
from hcgen.diagnostics.baseline import BASELINE_FILE, baseline_text
from hcgen.diagnostics.formats import coloured_text, format_names, renderer, step_summary
from hcgen.mkdocs_site import load_theme
from hcgen.model.settings import Settings
from hcgen.pipeline import (
    ArticleMemory,
    Progress,
    check_help_centre,
    default_jobs,
    fix_until_done,
    render_help_centre,
)


@click.command()
@click.argument("paths", metavar="[FILES]...", nargs=-1, type=click.Path(path_type=Path))
@config_option
@click.option(
    "--format",
    "format_name",
    type=click.Choice(format_names()),
    default="text",
    show_default=True,
    help="How to write the findings down.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the findings into a file instead.",
)
@click.option(
    "--report",
    "reports",
    metavar="FORMAT=FILE",
    multiple=True,
    help="Write them into one more file, in another format; may be given several times.",
)
@click.option(
    "--select",
    metavar="RULES",
    help="Only these rules: codes or families, such as LNK,ART001; or ALL, or DEFAULT.",
)
@click.option("--ignore", metavar="RULES", help="All but these rules.")
@click.option("--fix", "fixes", is_flag=True, help="Put right what can safely be put right.")
@click.option(
    "--write-baseline",
    "writes_baseline",
    is_flag=True,
    help=f"Write all findings into {BASELINE_FILE}: they are known from then on, and not shown.",
)
@fail_on_option
@jobs_option
@cache_option
def check(
    paths: tuple[Path, ...],
    config: Path,
    format_name: str,
    output: Path | None,
    reports: tuple[str, ...],
    select: str | None,
    ignore: str | None,
    fixes: bool,
    writes_baseline: bool,
    fail_on: str | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
) -> int:
    """Check every article and contact channel, without network and without publishing.

    Everything is checked, since one file can break another; with FILES only what is found in them
    is told and fixed.
    """
    if writes_baseline and (paths or select or ignore):
        raise click.UsageError(
            "a baseline knows everything or nothing: leave out files, --select and --ignore"
        )
    more = [_format_and_file(word) for word in reports]
    run = _Run(
        config,
        jobs or default_jobs(),
        memory_of(config, no_cache=no_cache),
        select=_rule_words(select, "--select"),
        ignore=_rule_words(ignore, "--ignore"),
        uses_baseline=not writes_baseline,
    )
    shown = _below_root(paths, config) if paths else None
    with ProgressLine(is_quiet=output is None and format_name != "text") as progress:
        if fixes:
            fixed = fix_until_done(config.parent, lambda: run.report(progress), paths=shown)
            report = fixed.report
        else:
            report = run.report(progress)
    if fixes:
        places = f" in {', '.join(fixed.changed)}" if fixed.changed else ""
        click.echo(f"fixed {fixed.count}{places}", err=True)
    if shown is not None:
        report = report.of_files(shown)
    if writes_baseline:
        place = config.parent / BASELINE_FILE
        files.write_file_atomically(place, baseline_text(report.diagnostics).encode("utf-8"))
        click.echo(f"{len(report.diagnostics)} findings are known now: {place}")
        return FOUND_NOTHING
    for name, file in more:
        _write(file, renderer(name)(report))
    _tell(report, format_name, output)
    level = fail_level(fail_on, strict=strict, configured=run.settings.fail_on)
    return FOUND_SOMETHING if report.reaches(level) else FOUND_NOTHING


class _Run:
    """Checks the help centre, as often as it is asked to; what did not change is kept."""

    def __init__(
        self,
        config: Path,
        jobs: int,
        memory: ArticleMemory,
        *,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        uses_baseline: bool,
    ) -> None:
        self._config = config
        self._jobs = jobs
        self._select = select
        self._ignore = ignore
        self._uses_baseline = uses_baseline
        self._memory = memory
        self.settings: Settings

    def report(self, progress: Progress) -> Report:
        rendered = render_help_centre(
            self._config, jobs=self._jobs, progress=progress, memory=self._memory
        )
        self.settings = rendered.centre.settings
        chosen: Selection = selection(self.settings.rules, select=self._select, ignore=self._ignore)
        theme = load_theme(self.settings, rendered.root)
        return check_help_centre(rendered, theme, chosen=chosen, uses_baseline=self._uses_baseline)


def _tell(report: Report, format_name: str, output: Path | None) -> None:
    if output is not None:
        _write(output, renderer(format_name)(report))
    elif format_name == "text" and _shows_colours():
        click.echo(coloured_text(report), nl=False, color=True)
    else:
        click.echo(renderer(format_name)(report), nl=False)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if format_name == "github" and summary:
        # others write to the same file before and after us
        files.append_to_file(Path(summary), step_summary(report).encode("utf-8"))


def _shows_colours() -> bool:
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return is_terminal and not os.environ.get("NO_COLOR")  # any value counts


def _write(file: Path, text: str) -> None:
    files.write_file_atomically(file, text.encode("utf-8"))


def _format_and_file(word: str) -> tuple[str, Path]:
    name, sign, file = word.partition("=")
    if not sign or not file or name not in format_names():
        raise click.BadParameter(
            f"“{word}” is no format and file: write, for example, sarif=findings.sarif; "
            f"formats are {', '.join(format_names())}",
            param_hint="--report",
        )
    return name, Path(file)


def _below_root(paths: Iterable[Path], config: Path) -> frozenset[str]:
    """Return files as diagnostics name them: below the project folder, with ``/``."""
    root = config.parent.resolve()
    found: set[str] = set()
    for path in paths:
        place = path.absolute() if path.is_symlink() else path.resolve()
        if not place.is_relative_to(root):
            raise click.BadParameter(f"{path} lies outside {root}", param_hint="FILES")
        if not path.exists():
            raise click.BadParameter(f"there is no {path}", param_hint="FILES")
        inside = (
            [file for file in place.rglob("*") if file.is_file()] if place.is_dir() else [place]
        )
        found.update(file.relative_to(root).as_posix() for file in inside)
    return frozenset(found)


def _rule_words(words: str | None, option: str) -> tuple[str, ...]:
    """Return the words of an option, each of which names a rule or a family."""
    rules = [check.rule for check in all_checks()]
    found = tuple((words or "").replace(",", " ").split())
    for word in found:
        if not matching(rules, word):
            raise click.BadParameter(
                f"“{word}” is no rule or family; {nearest_rule(rules, word)}",
                param_hint=option,
            )
    return found
