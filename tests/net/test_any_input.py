"""Whatever others write or send: an answer or a `Failure`, never another error."""

from contextlib import suppress
from time import monotonic

from hypothesis import example, given
from hypothesis.strategies import binary, characters, from_regex, lists, one_of, sampled_from, text

from hcgen.net import Failure, Network, Page
from hcgen.net.hosts import ascii_host
from hcgen.net.web_address import redirected, web_address
from tests.loopback import Internet
from tests.loopback.talks import says

NETWORK = Network()
ANYTHING = text(characters(exclude_categories=()), max_size=60)
PIECES = sampled_from(
    ["http:", "https:", "//", "/", "@", ":", "[", "]", "%", "?", "#", "\\", "..", "127.1", "a.test"]
)
ADDRESSES = one_of(
    ANYTHING,
    lists(one_of(PIECES, ANYTHING), max_size=8).map("".join),
    from_regex(r"https?://[^/]{1,20}/.{0,20}"),
)


@given(ADDRESSES)
@example("http://a\u2100b/")
@example("https://[v1.a]/")
@example("https://a.test:٣/")
def test_any_address_is_clean_or_refused(url: str) -> None:
    with suppress(Failure):
        address = web_address(url, NETWORK)
        assert address.url.isascii()
        assert address.url.isprintable()
        assert " " not in address.url
        assert address.port in (80, 443)


@given(ADDRESSES)
def test_any_redirect_is_clean_or_refused(location: str) -> None:
    here = web_address("https://a.test/b", NETWORK)
    with suppress(Failure):
        assert redirected(here, location, NETWORK).url.isascii()


@given(ANYTHING)
def test_any_host_is_known_by_one_name_or_refused(host: str) -> None:
    with suppress(Failure):
        assert ascii_host(ascii_host(host)) == ascii_host(host)


@given(binary(max_size=2000), ANYTHING)
def test_any_body_can_be_read(body: bytes, content_type: str) -> None:
    page = Page("", ("",), 200, {"content-type": content_type}, body)
    assert isinstance(page.title() + page.words() + page.media_type, str)


def test_any_answer_is_a_page_or_a_failure(internet: Internet) -> None:
    network = internet.network()

    @given(
        one_of(
            binary(max_size=300),
            from_regex(rb"HTTP/1\.[01] \d{3} [^\x00]{0,20}\r\n([\w-]{1,10}: .{0,20}\r\n){0,4}\r\n"),
            lists(
                sampled_from(
                    [
                        b"HTTP/1.1 200 OK\r\n",
                        b"HTTP/1.1 100 \r\n\r\n",
                        b"HTTP/1.1 302 Found\r\n",
                        b"Location: http://[\r\n",
                        b"Location: \xff\xfe\r\n",
                        b"Content-Length: -1\r\n",
                        b"Content-Length: x\r\n",
                        b"Content-Length: 99999999999999999999\r\n",
                        b"Transfer-Encoding: chunked\r\n",
                        b"\r\n",
                        b"-5\r\n",
                        b"fffffffffffffffff\r\n",
                        b"0\r\n",
                        b" folded\r\n",
                        b": no name\r\n",
                        b"\x00\r\n",
                    ]
                ),
                max_size=8,
            ).map(b"".join),
        )
    )
    def try_it(answer: bytes) -> None:
        url = internet.web.put("http://any.test/", says(answer))
        with suppress(Failure):
            assert network.fetch(url, monotonic() + 2).status

    try_it()
