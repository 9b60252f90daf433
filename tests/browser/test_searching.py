"""Search as readers meet it: the form on every page, and the page with the results."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.serving import ServedSite

FAILED = "Search could not be loaded. Check your connection and try again."


def test_the_form_in_the_header_leads_to_results_that_open_articles(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/billing/refund/")
    box(page).fill("forgot password")
    box(page).press("Enter")
    expect(page).to_have_url(demo.url("en/search/?q=forgot+password"))
    expect(box(page)).to_have_value("forgot password")
    first = results(page).first
    expect(first).to_have_attribute("href", demo.url("en/account/reset-password/"))
    title = first.inner_text()
    first.click()
    expect(page).to_have_url(demo.url("en/account/reset-password/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_button_of_the_form_searches_too(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/")
    box(page).fill("refund")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(demo.url("en/search/?q=refund"))
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))


def test_results_follow_what_is_typed_and_how_many_are_announced(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/search/")
    status = page.locator("p[role=status]")
    expect(status).to_be_empty()
    box(page).press_sequentially("refu")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))
    expect(status).to_have_text(re.compile(r"^\d+ articles? found$"))
    assert status.inner_text().split()[0] == str(results(page).count())
    box(page).fill("phishing")
    expect(results(page).first).to_have_attribute("href", demo.url("en/security/phishing-mail/"))
    box(page).fill("")
    expect(results(page)).to_have_count(0)
    expect(status).to_be_empty()


def test_where_nothing_is_found_the_contact_page_is_offered(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "ms/search/?q=qqzxw")
    expect(page.locator("p[role=status]")).to_contain_text("“qqzxw”")
    expect(results(page)).to_have_count(1)
    results(page).click()
    expect(page).to_have_url(demo.url("ms/contact/"))


def test_a_result_in_another_language_is_marked_with_it(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "ms/search/?q=login+dua+langkah")
    fallback = page.locator("#hc-results li", has=page.locator("a[href$='/two-step-login/']"))
    expect(fallback).to_have_attribute("lang", "id")
    fallback.locator("a").click()
    expect(page).to_have_url(demo.url("ms/account/two-step-login/"))


def test_the_back_button_restores_the_query_before(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/search/?q=refund")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))
    box(page).fill("phishing")
    box(page).press("Enter")
    expect(page).to_have_url(demo.url("en/search/?q=phishing"))
    page.go_back()
    expect(page).to_have_url(demo.url("en/search/?q=refund"))
    expect(box(page)).to_have_value("refund")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))
    page.go_forward()
    expect(box(page)).to_have_value("phishing")


def test_the_back_button_returns_from_an_article_to_what_was_typed(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/search/")
    box(page).press_sequentially("refund")
    results(page).first.click()
    expect(page).to_have_url(demo.url("en/billing/refund/"))
    page.go_back()
    expect(box(page)).to_have_value("refund")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))


def test_the_same_query_twice_takes_one_step_back(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/contact/")
    page.goto(demo.url("en/search/?q=refund"))
    box(page).press("Enter")
    box(page).press("Enter")
    page.go_back()
    expect(page).to_have_url(demo.url("en/contact/"))


def test_a_query_with_markup_is_shown_as_text(visit: Visit, demo: ServedSite) -> None:
    query = "<qqzxw onclick=zzqxw>"
    page = visit(demo, "en/search/")
    box(page).fill(query)
    expect(page.locator("p[role=status]")).to_contain_text(f"“{query}”")
    assert page.locator("#hc-results qqzxw").count() == 0


@pytest.mark.parametrize("failing", ["search/en.json", "search/en-*.json", "static/search-client*"])
def test_a_file_of_the_index_that_fails_is_told_and_asked_for_again(
    visit: Visit, demo: ServedSite, failing: str
) -> None:
    page = visit(demo, "en/search/")
    pattern = f"**/{failing}"
    page.route(pattern, abort)
    box(page).fill("refund")
    expect(page.locator("p[role=status]")).to_have_text(FAILED)
    expect(results(page)).to_have_count(0)
    page.unroute(pattern)
    box(page).fill("refun")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))


def test_a_slow_answer_does_not_replace_that_of_a_later_query(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/search/?q=refund")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))
    held: list[Route] = []
    page.route("**/search/en-*.json", lambda route: held.append(route))
    with page.expect_request("**/search/en-*.json"):
        box(page).fill("phishing")
    expect(page.locator("p[role=status]")).to_have_text("Searching …")
    box(page).fill("refund")
    expect(page.locator("p[role=status]")).to_contain_text("found")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))
    assert held
    with page.expect_response("**/search/en-*.json"):
        for route in held:
            route.continue_()
    page.wait_for_timeout(300)  # that nothing happens can only be waited for
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))


def abort(route: Route) -> None:
    route.abort()


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def results(page: Page) -> Locator:
    return page.locator("#hc-results a")
