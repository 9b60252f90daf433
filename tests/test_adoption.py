"""A MkDocs site that has been there for years becomes a help centre by one section more."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests._mkdocs import DAY, mkdocs
from tests._site import write_site
from tests.cli.running import hcgen
from tests.pipeline.building import read_site
from tests.pipeline.test_pages import broken_targets

ADDRESS = "https://docs.example.com/help/"
CONFIG = f"""\
site_name: Old Docs
site_url: {ADDRESS}
repo_url: https://git.example/awan/docs
edit_uri: edit/main/docs/
theme:
  name: material
  features:
    - navigation.tabs
nav:
  - Home: en/index.md
  - Start:
      - First login: en/Getting Started/First login.md
markdown_extensions:
  - admonition
  - toc:
      permalink: true
plugins:
  - search
"""
SECTION = "  - hcgen:\n      languages: [en, id]\n      fail_on: never\n"
PICTURE = b"\x89PNG\r\n\x1a\n not to be changed"
EXISTING: dict[str, str | bytes] = {
    "mkdocs.yml": CONFIG,
    "docs/en/index.md": "# Welcome\n\nStart [here](Getting%20Started/First%20login.md).\n",
    "docs/id/index.md": "# Selamat datang\n\nMulai [di sini](Getting%20Started/index.md).\n",
    "docs/en/Getting Started/index.md": "# Start here\n\nFirst [log in](First%20login.md).\n",
    "docs/id/Getting Started/index.md": "# Mulai di sini\n\nTeks.\n",
    "docs/en/Getting Started/First login.md": "# First *login*\n\n![The form](login%20form.png)\n\n"
    "## No mail?\n\nSee [the phone app](<Phone & Tablet/Set up.md#scan-the-code>), "
    "[size](../Café/Größe%20ändern.md), [all](../Café/index.md) or [below](#no-mail).\n\n"
    "!!! note\n    Ask [us](mailto:help@example.com).\n",
    "docs/id/Getting Started/First login.md": "# Masuk pertama kali\n\n"
    "![Formulir](../../en/Getting%20Started/login%20form.png)\n\n"
    "Lihat [ukuran](../Café/Größe%20ändern.md).\n",
    "docs/en/Getting Started/login form.png": PICTURE,
    "docs/en/Getting Started/Phone & Tablet/Set up.md": "# Set up\n\n## Scan the code\n\n"
    "[Back](../First%20login.md#no-mail)\n",
    "docs/en/Café/index.md": "# Café\n\nText.\n",
    "docs/en/Café/Größe ändern.md": "---\ntags: [size]\n---\n# Größe ändern\n\n[up](index.md)\n",
    "docs/en/帮助/README.md": "# 帮助\n\n文字。\n",
    "docs/en/帮助/常见问题.md": "# 常见问题\n\n## 密码\n\n[密码](#密码)\n",
}
CHANNELS = "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"

MUST = (
    "ART001,ART002,ART003,ART004,ART005,ART006,ART007,CFG,CON001,CON002,CON003,CON004,LNK,PUB,"
    "SEC,TRN001,TRN002,URL"
)
"""What a site that moves in has to look at first; how its articles are written comes later."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of the existing site, with the section added."""
    folder = tmp_path / "project"
    write_site(folder, EXISTING | {"mkdocs.yml": CONFIG + SECTION})
    return folder


