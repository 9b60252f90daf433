"""Search where queries are odd or files of the index are broken."""

import itertools
import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.serving import ServedSite
from tests.search.test_odd_queries import ODD

HTML = "<!doctype html><title>Sign in</title><p>Sign in first</p>"


def test_odd_queries_get_an_answer_and_never_markup(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/search/")
    box, status = page.locator("#hc-query"), page.locator(".search-state [role=status]")
    elements = "#hc-results :is(img, script, b), .search-state :is(img, script, b)"
    for query in ODD:
        # by script, because no keyboard types half a character
        page.evaluate(
            """(query) => {
              const box = document.querySelector("#hc-query");
              box.value = query;
              box.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            query,
        )
        if box.input_value().strip():
            expect(status).not_to_be_empty()
            expect(page.locator("#hc-results")).to_have_attribute("aria-busy", "false")
        expect(status).not_to_contain_text("could not be loaded")
        expect(page.locator(elements)).to_have_count(0)
    box.fill("refund")
    expect(page.locator("#hc-results h2 a").first).to_have_attribute(
        "href", demo.url("en/billing/refund/")
    )


@pytest.mark.parametrize("query", ["password " * 1200, "<img src=x> " * 500, "\ud83d refund"])
def test_an_odd_query_in_the_address_comes_back_as_it_was(
    visit: Visit, demo: ServedSite, query: str
) -> None:
    page = visit(demo, "en/search/")
    page.evaluate(
        """(query) => {
          const address = new URL(location.href);
          address.searchParams.set("q", query);
          location.assign(address);
        }""",
        query,
    )
    expect(page).to_have_url(re.compile(r"[?]q="))
    expect(page.locator(".search-state [role=status]")).not_to_be_empty()
    kept = page.locator("#hc-query").input_value()
    assert kept.strip() == query.strip().replace("\ud83d", "\ufffd")


@pytest.mark.parametrize(
    ("kind", "damage"),
    [
        ("manifest", "a page"),
        *itertools.product(("manifest", "words", "terms", "rows"), ("cut off", "another kind")),
    ],
)
def test_a_broken_file_is_told_and_people_are_offered(
    visit: Visit, demo: ServedSite, kind: str, damage: str
) -> None:
    page = visit(demo, "en/search/")
    pattern = break_files(page, kind, damage)
    page.locator("#hc-query").fill("refund")
    expect(page.locator(".search-state [role=status]")).to_have_text(
        "Search could not be loaded. Check your connection and try again."
    )
    expect(page.locator(".search-help .more a")).to_be_visible()
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#hc-results h2 a").first).to_have_attribute(
        "href", demo.url("en/billing/refund/")
    )
    expect(page.locator(".search-help")).to_be_hidden()


@pytest.mark.parametrize("damage", ["cut off", "another kind"])
def test_broken_texts_leave_the_titles(visit: Visit, demo: ServedSite, damage: str) -> None:
    page = visit(demo, "en/search/")
    break_files(page, "texts", damage)
    page.locator("#hc-query").fill("refund")
    expect(page.locator("#hc-results h2 a").first).to_have_attribute(
        "href", demo.url("en/billing/refund/")
    )
    expect(page.locator(".search-state [role=status]")).to_contain_text("may be missing")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


@pytest.mark.parametrize("kind", ["manifest", "words", "terms", "rows"])
def test_the_field_of_every_page_tells_it_too_and_enter_leads_on(
    visit: Visit, demo: ServedSite, kind: str
) -> None:
    page = visit(demo, "en/billing/refund/")
    pattern = break_files(page, kind, "cut off")
    box = page.locator("#hc-query")
    box.fill("refund")
    expect(page.locator(".search [role=status]")).to_contain_text("could not be loaded")
    expect(page.locator(".offer-note")).to_be_visible()
    box.press("Enter")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#hc-results h2 a").first).to_be_visible()


def break_files(page: Page, kind: str, damage: str) -> str:
    """Break every file of a kind; return the pattern of their addresses."""
    pattern = "**/search/en.json" if kind == "manifest" else f"**/search/en-{kind}-*.json"

    def answer(route: Route) -> None:
        if damage == "cut off":
            body = route.fetch().text()
            route.fulfill(body=body[: len(body) // 2], content_type="application/json")
        elif damage == "a page":
            route.fulfill(body=HTML, content_type="text/html")
        else:
            route.fulfill(body=json.dumps({"login": True}), content_type="application/json")

    page.route(pattern, answer)
    return pattern
