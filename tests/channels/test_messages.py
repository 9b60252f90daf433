"""Links that open the customer's own app with a message written."""

from unicodedata import category
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.channels import kinds
from hcgen.channels.email import mail_link
from hcgen.diagnostics import Findings
from hcgen.load.channels import load_channels
from hcgen.load.yaml_tree import parse_yaml
from hcgen.source import SourceFile


def message(text: str, subject: str, words: str) -> str:
    file = SourceFile("channels.yml", f"channels:\n- {text}\n")
    (channel,) = load_channels(file, parse_yaml(file, Findings()), Findings()).channels
    kind = kinds()[channel.kind]
    return kind.message(channel, "ID", subject, words) if kind.message else ""


def test_a_mail_has_subject_and_text_with_the_line_ends_of_the_standard() -> None:
    href = message("{kind: email, address: help@awan.example}", "About “A & B”", "One\nTwo")
    assert href == (
        "mailto:help@awan.example?subject=About%20%E2%80%9CA%20%26%20B%E2%80%9D&body=One%0D%0ATwo"
    )


@pytest.mark.parametrize(
    ("channel", "place"),
    [
        ('{kind: whatsapp, number: "+62 812 3456 7890"}', "https://wa.me/6281234567890"),
        ("{kind: telegram, handle: awanhosting}", "https://t.me/awanhosting"),
    ],
)
def test_a_messenger_gets_the_subject_as_first_line(channel: str, place: str) -> None:
    parts = urlsplit(message(channel, "About A", "One & two?"))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == place
    assert parse_qs(parts.query) == {"text": ["About A\n\nOne & two?"]}


def test_what_cannot_take_a_message_offers_none() -> None:
    assert message('{kind: phone, number: "14045"}', "A", "B") == ""
    assert message("{kind: email, address: help}", "A", "B") == ""
    assert message("{kind: whatsapp, number: none}", "A", "B") == ""


@given(st.text(), st.text())
def test_no_text_adds_another_field_to_a_mail(subject: str, body: str) -> None:
    parts = urlsplit(mail_link("help@awan.example", subject=subject, body=body))
    names = [field.partition("=")[0] for field in parts.query.split("&") if field]
    assert set(names) <= {"subject", "body"}
    assert len(names) == len(set(names))
    if "subject" in names:
        written = unquote(parts.query.partition("&")[0].partition("=")[2])
        line = " ".join(subject.split())
        assert written == "".join(char for char in line if category(char) != "Cc")
