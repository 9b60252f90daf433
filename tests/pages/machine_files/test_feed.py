"""The feeds as RFC 4287 wants them, with what the articles say."""

import re
from pathlib import Path
from xml.etree import ElementTree

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.load.repositories import repository
from tests.pages.planning import Planned, planned, planned_text
from tests.pipeline.building import DEMO

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # RFC 3339, in UTC


def feed_of(site: Planned, tag: str) -> ElementTree.Element:
    text = site.text(f"{tag}/feed.xml")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    return ElementTree.fromstring(text.encode())


def only(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = parent.findall(f"a:{name}", ATOM)
    return found


def links(parent: ElementTree.Element) -> dict[str, str]:
    found = {link.get("rel", ""): link.get("href", "") for link in parent.findall("a:link", ATOM)}
    assert len(found) == len(parent.findall("a:link", ATOM))
    return found


def article(title: str, reviewed: str = "", **more: str) -> str:
    fields = {"title": title} | ({"reviewed": reviewed} if reviewed else {}) | more
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\nText.\n"


def centre(folder: Path, files: dict[str, str]) -> Planned:
    return planned_text(folder, CLEAN_CENTRE | files)


def test_the_feeds_of_the_demo_have_what_the_standard_asks_for() -> None:
    site = planned(DEMO)
    for tag in ("id", "ms", "en"):
        feed = feed_of(site, tag)
        assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
        assert feed.get(LANGUAGE) == tag
        assert only(feed, "title").text
        assert only(only(feed, "author"), "name").text == "Awan Hosting"
        own = f"https://bantuan.awan.example/{tag}/feed.xml"
        home = f"https://bantuan.awan.example/{tag}/"
        assert only(feed, "id").text == own
        assert links(feed) == {"self": own, "alternate": home}
        entries = feed.findall("a:entry", ATOM)
        moments = [only(entry, "updated").text or "" for entry in entries]
        assert all(MOMENT.fullmatch(moment) for moment in moments)
        assert moments == sorted(moments, reverse=True)
        assert only(feed, "updated").text == moments[0]
        ids = [only(entry, "id").text or "" for entry in entries]
        assert len(ids) == len(set(ids)) > 20
        for entry, address in zip(entries, ids, strict=True):
            assert links(entry) == {"alternate": address}
            path = address.removeprefix("https://bantuan.awan.example/")
            assert path.startswith(f"{tag}/")
            assert f"{path}index.html" in site.site.pages
            assert only(entry, "title").text
            assert only(entry, "summary").text


def test_articles_are_listed_newest_first_and_those_of_one_day_in_reading_order(
    tmp_path: Path,
) -> None:
    site = centre(
        tmp_path,
        {
            "content/en/account/a.md": article("A", "2026-01-01", order="1"),
            "content/en/account/b.md": article("B", "2026-02-01", order="2"),
            "content/en/account/c.md": article("C", "2026-01-01", order="3"),
            "content/en/account/undated.md": article("Undated"),
            "content/en/about.md": article("A page", "2026-03-01"),
            "content/en/account/draft.md": article("Draft", "2026-03-01", draft="true"),
        },
    )
    feed = feed_of(site, "en")
    titles = [only(entry, "title").text for entry in feed.findall("a:entry", ATOM)]
    assert titles == ["B", "A", "C"]
    assert only(feed, "updated").text == "2026-02-01T00:00:00Z"


def test_fallback_pages_are_in_no_feed_and_a_language_without_days_has_none(
    tmp_path: Path,
) -> None:
    site = centre(tmp_path, {"content/en/account/only.md": article("Only", "2026-01-01")})
    assert "en/feed.xml" in site.site.pages
    assert "id/feed.xml" not in site.site.pages
    assert site.composer.feed_path("id") == ""


def test_only_the_newest_fifty_are_listed(tmp_path: Path) -> None:
    files = {
        f"content/en/account/a{number}.md": article(f"A{number}", f"2026-01-{number % 28 + 1:02}")
        for number in range(60)
    }
    entries = feed_of(centre(tmp_path, files), "en").findall("a:entry", ATOM)
    assert len(entries) == 50
    assert min(only(entry, "updated").text or "" for entry in entries) > "2026-01-04"


def test_there_is_no_feed_without_an_address_of_the_site(tmp_path: Path) -> None:
    config = CLEAN_CENTRE["mkdocs.yml"].replace("site_url: https://help.example.com/\n", "")
    files = {"mkdocs.yml": config, "content/en/account/a.md": article("A", "2026-01-01")}
    site = centre(tmp_path, files)
    assert not [path for path in site.site.pages if path.endswith("feed.xml")]


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    title = '"A & B <b>]]> \\u202eevil \\x01 end"'
    description = '"two\\nlines & <i>\\uFFFF"'
    site = centre(
        tmp_path,
        {
            "content/en/account/a.md": article(title, "2026-01-01", description=description),
            "content/channels.yml": 'organisation: {name: "Tom & <Jerry>"}\n'
            + CLEAN_CENTRE["content/channels.yml"],
        },
    )
    feed = feed_of(site, "en")
    entry = only(feed, "entry")
    assert only(entry, "title").text == "A & B <b>]]> \u202eevil end\u202c"
    assert only(entry, "summary").text == "two lines & <i>\ufffd"
    assert only(only(feed, "author"), "name").text == "Tom & <Jerry>"


def test_without_a_name_the_site_is_the_author(tmp_path: Path) -> None:
    site = centre(tmp_path, {"content/en/account/a.md": article("A", "2026-01-01")})
    assert only(only(feed_of(site, "en"), "author"), "name").text == "Help"


def test_days_of_the_history_count_and_the_sitemap_says_the_same(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {"content/en/account/a.md": article("A", "2026-03-01")}
    repository(tmp_path, ("2026-02-01T12:00:00Z", files))
    site = planned(tmp_path / "mkdocs.yml")
    entries = feed_of(site, "en").findall("a:entry", ATOM)
    found = {only(entry, "title").text: only(entry, "updated").text for entry in entries}
    assert found == {
        "A": "2026-03-01T00:00:00Z",
        "Reset your password": "2026-02-01T00:00:00Z",
        "Pay": "2026-02-01T00:00:00Z",
    }
    listed = re.findall(
        r"<loc>https://help\.example\.com/en/(\S+)</loc>\n    <lastmod>(\S+)</lastmod>",
        site.text("sitemap.xml"),
    )
    assert dict(listed) == {
        "account/a/": "2026-03-01",
        "account/reset/": "2026-02-01",
        "billing/pay/": "2026-02-01",
    }
