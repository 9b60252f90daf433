"""Chats, forms, forums and links: what their pages show."""

from datetime import timedelta
from time import monotonic

import pytest

from hcgen.channels.links import probe_link
from hcgen.model.probe import Observation, Verdict, counting, deciding
from tests.channels.probing import aside, channel, observed, said
from tests.loopback import Internet
from tests.loopback.internet import HASTY
from tests.loopback.talks import silence
from tests.loopback.web_server import Answer

URL = "https://chat.awan.test/"
CHAT = channel("chat", url=URL)
FORUM = channel("community", url="https://forum.awan.test/")
OPENS = "<title>Chat – Awan</title><h1>Start a chat</h1>"
PERSON = (Verdict.UNVERIFIABLE, "wants-proof-of-person")
GZIP = {"Content-Encoding": "gzip"}
PDF = {"Content-Type": "application/pdf"}
LONG_TEXT = "We are here for you on all days of the week. " * 20


@pytest.mark.parametrize(
    ("answer", "verdict", "reason"),
    [
        (Answer(OPENS), Verdict.VERIFIED, "page-opens"),
        (Answer("hello", 203), Verdict.VERIFIED, "page-opens"),
        # wants proof of a person, whatever its status
        (Answer("", 999), *PERSON),
        (Answer("", 403, {"cf-mitigated": "challenge"}), *PERSON),
        (Answer("", 202, {"x-amzn-waf-action": "challenge"}), *PERSON),
        (Answer("<title>Just a moment...</title>", 503), *PERSON),
        (Answer("<title>Just a moment...</title>", 404), *PERSON),
        (Answer("<title>Attention Required! | Cloudflare</title>", 403), *PERSON),
        (Answer("slow down", 429), Verdict.UNVERIFIABLE, "asked-too-often"),
        (Answer("no", 401), Verdict.UNVERIFIABLE, "access-denied"),
        (Answer("no", 403), Verdict.UNVERIFIABLE, "access-denied"),
        (Answer("no", 451), Verdict.UNVERIFIABLE, "access-denied"),
        (Answer("gone", 404), Verdict.BROKEN, "page-gone"),
        (Answer("gone", 410), Verdict.BROKEN, "page-gone"),
        (Answer("oops", 500), Verdict.SUSPECT, "server-error"),
        (Answer("oops", 503), Verdict.SUSPECT, "server-error"),
        (Answer("busy", 408), Verdict.SUSPECT, "server-busy"),
        (Answer("no", 400), Verdict.UNVERIFIABLE, "request-refused"),
        (Answer("no", 405), Verdict.UNVERIFIABLE, "request-refused"),
        (Answer("same", 304), Verdict.SUSPECT, "odd-status"),
        (Answer("where", 302), Verdict.SUSPECT, "odd-status"),
        (Answer(b"\x1f\x8b", headers=GZIP), Verdict.UNVERIFIABLE, "page-packed"),
        (Answer("<title>awan.test is for sale</title>"), Verdict.BROKEN, "page-parked"),
        (Answer("<title>This domain is parked</title>"), Verdict.BROKEN, "page-parked"),
        (Answer("<script src='//a.sedoparking.com/x'></script>"), Verdict.BROKEN, "page-parked"),
        (Answer("  \n"), Verdict.SUSPECT, "page-empty"),
        (Answer("", 204), Verdict.SUSPECT, "page-empty"),
        (Answer("%PDF", headers=PDF), Verdict.SUSPECT, "not-a-page"),
        (Answer("<title>Page not found</title>"), Verdict.SUSPECT, "title-says-not-found"),
        (Answer("<title>404 | Awan</title>"), Verdict.SUSPECT, "title-says-not-found"),
        (Answer("<title>Changelog 404 fixes</title>"), Verdict.VERIFIED, "page-opens"),
        (Answer("<h1>404 not found</h1>"), Verdict.VERIFIED, "page-opens"),
        (Answer("<p>Ask us why your domain is for sale"), Verdict.VERIFIED, "page-opens"),
    ],
)  # fmt: skip
def test_every_answer_has_its_place(
    internet: Internet, answer: Answer, verdict: Verdict, reason: str
) -> None:
    internet.web.put(URL, answer)
    assert said(internet, CHAT) == (verdict, reason)
    if reason != "not-a-page":
        assert said_of_link(internet, URL) == (verdict, reason)


