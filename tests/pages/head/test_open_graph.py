"""What messengers show of a link, and that all addresses of a page agree."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hcgen.languages import shipped_tags
from hcgen.pages.head.open_graph import locale_of
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pages.centres import RICH_CENTRE
from tests.pages.reading import Head, heads_of
from tests.pipeline.building import build_text

HOST = "https://bantuan.awan.example/"
RICH_HOST = "https://help.example.com/help/"


@pytest.fixture(scope="module")
def demo(demo_site: Mapping[str, bytes]) -> Mapping[str, Head]:
    return heads_of(demo_site)


@pytest.fixture(scope="module")
def rich(rich_site: Mapping[str, bytes]) -> Mapping[str, Head]:
    return heads_of(rich_site)


def test_an_article_is_shown_with_its_title_language_and_day(rich: Mapping[str, Head]) -> None:
    head = rich["ja/account/reset/index.html"]
    pairs = [(name, text) for name, text in head.metas if name.startswith(("og:", "article:"))]
    assert pairs[:8] == [
        ("og:type", "article"),
        ("article:modified_time", "2026-11-10"),
        ("og:title", "パスワードの再設定"),
        ("og:description", "新しいものを選びます。"),
        ("og:site_name", "Awan"),
        ("og:url", f"{RICH_HOST}ja/account/reset/"),
        ("og:locale", "ja_JP"),
        ("og:locale:alternate", "ar_EG"),
    ]


def test_every_indexed_page_says_what_it_is(demo: Mapping[str, Head]) -> None:
    for path, head in demo.items():
        if head.meta("robots") == "noindex":
            assert not any(name.startswith(("og:", "twitter:")) for name, _ in head.metas), path
        else:
            for name in ("og:title", "og:type", "og:url", "og:site_name", "og:locale"):
                assert head.meta(name), (path, name)
            is_article = path.count("/") == 3
            assert head.meta("og:type") == ("article" if is_article else "website"), path


def test_the_picture_of_the_site_stands_beside_its_links(rich: Mapping[str, Head]) -> None:
    for path, head in rich.items():
        if head.meta("robots") != "noindex":
            assert head.meta("og:image") == f"{RICH_HOST}assets/card.svg", path
            assert (head.meta("og:image:width"), head.meta("og:image:height")) == ("1200", "630")
            assert head.meta("og:image:alt") == "Awan"
            assert head.meta("twitter:card") == "summary_large_image"


def test_a_picture_that_is_not_there_is_not_named(tmp_path: Path) -> None:
    files = {name: text for name, text in RICH_CENTRE.items() if not name.endswith("card.svg")}
    head = heads_of(build_text(tmp_path, files, fail_on="never"))["ja/index.html"]
    assert head.meta("og:image") == ""
    assert head.meta("twitter:card") == "summary"


def test_a_fallback_page_is_shown_as_its_source(rich: Mapping[str, Head]) -> None:
    head = rich["ar/account/only/index.html"]
    assert head.meta("og:url") == f"{RICH_HOST}ja/account/only/"
    assert head.meta("og:locale") == "ja_JP"
    assert head.all("og:locale:alternate") == []


def test_without_site_url_nothing_is_said_that_needs_an_address(tmp_path: Path) -> None:
    configuration = RICH_CENTRE["mkdocs.yml"].replace(f"site_url: {RICH_HOST}\n", "")
    site = build_text(tmp_path, RICH_CENTRE | {"mkdocs.yml": configuration}, fail_on="never")
    page = site["ja/account/reset/index.html"]
    # each network reads its own attribute
    assert b'<meta property="og:title"' in page
    assert b'<meta name="twitter:card"' in page
    head = Head(page)
    assert head.meta("og:title") == "パスワードの再設定"
    assert head.meta("og:locale") == "ja_JP"
    assert head.all("og:locale:alternate") == ["ar_EG"]
    assert [text for name, text in head.metas if "://" in text] == []
    names = {name for name, _ in head.metas}
    assert not {"og:url", "og:image", "og:image:width", "og:image:alt"} & names


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("id", "id_ID"),
        ("ms", "ms_MY"),
        ("en", "en_US"),
        ("zh", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("pt-BR", "pt_BR"),
        ("tl", "tl_PH"),
        ("en-GB", "en_GB"),
        ("qqq", "qqq"),
    ],
)
def test_a_language_gets_its_likeliest_territory(tag: str, locale: str) -> None:
    assert locale_of(tag) == locale


def test_every_shipped_language_has_a_territory() -> None:
    assert [tag for tag in shipped_tags() if "_" not in locale_of(tag)] == []


OPENING = (
    "This is how you get a new password when the old one is lost, even if you no longer open the "
    "mailbox that it is sent to, and what to do when no message comes within a few minutes.\n"
)


def test_an_article_without_a_description_is_described_by_its_beginning(tmp_path: Path) -> None:
    files = {"content/en/account/reset.md": f"---\ntitle: Reset\n---\n{OPENING}"}
    site = build_text(tmp_path, CLEAN_CENTRE | files)
    head = Head(site["en/account/reset/index.html"])
    description = head.meta("description")
    assert description.endswith("…")
    assert 130 < len(description) <= 155
    assert OPENING.startswith(description.removesuffix("…"))
    assert head.meta("og:description") == description
    assert head.node("Article")["description"] == description
    # lists show what the writer wrote, and nothing else
    assert b"This is how you get" not in site["en/account/index.html"]


def test_pages_for_no_article_are_described_by_the_site(demo: Mapping[str, Head]) -> None:
    for path in ("index.html", "404.html", "id/404.html"):
        assert demo[path].meta("description") == "Bantuan untuk pelanggan Awan Hosting", path


def test_the_addresses_that_a_page_says_of_itself_agree(
    demo: Mapping[str, Head], rich: Mapping[str, Head]
) -> None:
    for host, heads in ((HOST, demo), (RICH_HOST, rich)):
        for path, head in heads.items():
            own = host + path.removesuffix("index.html")
            if head.meta("robots") == "noindex":
                assert (head.canonical, head.alternates) == ("", {}), path
                continue
            assert head.canonical.startswith(host), path
            assert head.meta("og:url") == head.canonical, path
            if head.canonical != own:
                assert head.alternates == {}, path
                source = heads[head.canonical.removeprefix(host) + "index.html"]
                assert own not in source.alternates.values(), path
                continue
            assert own in head.alternates.values(), path
            for tag, address in head.alternates.items():
                other = heads[address.removeprefix(host) + "index.html"]
                assert other.canonical == address, (path, tag)
                assert other.alternates == head.alternates, (path, tag)
            tags = {locale_of(tag) for tag in head.alternates if tag != "x-default"}
            assert {head.meta("og:locale"), *head.all("og:locale:alternate")} == tags, path


def test_fallback_pages_name_their_source(demo: Mapping[str, Head]) -> None:
    fallbacks = {
        path
        for path, head in demo.items()
        if head.canonical and head.canonical != HOST + path.removesuffix("index.html")
    }
    assert "ms/account/two-step-login/index.html" in fallbacks
