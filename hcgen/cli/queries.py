"""`hcgen queries import`: what a log of searches proposes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from hcgen import files
from hcgen.cli.exits import COULD_NOT_RUN, FOUND_NOTHING
from hcgen.cli.options import config_option
from hcgen.cli.progress import ProgressLine
from hcgen.model.folding import folded
from hcgen.model.nearest import nearest
from hcgen.pipeline import Rendered, default_jobs, render_help_centre, search_readers
from hcgen.search import SearchReader
from hcgen.search.logs import (
    NoQueriesError,
    Proposals,
    Search,
    UnusualFileError,
    lexicon_yaml,
    missing_yaml,
    own_words,
    propose,
    queries_yaml,
    read_searches,
    with_queries,
)


@click.group()
def queries() -> None:
    """Learn from what customers type: golden queries from logs of searches."""


@queries.command(name="import")
@click.argument(
    "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@click.option("--language", metavar="TAG", help="Of all queries.  [default: told from their words]")
@click.option(
    "--write", "writes", is_flag=True, help="Add the golden queries to the files of the languages."
)
@config_option
def import_log(file: Path, language: str | None, writes: bool, config: Path) -> int:
    """Propose golden queries, synonyms and missing topics from FILE, a table of searches.

    FILE is a CSV export with what was typed and, as far as it has that, how often, how many results
    there were, and what was opened. Queries with addresses, numbers or names are left out, and
    nothing of the log is kept but what you see.
    """
    with ProgressLine(is_quiet=True) as progress:
        rendered = render_help_centre(config, jobs=default_jobs(), progress=progress)
    tags = rendered.centre.tags
    if language is not None and language not in tags:
        raise click.BadParameter(
            f"the help centre has no language “{language}”; {nearest(language, tags)}",
            param_hint="--language",
        )
    try:
        with file.open("rb") as stream:
            searches = read_searches(stream)
    except NoQueriesError:
        click.echo(
            f"hcgen: {file}: no column holds what people typed: name it “query” in the first line",
            err=True,
        )
        return COULD_NOT_RUN
    readers = search_readers(rendered)
    key_of = _keys(rendered)
    is_done = True
    chosen = tags if language is None else (language,)
    for tag, own in _by_language(searches, chosen, readers).items():
        known = rendered.centre.queries.get(tag, ())
        proposals = propose(
            own,
            readers(tag),
            key_of,
            known_queries=frozenset(query.query.value.casefold() for query in known),
        )
        is_done = _tell(rendered, tag, proposals, writes=writes) and is_done
    return FOUND_NOTHING if is_done else COULD_NOT_RUN


def _by_language(
    searches: tuple[Search, ...], tags: tuple[str, ...], readers: Callable[[str], SearchReader]
) -> Mapping[str, list[Search]]:
    """Return tag -> its searches: each goes to the language whose articles have its words.

    Where that is not clear, it goes to the language of most others.
    """
    found: dict[str, list[Search]] = {tag: [] for tag in tags}
    if len(tags) == 1:
        return {tags[0]: list(searches)}
    known = [{tag: own_words(readers(tag), search.query) for tag in tags} for search in searches]
    usual = max(tags, key=lambda tag: sum(words[tag] for words in known))
    for search, words in zip(searches, known, strict=True):
        best = max(tags, key=lambda tag: words[tag])
        # one word more may be a loan word or a slip
        is_clear = words[best] > words[usual] and (
            words[best] > words[usual] + 1 or words[best] == len(search.query.split())
        )
        found[best if is_clear else usual].append(search)
    return found


def _keys(rendered: Rendered) -> Callable[[str], str | None]:
    """Return what finds the key of an article by its address, path, id or title."""
    context = rendered.context
    named: dict[str, str] = dict(context.centre.keys)
    for entries in context.addresses.entries.values():
        for key, entry in entries.items():
            named.setdefault(entry.address.strip("/"), key)
            named.setdefault(folded(entry.article.title.value), key)
    base = context.centre.settings.base_path.strip("/")

    def key_of(written: str) -> str | None:
        try:
            path = unquote(urlsplit(written).path).strip("/")
        except ValueError:
            path = ""
        path = path.removesuffix("index.html").removesuffix(".md").strip("/")
        inside = path.removeprefix(f"{base}/") if base else path
        names = (inside, path, folded(written))
        return next((named[name] for name in names if name in named), None)

    return key_of


def _tell(rendered: Rendered, tag: str, proposals: Proposals, *, writes: bool) -> bool:
    """Show or write the proposals for a language; return whether that could be done."""
    content = rendered.centre.settings.content_dir
    name = f"{content}/queries/{tag}.yml"
    is_done = True
    if proposals.queries and writes:
        is_done = _write(rendered.root / name, name, proposals)
    elif proposals.queries:
        click.echo(f"# {name}\nqueries:\n{queries_yaml(proposals.queries)}")
    if lexicon := lexicon_yaml(proposals):
        click.echo(f"# {content}/lexicon/{tag}.yml; look at each before you take it\n{lexicon}")
    if missing := missing_yaml(proposals):
        click.echo(f"# {tag}: nothing answers these; how often they were typed stands first")
        click.echo(missing)
    if proposals.left_out:
        click.echo(f"{tag}: left out as they may be private: {proposals.left_out}", err=True)
    return is_done


def _write(place: Path, name: str, proposals: Proposals) -> bool:
    try:
        text = place.read_bytes().decode("utf-8") if place.exists() else ""
        data = with_queries(text, proposals.queries).encode("utf-8")
    except (UnusualFileError, UnicodeDecodeError):
        click.echo(
            f"hcgen: nothing can be added to {name}: write “queries:” and one entry below the "
            "other, or run this without --write and paste",
            err=True,
        )
        return False
    files.write_file_atomically(place, data)
    click.echo(f"# {name}: added {len(proposals.queries)} golden queries")
    return True
