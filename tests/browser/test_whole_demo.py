"""Every page of the demo, as a browser with the strictest policy meets it."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.serving import ServedSite


@pytest.mark.parametrize("part", ["id/", "ms/", "en/"])
def test_every_page_loads_without_a_fault_and_from_its_own_origin(
    visit: Visit, demo: ServedSite, part: str
) -> None:
    addresses = [address for address in demo.pages if address.startswith(part)]
    assert len(addresses) > 40
    page = visit(demo)
    for address in addresses:
        response = page.goto(demo.url(address))
        assert response is not None
        assert response.status == 200, address
        assert page.locator("h1").is_visible(), address
