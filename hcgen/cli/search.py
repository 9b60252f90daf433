"""`hcgen search`: the browser's ranking on the command line, from the published files."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from hcgen.cli.exits import COULD_NOT_RUN, FOUND_NOTHING
from hcgen.cli.options import config_option
from hcgen.diagnostics import Findings
from hcgen.diagnostics.formats import visible
from hcgen.load import load_settings
from hcgen.model.nearest import nearest
from hcgen.search import (
    INDEX_FILE_KINDS,
    Explanation,
    SearchReader,
    explain,
    manifest_path,
)


@click.command()
@click.argument("query")
@click.option("--lang", "language", required=True, help="Tag of the language to search in.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    default=10,
    show_default=True,
    help="How many results at most.",
)
@config_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="The published site.  [default: site, or site_dir of mkdocs.yml]",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
)
@click.option(
    "--explain", "explains", is_flag=True, help="Say what each word of the query adds, and how."
)
def search(
    query: str,
    language: str,
    limit: int,
    config: Path,
    site_dir: Path | None,
    format_name: str,
    explains: bool,
) -> int:
    """Search the published help centre for QUERY, as its readers do."""
    settings = load_settings(config, Findings())
    site = site_dir if site_dir is not None else config.parent / settings.site_dir
    manifests = {path.stem for path in (site / manifest_path("*")).parent.glob("*.json")}
    indexed = sorted(
        name for name in manifests if not any(f"-{kind}-" in name for kind in INDEX_FILE_KINDS)
    )
    if not indexed:
        click.echo(f"hcgen: no search index in {site}: run “hcgen build” first", err=True)
        return COULD_NOT_RUN
    if language not in indexed:
        raise click.BadParameter(
            f"“{language}” has no index; {nearest(language, indexed)}", param_hint="--lang"
        )
    reader = SearchReader(language, lambda path: (site / path).read_bytes())
    explanations = explain(reader, query, limit=limit)
    if format_name == "json":
        found = [_plain(explanation, explains=explains) for explanation in explanations]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return FOUND_NOTHING
    for explanation in explanations:
        result = explanation.result
        badge = f" [{result.language}]" if result.language else ""
        click.echo(f"{result.score:>9}  {visible(result.title)}{badge}")
        click.echo(f"{'':>9}  /{result.url}")
        if explains:
            for line in _lines(explanation):
                click.echo(f"{'':>9}  {line}")
    if not explanations:
        click.echo("nothing found")
    return FOUND_NOTHING


def _plain(explanation: Explanation, *, explains: bool) -> dict[str, object]:
    """Return a result for programs."""
    result = explanation.result
    plain: dict[str, object] = {
        "id": result.id,
        "url": result.url,
        "title": result.title,
        "anchor": result.anchor,
        "heading": result.heading,
        "passage": result.passage,
        "score": result.score,
    }
    if explains:
        plain["explanation"] = {
            "rank": explanation.rank,
            "share": explanation.share,
            "bonus": explanation.bonus,
            "terms": [one._asdict() for one in explanation.contributions],
            "lacking": list(explanation.lacking),
        }
    return plain


def _lines(explanation: Explanation) -> Iterator[str]:
    """Yield what a result is made of, in lines for people."""
    for one in explanation.contributions:
        way = one.word if one.word == one.found else f"{one.word} -> {one.found}"
        term = "" if one.term == one.found else f", kept as “{one.term}”"
        yield visible(
            f"{one.points:>9}  {way} ({one.how}{term}): weight {one.weight} x impact {one.impact}"
        )
    if explanation.lacking:
        yield visible(f"{0:>9}  lacks {', '.join(explanation.lacking)}")
    yield f"{'':>9}  has {explanation.share} % of the query's weight"
    if explanation.bonus:
        yield f"{'':>9}  its title says it: {explanation.bonus} % more"
