"""One stylesheet for a site, from three parts, under a name that follows from what is in it."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from hcgen.diagnostics import Findings
from hcgen.load import load_settings
from hcgen.mkdocs_site import ThemeError, load_theme
from hcgen.pages.stylesheet import Contents, compose_stylesheet
from hcgen.preview.workspace import Workspace
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pages.stylesheet.installed import MAIN, PALETTE, SITE_CSS
from tests.pipeline.building import DEMO, build_text

ARTICLE = "content/en/account/reset.md"
ENGLISH = {
    path: text.replace("[en, id]", "[en]")
    for path, text in CLEAN_CENTRE.items()
    if "/id/" not in path
}
WITH_NOTES = ENGLISH | {
    "mkdocs.yml": ENGLISH["mkdocs.yml"] + "markdown_extensions: [admonition]\n",
    ARTICLE: ENGLISH[ARTICLE] + '\n!!! tip "Fast"\n    Do it now.\n',
}


def with_accent(colour: str) -> dict[str, str]:
    palette = f"theme: {{name: material, palette: {{primary: {colour}}}}}\n"
    return ENGLISH | {"mkdocs.yml": ENGLISH["mkdocs.yml"] + palette}


def stylesheet(site: Mapping[str, bytes]) -> tuple[str, str]:
    """Return path and text of the one stylesheet of hcgen's."""
    (path,) = [path for path in site if re.fullmatch(r"static/site\.[0-9a-f]{10}\.css", path)]
    return path, site[path].decode()


def composed(own: str, contents: Contents | None = None, accent: str = "") -> str:
    return compose_stylesheet(
        own, material=MAIN, palette=PALETTE, contents=contents or Contents(), accent=accent
    )


def test_the_parts_stand_in_the_order_in_which_they_win() -> None:
    css = composed("a { color: red }", Contents(frozenset({"grid"})))
    layer, accent, own = (css.index(part) for part in ("@layer material{", "--accent:", "a {"))
    assert layer < accent < own


def test_imports_of_the_own_part_stay_at_the_start() -> None:
    own = '@charset "utf-8";\n/* fonts */ @import url(https://a.example/css?b;c);\na { top: 0 }\n'
    css = composed(own, Contents(frozenset({"grid"})))
    start, layer, rest = css.partition("@layer material{")
    imports = '@charset "utf-8";\n/* fonts */ @import url(https://a.example/css?b;c);\n'
    assert start.startswith(imports)
    assert "MIT License" in start.removeprefix(imports)
    assert layer
    assert rest.endswith("a { top: 0 }\n")


def test_the_order_of_sets_does_not_matter() -> None:
    script = (
        "from tests.pages.stylesheet.installed import EVERYTHING, MAIN, PALETTE\n"
        "from hcgen.pages.stylesheet import compose_stylesheet\n"
        "from hashlib import sha256\n"
        "css = compose_stylesheet("
        "'', material=MAIN, palette=PALETTE, contents=EVERYTHING, accent='teal')\n"
        "print(sha256(css.encode()).hexdigest(), hash('a'))\n"
    )
    (one, one_hash), (other, other_hash) = (
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=DEMO.parent,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in ("1", "2")
    )
    assert one_hash != other_hash
    assert one == other


def test_a_built_site_has_one_stylesheet_with_the_rules_for_its_articles(tmp_path: Path) -> None:
    site = build_text(tmp_path, WITH_NOTES)
    path, css = stylesheet(site)
    assert ".md-typeset .tip>.admonition-title{" in css
    assert "warning" not in css.partition("\n}\n")[0]
    assert css.endswith(SITE_CSS)
    page = site["en/account/reset/index.html"].decode()
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', page) == [f"../../../{path}"]
    assert 'class="md-typeset"' in page


def test_a_site_without_notes_has_nothing_of_material(tmp_path: Path) -> None:
    css = stylesheet(build_text(tmp_path, ENGLISH))[1]
    assert "material" not in css.removesuffix(SITE_CSS)
    assert len(css) - len(SITE_CSS) < 300


def test_the_accent_changes_the_stylesheet_and_its_name(tmp_path: Path) -> None:
    sites = [
        stylesheet(build_text(tmp_path / str(number), files))
        for number, files in enumerate((ENGLISH, with_accent("teal"), with_accent("'#009485'")))
    ]
    assert "--accent:#0b5cad;" in sites[0][1]
    assert "--accent-fill:#008577;" in sites[1][1]
    assert sites[0][0] != sites[1][0]
    assert sites[1] == sites[2]


def test_a_sites_own_look_takes_the_place_of_hcgens(tmp_path: Path) -> None:
    own = "h1 { color: var(--accent) }\n"
    css = stylesheet(build_text(tmp_path, WITH_NOTES | {"theme/assets/site.css": own}))[1]
    assert css.endswith("}}\n" + own)
    assert "@layer material{" in css
    assert ".site-header" not in css


def test_an_own_look_that_is_not_utf_8_is_published_as_it_is(tmp_path: Path) -> None:
    write_site(tmp_path / "project", {"theme/assets/site.css": b"\xef\xbb\xbfa{content:'\xe9'}"})
    site = build_text(tmp_path, ENGLISH)
    (css,) = [
        data for path, data in site.items() if path.startswith("static/site.") if "css" in path
    ]
    assert css.endswith(b"\na{content:'\xe9'}")


def test_the_preview_serves_the_same_stylesheet(tmp_path: Path) -> None:
    path, css = stylesheet(build_text(tmp_path, WITH_NOTES))
    workspace = Workspace(tmp_path / "project" / "mkdocs.yml", jobs=1)
    served = workspace.preview.file(path)
    assert served is not None
    assert served.decode() == css
    write_site(tmp_path / "project", {ARTICLE: ENGLISH[ARTICLE]})
    changed = workspace.refresh(frozenset({tmp_path / "project" / ARTICLE}))
    assert changed.file(path) is None


def test_a_material_without_stylesheets_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load_settings(write_site(tmp_path, {"mkdocs.yml": "site_name: A\n"}), Findings())
    found = Path.glob

    def without_palette(folder: Path, pattern: str) -> list[Path]:
        return [file for file in found(folder, pattern) if not file.name.startswith("palette.")]

    monkeypatch.setattr(Path, "glob", without_palette)
    with pytest.raises(ThemeError, match=r"no assets/stylesheets/palette\.\*\.min\.css: install"):
        load_theme(settings, tmp_path)
