"""With JavaScript switched off everything can be read and reached; search says what it needs."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, switch_language
from tests.browser.serving import ServedSite


def test_every_kind_of_page_can_be_read_and_reached_from_the_root(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, locale="id-ID", has_scripts=False)
    expect(page).to_have_url(demo.url(""))
    page.get_by_role("main").get_by_role("link", name="English").click()
    expect(page).to_have_url(demo.url("en/"))
    page.get_by_role("main").get_by_role("link", name="Account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Account")
    page.get_by_role("main").locator("a[href='reset-password/']").click()
    expect(page).to_have_url(demo.url("en/account/reset-password/"))
    expect(page.locator("article")).to_contain_text("password")
    page.locator(".contents a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    switch_language(page, "Bahasa Melayu")
    expect(page).to_have_url(demo.url("ms/account/reset-password/"))
    page.get_by_role("contentinfo").get_by_role("link").last.click()
    expect(page).to_have_url(demo.url("ms/report-abuse/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("tag", ["id", "ms", "en"])
def test_the_contact_page_is_complete(visit: Visit, demo: ServedSite, tag: str) -> None:
    page = visit(demo, f"{tag}/contact/", has_scripts=False)
    main = page.get_by_role("main")
    for target in ("tel:1500888", "mailto:bantuan@awan.example", "https://wa.me/6281215008880"):
        expect(main.locator(f"a[href='{target}']")).to_be_visible()
    for channel in page.locator(".channel").all():
        expect(channel.get_by_role("heading")).to_be_visible()
        assert channel.locator("a, address").count() > 0
        assert channel.locator("dt").count() > 0


def test_the_search_page_says_that_it_needs_scripts_and_leads_on(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/billing/refund/", has_scripts=False)
    page.get_by_role("searchbox").fill("refund")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(demo.url("en/search/?q=refund"))
    notice = page.locator("noscript p")  # by its place: a search for text leaves noscript out
    expect(notice).to_be_visible()
    assert "Search needs JavaScript" in notice.inner_text()
    page.get_by_role("main").get_by_role("link", name="Billing").click()
    expect(page).to_have_url(demo.url("en/billing/"))


def test_an_unknown_address_is_answered_in_every_language(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "no-such-page/", has_scripts=False)
    for tag in ("id", "ms", "en"):
        section = page.locator(f".not-found[data-language={tag}]")
        expect(section).to_be_visible()
        expect(section.get_by_role("link")).to_have_attribute("href", f"/{tag}/")
