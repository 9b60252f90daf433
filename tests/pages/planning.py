"""Plans real sites for tests that make only some of their files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hcgen.mkdocs_site import load_theme
from hcgen.pages import Composer, Site, plan_site
from hcgen.pipeline import composer_of, render_help_centre
from tests._site import write_site


@dataclass(frozen=True)
class Planned:
    """A site whose files are made when they are asked for."""

    composer: Composer
    site: Site

    def text(self, path: str) -> str:
        return self.site.pages[path].make()

    @property
    def paths(self) -> set[str]:
        """Every file that the site will have, but for the search index."""
        return {*self.site.pages, *self.composer.theme_files.paths, *self.composer.centre.assets}


def planned(config: Path) -> Planned:
    rendered = render_help_centre(config)
    composer = composer_of(rendered, load_theme(rendered.centre.settings, rendered.root))
    return Planned(composer, plan_site(composer))


def planned_text(folder: Path, files: Mapping[str, str]) -> Planned:
    """Plan the site of a help centre given as path -> text."""
    return planned(write_site(folder, files))
