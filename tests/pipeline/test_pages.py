"""The built site as customers and search engines meet it: the demo, and one of each kind."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text, read_site

HOST = "https://bantuan.awan.example/"


class Page(HTMLParser):
    """Collects what a page links to and says about itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attributes
            for name, attributes in self.tags
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]

    @property
    def translations(self) -> dict[str, str]:
        """Language -> address, as search engines are told."""
        links = self.all("link", rel="alternate")
        return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def targets(self) -> Iterator[str]:
        for tag, attributes in self.tags:
            if tag == "link" and (attributes.get("rel") == "canonical" or "hreflang" in attributes):
                continue
            for name in ("href", "src", "poster"):
                if name in attributes:
                    yield attributes[name]


@pytest.fixture(scope="module")
def demo(demo_folder: Path) -> Mapping[str, bytes]:
    return read_site(demo_folder)


def pages_of(site: Mapping[str, bytes]) -> dict[str, Page]:
    return {path: Page(data.decode()) for path, data in site.items() if path.endswith(".html")}


def broken_targets(site: Mapping[str, bytes], base: str) -> list[str]:
    """Return every address in the site's pages that no file or id of the site answers."""
    pages = pages_of(site)
    broken: list[str] = []
    for path, page in pages.items():
        own = urljoin(base, path.removesuffix("index.html"))
        for target in page.targets:
            if target.startswith(("tel:", "mailto:")):
                continue
            absolute = urlsplit(urljoin(own, target))
            if not absolute.geturl().startswith(base):
                continue
            # what stands behind a ? is for scripts
            address = absolute._replace(query="", fragment="").geturl()
            file = unquote(address.removeprefix(base))
            file = f"{file}index.html" if file == "" or file.endswith("/") else file
            if file not in site or (
                absolute.fragment and unquote(absolute.fragment) not in pages[file].ids
            ):
                broken.append(f"{path}: {target}")
    return broken


def test_every_link_image_and_anchor_of_the_demo_leads_somewhere(
    demo: Mapping[str, bytes],
) -> None:
    assert len(pages_of(demo)) > 50
    assert broken_targets(demo, HOST) == []


def test_ids_are_unique_on_every_page(demo: Mapping[str, bytes]) -> None:
    for path, page in pages_of(demo).items():
        assert len(page.ids) == len(set(page.ids)), path


def test_every_page_says_its_language_and_has_one_main_heading(demo: Mapping[str, bytes]) -> None:
    for path, page in pages_of(demo).items():
        expected = path.partition("/")[0] if "/" in path else "id"
        assert page.all("html") == [{"lang": expected, "dir": "ltr"}], path
        assert len(page.all("h1")) == 1, path
        assert len(page.all("main")) == 1, path


def test_no_page_holds_inline_scripts_styles_or_handlers(demo: Mapping[str, bytes]) -> None:
    for path, page in pages_of(demo).items():
        for tag, attributes in page.tags:
            assert tag != "style", path
            is_data = attributes.get("type") == "application/ld+json"
            assert tag != "script" or "src" in attributes or is_data, path
            assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_no_page_names_its_generator_or_loads_anything_from_elsewhere(
    demo: Mapping[str, bytes],
) -> None:
    for path, page in pages_of(demo).items():
        assert not page.all("meta", name="generator"), path
        for tag in ("script", "img", "link"):
            for attributes in page.all(tag):
                if attributes.get("rel") in ("canonical", "alternate"):
                    continue
                target = attributes.get("src") or attributes.get("href") or ""
                assert "://" not in target, path


def test_the_languages_of_an_article_name_each_other(demo: Mapping[str, bytes]) -> None:
    pages = pages_of(demo)
    for path, page in pages.items():
        if path.endswith("404.html"):
            continue
        here = HOST + path.removesuffix("index.html")
        alternates = page.translations
        if not alternates:
            continue
        assert "x-default" in alternates, path
        assert here in alternates.values(), path
        assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": here}]
        for tag, address in alternates.items():
            other = pages[f"{address.removeprefix(HOST)}index.html"]
            assert other.translations == alternates, (path, tag)


