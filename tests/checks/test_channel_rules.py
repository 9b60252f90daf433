"""Single channels: addresses, domains, look-alikes, postal codes, and any text at all."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcgen.channels import kinds
from hcgen.checks import all_checks
from hcgen.checks.channels._placeholders import (
    is_placeholder_domain,
    is_placeholder_number,
    placeholder_in_label,
    placeholder_word,
)
from hcgen.diagnostics import Diagnostic, Severity, Stage
from hcgen.model.domains import looks_like, registrable_domain, unicode_label, web_host
from hcgen.pipeline import render_help_centre
from tests._site import write_site

CODES = ("ADR", "CHT", "CON005", "EML", "FRM", "SEC")
SITE = "https://help.awan-hosting.co.id/"


def found(channels: str, *, site_url: str = SITE) -> list[Diagnostic]:
    """Return what the rules of this file's families say of a `channels.yml`."""
    files = {
        "mkdocs.yml": "site_name: Help\n" + (f"site_url: {site_url}\n" if site_url else ""),
        "content/channels.yml": channels,
        "content/id/a.md": "---\ntitle: A\n---\nA.\n",
    }
    with tempfile.TemporaryDirectory() as folder:
        context = render_help_centre(write_site(Path(folder), files)).context
    return [
        diagnostic
        for check in all_checks()
        if check.rule.stage is Stage.SOURCE and check.rule.code.startswith(CODES)
        for diagnostic in check.run(context)
    ]


def codes(channels: str, *, site_url: str = SITE) -> list[str]:
    return sorted({diagnostic.rule.code for diagnostic in found(channels, site_url=site_url)})


def of_mail(*addresses: str, site_url: str = SITE) -> list[str]:
    lines = [
        f"  - {{id: mail{number}, kind: email, address: {json.dumps(address)}}}\n"
        for number, address in enumerate(addresses)
    ]
    return codes("channels:\n" + "".join(lines), site_url=site_url)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("help@awan-hosting.co.id", []),
        ("help@mail.awan-hosting.co.id", []),
        ("HELP@Awan-Hosting.CO.ID", []),
        ("help+web@awan-hosting.co.id", []),
        ("o'hara@awan-hosting.co.id", []),
        ("help", ["EML001"]),
        ("@awan-hosting.co.id", ["EML001"]),
        ("help@", ["EML001"]),
        ("help@awan", ["EML001"]),
        ("help@awan.1", ["EML001"]),
        ("help@awan..id", ["EML001"]),
        (".help@awan-hosting.co.id", ["EML001"]),
        ("a..b@awan-hosting.co.id", ["EML001"]),
        ("help@toko_kami.id", ["EML001"]),
        ("help@-awan.id", ["EML001"]),
        ("help@@awan-hosting.co.id", ["EML001"]),
        ("a@awan-hosting.co.id;b@awan-hosting.co.id", ["EML001"]),
        ("help desk@awan-hosting.co.id", ["EML001"]),
        ("<help@awan-hosting.co.id>", ["EML001"]),
        ("mailto:help@awan-hosting.co.id?subject=x", ["EML001"]),
        ("help@awan-hosting.co.id\r\nBcc: a@awan-hosting.co.id", ["EML001"]),
        ('"a b"@awan-hosting.co.id', ["EML001"]),
        ("bücher@awan-hosting.co.id", ["EML001"]),
        ("a" * 65 + "@awan-hosting.co.id", ["EML001"]),
        ("help@awan.test", ["EML002"]),
        ("help@awan.INVALID", ["EML002"]),
        ("help@mail.local", ["EML002"]),
        ("help@localhost", ["EML002"]),
        ("help@10.0.0.7", ["EML002"]),
        ("help@[10.0.0.7]", ["EML002"]),
        ("help@[IPv6:2001:db8::1]", ["EML002"]),
        ("a..b@localhost", ["EML001"]),
        ("help@gmail.com", ["EML003"]),
        ("help@YAHOO.co.id", ["EML003"]),
        ("help@gmail.com.awan-hosting.co.id", []),
        ("help@other.co.id", ["EML004"]),
        ("budi.santoso@awan-hosting.co.id", ["EML005"]),
        ("budi_santoso88@awan-hosting.co.id", ["EML005"]),
        ("b.santoso@awan-hosting.co.id", ["EML005"]),
        ("customer.care@awan-hosting.co.id", []),
        ("halo.kami@awan-hosting.co.id", []),
        ("aduan.awan@awan-hosting.co.id", []),
        ("cs.jkt@awan-hosting.co.id", []),
        ("hq.bandung@awan-hosting.co.id", []),
        ("layananpelanggan.bali@awan-hosting.co.id", []),
        ("awan.hosting@awan-hosting.co.id", []),
        ("help.me.now@awan-hosting.co.id", []),
        ("noreply@awan-hosting.co.id", ["EML006"]),
        ("no-reply+x@awan-hosting.co.id", ["EML006"]),
        ("do_not_reply@awan-hosting.co.id", ["EML006"]),
        ("tidak.dibalas@awan-hosting.co.id", ["EML006"]),
        ("noreply@awan.test", ["EML002"]),
    ],
)
def test_a_mail_address_has_at_most_one_fault(address: str, expected: list[str]) -> None:
    assert of_mail(address) == expected