def said_of_link(internet: Internet, url: str) -> tuple[Verdict, str]:
    decisive = deciding(counting(probe_link(url, internet.network(), monotonic() + 5)))
    return decisive.verdict, decisive.reason


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "404 Not Found",
        "Error 404",
        "HTTP 404 – Awan Hosting",
        "Awan Hosting | Page not found",
        "Sorry, the page could not be found.",
        "This page isn't available",
        "Halaman tidak ditemukan - Awan",
        "Laman tidak dijumpai",
        "Seite nicht gefunden",
        "Page introuvable",
        "Página no encontrada",
        "Página não encontrada",
        "ページが見つかりません",
        "페이지를 찾을 수 없습니다",
        "页面不存在",
        "ไม่พบหน้าที่คุณต้องการ",
        "Không tìm thấy trang",
        "الصفحة غير موجودة",
        "पृष्ठ नहीं मिला",
    ],
)
def test_titles_of_pages_that_are_not_there(internet: Internet, title: str) -> None:
    internet.web.put(URL, f"<title>{title}</title>{LONG_TEXT}")
    assert said(internet, CHAT) == (Verdict.SUSPECT, "title-says-not-found")


@pytest.mark.parametrize(
    "title",
    [
        "Changelog 404 fixes",
        "How to fix error 404 on your website",
        "What to do when a page is not found",
        "Peugeot 404",
        "Lost and found",
        "Domain names for sale – Awan Hosting",
        "Is your domain parked?",
        "Domain expired",
        "Parked domains – Awan Hosting",
        "Access for blind people",
    ],
)
def test_titles_of_pages_that_are_there(internet: Internet, title: str) -> None:
    internet.web.put(URL, f"<title>{title}</title>{LONG_TEXT}")
    assert said(internet, CHAT) == (Verdict.VERIFIED, "page-opens")


@pytest.mark.parametrize("path", ["HTTP_404", "wiki/404-not-found", "errors/not-found"])
def test_what_explains_the_error_is_there(internet: Internet, path: str) -> None:
    url = internet.web.put(f"https://a.test/{path}", "<title>HTTP 404 - Encyclopedia</title>")
    assert said_of_link(internet, url) == (Verdict.VERIFIED, "page-opens")


@pytest.mark.parametrize(
    "target",
    [
        "https://chat.awan.test/login?next=/",
        "https://chat.awan.test/accounts/login/",
        "https://chat.awan.test/users/sign_in",
        "https://login.vendor.test/start",
        "https://consent.vendor.test/m",
    ],
)
def test_a_login_wall_says_nothing(internet: Internet, target: str) -> None:
    internet.web.put(URL, Answer("", 302, {"Location": target}))
    internet.web.put(target, OPENS)
    assert said(internet, CHAT) == (Verdict.UNVERIFIABLE, "login-wall")


@pytest.mark.parametrize(
    ("url", "status", "reason"),
    [
        ("https://awan.test/login", 200, "login-wall"),
        ("https://awan.test/login", 404, "page-gone"),
        ("https://awan.test/docs/auth/tokens", 200, "page-opens"),
        ("https://awan.test/docs/auth/tokens", 404, "page-gone"),
        ("https://id.test/", 200, "page-opens"),
    ],
)
def test_an_address_about_logins_is_no_wall(
    internet: Internet, url: str, status: int, reason: str
) -> None:
    internet.web.put(url, Answer(OPENS, status))
    assert said_of_link(internet, url)[1] == reason


def test_whoever_is_sent_to_a_dealer_in_domains_asked_for_a_dead_one(internet: Internet) -> None:
    internet.web.put(URL, Answer("", 302, {"Location": "https://www.hugedomains.com/x"}))
    internet.web.put("https://www.hugedomains.com/x", OPENS)
    assert said(internet, CHAT) == (Verdict.BROKEN, "page-parked")


@pytest.mark.parametrize("status", [429, 503])
def test_the_wish_to_be_asked_later_is_passed_on(internet: Internet, status: int) -> None:
    internet.web.put(URL, Answer("later", status, {"Retry-After": "20"}))
    seen = observed(internet, CHAT)[0]
    assert (seen.retry_after, seen.may_pass) == (20.0, True)


def test_proof_is_not_tried_again_and_faults_that_pass_are(internet: Internet) -> None:
    internet.web.put(URL, silence)
    assert observed(internet, CHAT, limits=HASTY)[0].may_pass
    internet.web.put(URL, Answer("", 404))
    assert not observed(internet, CHAT)[0].may_pass


