"""Whether we are online is known before others are accused."""

from time import monotonic

import pytest

from hcgen.net.connectivity import is_online
from tests.loopback import Internet
from tests.loopback.name_server import DROP
from tests.loopback.talks import silence


def online(internet: Internet, *controls: str) -> bool:
    return is_online(internet.network(), controls, monotonic() + 1.5)


def test_one_control_that_can_be_reached_is_enough(internet: Internet) -> None:
    internet.web.put("https://good.test/", "hello")
    assert online(internet, "https://nowhere.test/", "https://good.test/")


def test_no_page_is_asked_for(internet: Internet) -> None:
    internet.web.put("https://quiet.test/", "hello")
    internet.web.put("http://quiet.test/", "hello")
    before = len(internet.web.requests)
    assert online(internet, "https://quiet.test/")
    assert online(internet, "http://quiet.test/")
    assert len(internet.web.requests) == before


def test_a_control_with_a_bad_certificate_is_there_all_the_same(internet: Internet) -> None:
    internet.web.put("https://bad.test/", "hello")
    internet.web.certify_by_itself("bad.test")
    assert online(internet, "https://bad.test/")


def test_a_control_that_hangs_leaves_time_for_the_next(internet: Internet) -> None:
    internet.web.put("https://hangs.test/", "hello")
    internet.web.spoil_handshake("hangs.test", silence)
    internet.web.put("https://next.test/", "hello")
    assert online(internet, "https://hangs.test/", "https://next.test/")


@pytest.mark.parametrize("how", ["SERVFAIL", DROP, "NXDOMAIN"])
def test_without_names_we_are_offline(internet: Internet, how: str) -> None:
    internet.names.fail("off.test", how)
    assert not online(internet, "https://off.test/")


def test_without_a_control_nobody_says_that_we_are_online(internet: Internet) -> None:
    assert not online(internet)
