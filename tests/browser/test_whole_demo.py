"""Every page of the demo, on the narrowest telephone and with the strictest policy."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.serving import ServedSite

WIDTH = 320


@pytest.mark.parametrize("part", ["id/", "ms/", "en/"])
def test_every_page_loads_from_its_own_origin_without_a_fault_and_fits_the_screen(
    visit: Visit, demo: ServedSite, part: str
) -> None:
    addresses = [address for address in demo.pages if address.startswith(part)]
    assert len(addresses) > 40
    page = visit(demo, "#choose", width=WIDTH)
    for address in addresses:
        response = page.goto(demo.url(address))
        assert response is not None
        assert response.status == 200, address
        width, heading = page.evaluate(
            "[document.scrollingElement.scrollWidth, document.querySelector('h1').offsetHeight]"
        )
        assert width <= WIDTH, address
        assert heading > 0, address
