"""What each kind of channel shows of itself."""

from unicodedata import category
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.channels import kinds
from hcgen.channels.email import mail_link
from hcgen.channels.social import NAMES, PROFILES
from hcgen.diagnostics import Findings
from hcgen.load.channels import load_channels
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.channel import Card, CardLink
from hcgen.source import SourceFile


def card(text: str, country: str = "ID", language: str = "id") -> Card:
    """Return the card of one channel, written as it stands in `channels.yml`."""
    file = SourceFile(
        "channels.yml", f"channels:\n- {text.strip().replace(chr(10), chr(10) + '  ')}\n"
    )
    contact = load_channels(file, parse_yaml(file, Findings()), Findings())
    (channel,) = contact.channels
    return kinds()[channel.kind].card(channel, country, language)


def test_the_kinds_are_those_of_the_specification() -> None:
    assert list(kinds()) == [
        "chat", "community", "email", "form", "phone", "postal", "social", "telegram", "visit",
        "whatsapp",
    ]  # fmt: skip


def test_a_phone_has_its_number_and_the_one_for_callers_from_abroad() -> None:
    shown = card('kind: phone\nnumber: "1500 888"\nalternative: "+62 21 5790 1234"')
    assert shown.links == (
        CardLink("tel:1500888", "1500 888"),
        CardLink("tel:+622157901234", "+62 21 5790 1234", label="channel.alternative"),
    )


def test_a_phone_number_without_quotes_keeps_its_zero_and_plus() -> None:
    assert card("kind: phone\nnumber: 081234567890").links[0].text == "081234567890"
    assert card("kind: phone\nnumber: +622157901234").links[0].text == "+622157901234"


@pytest.mark.parametrize(
    ("number", "href"),
    [
        ("0812-3456-7890", "https://wa.me/6281234567890"),
        ("+62 812 3456 7890", "https://wa.me/6281234567890"),
        ("+60 12-345 6789", "https://wa.me/60123456789"),
    ],
)
def test_whatsapp_takes_the_international_number_in_digits(number: str, href: str) -> None:
    (link,) = card(f'kind: whatsapp\nnumber: "{number}"').links
    assert (link.href, link.text, link.is_external) == (href, number, True)


def test_whatsapp_without_a_number_shows_nothing() -> None:
    assert card("kind: whatsapp\nnumber: soon") == Card()


@pytest.mark.parametrize("handle", ["awan_bot", "'@awan_bot'"])
def test_telegram_has_the_handle_with_or_without_at(handle: str) -> None:
    (link,) = card(f"kind: telegram\nhandle: {handle}").links
    assert (link.href, link.text) == ("https://t.me/awan_bot", "@awan_bot")


def test_a_handle_cannot_leave_its_place_in_the_address() -> None:
    (link,) = card("kind: telegram\nhandle: ../evil?x=1#y").links
    assert urlsplit(link.href)[:3] == ("https", "t.me", "/..%2Fevil%3Fx%3D1%23y")


@pytest.mark.parametrize(
    ("network", "handle", "href", "text"),
    [
        ("instagram", "awan", "https://www.instagram.com/awan/", "Instagram: @awan"),
        ("Facebook", "@awan", "https://www.facebook.com/awan", "Facebook: @awan"),
        ("x", "awan", "https://x.com/awan", "X: @awan"),
        ("youtube", "awan", "https://www.youtube.com/@awan", "YouTube: @awan"),
        ("line", "awan", "https://line.me/R/ti/p/@awan", "LINE: @awan"),
        ("mastodon", "@awan@sosial.example", "https://sosial.example/@awan",
         "Mastodon: @awan@sosial.example"),
    ],
)  # fmt: skip
def test_a_social_channel_links_to_its_profile(
    network: str, handle: str, href: str, text: str
) -> None:
    (link,) = card(f'kind: social\nnetwork: {network}\nhandle: "{handle}"').links
    assert link == CardLink(href, text, is_external=True)


@pytest.mark.parametrize(
    ("network", "handle"),
    [("myspace", "awan"), ("mastodon", "awan"), ("instagram", '""'), ("instagram", "'@'")],
)
def test_a_social_channel_without_a_profile_shows_nothing(network: str, handle: str) -> None:
    assert card(f"kind: social\nnetwork: {network}\nhandle: {handle}") == Card()


def test_every_network_has_an_address_and_a_name() -> None:
    assert PROFILES.keys() == NAMES.keys()
    assert all(pattern.startswith("https://") for pattern in PROFILES.values())


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("chat", "channel.open_chat"),
        ("form", "channel.open_form"),
        ("community", "channel.open_community"),
    ],
)
def test_a_channel_on_the_web_links_to_its_address(kind: str, label: str) -> None:
    (link,) = card(f"kind: {kind}\nurl: https://awan.example/a?b=c#d").links
    assert link == CardLink("https://awan.example/a?b=c#d", "", is_external=True, label=label)


