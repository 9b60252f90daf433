"""Readers get their own language, or are told honestly that they do not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, switch_language
from tests.browser.serving import ServedSite, serving

MISSING = {
    "id": "Halaman ini tidak ada",
    "ms": "Halaman ini tidak wujud",
    "en": "This page does not exist",
}


@pytest.fixture(scope="module")
def plain_host(demo_folder: Path) -> Iterator[ServedSite]:
    """A host that knows only the 404 page at the root."""
    with serving(demo_folder, has_language_404=False) as site:
        yield site


def test_the_switcher_stays_on_the_article_and_the_choice_is_remembered(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "id/account/reset-password/", locale="id-ID")
    switch_language(page, "English")
    expect(page).to_have_url(demo.url("en/account/reset-password/"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(demo.url(""))
    expect(page).to_have_url(demo.url("en/"))


@pytest.mark.parametrize(("locale", "home"), [("id-ID", "id/"), ("ms-MY", "ms/"), ("en-US", "en/")])
def test_the_root_opens_the_language_of_the_browser(
    visit: Visit, demo: ServedSite, locale: str, home: str
) -> None:
    page = visit(demo, locale=locale)
    expect(page).to_have_url(demo.url(home))


def test_the_root_is_left_out_of_the_way_back(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "id/contact/", locale="ms-MY")
    page.goto(demo.url(""))
    expect(page).to_have_url(demo.url("ms/"))
    page.go_back()
    expect(page).to_have_url(demo.url("id/contact/"))


def test_the_root_keeps_its_list_for_a_language_that_the_site_lacks(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, locale="fr-FR")
    page.wait_for_load_state("networkidle")
    expect(page).to_have_url(demo.url(""))
    choices = page.locator(".choices a")
    assert [link.get_attribute("lang") or "" for link in page.locator(".choices li").all()] == [
        "id",
        "ms",
        "en",
    ]
    choices.filter(has_text="Bahasa Melayu").click()
    expect(page).to_have_url(demo.url("ms/"))
    page.goto(demo.url(""))
    expect(page).to_have_url(demo.url("ms/"))


def test_the_root_keeps_its_list_when_it_is_asked_to(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "#choose", locale="id-ID")
    page.wait_for_load_state("networkidle")
    expect(page).to_have_url(demo.url("#choose"))
    expect(page.locator(".choices a")).to_have_count(3)


def test_a_fallback_page_says_so_in_the_readers_language(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "ms/account/two-step-login/")
    notice = page.get_by_role("note").first
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("Artikel ini belum tersedia dalam Bahasa Melayu")
    assert language_of(page, "main [role=note]") == "ms"
    assert language_of(page, "h1") == "id"
    assert language_of(page, "article .md-typeset p") == "id"
    assert language_of(page, ".breadcrumb li:last-child > *") == "id"
    assert language_of(page, ".search label") == "ms"
    assert language_of(page, ".meta") == "ms"


@pytest.mark.parametrize("address", ["ms/account/no-such-article/", "MS/x", "ms/en/deeper/and/x"])
def test_an_unknown_address_is_answered_in_the_language_that_it_names(
    visit: Visit, plain_host: ServedSite, address: str
) -> None:
    page = visit(plain_host, address)
    expect(page.locator("html")).to_have_attribute("lang", "ms")
    expect(page.get_by_role("heading", name=MISSING["ms"], level=1)).to_be_visible()
    for tag in ("id", "en"):
        expect(page.get_by_text(MISSING[tag])).to_be_hidden()
    # all around it too: words that are marked as Malay are Malay
    expect(page.locator("#hc-query")).to_have_accessible_name("Anda perlukan bantuan apa?")
    expect(page).to_have_title(f"{MISSING['ms']} - Awan Hosting")
    page.locator("#hc-query").fill("kata laluan")
    page.keyboard.press("Enter")
    expect(page).to_have_url(plain_host.url("ms/search/?q=kata+laluan"))


def test_an_unknown_address_is_answered_even_if_the_page_of_the_language_fails(
    visit: Visit, plain_host: ServedSite
) -> None:
    page = visit(plain_host, "en/")
    page.route("**/ms/404.html", lambda route: route.abort())
    page.goto(plain_host.url("ms/no-such-page/"))
    words = page.get_by_role("heading", name=MISSING["ms"])
    expect(words).to_be_visible()
    expect(page.get_by_text(MISSING["id"])).to_be_hidden()
    assert language_of(page, ".not-found:visible h2") == "ms"
    assert language_of(page, ".search label") == "id"


def test_hosts_may_serve_the_404_page_of_the_language(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "ms/account/no-such-article/")
    expect(page.locator("html")).to_have_attribute("lang", "ms")
    assert page.locator("h1").all_inner_texts() == [MISSING["ms"]]
    switch_language(page, "English")
    expect(page).to_have_url(demo.url("en/"))
    page.goto(demo.url(""))
    expect(page).to_have_url(demo.url("en/"))


def test_an_unknown_address_without_a_language_is_answered_in_all_of_them(
    visit: Visit, plain_host: ServedSite
) -> None:
    page = visit(plain_host, "no-such-page/id/")
    for tag, words in MISSING.items():
        heading = page.get_by_role("heading", name=words)
        expect(heading).to_be_visible()
        assert language_of(page, f".not-found[data-language={tag}] p") == tag


def language_of(page: Page, selector: str) -> str:
    """Return the language that the first element of a selector is marked with."""
    tag = page.locator(selector).first.evaluate("one => one.closest('[lang]').lang")
    assert isinstance(tag, str)
    return tag
