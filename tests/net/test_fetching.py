"""Web pages from servers that are kind, broken and hostile."""

import gzip
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

import pytest
import trustme

from hcgen.model.probe import Verdict
from hcgen.net import Failure, Guard, Page
from tests.loopback import Internet
from tests.loopback.internet import HASTY, LIMITS
from tests.loopback.talks import drips, floods, goes, says, silence
from tests.loopback.web_server import Answer, Talk

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def fetched(internet: Internet, url: str, **settings: Any) -> Page:
    return internet.network(**settings).fetch(url, monotonic() + 5)


def refusal(internet: Internet, url: str, **settings: Any) -> Failure:
    with pytest.raises(Failure) as caught:
        fetched(internet, url, **settings)
    return caught.value


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_page_comes_with_its_status_headers_and_title(internet: Internet, scheme: str) -> None:
    url = internet.web.put(f"{scheme}://plain.test/hello", "<title> Hello\n there </title>")
    page = fetched(internet, url)
    assert (page.status, page.title(), page.url) == (200, "Hello there", url)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert [certificate.host for certificate in page.certificates] == (
        ["plain.test"] if scheme == "https" else []
    )


def test_servers_are_told_who_asks_and_nothing_else(internet: Internet) -> None:
    internet.web.put(
        "https://nosy.test/", Answer("", 302, {"Location": "/next", "Set-Cookie": "track=1"})
    )
    internet.web.put("https://nosy.test/next", "hello")
    fetched(internet, "https://nosy.test/")
    for request in internet.web.requests[-2:]:
        assert set(request.headers) - {""} == {
            *("host", "user-agent", "accept", "accept-encoding", "connection"),
        }
        assert request.headers["accept-encoding"] == "identity"
        assert request.headers["user-agent"].startswith("hcgen/")


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_the_proxy_of_the_environment_is_not_taken(
    internet: Internet, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    url = internet.web.put("https://direct.test/", "hello")
    assert fetched(internet, url).status == 200


# --- names ---


def test_a_name_that_does_not_exist_is_proof(internet: Internet) -> None:
    failure = refusal(internet, "https://nowhere.test/")
    assert (failure.reason, failure.verdict) == ("name-not-found", Verdict.BROKEN)


def test_hosts_in_other_scripts_are_asked_for_as_the_dns_knows_them(internet: Internet) -> None:
    internet.web.put("https://xn--bcher-kva.test/b%C3%BCcher", "hello")
    assert fetched(internet, "https://Bücher.test/bücher").status == 200


def test_a_host_with_ipv6_only_cannot_be_tried(internet: Internet) -> None:
    internet.names.add("newer.test. 60 IN AAAA 2606:2800:220:1::1")
    failure = refusal(internet, "https://newer.test/")
    assert (failure.reason, failure.verdict) == ("only-ipv6", Verdict.UNVERIFIABLE)


def test_of_a_host_with_both_ipv4_is_tried(internet: Internet) -> None:
    url = internet.web.put("https://both.test/", "hello")
    internet.names.add("both.test. 60 IN AAAA 2606:2800:220:1::1")
    assert fetched(internet, url).status == 200


def test_a_host_without_any_address_is_proof(internet: Internet) -> None:
    internet.names.add('texts.test. 60 IN TXT "hello"')
    assert refusal(internet, "https://texts.test/").reason == "name-without-address"


# --- what may not be asked for ---


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://plain.test/", "other-scheme"),
        ("javascript:alert(1)", "other-scheme"),
        ("file:///etc/passwd", "other-scheme"),
        ("gopher://plain.test:25/_HELO", "other-scheme"),
        ("//plain.test/", "other-scheme"),
        ("https://user:secret@plain.test/", "password-in-address"),
        ("https://plain.test@10.0.0.1/", "password-in-address"),
        ("https://plain.test:25/", "other-port"),
        ("http://plain.test:6379/", "other-port"),
        ("https://plain.test:99999/", "odd-address"),
        ("https://plain.test\\@10.0.0.1/", "password-in-address"),
        ("https://me:secret@[::1", "password-in-address"),
        ("https://me:secret@a/\r\n", "password-in-address"),
        ("https://plain.test\\.evil.test/", "odd-address"),
        ("https://plain.test/\r\nX: y", "odd-address"),
        ("https://[::1/", "odd-address"),
        ("https:///path", "odd-address"),
        (f"https://plain.test/{'a' * 5000}", "odd-address"),
        ("https://-odd-.test/", "odd-host"),
        ("https://a b.test/", "odd-host"),
        ("https://exa%6Dple.test/", "odd-host"),
    ],
)
def test_what_is_no_plain_web_address_is_never_asked_for(
    internet: Internet, url: str, reason: str
) -> None:
    before = len(internet.web.requests), len(internet.names.asked)
    failure = refusal(internet, url)
    assert failure.reason == reason
    assert "secret" not in failure.observed
    assert (len(internet.web.requests), len(internet.names.asked)) == before


