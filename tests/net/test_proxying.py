"""A proxy is used only where somebody has asked for it and trusts it."""

from time import monotonic

import pytest

from hcgen.net import Failure, Network
from hcgen.net.connectivity import is_online
from tests.loopback import Internet
from tests.loopback.proxy import running_proxy


def test_a_proxy_that_nobody_trusts_is_refused() -> None:
    with pytest.raises(ValueError, match="trusted explicitly"):
        Network(proxy="http://127.0.0.1:3128")


@pytest.mark.parametrize(
    "written",
    ["127.0.0.1:3128", "http://proxy", "https://a:1", "http://me:secret@a:1", "socks5://a:1"],
)
def test_a_proxy_is_written_in_one_way(written: str) -> None:
    with pytest.raises(ValueError, match="http://host:port"):
        Network(proxy=written, trusts_proxy=True)


def test_pages_come_through_the_proxy_without_a_name_being_looked_up(internet: Internet) -> None:
    for scheme in ("http", "https"):
        internet.web.put(f"{scheme}://far.test/a", "<title>Far</title>")
    internet.names.asked.clear()
    with running_proxy(internet) as proxy:
        network = internet.network(proxy=proxy.url, trusts_proxy=True)
        for scheme in ("http", "https"):
            page = network.fetch(f"{scheme}://far.test/a", monotonic() + 5)
            assert page.title() == "Far"
        assert is_online(network, ["https://far.test/"], monotonic() + 5)
    assert proxy.asked == [
        "GET http://far.test/a HTTP/1.1",
        "CONNECT far.test:443 HTTP/1.1",
        "CONNECT far.test:443 HTTP/1.1",
    ]
    assert internet.names.asked == []


def test_a_proxy_that_refuses_says_nothing_of_the_page(internet: Internet) -> None:
    with running_proxy(internet, refuses=True) as proxy:
        network = internet.network(proxy=proxy.url, trusts_proxy=True)
        with pytest.raises(Failure) as caught:
            network.fetch("https://far.test/", monotonic() + 5)
    assert (caught.value.reason, caught.value.observed) == ("proxy-failed", "403 Forbidden")


def test_a_proxy_that_is_not_there_says_nothing_of_the_page(internet: Internet) -> None:
    network = internet.network(proxy="http://127.0.0.1:1", trusts_proxy=True)
    with pytest.raises(Failure, match="proxy-failed"):
        network.fetch("https://far.test/", monotonic() + 5)


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/", "https://[::ffff:10.0.0.1]/", "http://0x7f.1/"]
)
def test_addresses_are_vetted_before_a_proxy_hears_of_them(internet: Internet, url: str) -> None:
    with running_proxy(internet) as proxy:
        network = internet.network(proxy=proxy.url, trusts_proxy=True)
        with pytest.raises(Failure):
            network.fetch(url, monotonic() + 5)
    assert proxy.asked == []
