"""`hcgen build`: check, render, publish."""

import json
import resource
import sys
from pathlib import Path

import click

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
from hcgen.diagnostics import Severity
from hcgen.diagnostics.formats import renderer
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import (
    BuildResult,
    Clock,
    Rendered,
    build_help_centre,
    default_jobs,
    render_help_centre,
)


@click.command()
@config_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to publish.  [default: site, or site_dir of mkdocs.yml]",
)
@fail_on_option
@jobs_option
@cache_option
@click.option(
    "--language",
    "only",
    metavar="TAG",
    multiple=True,
    help="Make a shard: the pages of this language only; may be given several times.",
)
@click.option("--profile", is_flag=True, help="Show where the time went, step by step.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to tell what was done; json lists every file of the new site.",
)
def build(
    config: Path,
    site_dir: Path | None,
    fail_on: str | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    only: tuple[str, ...],
    profile: bool,
    format_name: str,
) -> int:
    """Check everything and publish the help centre.

    The last published site stays as it is, whole, until the new one takes its place in one step;
    and if something is found that is as bad as --fail-on, it stays for good.

    With --language it makes one part of the site, which hcgen merge puts together with the others.
    """
    clock = Clock()
    jobs = jobs or default_jobs()
    with ProgressLine(is_quiet=format_name == "json") as progress:
        rendered = render_help_centre(
            config,
            jobs=jobs,
            clock=clock,
            progress=progress,
            memory=memory_of(config, no_cache=no_cache),
        )
        settings = rendered.centre.settings
        with clock.step("load"):
            theme = load_theme(settings, rendered.root)
        _refuse_other_languages(rendered, only)
        # a shard must not take the place of the whole site
        usual = "-".join((settings.site_dir, *only))
        place = site_dir if site_dir is not None else rendered.root / usual
        result = build_help_centre(
            rendered,
            theme,
            place,
            fail_on=fail_level(fail_on, strict=strict, configured=settings.fail_on),
            jobs=jobs,
            clock=clock,
            progress=progress,
            only=only,
        )
    if format_name == "json":
        click.echo(_as_json(rendered, result), nl=False)
    else:
        _tell(rendered, result, place, clock, profile=profile)
    if sys.stdout is not None:
        sys.stdout.flush()
    result.remove_last()
    return FOUND_NOTHING if result.is_published else FOUND_SOMETHING


def _refuse_other_languages(rendered: Rendered, only: tuple[str, ...]) -> None:
    tags = [language.tag for language in rendered.centre.languages]
    for tag in only:
        if tag not in tags:
            raise click.UsageError(f"“{tag}” is no language of this site: it has {', '.join(tags)}")


def _tell(
    rendered: Rendered, result: BuildResult, place: Path, clock: Clock, *, profile: bool
) -> None:
    report = result.site.report
    if report.diagnostics:
        click.echo(renderer("text")(report))
    steps = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in clock.seconds)
    total = sum(seconds for _, seconds in clock.seconds)
    counts = ", ".join(f"{report.count(severity)} {severity.value}s" for severity in Severity)
    click.echo(f"pages      {result.site.pages}")
    tags = ", ".join(language.tag for language in rendered.centre.languages)
    click.echo(f"languages  {report.languages} ({tags})")
    click.echo(f"articles   {report.articles}, {result.site.fallbacks} shown in another language")
    click.echo(f"channels   {report.channels}")
    aside = (
        f"; {report.ignored} accepted by comments" if report.ignored else "",
        f"; {report.known} known" if report.known else "",
    )
    click.echo(f"found      {counts}{''.join(aside)}")
    click.echo(f"files      {len(result.site.written)}, {len(result.rebuilt)} new or changed")
    click.echo(f"time       {total:.2f} s ({steps})")
    if profile:
        _tell_profile(clock, total)
    if result.is_published:
        click.echo(f"published  {place}")
    else:
        click.echo("not published: the last site stays as it was", err=True)


def _tell_profile(clock: Clock, total: float) -> None:
    click.echo("\nstep        seconds   share")
    for name, seconds in clock.seconds:
        click.echo(f"{name:<10} {seconds:>8.3f} {seconds / total:>7.1%}")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    click.echo(f"most memory of one process: {max(own, children) / 1024:.0f} MB\n")


def _as_json(rendered: Rendered, result: BuildResult) -> str:
    report = json.loads(renderer("json")(result.site.report))
    document = {
        "version": 1,
        "published": result.is_published,
        "pages": result.site.pages,
        "fallbacks": result.site.fallbacks,
        "languages": [language.tag for language in rendered.centre.languages],
        "rebuilt": list(result.rebuilt),
        "diagnostics": report["diagnostics"],
        "summary": report["summary"],
    }
    return json.dumps(document, indent=2) + "\n"
