"""`hcgen check`: all offline checks, nothing published."""

from pathlib import Path

import click

from hcgen import files
from hcgen.checks import all_checks, selection
from hcgen.checks.selection import matching
from hcgen.cli.exits import FOUND_NOTHING, FOUND_SOMETHING
from hcgen.cli.options import (
    config_option,
    fail_level,
    fail_on_option,
    jobs_option,
    nearest_rule,
)
from hcgen.cli.progress import ProgressLine
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
    selected = _rule_words(select, "--select")
    ignored = _rule_words(ignore, "--ignore")
    with ProgressLine(is_quiet=output is None and format_name != "text") as progress:
        rendered = render_help_centre(config, jobs=jobs or default_jobs(), progress=progress)
        settings = rendered.centre.settings
        theme = load_theme(settings, rendered.root)
        report = check_help_centre(
            rendered, theme, chosen=selection(settings.rules, select=selected, ignore=ignored)
        )
    text = renderer(format_name)(report)
    if output is None:
        click.echo(text, nl=False)
    else:
        files.write_file_atomically(output, text.encode("utf-8"))
    level = fail_level(fail_on, strict=strict, configured=settings.fail_on)
    return FOUND_SOMETHING if report.reaches(level) else FOUND_NOTHING


def _rule_words(words: str | None, option: str) -> tuple[str, ...]:
    """Return the words of an option, each of which names a rule or a family."""
    rules = [check.rule for check in all_checks()]
    found = tuple((words or "").replace(",", " ").split())
    for word in found:
        if not matching(rules, word):
            known = {name for rule in rules for name in (rule.code[:3], rule.code, rule.name)}
            raise click.BadParameter(
                f"“{word}” is no rule or family; {nearest_rule(word, sorted(known))}",
                param_hint=option,
            )
    return found