def test_the_switcher_stays_on_the_article(demo: Mapping[str, bytes]) -> None:
    page = Page(demo["id/account/reset-password/index.html"].decode())
    links = {
        link["data-language"]: link["href"] for link in page.all("a") if "data-language" in link
    }
    base = HOST + "id/account/reset-password/"
    assert {tag: urljoin(base, href) for tag, href in links.items()} == {
        tag: f"{HOST}{tag}/account/reset-password/" for tag in ("id", "ms", "en")
    }


def test_a_fallback_page_is_honest(demo: Mapping[str, bytes]) -> None:
    html = demo["ms/account/two-step-login/index.html"].decode()
    page = Page(html)
    source = HOST + "id/account/two-step-login/"
    assert page.all("html")[0]["lang"] == "ms"
    (article,) = page.all("article")
    assert {name: article[name] for name in ("lang", "dir")} == {"lang": "id", "dir": "ltr"}
    assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": source}]
    assert page.translations == {}
    assert "Artikel ini belum tersedia dalam Bahasa Melayu" in html
    assert "2 artikel" not in demo["ms/index.html"].decode().partition("Akaun")[2][:400]
    others = [
        address
        for file in ("id", "en")
        for address in Page(
            demo[f"{file}/account/two-step-login/index.html"].decode()
        ).translations.values()
    ]
    assert others
    assert not any("/ms/" in address for address in others)


def test_a_fallback_page_links_within_the_readers_language(demo: Mapping[str, bytes]) -> None:
    page = Page(demo["ms/account/two-step-login/index.html"].decode())
    base = HOST + "ms/account/two-step-login/"
    crossing = {
        urljoin(base, link["href"])
        for link in page.all("a")
        if "data-language" not in link
        and not link["href"].startswith(("#", "mailto:", "tel:"))
        and "external" not in link.get("rel", "")
    }
    assert crossing
    assert all(address.startswith(HOST + "ms/") for address in crossing)


def test_the_sitemap_lists_real_pages_with_their_translations(demo: Mapping[str, bytes]) -> None:
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    root = ElementTree.fromstring(demo["sitemap.xml"])
    listed = {url.findtext("s:loc", "", names): url for url in root.findall("s:url", names)}
    assert HOST + "ms/account/two-step-login/" not in listed
    assert HOST + "en/account/two-step-login/" in listed
    for address, url in listed.items():
        assert f"{address.removeprefix(HOST)}index.html" in demo
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)}
        assert address in links.values()
        assert "x-default" in links


def test_the_contact_page_has_every_channel_with_the_right_link(demo: Mapping[str, bytes]) -> None:
    for tag in ("id", "ms", "en"):
        page = Page(demo[f"{tag}/contact/index.html"].decode())
        targets = [link["href"] for link in page.all("a")]
        for wanted in (
            "tel:1500888",
            "tel:+622157901234",
            "mailto:bantuan@awan.example",
            "https://chat.awan.example/",
            "https://wa.me/6281215008880",
            "https://www.instagram.com/awanhosting/",
            "https://tiket.awan.example/",
        ):
            assert wanted in targets, (tag, wanted)


def test_hours_and_promises_are_said_in_the_readers_language(demo: Mapping[str, bytes]) -> None:
    said = {tag: demo[f"{tag}/contact/index.html"].decode() for tag in ("id", "ms", "en")}
    assert "Senin sampai Minggu: 07.00 sampai 22.00" in said["id"]
    assert "Kami membalas dalam 2 hari kerja." in said["id"]
    assert "Kami membalas dalam tempoh 2 hari bekerja." in said["ms"]
    assert "We reply within 2 business days." in said["en"]
    assert "24 jam setiap hari" in said["ms"]


def test_the_root_lists_the_languages_for_readers_without_scripts(
    demo: Mapping[str, bytes],
) -> None:
    page = Page(demo["index.html"].decode())
    choices = [link for link in page.all("a") if link.get("data-language")]
    assert {(link["href"], link["hreflang"]) for link in choices} == {
        ("id/", "id"),
        ("ms/", "ms"),
        ("en/", "en"),
    }


def test_the_404_page_speaks_every_language_and_works_at_any_depth(
    demo: Mapping[str, bytes],
) -> None:
    html = demo["404.html"].decode()
    for words in ("Halaman ini tidak ada", "Halaman ini tidak wujud", "This page does not exist"):
        assert words in html
    for path in ("404.html", "ms/404.html"):
        for target in Page(demo[path].decode()).targets:
            assert target.startswith(("/", "#")), (path, target)


