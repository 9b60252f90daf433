"""An article on paper: A4, its text alone, the addresses of links spelled out."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre

ARTICLE = "en/account/reset-password/"
HEIGHT = "one => one.getBoundingClientRect().height"
NOT_ON_PAPER = (
    ".search", ".switcher", ".to-contact", ".breadcrumb", ".contents", ".feedback", ".related",
    ".neighbours", ".help", ".site-footer nav",
)  # fmt: skip


@pytest.mark.parametrize("place", NOT_ON_PAPER)
def test_what_cannot_be_used_on_paper_is_not_printed(
    visit: Visit, demo: ServedSite, place: str
) -> None:
    page = visit(demo, ARTICLE)
    expect(page.locator(place).first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(place).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_links_are_spelled_out_on_an_a4_page(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, ARTICLE)
    paper = page.pdf(prefer_css_page_size=True)
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert box is not None
    # 210 mm by 297 mm in points
    assert [round(float(side)) for side in box.groups()] == [595, 842]
    link = page.locator("article a[href*='two-step-login']").first
    expect(link).to_have_attribute("data-address", demo.url("en/account/two-step-login/"))
    page.emulate_media(media="print")
    words = link.evaluate("one => getComputedStyle(one, '::after').content")
    assert demo.url("en/account/two-step-login/") in words


def test_links_to_other_sites_are_spelled_out_without_scripts(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/website/ssl/", has_scripts=False)
    page.emulate_media(media="print")
    for link in page.locator("article a[rel~=external]").all():
        words = link.evaluate("one => getComputedStyle(one, '::after').content")
        assert (link.get_attribute("href") or "-") in words


def test_paper_is_white_in_the_dark(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, ARTICLE, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        "() => [document.body, document.querySelector('h1')].map((one) =>"
        " { const s = getComputedStyle(one); return [s.backgroundColor, s.color]; })"
    )
    assert colours[0][0] == "rgb(255, 255, 255)"
    assert colours[1][1] == "rgb(0, 0, 0)"


def test_what_is_folded_is_printed_and_no_column_is_lost(visit: Visit, tmp_path: Path) -> None:
    cells = "|".join(f" column{number} " for number in range(14))
    text = (
        f"# B\n\n??? tip\n    Folded words.\n\n|{cells}|\n|{'|'.join(['---'] * 14)}|\n|{cells}|\n"
    )
    with built(tmp_path, help_centre("en", {"en/a/b.md": text})) as site:
        page = visit(site, "en/a/b/", width=670)  # A4 without its margins
        expect(page.get_by_text("Folded words.")).to_be_hidden()
        page.emulate_media(media="print")
        height = page.locator(".md-typeset details").evaluate(HEIGHT)
        title = page.locator(".md-typeset summary").evaluate(HEIGHT)
        assert height > 1.5 * title
        table = page.locator("table").bounding_box()
        assert table is not None
        assert table["x"] + table["width"] <= 670


def test_a_button_on_paper_says_where_it_leads(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/contact/")
    page.emulate_media(media="print")
    button = page.get_by_role("link", name="Start a chat")
    assert button.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    words = button.evaluate("one => getComputedStyle(one, '::after').content")
    assert "https://chat.awan.example/" in words