def built(folder: Path) -> Mapping[str, bytes]:
    done = hcgen("build", "--fail-on", "never", cwd=folder, env=DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return read_site(folder / "site")


def findings(folder: Path) -> list[dict[str, str]]:
    done = hcgen("check", "--format", "json", "--select", MUST, cwd=folder, env=DAY)
    found: list[dict[str, str]] = json.loads(done.stdout)["diagnostics"]
    return found


def test_it_is_a_site_that_mkdocs_builds_before(tmp_path: Path) -> None:
    write_site(tmp_path, EXISTING)
    assert mkdocs("build", cwd=tmp_path).returncode == 0
    assert (tmp_path / "site/en/Getting Started/First login/index.html").is_file()


def test_both_programs_build_it_and_give_the_same_bytes(site: Path) -> None:
    ours = built(site)
    done = mkdocs("build", "-d", site.parent / "other", cwd=site)
    assert done.returncode == 0, done.stderr
    assert read_site(site.parent / "other") == ours


def test_every_article_is_there_in_both_languages_at_an_address_in_small_letters(
    site: Path,
) -> None:
    files = built(site)
    for tag in ("en", "id"):
        for path in (
            "getting-started/",
            "getting-started/first-login/",
            "getting-started/phone-tablet/set-up/",
            "cafe/grosse-andern/",
            "帮助/常见问题/",
        ):
            assert f"{tag}/{path}index.html" in files, (tag, path)
    fallback = files["id/帮助/常见问题/index.html"].decode()
    assert '<article lang="en"' in fallback


def test_every_internal_link_leads_to_a_page_and_in_its_own_language_to_a_heading(
    site: Path,
) -> None:
    broken = broken_targets(built(site), ADDRESS)
    assert [target for target in broken if "#" not in target or target.startswith("en/")] == []


def test_every_internal_link_of_a_fallback_page_leads_to_a_heading(site: Path) -> None:
    assert broken_targets(built(site), ADDRESS) == []


def test_pictures_beside_articles_keep_their_bytes(site: Path) -> None:
    files = built(site)
    assert files["en/Getting Started/login form.png"] == PICTURE
    for tag in ("en", "id"):
        page = files[f"{tag}/getting-started/first-login/index.html"].decode()
        assert "login%20form.png" in page


def test_headings_and_introductions_serve_as_titles(site: Path) -> None:
    files = built(site)
    assert "<h1>First login</h1>" in files["en/getting-started/first-login/index.html"].decode()
    home = files["en/index.html"].decode()
    for title in ("Start here", "Café", "帮助"):
        assert title in home
    assert "Mulai di sini" in files["id/index.html"].decode()


def test_the_findings_say_what_to_improve_and_nothing_else(site: Path) -> None:
    found = findings(site)
    assert {finding["code"] for finding in found} == {"ART001", "CFG006", "CON001", "TRN001"}
    errors = [finding for finding in found if finding["severity"] == "error"]
    assert [finding["code"] for finding in errors] == ["CON001"]
    assert "create docs/channels.yml" in errors[0]["help"]
    unused = [finding["message"] for finding in found if finding["code"] == "CFG006"]
    assert unused == ["“theme.features” has no effect in hcgen", "“nav” has no effect in hcgen"]
    untitled = [finding for finding in found if finding["code"] == "ART001"]
    assert len(untitled) == sum(path.endswith(".md") for path in EXISTING)
    first = next(finding for finding in untitled if "First login.md" in finding["path"])
    assert "add “title: First login”" in first["help"]
    missing = [finding["help"] for finding in found if finding["code"] == "TRN001"]
    assert any("create docs/id/Café/Größe ändern.md" in text for text in missing)


def test_doing_what_the_findings_say_leaves_no_finding(site: Path) -> None:
    improved: dict[str, str | bytes] = {"docs/channels.yml": CHANNELS}
    for path, text in EXISTING.items():
        if path.endswith(".md") and isinstance(text, str):
            heading = text.partition("# ")[2].partition("\n")[0].replace("*", "")
            body = text.removeprefix("---\ntags: [size]\n---\n")
            improved[path] = f"---\ntitle: {heading}\n---\n{body}"
            if "/en/" in path:
                improved.setdefault(path.replace("/en/", "/id/"), improved[path])
    improved["docs/id/Getting Started/First login.md"] = (
        "---\ntitle: Masuk\n---\n## Tidak ada email? {#no-mail}\n\nTeks.\n"
    )
    config = CONFIG + SECTION.replace("fail_on: never", f"rules: {{select: [{MUST}]}}")
    start, end = config.index("nav:"), config.index("markdown_extensions:")
    config = config[:start] + config[end:]
    improved["mkdocs.yml"] = config.replace("  features:\n    - navigation.tabs\n", "")
    write_site(site, improved)
    assert findings(site) == []
    assert mkdocs("build", "--strict", cwd=site).returncode == 0
    assert hcgen("build", "--strict", cwd=site, env=DAY).returncode == 0


def test_a_folder_of_content_that_is_not_called_docs_has_to_be_named_for_mkdocs_only(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {
        path.replace("docs/", "content/", 1): text for path, text in EXISTING.items()
    }
    write_site(tmp_path, files | {"mkdocs.yml": CONFIG + SECTION})
    assert "en/getting-started/index.html" in built(tmp_path)
    assert mkdocs("build", cwd=tmp_path).returncode == 1
    write_site(tmp_path, {"mkdocs.yml": CONFIG + SECTION + "docs_dir: content\n"})
    assert mkdocs("build", cwd=tmp_path).returncode == 0