@pytest.mark.parametrize("kind", ["chat", "form", "community"])
@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//awan.example",
        "awan.example",
        "ftp://awan.example",
        "'\\tjavascript:alert(1)'",
        "https:javascript:alert(1)",
    ],
)
def test_an_address_that_is_not_on_the_web_gives_no_link(kind: str, url: str) -> None:
    assert card(f"kind: {kind}\nurl: {url}") == Card()


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("help@awan.example", "mailto:help@awan.example"),
        ("help+web@awan.example", "mailto:help+web@awan.example"),
        ("50%off@awan.example", "mailto:50%25off@awan.example"),
        ("who?@awan.example", "mailto:who%3F@awan.example"),
        ("a&b@awan.example", "mailto:a%26b@awan.example"),
        ("a b@awan.example", "mailto:a%20b@awan.example"),
        ("a#b@awan.example", "mailto:a%23b@awan.example"),
        ("a;b@awan.example", "mailto:a%3Bb@awan.example"),
        ("o'hara!$*=@awan.example", "mailto:o'hara!$*%3D@awan.example"),
        ("a@awan.example,evil@x.example", "mailto:a%40awan.example%2Cevil@x.example"),
        ('a"b@awan.example', "mailto:a%22b@awan.example"),
        ("bantuan@aw\u00e1n.example", "mailto:bantuan@aw%C3%A1n.example"),
        ("a@b.example?bcc=evil@x.example", "mailto:a%40b.example%3Fbcc%3Devil@x.example"),
    ],
)
def test_signs_in_a_mail_address_are_encoded(address: str, href: str) -> None:
    assert mail_link(address) == href


@given(st.text(min_size=1), st.text())
def test_a_mail_link_holds_the_address_and_subject_and_nothing_else(
    address: str, subject: str
) -> None:
    parts = urlsplit(mail_link(address, subject=subject))
    assert parts.scheme == "mailto"
    assert unquote(parts.path) == address
    assert parts.fragment == ""
    assert parts.query.count("&") == 0
    # a subject is one line, and holds nothing that cannot be seen
    line = " ".join(subject.split())
    shown = "".join(char for char in line if category(char) != "Cc")
    assert unquote(parts.query) == (f"subject={shown}" if shown else "")


@pytest.mark.parametrize(
    "address",
    [
        "Awan <help@awan.example>",
        "'mailto:help@awan.example'",
        "help@awan.example, sales@awan.example",
        "a@b@awan.example",
        '"help@awan.example\\r\\nBcc: evil@x.example"',
        "help",
        "help@",
    ],
)
def test_what_is_no_single_address_gives_no_link(address: str) -> None:
    assert card(f"kind: email\naddress: {address}") == Card()


def test_the_subject_of_a_mail_is_in_the_readers_language() -> None:
    text = "kind: email\naddress: a@awan.example\nsubject: {id: Bantuan & tanya, en: Help}"
    (link,) = card(text, language="id").links
    assert link == CardLink("mailto:a@awan.example?subject=Bantuan%20%26%20tanya", "a@awan.example")
    assert card(text, language="en").links[0].href.endswith("?subject=Help")


@pytest.mark.parametrize("kind", ["postal", "visit"])
def test_an_address_has_its_lines_as_on_an_envelope(kind: str) -> None:
    shown = card(
        f"kind: {kind}\nstreet: Jalan Melati 1\nlocality: Jakarta\npostal_code: 01110\nregion: DKI"
    )
    assert shown == Card(lines=("Jalan Melati 1", "Jakarta 01110", "DKI"))


@pytest.mark.parametrize("kind", list(kinds()))
def test_a_channel_without_any_field_shows_nothing_and_does_not_raise(kind: str) -> None:
    assert card(f"kind: {kind}") == Card()


def test_a_profile_of_facebook_without_a_name_has_its_number() -> None:
    shown = card('kind: social\nnetwork: facebook\nhandle: "profile.php?id=1234567"')
    assert shown.links[0].href == "https://www.facebook.com/profile.php?id=1234567"
    (trick,) = card('kind: social\nnetwork: facebook\nhandle: "profile.php?id=1&a=b"').links
    assert trick.href == "https://www.facebook.com/profile.php%3Fid%3D1%26a%3Db"


@pytest.mark.parametrize(
    ("country", "text", "lines"),
    [
        ("DE", "locality: Karlsruhe\npostal_code: 76124", ("76124 Karlsruhe",)),
        (
            "MY",
            "street: Cyber 8\nlocality: Cyberjaya\nregion: Selangor\npostal_code: 63000",
            ("Cyber 8", "63000 Cyberjaya", "Selangor"),
        ),
        (
            "US",
            "street: 1 Main St\nlocality: Vadnais Heights\nregion: MN\npostal_code: 55127",
            ("1 Main St", "Vadnais Heights, MN 55127"),
        ),
        ("US", "street: 1 Main St\nlocality: A\npostal_code: 55127", ("1 Main St", "A 55127")),
        (
            "AU",
            "street: 1 Pitt St\nlocality: Sydney\nregion: NSW\npostal_code: 2000",
            ("1 Pitt St", "Sydney NSW 2000"),
        ),
        (
            "GB",
            "street: Crown Way\nlocality: Cardiff\npostal_code: CF14 3UZ",
            ("Crown Way", "Cardiff", "CF14 3UZ"),
        ),
        (
            "SG",
            "street: 21 Lower Kent Ridge Road\nlocality: Singapore\npostal_code: 119077",
            ("21 Lower Kent Ridge Road", "Singapore 119077"),
        ),
    ],
)
def test_an_address_is_written_as_in_its_country(
    country: str, text: str, lines: tuple[str, ...]
) -> None:
    assert card(f"kind: postal\n{text}", country).lines == lines