def test_what_a_server_says_is_cleaned(internet: Internet) -> None:
    internet.web.put(URL, f"<title>\x1b[31m::error::\u202e{'x' * 500}</title>")
    said_by_it = observed(internet, CHAT)[0].observed
    assert said_by_it.startswith("200 [31m::error::xxx")
    assert len(said_by_it) == 200


# --- expected text ---


@pytest.mark.parametrize(
    ("body", "verdict", "reason"),
    [
        (OPENS, Verdict.VERIFIED, "text-found"),
        ("<p>start <b>A</b>\n chat", Verdict.VERIFIED, "text-found"),
        ("<button title='Start a chat'></button>", Verdict.VERIFIED, "text-found"),
        ("<title>Casino</title>", Verdict.SUSPECT, "text-missing"),
        ("a" * 300_000 + OPENS, Verdict.UNVERIFIABLE, "page-too-long-for-text"),
    ],
)
def test_expected_text_is_looked_for(
    internet: Internet, body: str, verdict: Verdict, reason: str
) -> None:
    internet.web.put(URL, body)
    assert said(internet, channel("chat", url=URL, expect_text="Start a  chat")) == (
        verdict,
        reason,
    )


# --- certificates and the way ---


@pytest.mark.parametrize(
    ("lifetime", "left", "expected"),
    [
        (90, 30, set()),
        (90, 20, {"certificate-ends-soon"}),
        (90, 2, {"certificate-ends-very-soon"}),
        (47, 16, set()),
        (47, 15, {"certificate-ends-soon"}),
        (6, 2.5, set()),
        (6, 1.5, {"certificate-ends-soon"}),
        (6, 0.5, {"certificate-ends-very-soon"}),
    ],
)
def test_how_soon_a_certificate_ends_depends_on_its_lifetime(
    internet: Internet, lifetime: float, left: float, expected: set[str]
) -> None:
    internet.web.put(URL, OPENS)
    internet.web.certify(
        "chat.awan.test", begins=timedelta(left - lifetime), ends=timedelta(left, minutes=5)
    )
    assert aside(internet, CHAT) == expected
    assert said(internet, CHAT) == (Verdict.VERIFIED, "page-opens")
    assert said_of_link(internet, URL) == (Verdict.VERIFIED, "page-opens")


def test_a_bad_certificate_is_proof(internet: Internet) -> None:
    internet.web.put(URL, OPENS)
    internet.web.certify("chat.awan.test", named="other.test")
    assert said(internet, CHAT) == (Verdict.BROKEN, "certificate-of-another-host")


def test_the_way_to_a_page_is_told_aside(internet: Internet) -> None:
    internet.web.put(URL, Answer("", 302, {"Location": "http://chat.awan.test/b"}))
    internet.web.put("http://chat.awan.test/b", Answer("", 302, {"Location": "https://new.test/"}))
    internet.web.put("https://new.test/", OPENS)
    assert aside(internet, CHAT) == {"redirect-not-encrypted", "redirect-to-another-domain"}
    assert said(internet, CHAT) == (Verdict.VERIFIED, "page-opens")


# --- a page that is like one that does not exist ---

SITE = {"site_url": "https://help.awan.test/"}


@pytest.mark.parametrize("path", ["forum/start", "forum/", "forum"])
@pytest.mark.parametrize(
    ("everywhere", "verdict", "reason"),
    [
        (f"<p>{LONG_TEXT}", Verdict.SUSPECT, "page-as-any-other"),
        ("Loading", Verdict.UNVERIFIABLE, "page-by-script"),
        (f"<script src=a.js></script>{LONG_TEXT[:90]}", Verdict.UNVERIFIABLE, "page-by-script"),
    ],
)
def test_a_page_like_any_other_is_none(
    internet: Internet, path: str, everywhere: str, verdict: Verdict, reason: str
) -> None:
    internet.web.put("https://awan.test/*", everywhere)
    forum = channel("community", url=f"https://awan.test/{path}")
    assert said(internet, forum, **SITE) == (verdict, reason)
    sibling = internet.web.requests[-1].url
    assert sibling.rpartition("/")[0] == f"https://awan.test/{path}".rstrip("/").rpartition("/")[0]


def test_a_page_that_shows_its_own_address_is_still_like_any_other(internet: Internet) -> None:
    def echo(connection: object) -> None:
        path = internet.web.requests[-1].url.rpartition("/")[2]
        connection.sendall(Answer(f"<p>{LONG_TEXT} {path}").raw())  # type: ignore[attr-defined]

    internet.web.put("https://awan.test/*", echo)
    forum = channel("community", url="https://awan.test/forum")
    assert said(internet, forum, **SITE) == (Verdict.SUSPECT, "page-as-any-other")


