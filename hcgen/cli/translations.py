"""`hcgen translations`: which translations are behind, and which are up to date again."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from hcgen import files
from hcgen.cli.exits import FOUND_NOTHING, FOUND_SOMETHING
from hcgen.cli.options import cache_option, config_option, jobs_option, memory_of
from hcgen.cli.progress import ProgressLine
from hcgen.diagnostics.formats import visible
from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.model.nearest import nearest
from hcgen.pipeline import Rendered, default_jobs, render_help_centre
from hcgen.translations import (
    NotUnderstoodError,
    Standing,
    State,
    Version,
    source_hash_of,
    standings,
    with_source_hash,
)


@click.group()
def translations() -> None:
    """Keep translations current: see which are behind, and say which are up to date."""


@translations.command()
@config_option
@click.option("--lang", "language", metavar="TAG", help="Only this language.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
)
@jobs_option
@cache_option
def status(
    config: Path, language: str | None, format_name: str, jobs: int | None, no_cache: bool
) -> int:
    """List the articles and how each stands in each language, featured ones first."""
    rendered = _rendered(config, jobs, no_cache=no_cache, is_quiet=format_name != "text")
    centre = rendered.centre
    tags = _tags(centre, language)
    facts = {path: reading.facts for path, reading in rendered.context.readings.items()}
    found = standings(centre, facts, rendered.context.today)
    counts = {
        tag: Counter(each.versions[tag].state for each in found if tag in each.versions)
        for tag in tags
    }
    if format_name == "json":
        click.echo(_as_json(found, counts, centre.source_language), nl=False)
    else:
        click.echo(_as_text(found, counts))
    return FOUND_NOTHING


@translations.command()
@click.argument("articles", metavar="[FILES]...", nargs=-1, type=click.Path(path_type=Path))
@config_option
@click.option("--all", "is_all", is_flag=True, help="All translations instead of named files.")
@click.option("--lang", "language", metavar="TAG", help="Only this language.")
@jobs_option
@cache_option
def accept(
    articles: tuple[Path, ...],
    config: Path,
    is_all: bool,
    language: str | None,
    jobs: int | None,
    no_cache: bool,
) -> int:
    """Note in the translations FILES that they say what their sources say now.

    It writes the line source_hash into their front matter and changes nothing else. Look at the
    text before: from then on the translation counts as current until its source changes again.
    """
    if bool(articles) == is_all:
        raise click.UsageError(
            "name the files of the translations that you have looked at, or --all"
            if not articles
            else "name files, or --all, not both"
        )
    rendered = _rendered(config, jobs, no_cache=no_cache, is_quiet=False)
    tags = _tags(rendered.centre, language)
    if is_all:
        chosen = [
            version
            for version in rendered.centre.articles
            if _source_of(rendered.centre, version) is not None
        ]
    else:
        chosen = [_translation(rendered, path) for path in articles]
    written = refused = 0
    for article in (each for each in chosen if each.language in tags):
        source = _source_of(rendered.centre, article)
        assert source is not None
        value = source_hash_of(rendered.context.readings[source.file.path].facts)
        file = (rendered.root / article.file.path).resolve()
        data = file.read_bytes()
        try:
            changed = with_source_hash(data, value)
        except NotUnderstoodError as error:
            refused += 1
            click.echo(f"hcgen: {visible(article.file.path)} {error}: left as it is", err=True)
            continue
        if changed != data:
            files.write_file_atomically(file, changed)
            written += 1
            click.echo(visible(article.file.path))
    click.echo(f"{written} changed" + (f", {refused} left as they are" if refused else ""))
    return FOUND_SOMETHING if refused else FOUND_NOTHING


def _rendered(config: Path, jobs: int | None, *, no_cache: bool, is_quiet: bool) -> Rendered:
    with ProgressLine(is_quiet=is_quiet) as progress:
        return render_help_centre(
            config,
            jobs=jobs or default_jobs(),
            progress=progress,
            memory=memory_of(config, no_cache=no_cache),
        )


def _tags(centre: HelpCentre, language: str | None) -> tuple[str, ...]:
    """Return the languages to look at: the one named, else all but the source language."""
    tags = tuple(each.tag for each in centre.languages if each.tag != centre.source_language)
    if language is None:
        return tags
    if language not in tags:
        what = (
            "is the source language"
            if language == centre.source_language
            else "is no language of this site"
        )
        raise click.BadParameter(
            f"“{language}” {what}; {nearest(language, tags)}", param_hint="--lang"
        )
    return (language,)


def _source_of(centre: HelpCentre, article: Article) -> Article | None:
    """Return what an article is a translation of; None: it is none."""
    if article.language == centre.source_language:
        return None
    versions = centre.translations.get(article.key, {})
    is_listed = versions.get(article.language) is article
    return versions.get(centre.source_language) if is_listed else None


def _translation(rendered: Rendered, path: Path) -> Article:
    """Return the translation in a file that was named, from the present folder."""
    wanted = path.resolve()
    for article in rendered.centre.articles:
        if (rendered.root / article.file.path).resolve() == wanted:
            if _source_of(rendered.centre, article) is None:
                why = (
                    "is written in the source language"
                    if article.language == rendered.centre.source_language
                    else "has no source that it could be compared with"
                )
                raise click.BadParameter(f"“{path}” {why}", param_hint="FILES")
            return article
    raise click.BadParameter(f"“{path}” is no article of this help centre", param_hint="FILES")


def _as_text(found: Iterable[Standing], counts: Mapping[str, Mapping[State, int]]) -> str:
    rows = [
        [_name(each), *(_cell(each.versions.get(tag)) for tag in counts)]
        for each in found
        if any(tag in each.versions for tag in counts)
    ]
    table = [["article", *counts], *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
    lines.append("")
    for tag, states in counts.items():
        parts = [f"{states[state]} {state.value}" for state in State if states.get(state)]
        lines.append(f"{tag}: {_share(states)}% current" + "".join(f", {part}" for part in parts))
    return "\n".join(lines)


def _name(standing: Standing) -> str:
    path = visible(standing.source.path if standing.source else standing.key)
    if standing.is_featured:
        return f"{path} (featured)"
    return f"{path} (required)" if standing.is_required else path


def _cell(version: Version | None) -> str:
    if version is None:
        return "-"
    return (
        f"{version.state.value} ({version.grade.value})" if version.grade else version.state.value
    )


def _share(states: Mapping[State, int]) -> int:
    """Return the share of current translations, in per cent of those that are wanted."""
    wanted = sum(states.values()) - states.get(State.WAIVED, 0) - states.get(State.ORPHAN, 0)
    return 100 * states.get(State.CURRENT, 0) // wanted if wanted else 100


def _as_json(
    found: Iterable[Standing], counts: Mapping[str, Mapping[State, int]], source_language: str
) -> str:
    articles = [
        {
            "article": each.key,
            "source": each.source.file.path if each.source else None,
            "featured": each.is_featured,
            "required": each.is_required,
            "versions": {
                tag: {
                    "state": version.state.value,
                    "changed": version.grade.value if version.grade else None,
                    "file": version.article.file.path if version.article else None,
                }
                for tag, version in each.versions.items()
                if tag in counts
            },
        }
        for each in found
        if any(tag in each.versions for tag in counts)
    ]
    languages = {
        tag: {
            "percent_current": _share(states),
            **{state.value: states.get(state, 0) for state in State},
        }
        for tag, states in counts.items()
    }
    data = {"source_language": source_language, "articles": articles, "languages": languages}
    return json.dumps(data, indent=2) + "\n"
