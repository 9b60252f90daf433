"""Makes a whole site into whatever takes its files: the folder of a build, the memory of a host."""

import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Protocol

import jinja2

from hcgen.checks import Selection, SiteContext
from hcgen.diagnostics import Report
from hcgen.model.addresses import Addresses
from hcgen.model.help_centre import HelpCentre
from hcgen.model.language import Language
from hcgen.pages import Composer, Page, plan_site
from hcgen.pages.stylesheet import Contents, compose_stylesheet
from hcgen.pipeline.indexes import Indexes
from hcgen.pipeline.indexing import Indexer
from hcgen.pipeline.jobs import in_jobs
from hcgen.pipeline.progress import Clock, Progress, silent
from hcgen.pipeline.rendering import Rendered
from hcgen.pipeline.reporting import report_of
from hcgen.search import SearchReader, Similar, SimilarArticles, SimilarOf

_Similar = Mapping[str, tuple[Similar, ...]]
"""Key of an article -> those that are like it."""


class TemplateError(Exception):
    """A template does not work; the message says which one, where and why."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages are made with; the theme host hands it over.

    Attributes:
        templates: A Jinja environment that finds ``base.html`` and the others.
        assets: Name -> bytes of the files that pages load, such as ``site.css``, which is but the
            last part of the stylesheet that is published under its name.
        material_css: Material's main stylesheet.
        palette_css: Material's stylesheet of colours.
    """

    templates: jinja2.Environment
    assets: Mapping[str, bytes]
    material_css: str
    palette_css: str


class Sink(Protocol):
    """Takes the files of a site; paths are below its root."""

    def write(self, path: str, data: bytes) -> None:
        """Take a file."""

    def copy(self, source: Path, path: str) -> None:
        """Take a copy of a file."""

    def read(self, path: str) -> bytes | None:
        """Return a file that was taken; None if there is none."""


@dataclass(frozen=True, slots=True)
class MadeSite:
    """What was made.

    Attributes:
        written: Paths of all files, sorted.
        pages: How many of them are pages.
        fallbacks: How many pages show a text in another language than the reader's.
    """

    report: Report
    written: tuple[str, ...]
    pages: int
    fallbacks: int


def make_site(
    rendered: Rendered,
    theme: Theme,
    sink: Sink,
    *,
    jobs: int = 1,
    clock: Clock | None = None,
    progress: Progress = silent,
    states_policy: bool = True,
    only: Collection[str] = (),
) -> MadeSite:
    """Make every file of a site, then check the pages against the data.

    Args:
        sink: With more than one job it is called in other processes, so it must not keep anything
            in memory.
        states_policy: Pages hold the content security policy; not for a preview that puts a
            script of its own into them.
        only: Tags of the languages whose pages and index are made, and whose queries are asked;
            what no language owns is made in any case. Empty: all languages.

    Raises:
        TemplateError: A page cannot be made.
    """
    clock = clock or Clock()
    languages = tuple(each for each in rendered.centre.languages if not only or each.tag in only)
    # before the pages: they name the articles that the index finds to be like theirs
    with clock.step("index"):
        indexed, similar_of = _write_index(rendered, languages, sink, jobs=jobs, progress=progress)
    with clock.step("compose"):
        composer = composer_of(rendered, theme, similar_of=similar_of, states_policy=states_policy)
        site = plan_site(composer)
        others = {each.tag for each in rendered.centre.languages if each not in languages}
        pages = [page for path, page in site.pages.items() if path.partition("/")[0] not in others]
        _write_pages(pages, sink, jobs=jobs, progress=progress)
        copied = _copy_files(composer, rendered, sink)
    with clock.step("check"):

        def read_page(path: str) -> str | None:
            data = sink.read(path)
            if data is None and others and path in site.pages:
                return made_page(site.pages[path])
            return None if data is None else data.decode("utf-8")

        reader_of = cache(lambda tag: SearchReader(tag, partial(_taken, sink)))
        context = _site_context(rendered, read_page, reader_of, similar_of)
        if others:
            context = replace(context, centre=_asking_only(context.centre, languages))
        report = report_of(context, is_whole=not others)
    return MadeSite(
        report=report,
        written=tuple(sorted((*(page.path for page in pages), *copied, *indexed))),
        pages=sum(page.path.endswith(".html") for page in pages),
        fallbacks=site.fallbacks,
    )


def _asking_only(centre: HelpCentre, languages: Sequence[Language]) -> HelpCentre:
    """Return a help centre with the golden queries of some languages, whose indexes there are."""
    tags = {language.tag for language in languages}
    queries = {tag: found for tag, found in centre.queries.items() if tag in tags}
    return replace(centre, queries=queries)


def check_help_centre(
    rendered: Rendered,
    theme: Theme,
    *,
    chosen: Selection | None = None,
    uses_baseline: bool = True,
    clock: Clock | None = None,
    indexes: Indexes | None = None,
) -> Report:
    """Return what all stages find; of the pages only those are made that a rule looks at.

    Args:
        chosen: Which rules count; None: what the configuration says.
        uses_baseline: Leave out what the baseline knows.
        indexes: Of what customers see, where they are there already.
    """
    clock = clock or Clock()
    with clock.step("check"):
        indexes = indexes or Indexes(rendered, rendered.context.addresses)
        site = plan_site(composer_of(rendered, theme, similar_of=indexes.similar_of))

        @cache  # several rules look at the same few pages
        def read_page(path: str) -> str | None:
            page = site.pages.get(path)
            return made_page(page) if page else None

        context = _site_context(rendered, read_page, indexes.reader_of, indexes.similar_of)
        return report_of(context, chosen=chosen, uses_baseline=uses_baseline)