@pytest.mark.parametrize(
    ("site_url", "addresses", "expected"),
    [
        ("https://help.awan.co.id/", ("a@awan.co.id", "b@melati.com"), ["EML004"]),
        ("https://help.awan.co.id/", ("a@awan.co.id", "b@awan.com"), []),
        ("https://www.gov.uk/", ("a@companieshouse.gov.uk",), []),
        ("https://pajak.go.id/", ("a@kemenkeu.go.id",), []),
        ("https://www.gov.uk/", ("a@awan.co.uk",), ["EML004"]),
        ("https://gov.awan.com/", ("a@melati.com",), ["EML004"]),
        ("https://help.awan.co.id/", ("a@awan.com", "b@mail.awan.com"), []),
        ("https://help.awan.com.my/", ("a@other.com.my",), ["EML004"]),
        ("https://a.help.awan.co.uk/", ("a@awan.co.uk",), []),
        ("https://awan.com.sg/", ("a@b.c.awan.com.sg",), []),
        ("https://awan.github.io/", ("a@awan.com",), []),
        ("http://localhost:8000/", ("a@awan.com",), []),
        ("https://192.0.2.7/", ("a@awan.com",), ["EML004"]),
        ("", ("a@awan.com",), []),
    ],
)
def test_a_mail_domain_is_compared_with_all_that_is_the_organisations_own(
    site_url: str, addresses: tuple[str, ...], expected: list[str]
) -> None:
    assert of_mail(*addresses, site_url=site_url) == expected


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("help.awan.com", "awan.com"),
        ("awan.com", "awan.com"),
        ("Help.Awan.CO.ID.", "awan.co.id"),
        ("awan.co.id", "awan.co.id"),
        ("co.id", "co.id"),
        ("help.awan.my.id", "awan.my.id"),
        ("help.awan.id", "awan.id"),
        ("help.awan.com.my", "awan.com.my"),
        ("help.awan.com.sg", "awan.com.sg"),
        ("www.bank.co.uk", "bank.co.uk"),
        ("www.bank.uk", "bank.uk"),
        ("help.id.me", "id.me"),
        ("a.b.awan.or.jp", "awan.or.jp"),
        ("help.com.com", "com.com"),
        ("docs.awan.github.io", "awan.github.io"),
        ("localhost", "localhost"),
        ("192.0.2.7", "192.0.2.7"),
        ("", ""),
    ],
)
def test_the_registered_part_of_a_host(host: str, domain: str) -> None:
    assert registrable_domain(host) == domain


@pytest.mark.parametrize(
    ("host", "own", "expected"),
    [
        ("rnandiri.co.id", "mandiri.co.id", True),
        ("help.rnandiri.com", "mandiri.co.id", True),
        ("mandlri.co.id", "mandiri.co.id", True),
        ("mand1ri.co.id", "mandiri.co.id", True),
        ("t0k0.com", "toko.com", True),
        ("vvarung.com", "warung.com", True),
        ("mandiiri.co.id", "mandiri.co.id", True),
        ("amndiri.co.id", "mandiri.co.id", True),
        ("xn--mndiri-3fg.com", "mandiri.com", True),
        ("m\u0430ndiri.com", "mandiri.com", True),
        ("mándiri.com", "mandiri.com", True),
        ("awanhostnig.com", "awanhosting.com", True),
        ("awamhostimg.com", "awanhosting.com", True),
        ("mandiri.com", "mandiri.co.id", False),
        ("mandiri.co.id", "mandiri.co.id", False),
        ("help.mandiri.co.id", "mandiri.co.id", False),
        ("mandiri.evil.com", "mandiri.co.id", False),
        ("toka.com", "toko.com", False),
        ("mandala.com", "mandiri.com", False),
        ("awanmasking.com", "awanhosting.com", False),
        ("mandirl.github.io", "mandiri.com", False),
        ("10.0.0.1", "10.0.0.2", False),
        ("", "mandiri.com", False),
        ("mandiri.com", "", False),
    ],
)
def test_a_domain_that_could_be_taken_for_another(host: str, own: str, expected: bool) -> None:
    assert looks_like(host, own) is expected


