"""Keys of records: one target, one key, and nothing to be read from it."""

from pathlib import Path

import pytest

from hcgen.load import load_help_centre
from hcgen.model.evidence import link_key, target_key
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

CALL = "id: call, kind: phone, number: '+62 21 5790 1234'"


def key_of(tmp_path: Path, channel: str, country: str = "ID") -> str:
    text = f"organisation: {{country: {country}}}\nchannels:\n  - {{{channel}}}\n"
    config = write_site(tmp_path, {**CLEAN_CENTRE, "content/channels.yml": text})
    contact = load_help_centre(config).centre.contact
    return target_key(contact.channels[0], contact.organisation)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CALL, "id: call, kind: phone, number: '+62 (21) 5790-1234', label: Call, cost: free"),
        (
            "id: a, kind: email, address: help@example.com",
            "id: a, kind: email, address: Help@Example.com, subject: Help",
        ),
        (
            "id: a, kind: chat, url: 'https://chat.example.com'",
            "id: a, kind: chat, url: 'https://CHAT.example.com:443/', expect_text: Hello",
        ),
        (
            "id: a, kind: telegram, handle: awan_bot",
            "id: a, kind: telegram, handle: '@Awan_bot'",
        ),
    ],
)
def test_the_same_target_written_otherwise_keeps_its_history(
    tmp_path: Path, one: str, other: str
) -> None:
    assert key_of(tmp_path, one) == key_of(tmp_path, other)


@pytest.mark.parametrize(
    "other",
    [
        "id: call, kind: phone, number: '+62 21 5790 1235'",
        "id: call, kind: phone, number: '62 21 5790 1234'",
        "id: call, kind: phone, number: '+62 21 5790 1234', alternative: '1500 888'",
        "id: line, kind: phone, number: '+62 21 5790 1234'",
        "id: call, kind: whatsapp, number: '+62 21 5790 1234'",
    ],
)
def test_another_target_has_no_history(tmp_path: Path, other: str) -> None:
    assert key_of(tmp_path, CALL) != key_of(tmp_path, other)


def test_a_number_without_country_code_is_another_one_in_another_country(tmp_path: Path) -> None:
    local = "id: call, kind: phone, number: '1500 888'"
    assert key_of(tmp_path, local, "ID") != key_of(tmp_path, local, "MY")


def test_links_to_parts_of_a_page_are_one_link() -> None:
    assert link_key("https://Example.com") == link_key("https://example.com:443/#part")
    assert link_key("https://example.com/a") != link_key("https://example.com/A")
    assert link_key("https://[::1") != link_key("https://example.com/")