def composer_of(
    rendered: Rendered,
    theme: Theme,
    *,
    addresses: Addresses | None = None,
    similar_of: SimilarOf | None = None,
    shows_drafts: bool = False,
    states_policy: bool = True,
) -> Composer:
    """Return what makes the pages of a help centre.

    Args:
        addresses: Of the pages; None: worked out here where there are drafts among them.
        similar_of: None: from an index that is made when the first article page is.
        shows_drafts: For a preview.
    """
    context = rendered.context
    if addresses is None:
        addresses = (
            Addresses.of(context.centre, context.today, shows_drafts=True)
            if shows_drafts
            else context.addresses
        )
    return Composer(
        context.centre,
        addresses,
        lambda article: context.fragments[article.file.path],
        theme.templates,
        _assets(rendered, theme),
        context.today,
        similar_of=similar_of or Indexes(rendered, addresses).similar_of,
        shows_drafts=shows_drafts,
        states_policy=states_policy,
    )


def _assets(rendered: Rendered, theme: Theme) -> Mapping[str, bytes]:
    """Return the files that pages load, with the site's one stylesheet."""
    accent = rendered.centre.settings.accent
    stylesheet = compose_stylesheet(
        theme.assets["site.css"].decode("utf-8-sig", "surrogateescape"),
        material=theme.material_css,
        palette=theme.palette_css,
        contents=Contents.of(rendered.context.fragments.values()),
        accent=accent.value if accent else "",
    )
    return {**theme.assets, "site.css": stylesheet.encode("utf-8", "surrogateescape")}


def search_readers(rendered: Rendered) -> Callable[[str], SearchReader]:
    """Return what gives the search of each language, by tag, without a site being made.

    An index is made when it is first asked for.
    """
    return Indexes(rendered, rendered.context.addresses).reader_of


def _taken(sink: Sink, path: str) -> bytes:
    data = sink.read(path)
    if data is None:
        raise FileNotFoundError(path)
    return data


def _site_context(
    rendered: Rendered,
    read_page: Callable[[str], str | None],
    reader_of: Callable[[str], SearchReader],
    similar_of: SimilarOf,
) -> SiteContext:
    context = rendered.context
    return SiteContext(
        context.centre,
        context.addresses,
        context.findings,
        context.today,
        context.fragments,
        context.readings,
        reader_of,
        similar_of,
        read_page,
    )


def made_page(page: Page) -> str:
    """Return a page's text.

    Raises:
        TemplateError: As a value that other processes can hand over.
    """
    try:
        return page.make()
    except Exception as error:
        place = _place_in_template(error)
        if not place:
            raise  # not the template's fault
        words = str(getattr(error, "message", "") or error).partition("\n")[0]
        raise TemplateError(f"{place}: the template does not work: {words}") from None


def _place_in_template(error: Exception) -> str:
    """Return file and line of the template in which an error came up; empty for other errors."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    places = [frame for frame in frames if frame.filename.endswith(".html")]
    if places:
        return f"{places[-1].filename}:{places[-1].lineno}"
    return str(error.name) if isinstance(error, jinja2.TemplateNotFound) else ""


def _write_pages(pages: Sequence[Page], sink: Sink, *, jobs: int, progress: Progress) -> None:
    def work(part: Sequence[Page]) -> None:
        for page in part:
            sink.write(page.path, made_page(page).encode("utf-8"))

    progress("compose", 0, len(pages))
    for done, _ in in_jobs(work, pages, jobs=jobs):
        progress("compose", done, len(pages))


def _write_index(
    rendered: Rendered,
    languages: Sequence[Language],
    sink: Sink,
    *,
    jobs: int,
    progress: Progress,
) -> tuple[tuple[str, ...], SimilarOf]:
    """Write the indexes of some languages; return their files, and what is alike in them.

    What is alike is told of the languages of fallback pages too: their texts have no other index.
    """

    def work(part: Sequence[Language]) -> list[tuple[str, list[str], _Similar]]:
        return [(language.tag, *write(language)) for language in part]

    def write(language: Language) -> tuple[list[str], _Similar]:
        index = indexer.index_of(language)
        files = indexer.files_of(language, index) if language in languages else {}
        for path, data in files.items():
            sink.write(path, data)
        similar = SimilarArticles(index)
        return list(files), {each.key: similar.of(each.key) for each in index.articles}

    paths: list[str] = []
    found: dict[str, _Similar] = {}
    addresses = rendered.context.addresses
    indexer = Indexer(rendered, addresses, jobs=jobs)
    shown = {
        entry.article.language
        for language in languages
        for entry in addresses.entries[language.tag].values()
    }
    needed = [each for each in rendered.centre.languages if each in languages or each.tag in shown]
    progress("index", 0, len(needed))
    # three languages one after another in two processes would leave one idle for a third of
    # the time: the system shares its cores better than whole languages can be shared
    several = jobs if jobs == 1 else max(jobs, min(len(needed), 2 * jobs))
    for done, part in in_jobs(work, needed, jobs=several, chunk=1):
        for tag, written, similar in part:
            paths += written
            found[tag] = similar
        progress("index", done, len(needed))
    return tuple(paths), lambda tag, key: found.get(tag, {}).get(key, ())


def _copy_files(composer: Composer, rendered: Rendered, sink: Sink) -> tuple[str, ...]:
    """Copy the theme's and the writers' files; return their paths below the site's root."""
    written: list[str] = []
    for path, data in composer.theme_files.published():
        sink.write(path, data)
        written.append(path)
    content = rendered.root / rendered.centre.settings.content_dir
    for path in rendered.centre.assets:
        sink.copy(content / path, path)
        written.append(path)
    return tuple(written)