@pytest.mark.parametrize(
    ("host", "severity", "part"),
    [
        ("\u0430wan.com", Severity.ERROR, "mixes Cyrillic and Latin"),
        ("xn--wan-5cd.com", Severity.ERROR, "mixes Cyrillic and Latin"),
        ("\u03b1wan.com", Severity.ERROR, "mixes Greek and Latin"),
        ("\u0440\u0430\u0443.com", Severity.WARNING, "xn--80a5ak.com"),
        ("büro.de", Severity.WARNING, "xn--bro-hoa.de"),
        ("xn--bro-hoa.de", Severity.WARNING, "büro.de"),
        ("日本サーバーabc.jp", Severity.WARNING, "beyond a to z"),
        ("\uff41wan.com", Severity.WARNING, "beyond a to z"),
        ("awan-hostlng.co.id", Severity.WARNING, "is almost “awan-hosting.co.id”"),
        ("awan-hosting.com", None, ""),
        ("xn--.com", None, ""),
        ("münchen1.awan-hosting.co.id", Severity.WARNING, "xn--mnchen1-n2a"),
    ],
)
def test_a_domain_that_deceives_is_told_once_with_what_browsers_show(
    host: str, severity: Severity | None, part: str
) -> None:
    lines = f'channels:\n  - {{id: form, kind: form, url: "https://{host}/"}}\n'
    told = [diagnostic for diagnostic in found(lines) if diagnostic.rule.code == "SEC002"]
    assert [diagnostic.severity for diagnostic in told] == [severity] * bool(severity)
    assert all(part in diagnostic.message for diagnostic in told)


@pytest.mark.parametrize(
    ("country", "code", "is_right"),
    [
        ("ID", "10110", True),
        ("ID", "1011", False),
        ("ID", "101100", False),
        ("ID", "01110", False),
        ("ID", "10 110", False),
        ("ID", "00000", False),
        ("ID", "１０１１０", False),
        ("MY", "50480", True),
        ("MY", "05000", True),
        ("MY", "5048", False),
        ("SG", "018956", True),
        ("SG", "18956", False),
        ("US", "10001", True),
        ("US", "10001-1234", True),
        ("US", "10001-12", False),
        ("GB", "SW1A 1AA", True),
        ("GB", "m11ae", True),
        ("GB", "EC1A 1BB", True),
        ("GB", "SW1A", False),
        ("GB", "10110", False),
        ("DE", "01067", True),
        ("DE", "1067", False),
        ("NL", "1012 AB", True),
        ("", "anything", True),
        ("", "00000", False),
        ("", "TBD", False),
        ("", "-", False),
    ],
)
def test_postal_codes_are_those_of_the_country(country: str, code: str, is_right: bool) -> None:
    lines = (
        f"organisation: {{country: '{country}'}}\nchannels:\n  - {{id: post, kind: postal, "
        f"street: Jalan Melati 1, locality: Kota Baru, postal_code: '{code}'}}\n"
    )
    assert codes(lines) == ([] if is_right else ["ADR001"])


@pytest.mark.parametrize(
    ("street", "is_right"),
    [
        ("Jalan Melati 1", True),
        ("Jalan Alamat 3", True),
        ("1 City Road", True),
        ("Xxenia 2", True),
        ("street", False),
        ("[alamat]", False),
        ("Your street name", False),
        ("Nama jalan", False),
        ("xxx", False),
        ("n/a", False),
        ("Lorem ipsum dolor", False),
        ("…", False),
    ],
)
def test_a_word_that_stands_in_for_a_street_is_told(street: str, is_right: bool) -> None:
    lines = (
        "channels:\n  - {id: post, kind: postal, "
        f"street: {json.dumps(street)}, locality: Jakarta, postal_code: '10110'}}\n"
    )
    assert codes(lines) == ([] if is_right else ["ADR001"])


