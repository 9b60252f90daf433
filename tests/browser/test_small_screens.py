"""On the narrowest telephone no page has to be moved sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import EVERYTHING, LONG_WORD, help_centre

WIDTH = 320


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """Articles in which everything is too wide."""
    hard = f"---\ntitle: {LONG_WORD}\ndescription: {LONG_WORD}\nfeatured: true\n---\n{EVERYTHING}"
    texts = {
        f"{tag}/{topic}/{name}.md": hard
        for tag in ("ar", "id", "en")
        for topic, name in (("billing", "pay"), ("billing", "refund"), (LONG_WORD, "pay"))
    }
    texts = {path: text for path, text in texts.items() if path != "ar/billing/refund.md"}
    with built(tmp_path_factory.mktemp("wide"), help_centre("id, ar, en", texts)) as site:
        yield site


@pytest.mark.parametrize("tag", ["id", "en", "ar"])
def test_no_page_scrolls_sideways_however_wide_its_content(
    visit: Visit, wide: ServedSite, tag: str
) -> None:
    page = visit(wide, "#choose", width=WIDTH)
    assert overflow(page) == 0
    addresses = [address for address in wide.pages if address.startswith(f"{tag}/")]
    searches = [f"{tag}/search/?q={query}" for query in (LONG_WORD, LONG_WORD[:8], "q" * 190)]
    assert len(addresses) > 7
    for address in (*addresses, *searches, f"{tag}/no-such-page/", "no-such-page/"):
        page.goto(wide.url(address))
        if address in searches:
            page.locator("#hc-results[aria-busy=false]").wait_for(state="attached")
        assert overflow(page) == 0, address


def test_wide_tables_and_code_scroll_within_themselves(visit: Visit, wide: ServedSite) -> None:
    page = visit(wide, "en/billing/pay/", width=WIDTH)
    for selector in ("article .table", "article pre"):
        inner, outer = page.locator(selector).first.evaluate(
            "one => [one.scrollWidth, one.clientWidth]"
        )
        assert inner > outer, selector
        assert outer <= WIDTH, selector


def overflow(page: Page) -> int:
    """Return by how many CSS pixels a page is wider than the window."""
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert isinstance(width, int)
    return width - WIDTH
