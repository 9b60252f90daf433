"""The text of articles as a browser understands it: regions, captions, images that wait."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre

TABLE = "| أ | ب |\n|---|---|\n| ١ | ٢ |\n"
TEXT = f"""---
title: كيف أدفع؟
---
نص.

{TABLE}

![خريطة](../../assets/wide.svg "خريطة المكتب")

## خطط الأسعار

{TABLE}

```
curl https://api.example.com/
```

{"فقرة طويلة. " * 6000}

![رسم](../../assets/fluid.svg)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    files = help_centre("ar", {"ar/billing/pay.md": TEXT})
    files["content/assets/fluid.svg"] = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2"/>'
        "</svg>\n"
    )
    with built(tmp_path_factory.mktemp("text"), files) as served:
        yield served


@pytest.fixture
def page(visit: Visit, site: ServedSite) -> Page:
    return visit(site, "ar/billing/pay/", locale="ar", width=400)


def test_a_table_is_a_group_named_by_its_heading(page: Page) -> None:
    region = page.get_by_role("group", name="خطط الأسعار")
    assert region.count() == 1
    assert region.get_by_role("table").count() == 1


def test_what_may_scroll_is_reached_by_the_tab_key(page: Page) -> None:
    scrolling = page.locator(".table, pre")
    assert scrolling.evaluate_all("all => all.map(one => one.tabIndex)") == [0, 0, 0]


def test_a_caption_names_its_figure(page: Page) -> None:
    figure = page.get_by_role("figure", name="خريطة المكتب")
    assert figure.get_by_role("img", name="خريطة").count() == 1


def test_an_image_far_down_waits_and_its_place_is_kept(page: Page) -> None:
    image = page.get_by_role("img", name="رسم")
    size = "one => [one.complete, one.clientWidth, one.clientHeight]"
    is_loaded, width, height = image.evaluate(size)
    assert not is_loaded
    assert height == pytest.approx(width * 2 / 3, abs=1)
    assert width > 300
    image.scroll_into_view_if_needed()
    image.evaluate("async one => one.decode()")
    assert image.evaluate(size) == [True, width, height]
