"""What a page's head says of the feed and of the copy of its text."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from hcgen.pages.frame import Frame
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pages.planning import Planned, planned_text

ARTICLE = "---\ntitle: Dated\nreviewed: 2026-01-01\n---\nText.\n"
OPTIONS = {
    "dated": {"content/en/account/dated.md": ARTICLE},
    "undated": {},
    "nowhere": {
        "content/en/account/dated.md": ARTICLE,
        "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace(
            "site_url: https://help.example.com/\n", ""
        ),
    },
}


@pytest.fixture(scope="module", params=OPTIONS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Planned:
    files = CLEAN_CENTRE | OPTIONS[request.param]
    return planned_text(tmp_path_factory.mktemp(request.param), files)


def links(site: Planned, tag: str, address: str, *, copy: str = "") -> dict[str, str]:
    """Return media type -> absolute address in the head of a page."""
    composer = site.composer
    frame = Frame(
        composer,
        composer.centre.language(tag),
        address,
        title="Title",
        variants={},
        markdown_copy=copy,
    )
    text = composer.page("head_links.html", frame)
    root = ElementTree.fromstring(f"<head>{text.replace('>', '/>')}</head>" if text else "<head/>")
    found = root.findall("link")
    assert all(link.get("rel") == "alternate" for link in found)
    return {
        link.get("type", ""): urljoin(f"https://any.example/{address}", link.get("href"))
        for link in found
    }


def test_a_page_names_the_feed_of_its_language_if_there_is_one(site: Planned) -> None:
    for tag in ("en", "id"):
        path = f"{tag}/feed.xml"
        expected = {"application/atom+xml": f"https://any.example/{path}"}
        there = path in site.site.pages
        assert links(site, tag, f"{tag}/contact/") == (expected if there else {})


def test_a_page_names_the_copy_of_its_text(site: Planned) -> None:
    entry = site.composer.addresses.entries["en"]["account/reset"]
    found = links(site, "en", entry.address, copy=entry.markdown_copy)
    assert found["text/markdown"] == "https://any.example/en/account/reset/index.html.md"
    assert entry.markdown_copy in site.site.pages


def test_the_feed_is_found_from_the_page_for_wrong_addresses_too(tmp_path: Path) -> None:
    config = CLEAN_CENTRE["mkdocs.yml"].replace("example.com/", "example.com/help/")
    files = CLEAN_CENTRE | OPTIONS["dated"] | {"mkdocs.yml": config}
    composer = planned_text(tmp_path, files).composer
    frame = Frame(
        composer,
        composer.centre.language("en"),
        "404.html",
        title="Title",
        variants={},
        is_anywhere=True,
    )
    assert frame.feed == "/help/en/feed.xml"
    assert frame.markdown_copy == ""