@pytest.mark.parametrize(
    ("number", "country", "expected"),
    [
        ("+1 202-555-0123", "ID", True),
        ("(202) 555-0123", "US", True),
        ("555-0123", "", True),
        ("+1 202-555-0223", "ID", False),
        ("+62 812 555 0123", "ID", False),
        ("0812 5550 123", "ID", False),
        ("202 555 0123", "ID", False),
        ("202 555 0123", "CA", True),
        ("+44 20 7946 0958", "ID", True),
        ("020 7946 0958", "GB", True),
        ("020 7946 0958", "ID", False),
        ("+44 7700 900123", "ID", True),
        ("+44 1632 960001", "", True),
        ("+44 20 7930 0958", "ID", False),
        ("+49 20 7946 0958", "DE", False),
        ("+62 812 3456 7890", "ID", True),
        ("021 1234567", "ID", True),
        ("021 7654321", "ID", True),
        ("0000000000", "ID", True),
        ("99999", "ID", True),
        ("+62 21 0000 0000", "ID", True),
        ("0812-xxxx-xxxx", "ID", True),
        ("1500 XXX", "ID", True),
        ("1-800-FLOWERS", "US", False),
        ("1-800-EXXON-99", "US", False),
        ("+62 21 5790 1234 x12", "ID", False),
        ("1500 888", "ID", False),
        ("14045", "ID", False),
        ("112", "ID", False),
        ("111", "ID", False),
        ("021 777 7777", "ID", False),
        ("+62 21 5790 1234", "ID", False),
        ("1300 88 1234", "MY", False),
        ("", "ID", False),
    ],
)
def test_numbers_that_were_made_up(number: str, country: str, expected: bool) -> None:
    assert is_placeholder_number(number, country) is expected


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("example.com", True),
        ("example.co.id", True),
        ("awan.example", True),
        ("contoh.com", True),
        ("yourdomain.com", True),
        ("toko-contoh.co.id", False),
        ("examples.com", False),
        ("myexample.org", False),
        ("", False),
    ],
)
def test_domains_for_examples(domain: str, expected: bool) -> None:
    assert is_placeholder_domain(domain) is expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("TBD", "TBD"),
        ("tbd@awan.id", "tbd"),
        ("https://chat.awan.id/xxx/", "xxx"),
        ("your_handle", "your_handle"),
        ("lorem ipsum", "lorem ipsum"),
        ("tbdn", ""),
        ("maxxxi", ""),
        ("kumpulanxxx", ""),
    ],
)
def test_words_that_keep_the_place_of_a_value(text: str, word: str) -> None:
    assert placeholder_word(text) == word


def test_words_that_keep_the_place_of_a_label_stand_in_capitals() -> None:
    assert placeholder_in_label("Todo el día") == ""
    assert placeholder_in_label("Chat (TODO)") == "TODO"
    assert placeholder_in_label("Lorem Ipsum") == "Lorem Ipsum"
    assert placeholder_in_label("Ukuran XXXL") == ""


def test_a_fictional_organisation_may_have_made_up_values() -> None:
    lines = (
        "channels:\n"
        "  - {id: call, kind: phone, number: '+1 202-555-0123'}\n"
        "  - {id: mail, kind: email, address: help@awan.example}\n"
        "  - {id: bot, kind: telegram, handle: your_handle}\n"
        "  - {id: all, kind: social, network: mastodon, handle: '@awan@example.org'}\n"
    )
    site_url = "https://help.awan.example/"
    assert [each.rule.code for each in found(lines, site_url=site_url)] == ["CON005"] * 4
    assert codes("organisation: {fictional: true}\n" + lines, site_url=site_url) == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://chat.awan.id/", []),
        ("https://chat.awan.id:443/", []),
        ("HTTPS://CHAT.AWAN.ID", []),
        ("http://chat.awan.id/", ["CHT001"]),
        ("//chat.awan.id/", ["CHT001"]),
        ("chat.awan.id", ["CHT001"]),
        ("/chat/", ["CHT001"]),
        ("#", ["CHT001"]),
        ("javascript:open()", ["CHT001"]),
        ("tel:14045", ["CHT001"]),
        ("https://", ["CHT001"]),
        ("https:///chat", ["CHT001"]),
        ("https://a b/", ["CHT001"]),
        ("https://[1/", ["CHT001"]),
        ("https://chat.awan.id/widget.JS", ["CHT003"]),
        ("https://me@chat.awan.id/", ["SEC003"]),
        ("https://me:pw@chat.awan.id/", ["SEC003"]),
        ("https://127.0.0.1/", ["SEC003"]),
        ("https://127.1/", ["SEC003"]),
        ("https://0x7f.1/", ["SEC003"]),
        ("https://2130706433/", ["SEC003"]),
        ("https://[::1]/", ["SEC003"]),
        ("https://93.184.216.34/", ["SEC003"]),
        ("https://localhost/", ["SEC003"]),
        ("https://chat.local/", ["SEC003"]),
        ("https://chat.corp.internal./", ["SEC003"]),
        ("https://chat.awan.id:8443/", ["SEC003"]),
        ("https://chat.awan.id:99999/", ["SEC003"]),
        ("https://10.awan.id/a@b:8443", []),
    ],
)
def test_the_address_of_a_chat_has_at_most_one_fault(url: str, expected: list[str]) -> None:
    lines = (
        f"channels:\n  - {{id: chat, kind: chat, url: {json.dumps(url)}, fallback: mail, "
        "hours: always}\n  - {id: mail, kind: email, address: help@awan-hosting.co.id}\n"
    )
    assert codes(lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "hours: nights",
        "hours: [1]",
        "hours: {mon-fri: '8'}",
        "hours:\n      mon: x",
        "fallback: [a]",
    ],
)
def test_what_loading_has_told_is_not_told_again(lines: str) -> None:
    rest = {"hours": "fallback: mail", "fallback": "hours: always"}[lines.partition(":")[0]]
    text = (
        "channels:\n  - id: chat\n    kind: chat\n    url: https://chat.awan.id/\n"
        f"    {rest}\n    {lines}\n"
        "  - {id: mail, kind: email, address: help@awan-hosting.co.id}\n"
    )
    assert codes(text) == []