def test_a_name_that_leads_into_a_private_network_is_not_connected_to(internet: Internet) -> None:
    url = internet.web.put("https://inside.test/", "secret")
    before = len(internet.web.requests)
    assert refusal(internet, url, guard=Guard()).reason == "private-address"
    assert len(internet.web.requests) == before


def test_one_private_address_among_public_ones_is_enough(internet: Internet) -> None:
    internet.names.add("mixed.test. 60 IN A 93.184.216.34\nmixed.test. 60 IN A 10.0.0.1")
    failure = refusal(internet, "https://mixed.test/")
    assert (failure.reason, failure.observed) == ("private-address", "10.0.0.1")


def test_an_alias_of_a_private_name_is_looked_through(internet: Internet) -> None:
    internet.names.add("alias.test. 60 IN CNAME hidden.test.\nhidden.test. 60 IN A 169.254.169.254")
    assert refusal(internet, "https://alias.test/").reason == "private-address"


# --- redirects ---


def send_on(internet: Internet, url: str, to: str, **headers: str) -> str:
    return internet.web.put(url, Answer("", 302, {"Location": to, **headers}))


def test_redirects_are_followed_and_told(internet: Internet) -> None:
    first = send_on(internet, "http://way.test/", "https://way.test/a")
    second = send_on(internet, "https://way.test/a", "b?c=d e#part")
    internet.web.put("https://way.test/b?c=d%20e", "hello")
    page = fetched(internet, first)
    assert page.hops == (first, second, "https://way.test/b?c=d%20e")
    assert page.url == page.hops[-1]


def test_a_circle_of_redirects_is_noticed(internet: Internet) -> None:
    send_on(internet, "https://circle.test/a", "/b")
    send_on(internet, "https://circle.test/b", "/a")
    before = len(internet.web.requests)
    assert refusal(internet, "https://circle.test/a").reason == "redirect-loop"
    assert len(internet.web.requests) == before + 2


def test_a_circle_that_waits_for_its_cookie_says_nothing(internet: Internet) -> None:
    send_on(internet, "https://cookie.test/", "/", **{"Set-Cookie": "seen=1"})
    failure = refusal(internet, "https://cookie.test/")
    assert (failure.reason, failure.verdict) == ("needs-cookies", Verdict.UNVERIFIABLE)


def test_five_redirects_are_followed_and_no_more(internet: Internet) -> None:
    for number in range(7):
        send_on(internet, f"https://far.test/{number}", f"/{number + 1}")
    internet.web.put("https://far.test/7", "hello")
    assert len(fetched(internet, "https://far.test/2").hops) == 6
    assert refusal(internet, "https://far.test/1").reason == "too-many-redirects"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://10.0.0.1/", "redirect-to-private-address"),
        ("http://[::ffff:169.254.169.254]/", "redirect-to-private-address"),
        ("http://168.63.129.16/metadata", "redirect-to-private-address"),
        ("https://intranet.test/", "redirect-to-private-address"),
        ("http://0x7f.1/", "redirect-to-nowhere"),
        ("https://[oops/", "redirect-to-nowhere"),
        ("https://ok.test:22/", "other-port"),
        ("app://open", "other-scheme"),
        ("https://me:secret@ok.test/", "password-in-address"),
    ],
)
def test_every_hop_is_vetted_like_the_first(internet: Internet, location: str, reason: str) -> None:
    internet.names.add("intranet.test. 60 IN A 192.168.1.1")
    url = send_on(internet, "https://sends.test/", location)
    assert refusal(internet, url).reason == reason


