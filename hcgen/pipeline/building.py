"""The second half: compose the pages, check them against the data, and publish."""

import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from hcgen.checks import SiteContext, run_checks
from hcgen.diagnostics import Diagnostic, Report, Stage
from hcgen.model.article import Role
from hcgen.model.language import Language
from hcgen.pages import Composer, Page, plan_site
from hcgen.pipeline.jobs import in_jobs
from hcgen.pipeline.progress import Clock, Progress, silent
from hcgen.pipeline.rendering import Rendered, report_of
from hcgen.publish import PublishError, Staging
from hcgen.search import index_entries, index_files, load_analyzer


class TemplateError(Exception):
    """A template does not work; the message says which one, where and why."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages are made with; the theme host hands it over.

    Attributes:
        templates: A Jinja environment that finds ``base.html`` and the others.
        assets: Name -> bytes of the files that pages load, such as ``site.css``.
    """

    templates: jinja2.Environment
    assets: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build brought.

    Attributes:
        is_published: The site is in its place; False when diagnostics forbade it.
        written: Paths of all files of the new site, sorted.
        pages: How many of them are pages.
        fallbacks: How many pages show a text in another language than the reader's.
        remove_last: Removes the site that was replaced; call it once people have been told.
    """

    report: Report
    is_published: bool
    written: tuple[str, ...]
    pages: int
    fallbacks: int
    remove_last: Callable[[], None]


def check_help_centre(rendered: Rendered, theme: Theme, *, clock: Clock | None = None) -> Report:
    """Return what all stages find; of the pages only those are made that a rule looks at."""
    clock = clock or Clock()
    with clock.step("check"):
        site = plan_site(_composer(rendered, theme))

        def read_page(path: str) -> str | None:
            page = site.pages.get(path)
            return _made(page) if page else None

        found = _site_diagnostics(rendered, read_page)
    return report_of(rendered.centre, (*rendered.diagnostics, *found))


def build_help_centre(
    rendered: Rendered,
    theme: Theme,
    site_dir: Path,
    *,
    fail_on: str,
    jobs: int = 1,
    clock: Clock | None = None,
    progress: Progress = silent,
) -> BuildResult:
    """Make the whole site beside its place, and publish it if nothing reaches ``fail_on``.

    Raises:
        PublishError: The site cannot be put into its place.
        TemplateError: A page cannot be made.
        OSError: The disk is full, or the like; the last site is as it was.
    """
    clock = clock or Clock()
    content = (rendered.root / rendered.centre.settings.content_dir).resolve()
    if site_dir.resolve().is_relative_to(content):
        raise PublishError(
            f"{site_dir} lies inside the content folder, where the next build would publish it "
            "again: choose another folder with --site-dir"
        )
    staging = Staging(site_dir)
    with staging.opened():
        with clock.step("compose"):
            composer = _composer(rendered, theme)
            site = plan_site(composer)
            pages = tuple(site.pages.values())
            _write_pages(pages, staging, jobs=jobs, progress=progress)
            copied = _copy_files(composer, rendered, theme, staging)
        with clock.step("index"):
            indexed = _write_index(rendered, staging, jobs=jobs, progress=progress)
        with clock.step("check"):

            def read_page(path: str) -> str | None:
                data = staging.read(path)
                return None if data is None else data.decode("utf-8")

            found = _site_diagnostics(rendered, read_page)
            report = report_of(rendered.centre, (*rendered.diagnostics, *found))
        is_published = not report.reaches(fail_on)
        if is_published:
            with clock.step("publish"):
                staging.publish()
    return BuildResult(
        report=report,
        is_published=is_published,
        written=tuple(sorted((*site.pages, *copied, *indexed))),
        pages=sum(path.endswith(".html") for path in site.pages),
        fallbacks=site.fallbacks,
        remove_last=staging.remove_last,
    )


def _composer(rendered: Rendered, theme: Theme) -> Composer:
    context = rendered.context
    return Composer(
        context.centre,
        context.addresses,
        lambda article: context.fragments[article.file.path],
        theme.templates,
        theme.assets,
        context.today,
    )


def _site_diagnostics(
    rendered: Rendered, read_page: Callable[[str], str | None]
) -> tuple[Diagnostic, ...]:
    context = rendered.context
    site = SiteContext(
        context.centre,
        context.addresses,
        context.findings,
        context.today,
        context.fragments,
        read_page,
    )
    return tuple(run_checks(Stage.SITE, site))


def _made(page: Page) -> str:
    """Return a page's text.

    Raises:
        TemplateError: As a value that other processes can hand over.
    """
    try:
        return page.make()
    except jinja2.TemplateError as error:
        frames = traceback.extract_tb(error.__traceback__)
        places = [frame for frame in frames if frame.filename.endswith(".html")]
        if isinstance(error, jinja2.TemplateSyntaxError):
            place = f"{error.filename or error.name}:{error.lineno}: "
        else:
            place = f"{places[-1].filename}:{places[-1].lineno}: " if places else ""
        words = str(error.message or error).partition("\n")[0]
        raise TemplateError(f"{place}the template does not work: {words}") from None


def _write_pages(pages: Sequence[Page], staging: Staging, *, jobs: int, progress: Progress) -> None:
    def work(part: Sequence[Page]) -> None:
        for page in part:
            staging.write(page.path, _made(page).encode("utf-8"))

    progress("compose", 0, len(pages))
    for done, _ in in_jobs(work, pages, jobs=jobs):
        progress("compose", done, len(pages))


def _write_index(
    rendered: Rendered, staging: Staging, *, jobs: int, progress: Progress
) -> tuple[str, ...]:
    """Write the search index of every language; return the paths of its files."""
    context = rendered.context

    def work(part: Sequence[Language]) -> list[str]:
        written: list[str] = []
        for language in part:
            index = index_entries(
                language.tag,
                (
                    entry
                    for entry in context.addresses.entries[language.tag].values()
                    if entry.article.role is Role.ARTICLE
                ),
                lambda article: context.fragments[article.file.path],
                load_analyzer(language.analyzer),
            )
            for path, data in index_files(index).items():
                staging.write(path, data)
                written.append(path)
        return written

    paths: list[str] = []
    languages = context.centre.languages
    progress("index", 0, len(languages))
    for done, part in in_jobs(work, languages, jobs=jobs, chunk=1):
        paths += part
        progress("index", done, len(languages))
    return tuple(paths)


def _copy_files(
    composer: Composer, rendered: Rendered, theme: Theme, staging: Staging
) -> tuple[str, ...]:
    """Copy the theme's and the writers' files; return their paths below the site's root."""
    written: list[str] = []
    for name, data in theme.assets.items():
        path = composer.asset_path(name)
        staging.write(path, data)
        written.append(path)
    content = rendered.root / rendered.centre.settings.content_dir
    for path in rendered.centre.assets:
        staging.copy(content / path, path)
        written.append(path)
    return tuple(written)