def test_a_password_is_not_repeated() -> None:
    lines = "channels:\n  - {id: form, kind: form, url: 'https://me:s3cret@form.awan.id/'}\n"
    (told,) = (each for each in found(lines) if each.rule.code == "SEC003")
    assert "s3cret" not in told.message + told.help


# put together here, so that no scanner takes this file for a leak
@pytest.mark.parametrize(
    ("text", "is_secret"),
    [
        ("sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc", True),
        ("AKIA" + "IOSFODNN7EXAMPLE", True),
        ("xoxb-" + "2345678901-abcdefghijkl", True),
        ("AIza" + "SyD4k3n0Zk7WzQ9b8YpX1mVr6tUc5eHs2aG", True),
        ("eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTYifQ.dozjgNryP4J3jVmNHl0w5N", True),
        ("-----BEGIN RSA " + "PRIVATE KEY-----", True),
        ("https://a.id/?api_key=" + "a8Kd02mQpz71Lw", True),
        ("https://tawk.to/chat/5f3a9c1e2b7d4a6f8c0e1d2b/default", False),
        ("https://a.id/?token=support-jakarta", False),
        ("https://a.id/?token=081234567890123", False),
        ("https://www.google.com/maps/place/Awan+Hosting/@-6.2,106.8,17z", False),
        ("+62 812 3456 7890", False),
        ("eyJustsomeword", False),
    ],
)
def test_what_looks_like_a_key_is_told(text: str, is_secret: bool) -> None:
    told = [each.rule.code for each in found(f"channels: []\n# {text}\n")]
    assert told == ["SEC004"] * is_secret


_SAMPLES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["https://", "http://[", "@", "a@", "xn--", "TBD", "1" * 30, "https://xn--a/"]),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["https://", "a@", "http://a:b@", "https://xn--", "a@xn--", "@a@", ""]),
        st.text(max_size=20),
        st.sampled_from(["", ".com", ".co.id", ":80", "/", "]"]),
    ),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(st.data())
def test_any_text_in_any_field_gives_findings_at_their_place_and_no_crash(
    data: st.DataObject,
) -> None:
    lines = ["organisation: {country: ID}", "channels:"]
    for kind in kinds().values():
        lines += [f"- kind: {kind.name}"]
        for field in kind.fields:
            lines += [f"  {field.name}: {json.dumps(data.draw(_SAMPLES))}"]
        for name in ("label", "fallback", "hours"):
            if data.draw(st.booleans()):
                lines += [f"  {name}: {json.dumps(data.draw(st.text(max_size=10)))}"]
    for diagnostic in found("\n".join(lines) + "\n"):
        span = diagnostic.span
        assert 0 <= span.start <= span.end <= len(span.file.text)
        assert diagnostic.message
        assert all(edit.span.text != edit.text for edit in diagnostic.fix)


@given(st.text(), st.text())
def test_domains_take_any_text(host: str, own: str) -> None:
    assert registrable_domain(host).count(".") <= 2 or "." not in host.strip(".")
    assert looks_like(host, host) is False
    looks_like(host, own)
    looks_like(f"xn--{host}", own)
    unicode_label(f"xn--{host}").encode()
    web_host(f"https://{host}")