def test_a_location_in_other_letters_is_understood(internet: Internet) -> None:
    url = send_on(internet, "https://letters.test/", "/büche")
    internet.web.put("https://letters.test/b%C3%BCche", "hello")
    assert fetched(internet, url).status == 200


# --- certificates ---


def test_an_expired_certificate_is_proof(internet: Internet) -> None:
    internet.web.put("https://expired.test/", "hello")
    internet.web.certify("expired.test", begins=timedelta(-90), ends=timedelta(-1))
    failure = refusal(internet, "https://expired.test/")
    assert (failure.reason, failure.verdict) == ("certificate-expired", Verdict.BROKEN)


def test_the_certificate_of_another_host_is_proof(internet: Internet) -> None:
    internet.web.put("https://wrong.test/", "hello")
    internet.web.certify("wrong.test", named="right.test")
    failure = refusal(internet, "https://wrong.test/")
    assert (failure.reason, failure.verdict) == ("certificate-of-another-host", Verdict.BROKEN)


def test_a_certificate_made_by_the_server_itself_is_proof(internet: Internet) -> None:
    internet.web.put("https://self.test/", "hello")
    internet.web.certify_by_itself("self.test")
    failure = refusal(internet, "https://self.test/")
    assert (failure.reason, failure.verdict) == ("certificate-self-signed", Verdict.BROKEN)


def test_an_unknown_authority_may_be_one_that_browsers_find(internet: Internet) -> None:
    internet.web.put("https://rogue.test/", "hello")
    internet.web.certify("rogue.test", authority=trustme.CA())
    failure = refusal(internet, "https://rogue.test/")
    assert (failure.reason, failure.verdict) == ("certificate-not-trusted", Verdict.SUSPECT)


def test_a_certificate_of_tomorrow_is_not_valid_yet(internet: Internet) -> None:
    internet.web.put("https://tomorrow.test/", "hello")
    internet.web.certify("tomorrow.test", begins=timedelta(1))
    assert refusal(internet, "https://tomorrow.test/").reason == "certificate-not-valid-yet"