def test_a_site_below_a_base_path_links_within_it(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace("example.com/", "example.com/repo/"),
        "content/en/account/reset.md": "---\ntitle: Reset\n---\n[pay](../billing/pay.md) "
        "![form](../../assets/form.svg)\n",
    }
    site = build_text(tmp_path, files)
    assert broken_targets(site, "https://help.example.com/repo/") == []
    not_found = Page(site["404.html"].decode())
    assert all(target.startswith(("/repo/", "#", "data:")) for target in not_found.targets)
    assert b"https://help.example.com/repo/en/account/reset/" in site["sitemap.xml"]


def test_a_site_without_site_url_leaves_absolute_addresses_out(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace(
            "site_url: https://help.example.com/\n", ""
        )
    }
    site = build_text(tmp_path, files)
    assert "sitemap.xml" not in site
    for page in pages_of(site).values():
        assert not page.all("link", rel="canonical")
        assert not page.translations
    assert broken_targets(site, "https://anywhere.example/below/") == []


def test_nested_topics_blanks_and_any_script_become_addresses_that_work(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "content/topics.yml": "topics: []\n",
        "content/en/Account & Login/Kata Sandi/Café #1.md": "---\ntitle: Café\n---\n"
        "## 見出し\n\n[self](#見出し) [up](../../account/reset.md) ![p](my%20pic.svg)\n",
        "content/en/Account & Login/Kata Sandi/my pic.svg": "<svg/>",
        "content/id/帮助/问题.md": "---\ntitle: 问题\n---\n"
        "[c](../Account%20&%20Login/Kata%20Sandi/Café%20%231.md)\n",
    }
    site = build_text(tmp_path, files)
    assert broken_targets(site, "https://help.example.com/") == []
    assert "en/account-login/kata-sandi/cafe-1/index.html" in site
    assert "id/帮助/问题/index.html" in site
    parent = site["en/account-login/index.html"].decode()
    assert "Kata Sandi" in parent


def test_a_site_with_a_different_slug_per_language_switches_between_them(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "content/topics.yml": "topics:\n  - path: account\n    title: {en: A, id: B}\n"
        "    slug: {id: akun}\n",
        "content/id/account/reset.md": "---\ntitle: Atur\nslug: atur-ulang\n---\nTeks.\n",
    }
    site = build_text(tmp_path, files)
    assert "id/akun/atur-ulang/index.html" in site
    assert "en/account/reset/index.html" in site
    assert broken_targets(site, "https://help.example.com/") == []


def test_translations_that_share_an_id_are_one_article(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "content/en/account/close.md": "---\ntitle: Close\nid: end\n---\nText.\n",
        "content/id/account/tutup.md": "---\ntitle: Tutup\nid: end\n---\nTeks.\n",
    }
    site = build_text(tmp_path, files)
    assert "en/account/tutup/index.html" not in site
    english = site["en/account/close/index.html"].decode()
    assert 'hreflang="id" href="https://help.example.com/id/account/tutup/"' in english


def test_drafts_and_articles_outside_their_dates_are_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763769600")  # 22 November 2025
    files = CLEAN_CENTRE | {
        f"content/{tag}/account/{name}.md": f"---\ntitle: {name}\n{key}\n---\nText.\n"
        for tag in ("en", "id")
        for name, key in (
            ("draft", "draft: true"),
            ("early", "publish_from: 2025-11-23"),
            ("late", "publish_until: 2025-11-21"),
            ("today", "publish_from: 2025-11-22\npublish_until: 2025-11-22"),
        )
    }
    site = build_text(tmp_path, files)
    shown = {
        path.split("/")[2]
        for path in site
        if path.startswith("en/account/") and path.count("/") > 2
    }
    assert shown == {"reset", "today"}


