"""`hcgen check`: all offline checks, nothing published."""

from pathlib import Path

import click

from hcgen import files
from hcgen.checks import all_checks
from hcgen.cli.exits import FOUND_NOTHING, FOUND_SOMETHING
from hcgen.cli.options import (
    config_option,
    fail_level,
    fail_on_option,
    jobs_option,
    nearest_rule,
)
from hcgen.cli.progress import ProgressLine
from hcgen.diagnostics import Report
from hcgen.diagnostics.formats import format_names, renderer
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import check_help_centre, default_jobs, render_help_centre


@click.command()
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
    "--select", metavar="CODES", help="Only these rules: codes or families, such as LNK,ART001."
)
@click.option("--ignore", metavar="CODES", help="All but these rules.")
@fail_on_option
@jobs_option
def check(
    config: Path,
    format_name: str,
    output: Path | None,
    select: str | None,
    ignore: str | None,
    fail_on: str | None,
    strict: bool,
    jobs: int | None,
) -> int:
    """Check every article and contact channel, without network and without publishing."""
    chosen = _chosen_codes(select, ignore)
    with ProgressLine(is_quiet=output is None and format_name != "text") as progress:
        rendered = render_help_centre(config, jobs=jobs or default_jobs(), progress=progress)
        theme = load_theme(rendered.centre.settings, rendered.root)
        report = check_help_centre(rendered, theme)
    report = Report(
        tuple(diagnostic for diagnostic in report.diagnostics if diagnostic.rule.code in chosen),
        report.articles,
        report.languages,
        report.channels,
    )
    text = renderer(format_name)(report)
    if output is None:
        click.echo(text, nl=False)
    else:
        files.write_file_atomically(output, text.encode("utf-8"))
    level = fail_level(fail_on, strict=strict, configured=rendered.centre.settings.fail_on)
    return FOUND_SOMETHING if report.reaches(level) else FOUND_NOTHING


def _chosen_codes(select: str | None, ignore: str | None) -> frozenset[str]:
    codes = [check.rule.code for check in all_checks()]
    chosen = set(_matching(select, codes, "--select")) if select else set(codes)
    if ignore:
        chosen -= set(_matching(ignore, codes, "--ignore"))
    return frozenset(chosen)


def _matching(words: str, codes: list[str], option: str) -> list[str]:
    found: list[str] = []
    for word in words.replace(",", " ").split():
        matching = [code for code in codes if code == word.upper() or code[:3] == word.upper()]
        if not matching:
            families = sorted({code[:3] for code in codes})
            raise click.BadParameter(
                f"“{word}” is no rule or family; {nearest_rule(word, (*codes, *families))}",
                param_hint=option,
            )
        found += matching
    return found
