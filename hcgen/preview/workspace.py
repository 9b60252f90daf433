"""The help centre as it is on the disk right now; what did not change is kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition, Event, Lock

from hcgen.diagnostics import Report
from hcgen.languages import load_language
from hcgen.load import ConfigurationError
from hcgen.mkdocs_site import ThemeError, load_theme
from hcgen.model.addresses import Addresses
from hcgen.model.settings import Settings
from hcgen.pages import Composer, Site, plan_site
from hcgen.pipeline import (
    ArticleMemory,
    Indexes,
    IndexMemory,
    KnownArticles,
    Rendered,
    Store,
    Theme,
    check_help_centre,
    composer_of,
    made_page,
    render_help_centre,
)
from hcgen.search import manifest_path


class _Checks:
    """What is found in one state of the files, once somebody asks for it."""

    def __init__(self, check: Callable[[], Report], at_work: Lock) -> None:
        """Do nothing yet.

        Args:
            at_work: Held meanwhile: two runs of the rules would only hinder each other.
        """
        self._check = check
        self._at_work = at_work
        self._report: Report | None = None

    def report(self) -> Report:
        with self._at_work:
            if self._report is None:
                self._report = self._check()
            return self._report


@dataclass(frozen=True, slots=True)
class Preview:
    """What readers of the preview see.

    Attributes:
        number: Rises with every change.
        was_shown: Set once a page of it has been sent to a browser.
        indexes: Of what this preview shows, drafts too.
        failure: Why the newest state of the files cannot be shown; what is shown is then the state
            before. Empty when all is well.
    """

    number: int
    rendered: Rendered
    theme: Theme
    composer: Composer
    site: Site
    checks: _Checks
    indexes: Indexes
    was_shown: Event
    failure: str = ""

    @property
    def report(self) -> Report:
        """What is found in this state of the files; looked for when it is first asked for.

        Raises:
            TemplateError: A page that a rule reads cannot be made.
        """
        return self.checks.report()

    def file(self, path: str) -> bytes | None:
        """Return a file of the site, made now; None if the site has none of that path.

        Raises:
            TemplateError: The page cannot be made.
            OSError: A file of the content folder cannot be read any more.
        """
        page = self.site.pages.get(path)
        if page is not None:
            return made_page(page).encode("utf-8")
        for published, data in self.composer.theme_files.published():
            if published == path:
                return data
        if path in self.rendered.centre.assets:
            content = self.rendered.root / self.rendered.centre.settings.content_dir
            return (content / path).read_bytes()
        return self._index_file(path)

    def _index_file(self, path: str) -> bytes | None:
        for language in self.rendered.centre.languages:
            tag = language.tag
            if not path.startswith(manifest_path(tag).removesuffix(".json")):
                continue
            data = self.indexes.files_of(tag).get(path)
            if data is not None:
                return data
        return None


class Workspace:
    """Loads the help centre again whenever it is told to, and says when something is new."""

    def __init__(self, config: Path, *, jobs: int) -> None:
        """Load for the first time.

        Raises:
            ConfigurationError: There is no readable `mkdocs.yml`.
            ThemeError: The theme cannot be used.
        """
        self._config = config
        self._jobs = jobs
        self._memory = ArticleMemory(Store(config.parent))
        self._changed = Condition()
        self._checking = Lock()
        words = KnownArticles()
        self._index_of_customers = IndexMemory(words)
        self._index_with_drafts = IndexMemory(words)
        self._theme: tuple[Settings, Theme] | None = None
        self._preview = self._load(1, reloads_theme=True)

    @property
    def preview(self) -> Preview:
        return self._preview

    def refresh(self, changed: frozenset[Path]) -> Preview:
        """Load the files as they are now; a fault keeps what was shown and says why.

        Args:
            changed: The files; empty when it is not known which.
        """
        old = self._preview
        if not changed or any(path.suffix == ".toml" for path in changed):
            load_language.cache_clear()
        reloads_theme = not changed or any(self._belongs_to_theme(path) for path in changed)
        try:
            new = self._load(old.number + 1, reloads_theme=reloads_theme)
        except (ConfigurationError, ThemeError, OSError, ValueError) as error:
            new = replace(old, number=old.number + 1, was_shown=Event(), failure=_words(error))
        with self._changed:
            self._preview = new
            self._changed.notify_all()
        return new

    def wait_for_change(self, number: int, timeout_s: float) -> int:
        """Return the number of the newest preview, once it is not ``number`` or time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._preview.number != number, timeout_s)
            return self._preview.number

    @property
    def configuration(self) -> Path:
        """The `mkdocs.yml`."""
        return self._config

    def single_files_stamp(self) -> tuple[tuple[int, int], ...]:
        """Return what tells one state of `mkdocs.yml` and of the evidence file from another."""
        rendered = self._preview.rendered
        evidence = rendered.root / rendered.centre.settings.evidence_file
        return (_stamp(self._config), _stamp(evidence))

    def watched(self) -> tuple[Path, ...]:
        """Return the files and folders whose changes matter."""
        rendered = self._preview.rendered
        settings = rendered.centre.settings
        places = (
            self._config,
            rendered.root / settings.content_dir,
            rendered.root / settings.theme_dir,
        )
        own = Path(__file__).parents[1]
        # in a checkout people work on the theme and the languages of hcgen itself
        developed = (own / "theme", own.parent / "theme", own / "languages")
        return tuple(
            dict.fromkeys(place.resolve() for place in (*places, *developed) if place.exists())
        )

    def _belongs_to_theme(self, path: Path) -> bool:
        return "theme" in path.parts or path.name == self._config.name

    def _load(self, number: int, *, reloads_theme: bool) -> Preview:
        rendered = render_help_centre(self._config, jobs=self._jobs, memory=self._memory)
        settings = rendered.centre.settings
        if self._theme is None or reloads_theme or self._theme[0].theme_dir != settings.theme_dir:
            self._theme = (settings, load_theme(settings, rendered.root))
        theme = self._theme[1]
        of_customers = Indexes(
            rendered, rendered.context.addresses, memory=self._index_of_customers
        )
        addresses, today = rendered.context.addresses, rendered.context.today
        if not all(article.is_published(today) for article in rendered.centre.articles):
            addresses = Addresses.of(rendered.centre, today, shows_drafts=True)
        # without drafts it is the same index, and making one takes longer than all the rest
        indexes = (
            of_customers
            if addresses == of_customers.addresses
            else Indexes(rendered, addresses, memory=self._index_with_drafts)
        )
        # An article's page names others, and which ones hangs on the words of all articles. So no
        # page is kept from one state to the next: each is made when it is asked for, with this
        # state's index. Of unchanged articles only the words are kept, which hang on nothing else.
        composer = composer_of(
            rendered, theme, addresses=addresses, similar_of=indexes.similar_of, shows_drafts=True
        )
        return Preview(
            number,
            rendered,
            theme,
            composer,
            plan_site(composer),
            _Checks(
                lambda: check_help_centre(rendered, theme, indexes=of_customers), self._checking
            ),
            indexes,
            Event(),
        )


def _stamp(file: Path) -> tuple[int, int]:
    """Return what tells one state of a file from another; zeros when it is not there."""
    try:
        state = file.stat()
    except OSError:
        return (0, 0)
    return (state.st_ino, state.st_mtime_ns)


def _words(error: Exception) -> str:
    """Say what is wrong, with the place where it is known."""
    places = [
        f"{finding.span.file.path}:{finding.span.position.line}:{finding.span.position.column}: "
        f"{finding.message}"
        for finding in getattr(error, "findings", ())
    ]
    return "; ".join([str(error), *places])
