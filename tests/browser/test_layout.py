"""What makes a page easy to read: the length of lines, what scrolls inside, room to press."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre

CHARACTERS_IN_A_LINE = """() => {
    const lines = [];
    for (const paragraph of document.querySelectorAll("article .md-typeset > p")) {
        const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        let top = null;
        let count = 0;
        for (let node = text.nextNode(); node; node = text.nextNode()) {
            for (let at = 0; at < node.length; at += 1) {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const box = range.getBoundingClientRect();
                if (!box.width) continue;
                if (top !== null && box.top > top + 5) { lines.push(count); count = 0; }
                top = box.top;
                count += 1;
            }
        }
    }
    return lines;
}"""


@pytest.mark.parametrize("tag", ["id", "ms", "en"])
def test_full_lines_have_60_to_75_characters(visit: Visit, demo: ServedSite, tag: str) -> None:
    page = visit(demo, f"{tag}/account/change-email/")
    lines = sorted(page.evaluate(CHARACTERS_IN_A_LINE))
    assert len(lines) >= 3
    assert 60 <= lines[len(lines) // 2] <= 75, lines


def test_the_table_of_contents_stays_in_sight(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/account/reset-password/")
    contents = page.locator(".contents")
    page.evaluate("scrollTo(0, 900)")
    expect(contents).to_be_in_viewport()
    box, text = contents.bounding_box(), page.locator("article .md-typeset").bounding_box()
    assert box is not None
    assert text is not None
    assert box["x"] >= text["x"] + text["width"]


def test_a_short_article_has_no_table_of_contents(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/about/")
    assert page.locator("article h2").count() < 3
    expect(page.locator(".contents")).to_have_count(0)


def test_a_wide_table_scrolls_by_keyboard_inside_its_frame(visit: Visit, tmp_path: Path) -> None:
    cells = "|".join(f" column {number} " for number in range(12))
    table = f"## Prices\n\n|{cells}|\n|{'|'.join(['---'] * 12)}|\n|{cells}|\n"
    with built(tmp_path, help_centre("en", {"en/a/b.md": f"# B\n\n{table}"})) as site:
        page = visit(site, "en/a/b/", width=360)
        frame = page.get_by_role("group", name="Prices")
        assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        frame.focus()
        page.keyboard.press("ArrowRight")
        frame.evaluate(
            "async (one) => { while (!one.scrollLeft) await new Promise(requestAnimationFrame); }"
        )


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_pressed_has_at_least_24_pixels(visit: Visit, demo: ServedSite, width: int) -> None:
    page = visit(demo, "id/account/reset-password/", width=width)
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input, summary")]
            .filter((one) => one.checkVisibility() && !one.closest("article p, article li, .skip"))
            .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 24 || box.width < 24)
            .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)"""
    )
    assert small == []


def test_twice_the_size_of_text_needs_no_scrolling_sideways(visit: Visit, demo: ServedSite) -> None:
    # WCAG 2.2, 1.4.4 and 1.4.10: 200 % on a window of 1280 pixels is one of 640
    for address in ("id/", "id/account/reset-password/", "id/contact/", "id/all-articles/"):
        page = visit(demo, address, width=640)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_nothing_moves_for_those_who_asked_for_that(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "id/")
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
            const style = getComputedStyle(one);
            return style.transitionDuration !== "0s" || style.animationName !== "none"
                || style.scrollBehavior === "smooth";
        }).map((one) => one.className)"""
    )
    assert moving == []
