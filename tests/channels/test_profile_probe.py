"""Profiles on networks: told by signs that are tried on another name first."""

import pytest

from hcgen.model.probe import Verdict
from tests.channels.probing import channel, observed, said
from tests.loopback import Internet
from tests.loopback.web_server import Answer

TAKEN = '<title>Telegram: Contact</title><div class="tgme_page_title"><span>Awan</span></div>'
FREE = "<title>Telegram Messenger</title>If you have <strong>Telegram</strong>, you can contact"
BOT = channel("telegram", handle="@awanhosting_bot")


def telegram(internet: Internet, ours: Answer | str, known: str, others: Answer | str) -> None:
    internet.web.put("https://t.me/*", others)
    internet.web.put("https://t.me/telegram", known)
    internet.web.put("https://t.me/awanhosting_bot", ours)


def test_a_profile_that_is_there_is_verified(internet: Internet) -> None:
    telegram(internet, TAKEN, TAKEN, FREE)
    assert said(internet, BOT) == (Verdict.VERIFIED, "profile-there")
    assert len(internet.web.requests) == 2


def test_a_profile_that_is_gone_may_come_back(internet: Internet) -> None:
    telegram(internet, FREE, TAKEN, FREE)
    assert said(internet, BOT) == (Verdict.SUSPECT, "profile-gone")


@pytest.mark.parametrize(
    ("ours", "known", "others"),
    [
        (TAKEN, TAKEN, TAKEN),
        (FREE, FREE, FREE),
        (TAKEN, TAKEN, "<title>Something new</title>"),
        (FREE, "<title>Something new</title>", FREE),
        (TAKEN, TAKEN, Answer("", 503)),
    ],
)
def test_signs_that_tell_no_names_apart_say_nothing(
    internet: Internet, ours: str, known: str, others: Answer | str
) -> None:
    telegram(internet, ours, known, others)
    assert said(internet, BOT) == (Verdict.UNVERIFIABLE, "profile-signs-useless")


@pytest.mark.parametrize("ours", ["<title>Something new</title>", TAKEN + FREE, Answer("", 404)])
def test_a_page_without_a_clear_sign_says_nothing(internet: Internet, ours: Answer | str) -> None:
    telegram(internet, ours, TAKEN, FREE)
    assert said(internet, BOT) == (
        Verdict.UNVERIFIABLE,
        "page-gone" if isinstance(ours, Answer) else "profile-signs-missing",
    )


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer("", 429), "asked-too-often"),
        (Answer("", 403), "access-denied"),
        (Answer("", 503), "server-error"),
        (Answer("", 302, {"Location": "https://t.me/login"}), "login-wall"),
    ],
)
def test_a_network_that_does_not_answer_says_nothing_of_the_profile(
    internet: Internet, answer: Answer, reason: str
) -> None:
    telegram(internet, answer, TAKEN, FREE)
    internet.web.put("https://t.me/login", "hello")
    assert said(internet, BOT) == (Verdict.UNVERIFIABLE, reason)


def test_a_network_that_cannot_be_reached_says_nothing_of_the_profile(internet: Internet) -> None:
    assert said(internet, BOT) == (Verdict.UNVERIFIABLE, "name-not-found")


def test_a_network_that_goes_away_in_between_says_nothing(internet: Internet) -> None:
    telegram(internet, TAKEN, TAKEN, FREE)
    internet.web.put("https://t.me/*", lambda connection: None)
    assert said(internet, BOT) == (Verdict.UNVERIFIABLE, "connection-lost")


YOUTUBE = channel("social", network="youtube", handle="awan")


def test_youtube_says_by_its_status(internet: Internet) -> None:
    internet.web.put("https://www.youtube.com/@youtube", "<title>YouTube</title>")
    assert said(internet, YOUTUBE) == (Verdict.SUSPECT, "profile-gone")
    internet.web.put("https://www.youtube.com/@awan", "<title>Awan - YouTube</title>")
    assert said(internet, YOUTUBE) == (Verdict.VERIFIED, "profile-there")


def test_a_network_that_asks_for_consent_first_says_nothing(internet: Internet) -> None:
    to = {"Location": "https://consent.youtube.com/m"}
    internet.web.put("https://www.youtube.com/*", Answer("", 302, to))
    internet.web.put("https://consent.youtube.com/m", "<title>Before you continue</title>")
    assert said(internet, YOUTUBE)[0] is Verdict.UNVERIFIABLE


JSON = {"Content-Type": "application/json"}
BLUESKY = "https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor="


def test_bluesky_says_by_its_public_interface(internet: Internet) -> None:
    gone = Answer('{"error":"InvalidRequest","message":"Profile not found"}', 400, JSON)
    there = Answer('{"did":"did:plc:x","handle":"awan.test"}', headers=JSON)
    internet.web.put("https://public.api.bsky.app/*", gone)
    internet.web.put(f"{BLUESKY}bsky.app", there)
    profile = channel("social", network="bluesky", handle="awan.test")
    assert said(internet, profile) == (Verdict.SUSPECT, "profile-gone")
    internet.web.put(f"{BLUESKY}awan.test", there)
    assert said(internet, profile) == (Verdict.VERIFIED, "profile-there")
    assert internet.web.requests[-1].url.endswith(".bsky.social")


MASTODON = channel("social", network="mastodon", handle="@awan@social.test")


@pytest.mark.parametrize(
    ("answer", "verdict", "reason"),
    [
        (Answer('{"acct":"awan"}', headers=JSON), Verdict.VERIFIED, "profile-there"),
        (Answer('{"error":"Record not found"}', 404, JSON), Verdict.SUSPECT, "profile-gone"),
        (Answer("", 503), Verdict.SUSPECT, "server-error"),
        (Answer("<title>social.test is for sale</title>"), Verdict.BROKEN, "page-parked"),
        (Answer("<title>Another program</title>"), Verdict.UNVERIFIABLE, "profile-signs-missing"),
    ],
)
def test_mastodon_is_asked_on_its_own_server(
    internet: Internet, answer: Answer, verdict: Verdict, reason: str
) -> None:
    gone = Answer('{"error":"Record not found"}', 404, JSON)
    internet.web.put("https://social.test/*", gone)
    internet.web.put("https://social.test/api/v1/accounts/lookup?acct=awan", answer)
    assert said(internet, MASTODON) == (verdict, reason)


def test_a_server_of_mastodon_that_does_not_exist_is_proof(internet: Internet) -> None:
    assert said(internet, MASTODON) == (Verdict.BROKEN, "name-not-found")


def test_a_handle_cannot_lead_elsewhere(internet: Internet) -> None:
    internet.web.put("https://t.me/..%2F%3Fa%23b", TAKEN)
    observed(internet, channel("telegram", handle="../?a#b"))
    assert internet.web.requests[0].url == "https://t.me/..%2F%3Fa%23b"
    elsewhere = channel("social", network="mastodon", handle="a@social.test/x?")
    assert said(internet, elsewhere) == (Verdict.UNVERIFIABLE, "odd-host")


def test_an_unknown_network_is_not_asked(internet: Internet) -> None:
    profile = channel("social", network="orkut", handle="awan")
    assert said(internet, profile) == (Verdict.UNVERIFIABLE, "network-unknown")