def test_whoever_is_sent_to_the_front_page_has_found_nothing(internet: Internet) -> None:
    def news(connection: object) -> None:
        count = len(internet.web.requests)
        connection.sendall(Answer(f"<p>{LONG_TEXT} {count}").raw())  # type: ignore[attr-defined]

    internet.web.put("https://awan.test/*", Answer("", 302, {"Location": "https://awan.test/"}))
    internet.web.put("https://awan.test/", news)
    forum = channel("community", url="https://awan.test/forum")
    assert said(internet, forum, **SITE) == (Verdict.SUSPECT, "page-as-any-other")


def test_a_page_unlike_its_sibling_is_there(internet: Internet) -> None:
    internet.web.put("https://awan.test/*", f"<p>{LONG_TEXT}")
    internet.web.put("https://awan.test/forum", f"<p>{LONG_TEXT} Latest questions")
    forum = channel("community", url="https://awan.test/forum")
    assert said(internet, forum, **SITE) == (Verdict.VERIFIED, "page-opens")


@pytest.mark.parametrize("settings", [{}, {"site_url": "https://help.other.test/"}])
def test_only_ones_own_hosts_are_asked_for_pages_that_do_not_exist(
    internet: Internet, settings: dict[str, str]
) -> None:
    internet.web.put("https://awan.test/*", f"<p>{LONG_TEXT}")
    forum = channel("community", url="https://awan.test/forum")
    assert said(internet, forum, **settings) == (Verdict.VERIFIED, "page-opens")
    assert len(internet.web.requests) == 1


# --- forms ---

FORM = channel("form", url="https://awan.test/form")


@pytest.mark.parametrize(
    ("body", "verdict", "reason"),
    [
        (f"<form action='/send'>{LONG_TEXT}", Verdict.VERIFIED, "form-there"),
        ("<iframe src='https://form.typeform.com/to/x'>", Verdict.VERIFIED, "form-there"),
        ("<div id=app></div><script src=app.js></script>", Verdict.UNVERIFIABLE, "form-by-script"),
        (f"<p>{LONG_TEXT}", Verdict.SUSPECT, "no-form"),
        (f"<script></script><p>{LONG_TEXT}", Verdict.SUSPECT, "no-form"),
        ("a" * 300_000 + "<form>", Verdict.UNVERIFIABLE, "page-too-long-for-form"),
    ],
)
def test_a_form_has_a_form(internet: Internet, body: str, verdict: Verdict, reason: str) -> None:
    internet.web.put("https://awan.test/form", body)
    assert said(internet, FORM) == (verdict, reason)


def test_a_form_that_is_sent_in_the_open_is_told_aside(internet: Internet) -> None:
    internet.web.put("https://awan.test/form", "<form method=post action=http://awan.test/s>")
    assert aside(internet, FORM) == {"form-not-encrypted"}
    assert said(internet, FORM) == (Verdict.VERIFIED, "form-there")


def test_nothing_is_ever_sent_to_a_form(internet: Internet) -> None:
    internet.web.put("https://awan.test/form", "<form action='/send'>")
    observed(internet, FORM)
    assert [request.url for request in internet.web.requests] == ["https://awan.test/form"]


def test_a_form_that_is_gone_is_gone(internet: Internet) -> None:
    internet.web.put("https://awan.test/form", Answer("<form>", 404))
    assert said(internet, FORM) == (Verdict.BROKEN, "page-gone")


# --- widgets ---

SCRIPT = "https://cdn.test/w.js"
WIDGET = channel("chat", url=URL, script=SCRIPT)
JS = {"Content-Type": "text/javascript; charset=utf-8"}


@pytest.mark.parametrize(
    ("answer", "verdict", "reason"),
    [
        (Answer("go()", headers=JS), Verdict.VERIFIED, "script-loads"),
        (Answer("go();" * 100_000, headers=JS), Verdict.VERIFIED, "script-loads"),
        (Answer("", headers=JS), Verdict.SUSPECT, "script-empty"),
        (Answer("<html>"), Verdict.SUSPECT, "script-of-another-type"),
        (Answer("", 404), Verdict.BROKEN, "page-gone"),
        (Answer("", 503), Verdict.SUSPECT, "server-error"),
        (Answer("", 403), Verdict.UNVERIFIABLE, "access-denied"),
    ],
)
def test_the_script_of_a_chat_is_looked_at(
    internet: Internet, answer: Answer, verdict: Verdict, reason: str
) -> None:
    internet.web.put(URL, OPENS)
    internet.web.put(SCRIPT, answer)
    seen = [one for one in observed(internet, WIDGET) if one.check == "script"]
    assert [(one.verdict, one.reason) for one in seen] == [(verdict, reason)]
    expected = verdict if verdict in (Verdict.BROKEN, Verdict.SUSPECT) else Verdict.VERIFIED
    assert said(internet, WIDGET)[0] is expected


