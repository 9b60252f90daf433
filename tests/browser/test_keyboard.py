"""Everything works by keyboard alone, in the order in which it is seen."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.serving import ServedSite

STOP = """() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return {
        what: one === document.body ? "" : one.name || one.className || one.textContent.trim(),
        isInMain: Boolean(one.closest("main")),
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        top: box.top, bottom: box.bottom, left: box.left, right: box.right,
    };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is; lengths in CSS pixels of the window."""

    what: str
    is_in_main: bool
    outline: float
    top: float
    bottom: float
    left: float
    right: float

    def is_after(self, other: "Stop") -> bool:
        """Tell whether a reader of a left-to-right script sees this one later."""
        is_on_its_line = self.top < other.bottom and other.top < self.bottom
        return self.left >= other.right - 1 if is_on_its_line else self.top > other.top


def press_tab(page: Page) -> Stop:
    page.keyboard.press("Tab")
    found = page.evaluate(STOP)
    return Stop(
        found["what"],
        found["isInMain"],
        *(found[name] for name in ("outline", "top", "bottom", "left", "right")),
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_tab_goes_through_the_header_in_the_order_that_is_seen(
    visit: Visit, demo: ServedSite, width: int
) -> None:
    page = visit(demo, "en/account/reset-password/", width=width)
    stops = [press_tab(page) for _ in range(8)]
    assert [stop.what for stop in stops] == [
        "skip",
        "site-name",
        "to-contact",
        "Englishen",
        "q",
        "Search",
        "Home",
        "Account",
    ]
    skip, *rest = stops
    assert skip.top >= 0
    assert skip.left >= 0
    for before, after in pairwise(rest):
        assert after.is_after(before), (before, after)


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("en/", "light"),
        ("en/account/reset-password/", "dark"),
        ("en/contact/", "light"),
        ("en/search/?q=refund", "dark"),
    ],
)
def test_what_has_the_focus_can_be_seen_on_the_whole_page(
    visit: Visit, demo: ServedSite, address: str, scheme: Literal["dark", "light"]
) -> None:
    page = visit(demo, address, scheme=scheme)
    if "?q=" in address:
        # results that come while somebody tabs would push what has the focus down
        expect(page.locator("p[role=status]")).to_contain_text("found")
    stops = []
    while (stop := press_tab(page)).what:
        stops.append(stop)
        assert stop.outline >= 2, stop
        assert stop.bottom > 0, stop
        assert stop.top < 800, stop
        assert len(stops) < 100
    assert len(stops) > 10


def test_the_skip_link_leads_to_the_content(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/account/reset-password/", width=320)
    assert page.locator(".skip").evaluate("one => one.getBoundingClientRect().bottom") <= 0
    assert press_tab(page).what == "skip"
    page.keyboard.press("Enter")
    expect(page).to_have_url(demo.url("en/account/reset-password/#hc-main"))
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert press_tab(page).is_in_main


def test_a_search_needs_no_pointer(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/account/reset-password/")
    while press_tab(page).what != "q":
        pass
    page.keyboard.type("refund")
    page.keyboard.press("Enter")
    expect(page.locator("#hc-results a").first).to_be_visible()
    while press_tab(page).what != page.locator("#hc-results a").first.inner_text():
        pass
    page.keyboard.press("Enter")
    expect(page).to_have_url(demo.url("en/billing/refund/"))


def test_the_list_of_languages_opens_and_closes_by_keyboard(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/account/reset-password/")
    while press_tab(page).what != "Englishen":
        pass
    page.keyboard.press("Enter")
    assert [press_tab(page).what for _ in range(3)] == [
        "Bahasa Indonesia",
        "Bahasa Melayu",
        "English",
    ]
    page.keyboard.press("Escape")
    expect(page.locator(".switcher ul")).to_be_hidden()
    expect(page.locator(".switcher summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".switcher ul")).to_be_visible()
    page.locator("h1").click()
    expect(page.locator(".switcher ul")).to_be_hidden()
