"""The theme host: MkDocs finds the themes, and hands over a template environment and plain files.

This is the only module of the core that knows MkDocs.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket
from mkdocs.theme import Theme as MkDocsTheme

from hcgen.model.settings import Settings
from hcgen.pipeline import Theme


class ThemeError(Exception):
    """The theme cannot be used; the message says why and what to do."""


class _CompiledTemplates(jinja2.BytecodeCache):
    """Keeps compiled templates for the next build of this process, as long as they are the same."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key] = (bucket.checksum, bucket.code)


# every site's templates are compiled with the same options and without filters of the site's own,
# so that one source always gives one code; compiling takes as long as making a hundred pages
_compiled = _CompiledTemplates()


def load_theme(settings: Settings, root: Path) -> Theme:
    """Return the theme of a site: its own templates first, then hcgen's, then Material's icons.

    Args:
        root: The project folder.

    Raises:
        ThemeError: A part of the theme is missing.
    """
    own = _own_theme()
    site = root / settings.theme_dir
    try:
        theme = MkDocsTheme(name="material", custom_dir=str(site) if site.is_dir() else None)
    except Exception as error:  # MkDocs raises what it likes when a theme is not installed
        raise ThemeError(f"the Material theme cannot be loaded: {error}") from error
    position = 1 if site.is_dir() else 0
    if not (site.is_dir() and site.samefile(own)):
        theme.dirs.insert(position, str(own))
    environment = theme.get_env()
    templates = environment.overlay(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        bytecode_cache=_compiled,
    )
    _refuse_unreadable(site)
    return Theme(
        templates,
        _assets((own, site)),
        _stylesheet(theme.dirs, "main"),
        _stylesheet(theme.dirs, "palette"),
    )


def _own_theme() -> Path:
    """Return hcgen's templates: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    for folder in (package / "theme", package.parent / "theme"):
        if (folder / "base.html").is_file():
            return folder
    raise ThemeError("hcgen's own templates are missing: install hcgen again")


def _refuse_unreadable(folder: Path) -> None:
    """Name the template that is not UTF-8; Jinja would only say that something is not."""
    for file in sorted(folder.rglob("*.html")):
        try:
            file.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise ThemeError(f"{file}: not UTF-8 at byte {error.start}: save it as UTF-8") from None


def _stylesheet(folders: Sequence[str], name: str) -> str:
    """Return a stylesheet of Material; part of its file's name changes with its content."""
    pattern = f"assets/stylesheets/{name}.*.min.css"
    for folder in folders:
        for file in sorted(Path(folder).glob(pattern)):
            return file.read_text(encoding="utf-8")
    raise ThemeError(f"the Material theme has no {pattern}: install mkdocs-material 9 again")


def _assets(folders: tuple[Path, ...]) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for folder in folders:
        for file in sorted((folder / "assets").glob("*")):
            if file.is_file():
                found[file.name] = file.read_bytes()
    return found
