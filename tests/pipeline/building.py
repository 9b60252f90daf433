"""Builds real sites for tests."""

from collections.abc import Mapping
from pathlib import Path

from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import BuildResult, build_help_centre, render_help_centre

DEMO = Path(__file__).parents[2] / "mkdocs.yml"
"""The demo help centre, which is the repository itself."""


def build_site(
    config: Path, site_dir: Path, *, fail_on: str = "error", jobs: int = 1
) -> BuildResult:
    rendered = render_help_centre(config, jobs=jobs)
    theme = load_theme(rendered.centre.settings, rendered.root)
    return build_help_centre(rendered, theme, site_dir, fail_on=fail_on, jobs=jobs)


def build_text(
    folder: Path, files: Mapping[str, str], *, fail_on: str = "never"
) -> Mapping[str, bytes]:
    """Build a help centre given as path -> text; return path -> bytes of its site.

    Args:
        fail_on: By default what is checked does not matter: sites of tests have samples in them.
    """
    for path, text in files.items():
        file = folder / "project" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    result = build_site(folder / "project" / "mkdocs.yml", folder / "site", fail_on=fail_on)
    assert result.is_published, [
        (d.span.file.path, d.span.position, d.message) for d in result.site.report.diagnostics
    ]
    return read_site(folder / "site")


def read_site(folder: Path) -> Mapping[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
