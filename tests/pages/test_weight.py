"""What a first visit costs: SPEC's limits, for every page of the demo."""

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import normpath

import pytest

from tests.pipeline.building import read_site

ARTICLE_LIMIT = 12_288
"""Bytes of an article's page, compressed, beside its own text."""
VISIT_LIMIT = 71_680
"""Bytes of a first visit, compressed: page, styles and scripts, without images."""

LOADED = re.compile(r'<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)"')
IMPORTED = re.compile(r'data-client="([^"]+)"')
HASHED = re.compile(r"static/[\w.-]+\.[0-9a-f]{10}\.(?:css|js)")


@pytest.fixture(scope="module")
def demo(demo_folder: Path) -> Mapping[str, bytes]:
    return read_site(demo_folder)


def pages(site: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in site.items() if path.endswith(".html")}


def compressed(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))


def loaded_files(path: str, html: str) -> list[str]:
    """Return the paths of all styles and scripts of a page."""
    folder = Path(path).parent.as_posix()
    found = [*LOADED.findall(html), *IMPORTED.findall(html)]
    return [
        url.lstrip("/") if url.startswith("/") else normpath(f"{folder}/{url}") for url in found
    ]


def test_an_articles_frame_is_light(demo: Mapping[str, bytes]) -> None:
    checked = 0
    for path, html in pages(demo).items():
        text = re.search(r'<div class="md-typeset">.*</div>\n</article>', html, re.DOTALL)
        if text is None:
            continue
        checked += 1
        frame = html[: text.start()] + html[text.end() :]
        assert compressed(frame.encode()) <= ARTICLE_LIMIT, path
    assert checked > 90


def test_a_first_visit_is_light(demo: Mapping[str, bytes]) -> None:
    for path, html in pages(demo).items():
        files = loaded_files(path, html)
        assert len(files) >= 2, path
        weight = compressed(html.encode()) + sum(compressed(demo[file]) for file in files)
        assert weight <= VISIT_LIMIT, (path, weight)


def test_styles_and_scripts_have_names_that_change_with_their_content(
    demo: Mapping[str, bytes],
) -> None:
    for path, html in pages(demo).items():
        for file in loaded_files(path, html):
            assert HASHED.fullmatch(file), (path, file)


def test_no_page_names_another_host_for_what_it_loads(demo: Mapping[str, bytes]) -> None:
    for path, html in pages(demo).items():
        for tag in re.findall(
            r"<(?:script|img|link rel=\"(?:stylesheet|icon)\"|source)[^>]*>", html
        ):
            assert not re.search(r'(?:src|href)="(?:https?:)?//', tag), (path, tag)


def test_no_style_or_script_is_written_into_a_page(demo: Mapping[str, bytes]) -> None:
    for path, html in pages(demo).items():
        assert not re.search(
            r"<style|\sstyle=|\son[a-z]+=", re.sub(r"<script.*?</script>", "", html)
        ), path
        for attributes, text in re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL):
            assert 'type="application/ld+json"' in attributes or not text.strip(), path


REQUEST_LIMIT = 12_288
"""Bytes of all scripts that only requests need, each compressed by itself."""
REQUEST_SCRIPT = re.compile(r"static/(request[\w-]*|reply-by|trail)\.[0-9a-f]{10}\.js")
NAMED = re.compile(r'<(?:link rel="modulepreload" href|script type="module" src)="([^"]+)"')


def test_what_helps_with_requests_is_light(demo: Mapping[str, bytes]) -> None:
    scripts = [path for path in demo if REQUEST_SCRIPT.fullmatch(path)]
    assert len(scripts) >= 5
    weights = {path: len(gzip.compress(demo[path], 9, mtime=0)) for path in scripts}
    assert sum(weights.values()) <= REQUEST_LIMIT, weights


def test_only_the_contact_page_loads_what_helps_with_requests(demo: Mapping[str, bytes]) -> None:
    scripts = {path for path in demo if REQUEST_SCRIPT.fullmatch(path)}
    (trail,) = (path for path in scripts if path.startswith("static/trail."))
    contacts = 0
    for path, html in pages(demo).items():
        folder = Path(path).parent.as_posix()
        named = {
            url.lstrip("/") if url.startswith("/") else normpath(f"{folder}/{url}")
            for url in NAMED.findall(html)
        }
        if 'id="hc-request"' in html:
            contacts += 1
            assert scripts <= named, path
        else:
            assert named & scripts <= {trail}, path
    assert contacts