def test_the_host_of_a_script_that_does_not_exist_is_proof(internet: Internet) -> None:
    internet.web.put(URL, OPENS)
    assert said(internet, WIDGET) == (Verdict.BROKEN, "name-not-found")


@pytest.mark.parametrize(
    ("headers", "is_refused"),
    [
        ({}, False),
        ({"X-Frame-Options": "DENY"}, True),
        ({"X-Frame-Options": "SAMEORIGIN"}, True),
        ({"Content-Security-Policy": "default-src 'self'"}, False),
        ({"Content-Security-Policy": "frame-ancestors 'none'"}, True),
        ({"Content-Security-Policy": "default-src *; frame-ancestors 'self'"}, True),
        ({"Content-Security-Policy": "frame-ancestors https://help.awan.test"}, False),
        ({"Content-Security-Policy": "frame-ancestors *.awan.test"}, False),
        ({"Content-Security-Policy": "frame-ancestors https:"}, False),
        ({"Content-Security-Policy": "frame-ancestors *.other.test"}, True),
        (
            {"Content-Security-Policy": "frame-ancestors *", "X-Frame-Options": "DENY"},
            False,
        ),
    ],
)
def test_a_page_that_no_frame_may_show_is_told_aside(
    internet: Internet, headers: dict[str, str], is_refused: bool
) -> None:
    internet.web.put(URL, Answer(OPENS, headers=headers))
    internet.web.put(SCRIPT, Answer("go()", headers=JS))
    site = {"site_url": "https://help.awan.test/"}
    assert ("frame-refused" in aside(internet, WIDGET, **site)) == is_refused
    assert "frame-refused" not in aside(internet, CHAT, **site)
    assert said(internet, WIDGET, **site)[0] is Verdict.VERIFIED


# --- links ---


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/x",
        "https://x.com/a",
        "https://wa.me/1",
        "https://m.facebook.com/",
    ],
)
def test_links_to_networks_that_cannot_tell_are_not_asked(internet: Internet, url: str) -> None:
    assert said_of_link(internet, url)[0] is Verdict.UNVERIFIABLE
    assert internet.names.asked == []


@pytest.mark.parametrize("url", ["", "no address", "https://", "https://[", "mailto:a@b.test"])
def test_what_is_no_web_address_is_no_error(internet: Internet, url: str) -> None:
    assert said_of_link(internet, url)[0] is Verdict.UNVERIFIABLE


def test_a_page_that_a_network_calls_gone_may_be_there(internet: Internet) -> None:
    internet.web.put("https://www.youtube.com/watch?v=1", Answer("", 404))
    assert said_of_link(internet, "https://www.youtube.com/watch?v=1") == (
        Verdict.SUSPECT,
        "page-gone",
    )


def test_a_link_to_telegram_is_told_by_the_signs_of_its_profiles(internet: Internet) -> None:
    free = "<title>Telegram Messenger</title>"
    there = '<div class="tgme_page_title">'
    internet.web.put("https://t.me/*", free)
    internet.web.put("https://t.me/telegram", there)
    assert said_of_link(internet, "https://t.me/awan_help?start=1") == (
        Verdict.SUSPECT,
        "profile-gone",
    )
    internet.web.put("https://t.me/awan_help", there)
    assert said_of_link(internet, "https://t.me/awan_help") == (Verdict.VERIFIED, "profile-there")


def test_a_link_may_lead_to_a_file(internet: Internet) -> None:
    internet.web.put("https://a.test/x.pdf", Answer("%PDF", headers=PDF))
    assert said_of_link(internet, "https://a.test/x.pdf") == (Verdict.VERIFIED, "page-opens")


def test_observations_are_never_empty(internet: Internet) -> None:
    seen = probe_link("https://nowhere.test/", internet.network(), monotonic() - 1)
    assert isinstance(seen[0], Observation)
