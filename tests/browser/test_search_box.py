"""The search field in the header offers articles: by keyboard, on slow networks, with odd text."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre
from tests.browser.test_accessibility import AXE, RUN

ARTICLE = "en/billing/refund/"
HOSTILE = "<img src=x onerror=alert(1)> \u202e&quot;x&quot; 'y' 🙂"
SCRIPTS = re.compile(r"/static/search-(?:box|client|files|passages|pieces|text|words)\.")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """Articles whose titles and headings are markup, in both directions."""
    texts = {
        f"{tag}/account/odd.md": f'---\ntitle: "Zebra {HOSTILE}"\n---\nText.\n\n'
        f"## Giraffe `{HOSTILE}`\n\nThe giraffe `{HOSTILE}` eats.\n"
        for tag in ("ar", "en")
    }
    with built(tmp_path_factory.mktemp("odd"), help_centre("ar, en", texts)) as site:
        yield site


def test_nothing_is_loaded_before_the_field_is_used(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, ARTICLE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(200)
    assert not [url for url in asked if "search" in url]
    with page.expect_request("**/search/en.json"):
        box(page).focus()
    assert any(SCRIPTS.search(url) for url in asked)


def test_the_field_is_a_combobox_whose_options_are_articles(visit: Visit, demo: ServedSite) -> None:
    page = opened(visit, demo)
    expect(box(page)).to_have_role("combobox")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(box(page)).to_have_attribute("aria-controls", "hc-offers")
    expect(page.locator("#hc-offers")).to_have_role("listbox")
    expect(status(page)).to_have_text(re.compile(r"^\d+ articles found$"))
    expect(options(page).first).to_contain_text("password", ignore_case=True)
    expect(options(page).first.locator(".offer-where")).to_contain_text("Account")


def test_arrows_home_and_end_move_between_options(visit: Visit, demo: ServedSite) -> None:
    page = opened(visit, demo)
    last = options(page).count() - 1
    assert last > 2
    for key, place in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", last),
        ("ArrowDown", 0),
        ("ArrowUp", last),
        ("Home", 0),
    ):
        page.keyboard.press(key)
        expect(box(page)).to_have_attribute("aria-activedescendant", f"hc-offer-{place}")
        expect(page.locator("[aria-selected=true]")).to_have_id(f"hc-offer-{place}")
        expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile(""))


def test_home_moves_within_the_text_while_no_option_is_chosen(
    visit: Visit, demo: ServedSite
) -> None:
    page = opened(visit, demo)
    page.keyboard.press("Home")
    assert box(page).evaluate("one => one.selectionStart") == 0
    expect(page.locator("[aria-selected=true]")).to_have_count(0)


def test_enter_opens_the_option_or_searches(visit: Visit, demo: ServedSite) -> None:
    page = opened(visit, demo)
    page.keyboard.press("ArrowDown")
    address = options(page).first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(str(address))
    page = opened(visit, demo)
    page.keyboard.press("Enter")
    expect(page).to_have_url(demo.url("en/search/?q=password"))


def test_an_option_opens_by_pointer(visit: Visit, demo: ServedSite) -> None:
    page = opened(visit, demo)
    address = options(page).nth(1).get_attribute("href")
    options(page).nth(1).click()
    expect(page).to_have_url(str(address))


def test_escape_closes_and_then_clears(visit: Visit, demo: ServedSite) -> None:
    page = opened(visit, demo)
    page.keyboard.press("Escape")
    expect(page.locator(".offers")).to_be_hidden()
    expect(box(page)).to_have_value("password")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(box(page)).to_be_focused()


def test_tab_leaves_the_field_and_closes_the_list(visit: Visit, demo: ServedSite) -> None:
    page = opened(visit, demo)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator(".offers")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_leads_to_the_field(visit: Visit, demo: ServedSite, key: str) -> None:
    page = visit(demo, ARTICLE)
    page.keyboard.press(key)
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")


def test_a_slash_is_a_letter_while_somebody_types(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/search/")
    box(page).fill("a")
    page.keyboard.press("End")
    page.keyboard.type("/b")
    expect(box(page)).to_have_value("a/b")


def test_the_form_works_without_scripts(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, ARTICLE, has_scripts=False)
    box(page).fill("refund")
    box(page).press("Enter")
    expect(page).to_have_url(demo.url("en/search/?q=refund"))


def test_an_index_that_fails_is_told_and_asked_for_again(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, ARTICLE)
    page.route("**/search/en*.json", abort)
    box(page).fill("password")
    expect(status(page)).to_contain_text("could not be loaded")
    expect(page.locator(".offer-note")).to_be_visible()
    page.unroute("**/search/en*.json")
    box(page).press("End")
    page.keyboard.type("s")
    expect(options(page).first).to_be_visible()


def test_on_a_slow_network_typing_goes_on_and_the_last_answer_counts(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, ARTICLE)
    held: list[Route] = []
    is_held = True

    def hold(route: Route) -> None:
        if is_held:
            held.append(route)
        else:
            route.continue_()

    page.route("**/search/en-*.json", hold)
    with page.expect_request("**/search/en-*.json"):
        box(page).press_sequentially("phishing")
    expect(status(page)).to_have_text("Searching …")
    box(page).fill("qqzxw")
    expect(box(page)).to_have_value("qqzxw")
    page.wait_for_timeout(300)  # both queries wait for their files now
    is_held = False
    for route in reversed(held):
        route.continue_()
    page.wait_for_timeout(300)  # that nothing else comes can only be waited for
    expect(status(page)).to_contain_text("“qqzxw”")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_titles_and_queries_that_are_markup_stay_text(
    visit: Visit, odd: ServedSite, tag: str
) -> None:
    page = visit(odd, f"{tag}/account/odd/")
    box(page).fill("giraffe")
    expect(options(page).first).to_contain_text("<img src=x")
    expect(page.locator(".search img")).to_have_count(0)
    for query in (HOSTILE, "\u202e\u0000<b>", "🙂🙂", '"><svg onload=alert(1)>'):
        box(page).fill(query)
        page.wait_for_timeout(300)
        expect(status(page)).not_to_be_empty()
    assert page.locator(".offers img, .offers svg, .offers b").count() == 0
    page.goto(odd.url(f"{tag}/search/?q=giraffe"))
    expect(page.locator("#hc-results mark").first).to_have_text("giraffe")
    expect(page.locator("#hc-results h2")).to_contain_text("<img src=x")
    assert page.locator("#hc-results img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_open_list_has_no_violation_and_moves_nothing(
    visit: Visit, demo: ServedSite, width: int, scheme: Literal["dark", "light"]
) -> None:
    page = visit(demo, "id/billing/refund/", width=width, scheme=scheme)
    before = page.locator("h1").bounding_box()
    box(page).fill("kata sandi")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.locator("h1").bounding_box() == before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    offers = page.locator(".offers").bounding_box()
    assert offers is not None
    assert offers["x"] >= 0
    assert offers["width"] >= min(440, width - 32)
    page.evaluate(AXE)
    found, _ = page.evaluate(RUN)
    assert found == []
    page.keyboard.press("Escape")
    found, _ = page.evaluate(RUN)
    assert found == []


def test_the_open_list_and_the_results_have_no_violation_from_right_to_left(
    visit: Visit, odd: ServedSite
) -> None:
    page = visit(odd, "ar/account/odd/", width=360)
    box(page).fill("giraffe")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE)
    assert page.evaluate(RUN)[0] == []
    page.goto(odd.url("ar/search/?q=giraffe"))
    expect(page.locator("#hc-results mark").first).to_be_visible()
    page.evaluate(AXE)
    assert page.evaluate(RUN)[0] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_with_colours_of_the_readers_own_what_is_chosen_and_found_stands_out(
    visit: Visit, demo: ServedSite
) -> None:
    page = opened(visit, demo)
    page.emulate_media(forced_colors="active")
    page.keyboard.press("ArrowDown")
    outlines = "all => all.slice(0, 2).map((each) => getComputedStyle(each).outlineStyle)"
    assert options(page).evaluate_all(outlines) == ["solid", "none"]
    page.goto(demo.url("en/search/?q=refund"))
    page.emulate_media(forced_colors="active")
    mark = page.locator("#hc-results mark").first
    look = "([mark]) => [mark, mark.parentElement].map((each) => getComputedStyle(each)%s)"
    expect(mark).to_be_visible()
    weight, around = page.locator("#hc-results mark").evaluate_all(look % ".fontWeight")
    assert int(weight) > int(around)


def test_the_list_is_not_printed(visit: Visit, demo: ServedSite) -> None:
    page = opened(visit, demo)
    page.emulate_media(media="print")
    expect(page.locator(".offers")).to_be_hidden()


def opened(visit: Visit, demo: ServedSite) -> Page:
    page = visit(demo, ARTICLE)
    box(page).fill("password")
    expect(options(page).first).to_be_visible()
    return page


def abort(route: Route) -> None:
    route.abort()


def box(page: Page) -> Locator:
    return page.locator("#hc-query")


def options(page: Page) -> Locator:
    return page.locator("#hc-offers [role=option]")


def status(page: Page) -> Locator:
    return page.locator(".search [role=status]")
