"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` give the pages that `hcgen build` gives.

The content files are taken out of MkDocs' hands; what the pipeline makes is handed over as finished
files. ProperDocs loads the same plugin. Publishing in one step is `hcgen build`'s alone.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from hcgen.diagnostics import Severity
from hcgen.diagnostics.formats import visible
from hcgen.load import ConfigurationError
from hcgen.mkdocs_site import ThemeError, load_theme
from hcgen.pipeline import TemplateError, make_site, render_help_centre

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

_log = logging.getLogger("mkdocs.plugins.hcgen")
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTE: logging.INFO,
}


class _Options(Config):  # type: ignore[no-untyped-call]
    """The options of the section; `hcgen.load` reads them itself, with their places."""

    languages = config_options.Optional(config_options.ListOfItems(config_options.Type(str)))
    source_language = config_options.Optional(config_options.Type(str))
    external_links = config_options.Optional(config_options.Type(str))
    trust_html = config_options.Optional(config_options.Type(bool))
    fail_on = config_options.Optional(config_options.Type(str))


class HelpCentrePlugin(BasePlugin[_Options]):  # type: ignore[no-untyped-call]
    """Makes the whole site in place of MkDocs' own pages."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember what was asked for: a preview is shown whatever is found."""
        self._is_preview = command == "serve"

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Return the finished files of the site instead of the content's.

        Raises:
            Abort: Something as bad as ``fail_on`` was found, or the site cannot be made.
        """
        # Material's own pages, such as its 404 page, and its sitemap
        config.theme.static_templates.clear()
        memory = _Memory()
        try:
            rendered = render_help_centre(Path(config.config_file_path))
            settings = rendered.centre.settings
            site = make_site(rendered, load_theme(settings, rendered.root), memory)
        except (ConfigurationError, TemplateError, ThemeError) as error:
            raise Abort(str(error)) from None
        for diagnostic in site.report.diagnostics:
            rule, place = diagnostic.rule, diagnostic.span.position
            advice = f" ({diagnostic.help})" if diagnostic.help else ""
            _log.log(
                _LEVELS[rule.severity],
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
                File.generated(config, path, content=data)
                for path, data in sorted(memory.files.items())
            ]
        )

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Watch the site's own theme too."""
        folder = Path(config.config_file_path).parent / "theme"
        if folder.is_dir():
            server.watch(str(folder))
        return server


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
