"""The sitemap: the right pages, and in parts where it would be too large."""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hcgen.pages.machine_files.sitemap import sitemaps
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pages.planning import Planned, planned, planned_text
from tests.pipeline.building import DEMO

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HOST = "https://bantuan.awan.example/"


@pytest.fixture(scope="module")
def demo() -> Planned:
    return planned(DEMO)


def made(site: Planned, **limits: int) -> Mapping[str, str]:
    return {path: make() for path, make in sitemaps(site.composer, **limits)}


def places(text: str, name: str) -> list[str]:
    root = ElementTree.fromstring(text.encode())
    return [element.text or "" for element in root.findall(f"s:{name}/s:loc", NAMES)]


def test_every_page_is_listed_but_fallbacks_search_and_pages_for_wrong_addresses(
    demo: Planned,
) -> None:
    listed = places(demo.text("sitemap.xml"), "url")
    assert len(listed) == len(set(listed))
    fallbacks = {
        entry.address
        for entries in demo.composer.addresses.entries.values()
        for entry in entries.values()
        if entry.is_fallback
    }
    assert fallbacks
    expected = {
        HOST + path.removesuffix("index.html")
        for path in demo.site.pages
        if path.endswith("/index.html")
        and "/search/" not in path
        and path.removesuffix("index.html") not in fallbacks
    }
    assert set(listed) == expected


def test_a_large_sitemap_comes_in_parts_with_an_index(demo: Planned) -> None:
    whole = made(demo)
    assert list(whole) == ["sitemap.xml"]
    listed = places(whole["sitemap.xml"], "url")
    parts = made(demo, most_addresses=50)
    number = -(-len(listed) // 50)
    names = [f"sitemap-{index}.xml" for index in range(1, number + 1)]
    assert list(parts) == ["sitemap.xml", *names]
    assert places(parts["sitemap.xml"], "sitemap") == [HOST + name for name in names]
    found = [places(parts[name], "url") for name in names]
    assert max(map(len, found)) == 50
    assert [address for part in found for address in part] == listed


def test_a_part_never_holds_more_bytes_than_it_may(demo: Planned) -> None:
    limit = 20_000
    parts = made(demo, most_bytes=limit)
    sizes = [len(text.encode()) for path, text in parts.items() if path != "sitemap.xml"]
    assert len(sizes) > 3
    assert max(sizes) <= limit
    listed = [place for path in parts for place in places(parts[path], "url")]
    assert listed == places(demo.text("sitemap.xml"), "url")


def test_the_bound_of_the_bytes_holds_for_addresses_that_are_encoded(tmp_path: Path) -> None:
    files = {
        f"content/{tag}/帮助与支持中心/{number}-{'如何重新设置账户密码' * 5}.md": (
            f"---\ntitle: 问题 {number}\nreviewed: 2026-01-01\n---\n文\n"
        )
        for tag in ("en", "id")
        for number in range(40)
    }
    site = planned_text(tmp_path, CLEAN_CENTRE | {"content/topics.yml": ""} | files)
    parts = made(site, most_bytes=10_000)
    sizes = [len(text.encode()) for path, text in parts.items() if path != "sitemap.xml"]
    assert 10_000 / 4 < max(sizes) <= 10_000


def test_a_single_address_may_be_larger_than_a_part(demo: Planned) -> None:
    parts = made(demo, most_bytes=1)
    assert {len(places(text, "url")) for text in parts.values()} == {0, 1}
