"""`hcgen search`: the browser's ranking on the command line, from the published files."""

import json
from pathlib import Path

import click

from hcgen.cli.exits import COULD_NOT_RUN, FOUND_NOTHING
from hcgen.cli.options import config_option
from hcgen.diagnostics import Findings
from hcgen.languages import load_language
from hcgen.load import load_settings
from hcgen.model.nearest import nearest
from hcgen.search import INDEX_FILE_KINDS, SearchReader, analyzer_of, manifest_path


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
def search(
    query: str, language: str, limit: int, config: Path, site_dir: Path | None, format_name: str
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
    reader = SearchReader(
        language,
        analyzer_of(load_language(language), settings),
        lambda path: (site / path).read_bytes(),
    )
    results = reader.search(query, limit=limit)
    if format_name == "json":
        found = [
            {
                "id": result.id,
                "url": result.url,
                "title": result.title,
                "anchor": result.anchor,
                "heading": result.heading,
                "passage": result.passage,
                "score": result.score,
            }
            for result in results
        ]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for result in results:
            badge = f" [{result.language}]" if result.language else ""
            click.echo(f"{result.score:>9}  {result.title}{badge}\n           /{result.url}")
        if not results:
            click.echo("nothing found")
    return FOUND_NOTHING
