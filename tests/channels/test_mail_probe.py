"""Mail addresses: what the DNS and mail servers show, without a message being sent."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from hcgen.channels._mail_replies import meaning_of
from hcgen.model.probe import Verdict
from hcgen.net.mail_reply import Reply
from tests.channels.probing import aside, channel, observed, said
from tests.loopback import Internet
from tests.loopback.internet import HASTY
from tests.loopback.mail_server import HonestServer, TalkingServer
from tests.loopback.name_server import DROP
from tests.loopback.talks import drips, floods, goes, replies, says, silence
from tests.loopback.web_server import Answer

HELP = channel("email", address="help@awan.test")
POLICIES = 'awan.test. 60 IN TXT "v=spf1 -all"\n_dmarc.awan.test. 60 IN TXT "v=DMARC1; p=none"'


def with_mail(internet: Internet, *hosts: str) -> None:
    for number, host in enumerate(hosts):
        internet.names.add(f"awan.test. 60 IN MX {number} {host}.")


# --- mail hosts ---


def test_a_domain_with_mail_hosts_takes_mail(internet: Internet) -> None:
    with_mail(internet, "mx1.awan.test", "mx2.awan.test")
    internet.names.address_of("mx1.awan.test")
    internet.names.add("mx2.awan.test. 60 IN AAAA 2606:4700::1111")
    internet.names.add(POLICIES)
    seen = observed(internet, HELP)
    assert [(one.verdict, one.reason) for one in seen] == [(Verdict.VERIFIED, "mail-hosts-there")]
    assert seen[0].observed == "mx1.awan.test, mx2.awan.test"


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("awan.test. 60 IN MX 0 .", (Verdict.BROKEN, "null-mx")),
        ("awan.test. 60 IN MX 5 gone.test.", (Verdict.BROKEN, "mail-hosts-missing")),
        (
            'awan.test. 60 IN MX 5 mx.test.\nmx.test. 60 IN TXT "no address"',
            (Verdict.BROKEN, "mail-hosts-missing"),
        ),
        ('awan.test. 60 IN TXT "nothing else"', (Verdict.BROKEN, "no-mail-host")),
        ("awan.test. 60 IN A 93.184.216.34", (Verdict.SUSPECT, "implicit-mx")),
        ("awan.test. 60 IN AAAA 2606:4700::1111", (Verdict.SUSPECT, "implicit-mx")),
        ("awan.test. 60 IN A 10.0.0.1", (Verdict.SUSPECT, "private-address")),
        (
            "awan.test. 60 IN MX 5 mx.test.\nmx.test. 60 IN A 192.168.0.1",
            (Verdict.SUSPECT, "mail-hosts-private"),
        ),
        (
            "awan.test. 60 IN MX 5 mx.test.\nmx.test. 60 IN AAAA ::1",
            (Verdict.SUSPECT, "mail-hosts-private"),
        ),
        ("awan.test. 60 IN MX 5 93.184.216.34.", (Verdict.SUSPECT, "mx-is-address")),
    ],
)
def test_what_the_dns_says_of_mail(
    internet: Internet, zone: str, expected: tuple[Verdict, str]
) -> None:
    internet.names.add(zone)
    assert said(internet, HELP) == expected


def test_a_domain_that_does_not_exist_is_proof(internet: Internet) -> None:
    assert said(internet, HELP) == (Verdict.BROKEN, "name-not-found")


def test_what_is_no_domain_is_not_looked_up(internet: Internet) -> None:
    assert said(internet, channel("email", address="help@127.1")) == (
        Verdict.UNVERIFIABLE,
        "odd-host",
    )
    assert internet.names.asked == []


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("SERVFAIL", "name-servers-failed"),
        ("REFUSED", "name-servers-failed"),
        (DROP, "names-timed-out"),
    ],
)
@pytest.mark.parametrize("name", ["awan.test", "mx.test"])
def test_a_failing_name_server_says_nothing_of_the_mailbox(
    internet: Internet, name: str, how: str, reason: str
) -> None:
    with_mail(internet, "mx.test")
    internet.names.fail(name, how)
    assert said(internet, HELP, limits=HASTY) == (Verdict.UNVERIFIABLE, reason)


def test_an_implicit_host_that_nobody_can_look_up_says_nothing(internet: Internet) -> None:
    internet.names.address_of("awan.test")
    internet.names.fail("awan.test", "SERVFAIL", record_type="A")
    assert said(internet, HELP) == (Verdict.UNVERIFIABLE, "name-servers-failed")


@pytest.mark.parametrize(
    ("zone", "reason"),
    [
        ("awan.test. 60 IN MX 20 .", "null-mx-among-others"),
        ("awan.test. 60 IN MX 20 gone.test.", "mail-host-missing"),
        ("awan.test. 60 IN MX 20 in.test.\nin.test. 60 IN A 10.0.0.1", "mail-host-private"),
        ("awan.test. 60 IN MX 20 93.184.216.34.", "mx-is-address"),
        (
            "awan.test. 60 IN MX 20 al.test.\nal.test. 60 IN CNAME mx.awan.test.",
            "mx-is-alias",
        ),
    ],
)
def test_what_is_wrong_beside_a_good_mail_host_opens_no_incident(
    internet: Internet, zone: str, reason: str
) -> None:
    with_mail(internet, "mx.awan.test")
    internet.names.address_of("mx.awan.test")
    internet.names.add(f"{zone}\n{POLICIES}")
    assert aside(internet, HELP) == {reason}
    assert said(internet, HELP) == (Verdict.VERIFIED, "mail-hosts-there")


# --- policies ---


@pytest.fixture
def mail(internet: Internet) -> Internet:
    """A domain with one mail host and good policies."""
    with_mail(internet, "mx.awan.test")
    internet.names.address_of("mx.awan.test")
    internet.names.add(POLICIES)
    return internet


def test_missing_policies_are_told_aside(internet: Internet) -> None:
    with_mail(internet, "mx.awan.test")
    internet.names.address_of("mx.awan.test")
    assert aside(internet, HELP) == {"no-spf", "no-dmarc"}
    internet.names.fail("_dmarc.awan.test", "SERVFAIL")
    assert aside(internet, HELP) == {"no-spf"}


def test_the_dmarc_policy_of_the_organisation_counts_below_it(mail: Internet) -> None:
    mail.names.add("help.awan.test. 60 IN MX 0 mx.awan.test.")
    mail.names.add('help.awan.test. 60 IN TXT "v=spf1 " "-all"')
    assert aside(mail, channel("email", address="a@help.awan.test")) == set()


STS = "https://mta-sts.awan.test/.well-known/mta-sts.txt"


@pytest.mark.parametrize(
    ("policy", "reason", "is_extra"),
    [
        ("version: STSv1\nmode: enforce\nmx: mx.awan.test\nmax_age: 9", "", True),
        ("version: STSv1\r\nmode: enforce\r\nmx: *.awan.test\r\n", "", True),
        ("version: STSv1\nmode: enforce\nmx: *.test", "mta-sts-bars-all", False),
        ("version: STSv1\nmode: enforce\nmx: old.awan.test", "mta-sts-bars-all", False),
        ("version: STSv1\nmode: testing\nmx: old.awan.test", "mta-sts-leaves-out", True),
        (Answer("", 404), "mta-sts-unreadable", True),
        (Answer("", 302, {"Location": "/moved"}), "mta-sts-unreadable", True),
        (silence, "answer-timed-out", True),
    ],
)
def test_a_policy_that_keeps_mail_away_is_told(
    mail: Internet, policy: str, reason: str, is_extra: bool
) -> None:
    mail.names.add('_mta-sts.awan.test. 60 IN TXT "v=STSv1; id=1"')
    # RFC 8461, 3.3: redirects are not followed
    mail.web.put("https://mta-sts.awan.test/moved", "mode: enforce\nmx: mx.awan.test")
    mail.web.put(STS, policy)
    seen = [one for one in observed(mail, HELP, limits=HASTY) if one.check == "mta-sts"]
    assert [(one.verdict, one.reason, one.is_extra) for one in seen] == (
        [(Verdict.SUSPECT, reason, is_extra)] if reason else []
    )


# --- mail servers ---


def test_mail_servers_are_asked_only_if_that_is_wished(mail: Internet) -> None:
    server = HonestServer("help@awan.test")
    mail.run_mail("mx.awan.test", server)
    observed(mail, HELP)
    assert server.asked == []


def certificate(mail: Internet, host: str, days: float) -> trustme.LeafCert:
    now = datetime.now(UTC)
    return mail.authority.issue_cert(
        host, not_before=now - timedelta(90), not_after=now + timedelta(days)
    )


@pytest.mark.parametrize(
    ("host", "days", "reasons"),
    [
        ("mx.awan.test", 80, ["starttls-works"]),
        ("mx.awan.test", 15, ["starttls-works", "certificate-ends-soon"]),
        ("mx.awan.test", -1, ["certificate-expired"]),
        ("other.test", 80, ["certificate-of-another-host"]),
    ],
)
def test_the_certificate_of_a_mail_server_is_looked_at(
    mail: Internet, host: str, days: float, reasons: list[str]
) -> None:
    mail.run_mail("mx.awan.test", HonestServer(certificate=certificate(mail, host, days)))
    seen = [one for one in observed(mail, HELP, starttls=True) if one.check == "starttls"]
    assert [one.reason for one in seen] == reasons
    assert all(one.is_extra for one in seen)
    assert said(mail, HELP, starttls=True) == (Verdict.VERIFIED, "mail-hosts-there")


@pytest.mark.parametrize(
    ("server", "verdict", "reason"),
    [
        (HonestServer(), Verdict.SUSPECT, "no-starttls"),
        (
            TalkingServer(replies(b"220 hi\r\n", b"250-hi\r\n250 STARTTLS\r\n", b"454 no\r\n")),
            Verdict.SUSPECT,
            "starttls-refused",
        ),
        (
            TalkingServer(
                replies(b"220 hi\r\n", b"250-hi\r\n250 STARTTLS\r\n", b"220 go\r\n", b"what?\r\n")
            ),
            Verdict.SUSPECT,
            "encryption-failed",
        ),
        (
            TalkingServer(replies(b"220 hi\r\n", b"250 STARTTLS\r\n", b"220 go\r\n", b"")),
            Verdict.SUSPECT,
            "encryption-failed",
        ),
        (TalkingServer(says(b"554 go away\r\n")), Verdict.UNVERIFIABLE, "mail-blocked-from-here"),
        (TalkingServer(silence), Verdict.UNVERIFIABLE, "reply-timed-out"),
        (TalkingServer(drips(b"", b"220-wait\r\n")), Verdict.UNVERIFIABLE, "reply-timed-out"),
        (TalkingServer(floods(b"220 ", b"a")), Verdict.SUSPECT, "reply-too-long"),
        (TalkingServer(floods(b"", b"220-a\r\n")), Verdict.SUSPECT, "reply-too-long"),
        (TalkingServer(says(b"HTTP/1.1 400 Bad\r\n")), Verdict.UNVERIFIABLE, "not-mail"),
        (TalkingServer(goes), Verdict.UNVERIFIABLE, "connection-lost"),
    ],
)
def test_what_mail_servers_say_of_encryption_is_told_aside(
    mail: Internet, server: HonestServer | TalkingServer, verdict: Verdict, reason: str
) -> None:
    mail.run_mail("mx.awan.test", server)
    seen = [
        one for one in observed(mail, HELP, starttls=True, limits=HASTY) if one.check == "starttls"
    ]
    assert [(one.verdict, one.reason) for one in seen] == [(verdict, reason)]
    assert said(mail, HELP, starttls=True, limits=HASTY) == (Verdict.VERIFIED, "mail-hosts-there")


@pytest.mark.parametrize(
    ("replies_to", "mailbox", "verdict", "reason"),
    [
        ({}, "help@awan.test", Verdict.VERIFIED, "mailbox-there"),
        ({}, "sales@awan.test", Verdict.BROKEN, "mailbox-unknown"),
        ({"*": "250 Ok"}, "help@awan.test", Verdict.UNVERIFIABLE, "mailbox-catches-all"),
        ({"*": "450 4.7.1 later"}, "help@awan.test", Verdict.UNVERIFIABLE, "mailbox-undecided"),
        (
            {"help@awan.test": "450 4.7.1 Greylisted, try again later"},
            "",
            Verdict.UNVERIFIABLE,
            "mail-grey-listed",
        ),
        (
            {"help@awan.test": "550 5.7.1 Service unavailable; blocked using Spamhaus"},
            "",
            Verdict.UNVERIFIABLE,
            "mail-blocked-from-here",
        ),
        (
            {"help@awan.test": "554 5.7.1 <{address}>: Relay access denied"},
            "",
            Verdict.SUSPECT,
            "mail-not-relayed",
        ),
    ],
)
def test_a_mailbox_is_asked_for_without_sending_mail(
    mail: Internet, replies_to: Mapping[str, str], mailbox: str, verdict: Verdict, reason: str
) -> None:
    server = HonestServer(mailbox, replies=replies_to)
    mail.run_mail("mx.awan.test", server)
    seen = [one for one in observed(mail, HELP, rcpt=True) if one.check == "mailbox"]
    assert [(one.verdict, one.reason) for one in seen] == [(verdict, reason)]
    assert server.asked[0] == "help@awan.test"
    assert len(server.asked) == (2 if mailbox == "help@awan.test" else 1)
    assert server.messages == 0


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((b"554 5.7.1 no\r\n",), "mail-blocked-from-here"),
        ((b"220 hi\r\n", b"550 bad HELO\r\n"), "mail-blocked-from-here"),
        ((b"220 hi\r\n", b"250 hi\r\n", b"550 no null sender\r\n"), "mail-blocked-from-here"),
        ((b"220 hi\r\n", b"250 hi\r\n", b"250-slowly"), "reply-timed-out"),
    ],
)
def test_a_server_that_turns_us_away_says_nothing_of_the_mailbox(
    mail: Internet, lines: tuple[bytes, ...], reason: str
) -> None:
    mail.run_mail("mx.awan.test", TalkingServer(replies(*lines)))
    seen = [one for one in observed(mail, HELP, rcpt=True, limits=HASTY) if one.check == "mailbox"]
    assert [(one.verdict, one.reason) for one in seen] == [(Verdict.UNVERIFIABLE, reason)]
    assert said(mail, HELP, rcpt=True, limits=HASTY) == (Verdict.VERIFIED, "mail-hosts-there")


def test_addresses_in_other_letters_are_not_asked_for(mail: Internet) -> None:
    server = HonestServer()
    mail.run_mail("mx.awan.test", server)
    seen = observed(mail, channel("email", address="bücher@awan.test"), rcpt=True)
    assert seen[-1].reason == "mailbox-of-other-letters"
    assert server.asked == []


@pytest.mark.parametrize("name", ["checks.awan.test", "bad\r\nMAIL FROM:<>", ""])
def test_the_server_is_greeted_by_name(mail: Internet, name: str) -> None:
    heard: list[bytes] = []

    def listen(connection: object) -> None:
        connection.sendall(b"220 hi\r\n")  # type: ignore[attr-defined]
        heard.append(connection.recv(1024))  # type: ignore[attr-defined]

    mail.run_mail("mx.awan.test", TalkingServer(listen))
    observed(mail, HELP, rcpt=True, mail_name=name)
    assert heard[0].startswith(b"EHLO ")
    assert heard[0].count(b"\r\n") == 1
    assert name not in ("checks.awan.test",) or heard == [b"EHLO checks.awan.test\r\n"]


ADDRESS = "relay.spamhaus@full-unknown.test"


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        (250, "2.1.5 Ok", "mailbox-there"),
        (251, "User not local; will forward", "mailbox-there"),
        (450, f"4.2.0 <{ADDRESS}>: Recipient address rejected: Greylisted", "mail-grey-listed"),
        (451, "4.7.1 Please try again later", "mail-grey-listed"),
        (421, "4.3.2 Too busy", "mail-put-off"),
        (452, "4.2.2 Mailbox full", "mailbox-full"),
        (552, "5.2.2 Over quota", "mailbox-full"),
        (550, f"5.1.1 <{ADDRESS}>: user unknown", "mailbox-unknown"),
        (550, "5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", "mailbox-unknown"),
        (550, "No such user here", "mailbox-unknown"),
        (550, f"The account {ADDRESS} that you tried does not exist", "mailbox-unknown"),
        (550, "5.2.1 The account is disabled", "mailbox-unknown"),
        (550, "5.7.1 [192.0.2.1] listed by Spamhaus", "mail-blocked-from-here"),
        (550, "5.7.1 Relaying denied. IP name lookup failed [192.0.2.1]", "mail-blocked-from-here"),
        (550, "5.7.25 The sending address has no PTR record", "mail-blocked-from-here"),
        (554, f"5.7.1 <{ADDRESS}>: Relay access denied", "mail-not-relayed"),
        (550, "5.7.1 We do not relay", "mail-not-relayed"),
        (530, "5.7.0 Must issue a STARTTLS command first", "mail-needs-encryption"),
        (550, "5.4.1 Recipient rejected: Access denied. AS(201806281)", "mailbox-refused"),
        (550, f"5.7.1 <{ADDRESS}>: Access denied", "mail-refused-unclear"),
        (550, f"<{ADDRESS}> rejected", "mail-refused-unclear"),
        (503, "5.5.1 Bad sequence", "mail-refused-unclear"),
    ],
)  # fmt: skip
def test_replies_mean_what_mail_servers_mean(code: int, text: str, reason: str) -> None:
    meaning = meaning_of(Reply(code, text), ADDRESS)
    assert meaning.reason == reason
    assert (meaning.verdict is Verdict.BROKEN) == (reason == "mailbox-unknown")