def test_a_host_that_speaks_no_tls_cannot_agree(internet: Internet) -> None:
    internet.web.put("https://plainly.test/", "hello")
    internet.web.spoil_handshake("plainly.test", says(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
    assert refusal(internet, "https://plainly.test/").reason == "encryption-failed"


def test_a_handshake_that_hangs_ends_in_time(internet: Internet) -> None:
    internet.web.put("https://hangs.test/", "hello")
    internet.web.spoil_handshake("hangs.test", silence)
    assert refusal(internet, "https://hangs.test/", limits=HASTY).reason == "connection-timed-out"


# --- answers ---


@pytest.mark.parametrize(
    ("talk", "reason"),
    [
        (silence, "answer-timed-out"),
        (goes, "connection-lost"),
        (drips(b"HTTP/1.1 200 OK\r\n", b"X-Slow: 1\r\n"), "answer-timed-out"),
        (drips(b"", b"H"), "answer-timed-out"),
        (drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "answer-timed-out"),
        (drips(OK + b"Content-Length: 99999\r\n\r\n", b"a"), "body-timed-out"),
        (drips(OK + b"\r\n", b"a"), "body-timed-out"),
        (drips(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"), "body-timed-out"),
        (says(OK + b"Content-Length: 500\r\n\r\nhalf"), "body-cut-short"),
        (says(OK + b"Transfer-Encoding: chunked\r\n\r\nff\r\nhalf"), "body-cut-short"),
        (says(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf"), "body-cut-short"),
        (floods(b"HTTP/1.1 200 OK\r\n", b"X-Flood: 1\r\n"), "headers-too-long"),
        (floods(b"HTTP/1.1 200 OK\r\nX: ", b"a"), "headers-too-long"),
        (floods(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "headers-too-long"),
        (floods(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"), "headers-too-long"),
        (says(b"SSH-2.0-OpenSSH_9.6\r\n"), "not-http"),
        (says(b"220 mail.test ESMTP\r\n"), "not-http"),
        (says(b"HTTP/1.1 abc OK\r\n\r\n"), "not-http"),
    ],
)
def test_answers_that_are_none_have_their_reason(
    internet: Internet, talk: Talk, reason: str
) -> None:
    url = internet.web.put("https://odd.test/", talk)
    begins = monotonic()
    assert refusal(internet, url, limits=HASTY).reason == reason
    assert monotonic() - begins < HASTY.web_s + 0.5


def test_hints_that_come_early_are_not_the_answer(internet: Internet) -> None:
    hint = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    for hints in (hint, hint * 3, b"HTTP/1.1 100 Continue\r\n\r\n" + hint):
        url = internet.web.put("https://early.test/", says(hints + OK + b"\r\n<title>Here"))
        page = fetched(internet, url)
        assert (page.status, page.title()) == (200, "Here")


def test_a_huge_body_is_cut(internet: Internet) -> None:
    for answer in (
        Answer(b"a" * 3_000_000),
        floods(OK + b"\r\n", b"a" * 100),
        floods(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    ):
        page = fetched(internet, internet.web.put("https://huge.test/", answer))
        assert page.is_cut
        assert 50_000 < len(page.body) <= LIMITS.body_bytes


def test_a_body_of_exactly_the_limit_is_whole(internet: Internet) -> None:
    url = internet.web.put("https://exact.test/", Answer(b"a" * LIMITS.body_bytes))
    page = fetched(internet, url)
    assert (len(page.body), page.is_cut) == (LIMITS.body_bytes, False)


def test_nothing_is_unpacked(internet: Internet) -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    url = internet.web.put("https://bomb.test/", Answer(bomb, headers={"Content-Encoding": "gzip"}))
    page = fetched(internet, url)
    assert page.is_packed
    assert page.body == bomb


def test_a_server_that_does_not_listen_has_refused(internet: Internet) -> None:
    internet.names.address_of("closed.test")
    failure = refusal(internet, "https://closed.test/", ports={443: 1})
    assert (failure.reason, failure.observation("page").may_pass) == ("connection-refused", True)


def test_no_time_left_means_no_question(internet: Internet) -> None:
    url = internet.web.put("https://late.test/", "hello")
    with pytest.raises(Failure) as caught:
        internet.network().fetch(url, monotonic() - 1)
    assert caught.value.reason == "names-timed-out"


@pytest.mark.parametrize(
    ("body", "headers", "title"),
    [
        ("<title>Bücher</title>".encode(), {"Content-Type": "text/html"}, "Bücher"),
        (
            "<title>Bücher</title>".encode("latin-1"),
            {"Content-Type": "text/html; charset=iso-8859-1"},
            "Bücher",
        ),
        (
            '<meta charset="shift_jis"><title>助け</title>'.encode("shift_jis"),
            {"Content-Type": "text/html"},
            "助け",
        ),
        # a charset that takes hours, or none at all, is not believed
        (b"<title>a-b</title>", {"Content-Type": "text/html; charset=punycode"}, "a-b"),
        (b"<title>a&amp;b</title>", {"Content-Type": "text/html; charset=zip"}, "a&b"),
    ],
)
def test_titles_are_read_in_the_charset_of_the_page(
    internet: Internet, body: bytes, headers: dict[str, str], title: str
) -> None:
    url = internet.web.put("https://charset.test/", Answer(body, headers=headers))
    assert fetched(internet, url).title() == title


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("120", 120.0), ("Thu, 26 Nov 2026 12:00:30 GMT", 30.0), ("soon", None), ("", None)],
)
def test_the_wish_to_be_asked_later_is_read(written: str, seconds: float | None) -> None:
    page = Page("", ("",), 429, {"retry-after": written})
    assert page.retry_after(datetime(2026, 11, 26, 12, tzinfo=UTC)) == seconds


def test_pages_of_nothing_but_brackets_take_no_time() -> None:
    for body in (
        b"<" * 262144,
        b"<title" * 43690,
        b"<script>" * 32768,
        b"<script></script>" * 15000,
    ):
        page = Page("", ("",), 200, {}, body)
        begins = monotonic()
        page.title()
        page.words()
        assert monotonic() - begins < 1
