"""The files of a site that can be read offline: worker, app manifests, offline pages."""

import json
import re
import shutil
import struct
import subprocess
import zlib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest

from hcgen.mkdocs_site import load_theme
from hcgen.pages import plan_site
from hcgen.pipeline import composer_of, render_help_centre
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_site, build_text, read_site

BASE = "https://help.example.com/repo/"
ICON = CLEAN_CENTRE["content/assets/form.svg"]


def centre(
    plugin: str = "languages: [en, ar], offline: true", *, theme: str = "favicon: assets/form.svg"
) -> dict[str, str]:
    """Return a small help centre in English and Arabic with these options."""
    return {
        "mkdocs.yml": f"site_name: Help “us”\nsite_url: {BASE}\n"
        f"theme: {{name: material, {theme}}}\nplugins: [{{hcgen: {{{plugin}}}}}]\n",
        "content/channels.yml": CLEAN_CENTRE["content/channels.yml"],
        "content/assets/form.svg": ICON,
        "content/en/account/reset.md": "---\ntitle: Reset\n---\nText.\n",
        "content/ar/account/reset.md": "---\ntitle: إعادة\n---\nنص.\n",
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build_text(tmp_path_factory.mktemp("offline"), centre())


def known_to_worker(site: Mapping[str, bytes]) -> dict[str, object]:
    """Return what the build tells the worker about the site."""
    found = re.match(r"const SITE = (\{.*?\n\});\n", site["service-worker.js"].decode(), re.S)
    assert found is not None
    known: dict[str, object] = json.loads(found[1])
    return known


def manifest(site: Mapping[str, bytes], tag: str) -> dict[str, object]:
    read: dict[str, object] = json.loads(site[f"{tag}/manifest.webmanifest"])
    return read


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    pixels = zlib.compress(b"".join(b"\0" + b"\xff" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def test_without_the_option_there_is_nothing_of_it(tmp_path: Path) -> None:
    plain = build_text(tmp_path, centre("languages: [en, ar]"))
    for path, data in plain.items():
        assert "offline" not in path or path.startswith("static/offline."), path
        assert not path.endswith(("service-worker.js", ".webmanifest"))
        if path.endswith(".html"):
            for word in (b"offline", b"service-worker", b"manifest"):
                assert word not in data.replace(b"manifest-src", b""), path


def test_every_page_registers_the_worker_at_the_root_and_names_its_languages_manifest(
    site: Mapping[str, bytes],
) -> None:
    pages = {path: data.decode() for path, data in site.items() if path.endswith(".html")}
    assert len(pages) > 12
    for path, html in pages.items():
        own = BASE + path.removesuffix("index.html")
        (script,) = re.findall(r'<script type="module" src="([^"]+)" data-worker="([^"]+)">', html)
        assert urljoin(own, script[1]) == f"{BASE}service-worker.js", path
        assert urljoin(own, script[0]).removeprefix(BASE) in site, path
        (named,) = re.findall(r'<link rel="manifest" href="([^"]+)">', html)
        tag = "ar" if path.startswith("ar/") else "en"
        assert urljoin(own, named) == f"{BASE}{tag}/manifest.webmanifest", path
        assert html.count('class="offline-note" role="status"') == 1, path


def test_the_worker_knows_what_each_language_needs_and_all_of_it_is_there(
    site: Mapping[str, bytes],
) -> None:
    known = known_to_worker(site)
    assert known["languages"] == {
        "en": ["en/offline/", "en/", "en/contact/"],
        "ar": ["ar/offline/", "ar/", "ar/contact/"],
    }
    assert known["indexes"] == [
        "search/en.json",
        "search/ar.json",
        "requests/en.json",
        "requests/ar.json",
        "contact-hours.json",
    ]
    assert f"{known['languages']['ar'][0]}index.html" in site
    assert "search/ar.json" in site


def test_the_worker_keeps_by_when_an_answer_comes(tmp_path: Path) -> None:
    channels = CLEAN_CENTRE["content/channels.yml"].replace(
        "}", ", promise: {respond_within: 2 days}}"
    )
    files = centre() | {"content/channels.yml": channels}
    site = build_text(tmp_path, files, fail_on="never")
    known = known_to_worker(site)
    assert known["indexes"][-2:] == ["contact-hours.json", "contact-replies.json"]  # type: ignore[index]


def test_the_worker_is_a_script_that_can_be_read(site: Mapping[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "worker.cjs").write_bytes(site["service-worker.js"])
    node = shutil.which("node")
    assert node is not None
    subprocess.run([node, "--check", tmp_path / "worker.cjs"], check=True)


def test_the_worker_is_published_at_the_root_alone(site: Mapping[str, bytes]) -> None:
    assert [path for path in site if "service-worker" in path] == ["service-worker.js"]


def test_the_same_input_gives_the_same_bytes(site: Mapping[str, bytes], tmp_path: Path) -> None:
    assert build_text(tmp_path, centre()) == site


def test_the_worker_stays_the_same_when_articles_change(
    site: Mapping[str, bytes], tmp_path: Path
) -> None:
    changed = centre() | {
        "content/en/account/reset.md": "---\ntitle: Reset now\n---\nAnother text.\n",
        "content/en/account/new.md": "---\ntitle: New\n---\nText.\n",
    }
    assert build_text(tmp_path, changed)["service-worker.js"] == site["service-worker.js"]


@pytest.mark.parametrize("name", ["assets/site.css", "service-worker.js"])
def test_there_is_a_new_version_when_a_file_of_the_theme_changes(
    site: Mapping[str, bytes], tmp_path: Path, name: str
) -> None:
    theme = Path(__file__).parents[2] / "theme"
    own = (theme / name).read_text(encoding="utf-8") + "\n/* of our own */\n"
    changed = build_text(tmp_path, centre() | {f"theme/{name}": own})
    assert known_to_worker(changed)["version"] != known_to_worker(site)["version"]


def test_a_manifest_speaks_its_language_and_leads_to_its_home_below_any_path(
    site: Mapping[str, bytes],
) -> None:
    arabic, english = manifest(site, "ar"), manifest(site, "en")
    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
    assert (english["lang"], english["dir"]) == ("en", "ltr")
    assert arabic["name"] == arabic["short_name"] == "Help “us”"
    assert arabic["display"] == "minimal-ui"
    for tag, read in (("ar", arabic), ("en", english)):
        own = f"{BASE}{tag}/manifest.webmanifest"
        assert urljoin(own, str(read["start_url"])) == f"{BASE}{tag}/"
        assert urljoin(own, str(read["scope"])) == BASE


def test_the_icons_are_the_sites_own_with_what_is_known_of_their_size(tmp_path: Path) -> None:
    files = centre(theme="favicon: assets/square.png, logo: assets/form.svg")
    write_site(tmp_path / "project", {"content/assets/square.png": png(192, 192)})
    found = manifest(build_text(tmp_path, files), "en")["icons"]
    assert found == [
        {"src": "../assets/square.png", "type": "image/png", "sizes": "192x192"},
        {"src": "../assets/form.svg", "type": "image/svg+xml", "sizes": "any"},
    ]


@pytest.mark.parametrize(("pixels", "found"), [(32, ["CFG010"]), (144, [])])
def test_an_icon_that_is_too_small_to_install_is_told(
    tmp_path: Path, pixels: int, found: list[str]
) -> None:
    files = centre(theme="favicon: assets/icon.png")
    write_site(tmp_path, {"content/assets/icon.png": png(pixels, pixels)})
    report = build_site(write_site(tmp_path, files), tmp_path / "site").site.report
    assert [d.rule.code for d in report.diagnostics if d.rule.code == "CFG010"] == found


def test_a_site_without_an_icon_gets_none_invented(tmp_path: Path) -> None:
    assert manifest(build_text(tmp_path, centre(theme="language: en")), "en")["icons"] == []


def test_an_offline_page_speaks_its_language_and_is_found_by_nobody(
    site: Mapping[str, bytes],
) -> None:
    page = site["ar/offline/index.html"].decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "أنت غير متصل بالإنترنت" in page
    assert '<meta name="robots" content="noindex">' in page
    assert "offline" not in site["sitemap.xml"].decode()


def test_an_offline_page_works_at_any_address(site: Mapping[str, bytes]) -> None:
    page = site["en/offline/index.html"].decode()
    targets = re.findall(r' (?:href|src|action|data-home)="([^"]+)"', page)
    assert len(targets) > 8
    assert [to for to in targets if not to.startswith(("/repo/", "#", "data:"))] == []


def test_the_address_of_the_offline_page_is_kept_free_for_it_alone(tmp_path: Path) -> None:
    def published(plugin: str, name: str) -> tuple[str, list[str]]:
        files = centre(plugin) | {
            "content/en/offline.md": "---\ntitle: Own\n---\nText of an article.\n"
        }
        folder = tmp_path / name
        result = build_site(write_site(folder, files), folder / "site", fail_on="never")
        codes = [diagnostic.rule.code for diagnostic in result.site.report.diagnostics]
        return read_site(folder / "site")["en/offline/index.html"].decode(), codes

    page, codes = published("languages: [en, ar], offline: true", "on")
    assert "Text of an article" not in page
    assert "URL001" in codes
    page, codes = published("languages: [en, ar]", "off")
    assert "Text of an article" in page
    assert "URL001" not in codes


@pytest.mark.parametrize(
    "path", ["service-worker.js", "en/manifest.webmanifest", "ar/offline/index.html"]
)
def test_a_file_of_the_content_does_not_take_the_place_of_one_of_these(
    tmp_path: Path, path: str
) -> None:
    def codes(plugin: str) -> list[str]:
        files = centre(plugin) | {f"content/{path}": "mine\n"}
        result = build_site(write_site(tmp_path, files), tmp_path / "site", fail_on="never")
        return [diagnostic.rule.code for diagnostic in result.site.report.diagnostics]

    assert "URL003" in codes("languages: [en, ar], offline: true")
    assert "URL003" not in codes("languages: [en, ar]")


def test_a_preview_registers_no_worker(tmp_path: Path) -> None:
    rendered = render_help_centre(write_site(tmp_path, centre()))
    theme = load_theme(rendered.centre.settings, rendered.root)
    pages = plan_site(composer_of(rendered, theme, shows_drafts=True)).pages
    assert not [path for path in pages if "offline" in path or path.endswith((".js", "manifest"))]
    html = pages["en/account/reset/index.html"].make()
    assert "data-worker" not in html
    assert "webmanifest" not in html