def test_hostile_html_does_not_survive(tmp_path: Path) -> None:
    hostile = (
        "---\ntitle: '<script>alert(1)</script>'\ndescription: '\"><img src=x onerror=alert(1)>'\n"
        "---\n<script>alert(2)</script> <img src=x onerror=alert(3)> [x](javascript:alert(4)) "
        "<a href='jav&#x09;ascript:alert(5)'>y</a> <p style='color:red'>z</p> "
        "<iframe src=https://evil.example></iframe>\n"
    )
    site = build_text(
        tmp_path, CLEAN_CENTRE | {"content/en/account/reset.md": hostile}, fail_on="never"
    )
    for path in pages_of(site):
        # data blocks are text to browsers; what ends one is escaped in it
        html = re.sub(
            r'<script type="application/ld\+json">[^<]*</script>', "", site[path].decode()
        )
        assert not re.search(r"<script(?![^>]* src=)", html), path
        assert "javascript:" not in html, path
        assert "onerror=alert" not in html.replace(
            "&#34;&gt;&lt;img src=x onerror=alert(1)&gt;", ""
        )
        assert "style=" not in html, path
        assert "<iframe" not in html, path


def test_trusted_html_is_published_as_it_is(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace(
            "languages: [en, id]", "languages: [en, id], trust_html: true"
        ),
        "content/en/account/reset.md": "---\ntitle: Reset\n---\n"
        '<video-player src="a"></video-player> <a href="../billing/pay.md">pay</a>\n',
    }
    html = build_text(tmp_path, files)["en/account/reset/index.html"].decode()
    assert "<video-player" in html
    assert 'href="../../billing/pay/"' in html


def test_links_to_other_sites_follow_the_policy_of_the_site(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "content/en/account/reset.md": "---\ntitle: Reset\n---\n[a](https://other.example/)\n"
    }
    same = build_text(tmp_path / "same", files)["en/account/reset/index.html"].decode()
    assert '<a href="https://other.example/" rel="external noopener">' in same
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(
        "languages: [en, id]", "languages: [en, id], external_links: new-tab"
    )
    new = build_text(tmp_path / "new", files)["en/account/reset/index.html"].decode()
    assert 'rel="external noopener" target="_blank">' in new


def test_a_language_may_override_an_asset(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "content/id/assets/form.svg": "<svg/>",
        "content/en/account/reset.md": "---\ntitle: Reset\n---\n![f](../../assets/form.svg)\n",
        "content/id/account/reset.md": "---\ntitle: Atur\n---\n![f](../../assets/form.svg)\n",
    }
    site = build_text(tmp_path, files)
    assert 'src="../../../assets/form.svg"' in site["en/account/reset/index.html"].decode()
    assert 'src="../../assets/form.svg"' in site["id/account/reset/index.html"].decode()


def test_an_attestation_is_shown_as_long_as_it_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = CLEAN_CENTRE | {
        "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
        "    address: a@example.com\n"
        "    attested: {on: 2026-11-02, method: test mail, valid_for: 20d}\n"
    }
    words = "Last tried by a person on"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")  # 22 November 2026
    assert words in build_text(tmp_path / "a", files)["en/contact/index.html"].decode()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")  # the day after
    assert words not in build_text(tmp_path / "b", files)["en/contact/index.html"].decode()


def test_data_files_are_never_published(demo: Mapping[str, bytes]) -> None:
    assert not [path for path in demo if path.endswith((".yml", ".yaml", ".lock"))]
    assert all(path.endswith("/index.html.md") for path in demo if path.endswith(".md"))


def test_a_site_may_replace_a_template_and_add_styles(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"] + "extra_css: [assets/own.css]\n",
        "theme/home.html": '{% extends "base.html" %}{% block content %}<h1>Own</h1>{% endblock %}',
        "content/assets/own.css": "h1 { color: red }\n",
    }
    site = build_text(tmp_path, files)
    html = site["en/index.html"].decode()
    assert "<h1>Own</h1>" in html
    assert 'href="../assets/own.css"' in html
    assert broken_targets(site, "https://help.example.com/") == []


def test_theme_files_have_names_that_change_with_their_content(tmp_path: Path) -> None:
    before = build_text(tmp_path / "a", CLEAN_CENTRE)
    after = build_text(tmp_path / "b", CLEAN_CENTRE | {"theme/assets/site.css": "h1 {}\n"})
    styles = [
        {path for path in site if path.startswith("static/site.") and path.endswith(".css")}
        for site in (before, after)
    ]
    assert len(styles[0]) == len(styles[1]) == 1
    assert styles[0] != styles[1]
