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
    status = status_of(page)
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


def test_where_nothing_is_found_people_come_before_topics(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "ms/search/?q=qqzxw")
    expect(status_of(page)).to_contain_text("“qqzxw”")
    expect(results(page)).to_have_count(0)
    people = page.locator(".search-help")
    expect(people.locator(".channels li").first).to_be_visible()
    expect(people.locator(".open-state:visible").first).not_to_be_empty()
    assert is_before(people, page.locator("section[aria-labelledby=hc-topics]"))
    people.locator(".more a").click()
    expect(page).to_have_url(demo.url("ms/contact/"))


def test_where_nothing_fits_topics_and_people_come_before_what_was_found(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/search/?q=recipe+chocolate+cake+password+oven+flour")
    expect(status_of(page)).to_contain_text("No article fits")
    topics, people = page.locator(".nearest"), page.locator(".search-help")
    expect(topics.locator("a").first).to_be_visible()
    expect(people).to_be_visible()
    expect(results(page).first).to_be_visible()
    assert is_before(topics, people)
    assert is_before(people, page.locator("#hc-results"))
    topics.locator("a").first.click()
    expect(page.locator("h1")).to_be_visible()


def test_a_good_answer_needs_no_people_before_it(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/search/?q=refund")
    expect(results(page).first).to_be_visible()
    expect(page.locator(".search-help")).to_be_hidden()
    expect(page.locator(".nearest")).to_be_hidden()


def test_a_result_shows_its_section_and_the_words_found(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/search/?q=forgot+password")
    expect(page.locator("#hc-results mark").first).to_have_text(re.compile("forgot|password", re.I))
    section = page.locator("#hc-results .section a").first
    expect(section).to_have_attribute("href", re.compile(r"/en/.+/#[^#]+$"))
    heading = section.inner_text()
    section.click()
    expect(page.locator(":target")).to_contain_text(heading)


def test_an_article_stands_in_the_results_once(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/search/?q=password")
    expect(results(page).first).to_be_visible()
    addresses = [link.get_attribute("href") for link in results(page).all()]
    assert len(addresses) > 5
    assert len(addresses) == len(set(addresses))


def test_a_topic_can_be_chosen_and_stays_in_the_address(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/search/?q=password")
    expect(results(page).first).to_be_visible()
    before = status_of(page).inner_text()
    page.get_by_label("Topic", exact=True).select_option("billing")
    expect(page).to_have_url(demo.url("en/search/?q=password&topic=billing"))
    expect(status_of(page)).not_to_have_text(before)
    expect(results(page).first).to_have_attribute("href", re.compile("/en/billing/"))
    page.reload()
    expect(page.get_by_label("Topic", exact=True)).to_have_value("billing")
    expect(results(page).first).to_have_attribute("href", re.compile("/en/billing/"))
    page.go_back()
    expect(page.get_by_label("Topic", exact=True)).to_have_value("")
    expect(status_of(page)).to_have_text(before)


def test_a_slip_is_put_right_by_a_link(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/search/?q=refund+payemnt")
    link = page.locator(".did-you-mean a")
    expect(link).to_have_text("refund payment")
    link.click()
    expect(page).to_have_url(demo.url("en/search/?q=refund+payment"))
    expect(box(page)).to_have_value("refund payment")
    expect(link).to_be_hidden()


def test_more_results_follow_and_are_there_after_the_way_back(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/search/?q=password")
    expect(results(page)).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    eleventh = results(page).nth(10)
    expect(eleventh).to_be_focused()
    count = results(page).count()
    eleventh.click()
    expect(page.locator("article h1")).to_be_visible()
    page.go_back()
    expect(results(page)).to_have_count(count)


def test_a_result_in_another_language_is_marked_with_it(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "ms/search/?q=login+dua+langkah")
    fallback = page.locator("#hc-results h2", has=page.locator("a[href$='/two-step-login/']"))
    expect(fallback).to_have_attribute("lang", "id")
    expect(fallback.locator("xpath=..").locator(".tag")).to_have_text("Bahasa Indonesia")
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
    expect(status_of(page)).to_contain_text(f"“{query}”")
    assert page.locator("#hc-results qqzxw").count() == 0


@pytest.mark.parametrize("failing", ["search/en.json", "search/en-*.json", "static/search-client*"])
def test_a_file_of_the_index_that_fails_is_told_and_asked_for_again(
    visit: Visit, demo: ServedSite, failing: str
) -> None:
    page = visit(demo, "en/search/")
    pattern = f"**/{failing}"
    page.route(pattern, abort)
    box(page).fill("refund")
    expect(status_of(page)).to_have_text(FAILED)
    expect(results(page)).to_have_count(0)
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))


def test_texts_that_fail_leave_the_titles_and_can_be_asked_for_again(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/search/")
    page.route("**/search/en-texts-*.json", abort)
    box(page).fill("refund")
    expect(status_of(page)).to_contain_text("Some results may be missing")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))
    page.unroute("**/search/en-texts-*.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#hc-results mark").first).to_be_visible()
    expect(status_of(page)).not_to_contain_text("missing")
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def test_a_slow_answer_does_not_replace_that_of_a_later_query(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/search/?q=refund")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))
    held: list[Route] = []
    page.route("**/search/en-*.json", lambda route: held.append(route))
    with page.expect_request("**/search/en-*.json"):
        box(page).fill("phishing")
    expect(status_of(page)).to_have_text("Searching …")
    box(page).fill("refund")
    expect(status_of(page)).to_contain_text("found")
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))
    assert held
    with page.expect_response("**/search/en-*.json"):
        for route in held:
            route.continue_()
    page.wait_for_timeout(300)  # that nothing happens can only be waited for
    expect(results(page).first).to_have_attribute("href", demo.url("en/billing/refund/"))


def is_before(one: Locator, other: Locator) -> bool:
    top, bottom = one.bounding_box(), other.bounding_box()
    assert top is not None
    assert bottom is not None
    return top["y"] + top["height"] <= bottom["y"]


def abort(route: Route) -> None:
    route.abort()


def status_of(page: Page) -> Locator:
    return page.locator(".search-state [role=status]")


def box(page: Page) -> Locator:
    return page.locator("#hc-query")  # its role changes once it is used


def results(page: Page) -> Locator:
    return page.locator("#hc-results h2 a")
