"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` give the pages that `hcgen build` gives.

The content files are taken out of MkDocs' hands; what the pipeline makes is handed over as finished
files. ProperDocs loads the same plugin. Publishing in one step is `hcgen build`'s alone.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from hcgen.diagnostics import Findings, Severity
from hcgen.diagnostics.formats import visible
from hcgen.load import ConfigurationError, load_settings
from hcgen.mkdocs_site import ThemeError, load_theme
from hcgen.pipeline import EpochError, TemplateError, make_site, render_help_centre

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

_log = logging.getLogger("mkdocs.plugins.hcgen")
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTE: logging.INFO,
}


class _AnyValue(BaseConfigOption[object]):
    """MkDocs would refuse what `hcgen.load` takes, such as one language that is no list."""


class _Options(Config):  # type: ignore[no-untyped-call]
    """The names of the options; `hcgen.load` reads and checks their values, with their places."""

    allowed_hosts = config_options.Optional(_AnyValue())
    analyzers = config_options.Optional(_AnyValue())
    evidence = config_options.Optional(_AnyValue())
    feedback = config_options.Optional(_AnyValue())
    search = config_options.Optional(_AnyValue())
    languages = config_options.Optional(_AnyValue())
    offline = config_options.Optional(_AnyValue())
    rules = config_options.Optional(_AnyValue())
    social_image = config_options.Optional(_AnyValue())
    source_language = config_options.Optional(_AnyValue())
    external_links = config_options.Optional(_AnyValue())
    trust_html = config_options.Optional(_AnyValue())
    fail_on = config_options.Optional(_AnyValue())


class HelpCentrePlugin(BasePlugin[_Options]):  # type: ignore[no-untyped-call]
    """Makes the whole site in place of MkDocs' own pages."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember what was asked for: a preview is shown whatever is found."""
        self._is_preview = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let no other plugin or hook run: each could change the site, or add files to it."""
        for methods in config.plugins.events.values():
            methods[:] = [method for method in methods if getattr(method, "__self__", 0) is self]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Return the finished files of the site instead of the content's.

        Raises:
            Abort: Something as bad as ``fail_on`` was found, or the site cannot be made.
        """
        # Material's own pages, such as its 404 page, and its sitemap
        config.theme.static_templates.clear()
        # it names files that MkDocs does not see any more
        config.nav = None
        # would be made a template of, after it was published as it is
        config.extra_templates = []
        memory = _Memory()
        try:
            rendered = render_help_centre(Path(config.config_file_path))
            settings = rendered.centre.settings
            site = make_site(
                rendered,
                load_theme(settings, rendered.root),
                memory,
                # MkDocs' live reload is an inline script, which the policy would not let run
                states_policy=not self._is_preview,
            )
        except (ConfigurationError, EpochError, TemplateError, ThemeError) as error:
            for finding in getattr(error, "findings", ()):
                place = finding.span.position
                path, fact = finding.span.file.path, visible(finding.message)
                _log.error("%s:%d:%d: %s", path, place.line, place.column, fact)
            raise Abort(str(error)) from None
        for diagnostic in site.report.diagnostics:
            rule, place = diagnostic.rule, diagnostic.span.position
            advice = f" ({diagnostic.help})" if diagnostic.help else ""
            _log.log(
                _LEVELS[diagnostic.severity],
                "%s:%d:%d: %s: %s%s",
                visible(diagnostic.span.file.path),
                place.line,
                place.column,
                rule.code,
                visible(diagnostic.message),
                visible(advice),
            )
        if not self._is_preview and site.report.reaches(settings.fail_on):
            raise Abort("hcgen: the site is not built; see the findings above")
        return Files(
            [
                _FinishedFile.generated(
                    config, path, content=data, inclusion=InclusionLevel.INCLUDED
                )
                for path, data in sorted(memory.files.items())
            ]
        )

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Watch the site's own theme too."""
        file = Path(config.config_file_path)
        folder = file.parent / load_settings(file, Findings()).theme_dir
        if folder.is_dir():
            server.watch(str(folder))
        return server


class _FinishedFile(File):
    """A file that is written as it is, whatever MkDocs makes of its name."""

    def is_documentation_page(self) -> bool:
        """Tell that ``notes.markdown`` is a download here, not a page to render."""
        return False


class _Memory:
    """Keeps the files of a site for MkDocs to write."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def write(self, path: str, data: bytes) -> None:
        self.files[path] = data

    def copy(self, source: Path, path: str) -> None:
        self.files[path] = source.read_bytes()

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)
