"""`contact.vcf`, read back by the letter of RFC 2426."""

import json
import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.languages import shipped_tags
from hcgen.mkdocs_site import load_theme
from hcgen.model.localized import Localized
from hcgen.pages import Composer
from hcgen.pages.machine_files.contact_card import contact_card
from hcgen.pipeline import composer_of, render_help_centre
from hcgen.source import Text
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

# RFC 2426, 4: group, name, parameters, value
LINE = re.compile(
    r"(?:(?P<group>[A-Za-z0-9-]+)\.)?(?P<name>[A-Za-z-]+)(?P<rest>[^:\"]*):(?P<value>.*)"
)
PARAMETER = re.compile(r";TYPE=[A-Z]+(?:,[A-Z]+)*")


@dataclass(frozen=True)
class Property:
    """A line of a card; ``parts`` are what stands between bare semicolons, unescaped."""

    name: str
    types: frozenset[str]
    value: str
    parts: tuple[str, ...]
    label: str


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a file, put together where they were folded."""
    assert data.endswith(b"\r\n")
    lines: list[str] = []
    for raw in data.split(b"\r\n")[:-1]:
        assert len(raw) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", raw)
        text = raw.decode("utf-8")  # fails where a character was cut
        if text.startswith(" "):
            lines[-1] += text[1:]
        else:
            assert text
            lines.append(text)
    return lines


def parts_of(value: str) -> tuple[str, ...]:
    """Return the parts of a value; a character that must be escaped and is not is an error."""
    parts, index = [""], 0
    while index < len(value):
        char = value[index]
        if char == "\\":
            index += 1
            following = value[index]
            assert following in "\\;,nN"
            parts[-1] += "\n" if following in "nN" else following
        elif char == ";":
            parts.append("")
        else:
            assert char != ","
            parts[-1] += char
        index += 1
    return tuple(parts)


def properties_of(data: bytes) -> list[Property]:
    """Return everything between the first and the last line of a card, in its order."""
    lines = lines_of(data)
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert lines[-1] == "END:VCARD"
    found: list[tuple[str, re.Match[str]]] = []
    labels: dict[str, str] = {}
    for line in lines[2:-1]:
        match = LINE.fullmatch(line)
        assert match, line
        assert match["name"] not in ("BEGIN", "END", "VERSION", "NOTE", "REV", "PRODID")
        if match["name"] == "X-ABLabel":
            (labels[match["group"]],) = parts_of(match["value"])
        else:
            found.append((match["group"] or "", match))
    groups = [group for group, _ in found if group]
    assert len(set(groups)) == len(groups)
    assert set(labels) == set(groups)
    cards: list[Property] = []
    for group, match in found:
        rest = match["rest"]
        assert not rest or PARAMETER.fullmatch(rest)
        types = frozenset(rest.removeprefix(";TYPE=").split(",")) if rest else frozenset()
        is_url = match["name"] == "URL"
        parts = (match["value"],) if is_url else parts_of(match["value"])
        cards.append(Property(match["name"], types, match["value"], parts, labels.get(group, "")))
    return cards


def composer_with(folder: Path, files: Mapping[str, str]) -> Composer:
    rendered = render_help_centre(write_site(folder, files))
    return composer_of(rendered, load_theme(rendered.centre.settings, rendered.root))


def card_of(folder: Path, files: Mapping[str, str]) -> bytes:
    return contact_card(composer_with(folder, files)).encode("utf-8")


def card_with(
    folder: Path, channels: object, *, name: str = "Awan", languages: str = "en, id"
) -> list[Property]:
    organisation = {"name": name, "country": "ID", "timezone": "Asia/Jakarta"}
    contact = json.dumps({"organisation": organisation, "channels": channels}, ensure_ascii=False)
    # what YAML takes as an escape only
    contact = re.sub("[\x7f-\xa0\u2028]", lambda match: f"\\u{ord(match[0]):04x}", contact)
    config = CLEAN_CENTRE["mkdocs.yml"].replace("[en, id]", f"[{languages}]")
    files = CLEAN_CENTRE | {"content/channels.yml": contact, "mkdocs.yml": config}
    return properties_of(card_of(folder, files))


def test_a_card_holds_the_organisation_and_every_way_to_reach_it(tmp_path: Path) -> None:
    channels = [
        {
            "id": "call",
            "kind": "phone",
            "label": {"en": "Call centre", "id": "Pusat panggilan"},
            "number": "1500 888",
            "alternative": "+62 21 5790 1234",
        },
        {"id": "office", "kind": "phone", "number": "021 5790 1235"},
        {"id": "mail", "kind": "email", "address": "help@awan.example", "subject": "Help"},
        {"id": "chat", "kind": "chat", "url": "https://chat.awan.example/?a=1,2;b"},
        {"id": "form", "kind": "form", "label": "Form", "url": "https://help.awan.example/ticket"},
        {"id": "wa", "kind": "whatsapp", "number": "+62 812 1500 8880"},
        {"id": "tg", "kind": "telegram", "handle": "awan_bot"},
        {"id": "news", "kind": "social", "network": "instagram", "handle": "awan"},
        {"id": "forum", "kind": "community", "url": "https://forum.awan.example/"},
        {
            "id": "post",
            "kind": "postal",
            "street": "Jalan Melati 1, lantai 2",
            "locality": "Jakarta Pusat",
            "region": "DKI; Jakarta",
            "postal_code": "10110",
        },
    ]
    work, voice = frozenset({"WORK"}), frozenset({"WORK", "VOICE"})
    found = [(one.name, one.types, one.parts, one.label) for one in card_with(tmp_path, channels)]
    none: frozenset[str] = frozenset()
    assert found == [
        ("N", none, ("", "", "", "", ""), ""),
        ("FN", none, ("Awan",), ""),
        ("ORG", none, ("Awan",), ""),
        ("X-ABShowAs", none, ("COMPANY",), ""),
        ("TEL", voice, ("1500888",), "Call centre"),
        ("TEL", voice, ("+622157901234",), "From abroad or a mobile phone"),
        ("TEL", voice, ("+622157901235",), "Phone"),
        ("EMAIL", frozenset({"INTERNET", "WORK"}), ("help@awan.example",), "E-mail"),
        ("URL", none, ("https://chat.awan.example/?a=1,2;b",), "Live chat"),
        ("URL", none, ("https://help.awan.example/ticket",), "Form"),
        ("URL", none, ("https://wa.me/6281215008880",), "WhatsApp"),
        ("URL", none, ("https://t.me/awan_bot",), "Telegram"),
        ("URL", none, ("https://www.instagram.com/awan/",), "Social media"),
        ("URL", none, ("https://forum.awan.example/",), "Community forum"),
        (
            "ADR",
            work | {"POSTAL"},
            (
                "",
                "",
                "Jalan Melati 1, lantai 2",
                "Jakarta Pusat",
                "DKI; Jakarta",
                "10110",
                "Indonesia",
            ),
            "Post",
        ),
        ("URL", none, ("https://help.example.com/",), ""),
    ]


def test_what_two_channels_share_stands_there_once(tmp_path: Path) -> None:
    place = {"street": "Jalan 1", "locality": "Jakarta", "postal_code": "10110"}
    channels = [
        {"id": "a", "kind": "phone", "label": "First", "number": "+62 21 5790 1234"},
        {"id": "b", "kind": "phone", "label": "Second", "number": "(021) 5790-1234"},
        {"id": "c", "kind": "visit", **place},
        {"id": "d", "kind": "postal", **place},
    ]
    found = card_with(tmp_path, channels)
    assert [one.label for one in found if one.name == "TEL"] == ["First"]
    assert [one.types for one in found if one.name == "ADR"] == [{"WORK"}]


def test_a_channel_that_cannot_be_reached_is_left_out(tmp_path: Path) -> None:
    channels = [
        {"id": "a", "kind": "chat", "url": "javascript:alert(1)"},
        {"id": "b", "kind": "email", "address": "nobody"},
        {"id": "c", "kind": "phone", "number": "none"},
    ]
    assert [one.name for one in card_with(tmp_path, channels)] == "N FN ORG X-ABShowAs URL".split()


def test_a_site_without_an_address_has_none_on_its_card(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {"mkdocs.yml": "site_name: Help; desk\n"}
    found = properties_of(card_of(tmp_path, files))
    assert [one.name for one in found] == "N FN ORG X-ABShowAs EMAIL".split()
    assert {one.parts for one in found if one.name in ("FN", "ORG")} == {("Help; desk",)}


HOSTILE = (
    "a;b,c\\d\\n",
    "one\ntwo\r\nthree\rfour",
    "END:VCARD\r\nBEGIN:VCARD",
    'x";TYPE=HOME:+1',
    "item1.TEL:+1",
    "\\",
    "\\;",
    "客服中心" * 40,
    "é" * 74,
    "👩‍👩‍👧 " * 30,
    " leading and trailing ",
    "a" * 200,
    "\u2028\u0085\u200f",
    "\x07bell\x7f",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_one_value(tmp_path: Path, text: str) -> None:
    channels = [
        {"id": "a", "kind": "phone", "label": text, "number": "+62 21 5790 1234"},
        {"id": "b", "kind": "email", "label": text, "address": f"{text}@awan.example"},
        {"id": "c", "kind": "chat", "label": text, "url": f"https://chat.awan.example/{text}"},
        {"id": "d", "kind": "visit", "street": text, "locality": text, "postal_code": text},
    ]
    shown = plain(text)
    found = card_with(tmp_path, channels, name=text)
    by_name = {one.name: one for one in found}
    assert by_name["FN"].parts == by_name["ORG"].parts == (shown,)
    # what is no single address is no target: a mail would go to somebody else
    is_address = not re.search(r'[\s@"(),:;<>\[\\\]\x00-\x1f\x7f]', text.lstrip())
    labels = [one.label for one in found if one.name in ("TEL", "EMAIL")]
    assert labels == [shown] * (1 + is_address)
    assert by_name["TEL"].parts == ("+622157901234",)
    if is_address:
        assert by_name["EMAIL"].parts == (plain(f"{text}@awan.example"),)
    assert by_name["ADR"].parts == ("", "", shown, shown, "", shown, "Indonesia")
    for url in (one.value for one in found if one.name == "URL"):
        assert re.fullmatch(r"https://[^\s\\]+", url)


def plain(text: str) -> str:
    """Return a text of a YAML file as it should come back."""
    return without_controls(text.strip())


def without_controls(text: str) -> str:
    ends = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", ends)


@pytest.fixture(scope="module")
def composer(tmp_path_factory: pytest.TempPathFactory) -> Composer:
    return composer_with(tmp_path_factory.mktemp("card"), CLEAN_CENTRE)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_label_comes_back(composer: Composer, text: str) -> None:
    centre = composer.centre
    (mail,) = centre.contact.channels
    label = Localized(anywhere=Text(text, mail.span))
    contact = replace(centre.contact, channels=(replace(mail, label=label),))
    own = copy(composer)
    own.centre = replace(centre, contact=contact)
    found = properties_of(contact_card(own).encode("utf-8"))
    assert [one.label for one in found if one.name == "EMAIL"] == [without_controls(text)]


@pytest.mark.parametrize("tag", shipped_tags())
def test_every_language_can_be_the_source_language(tmp_path: Path, tag: str) -> None:
    place = {"street": "Jalan 1", "locality": "Jakarta", "postal_code": "10110"}
    channels = [
        {"id": "a", "kind": "phone", "number": "1500 888", "alternative": "+62 21 5790 1234"},
        {"id": "b", "kind": "visit", **place},
    ]
    found = card_with(tmp_path, channels, languages=tag)
    assert all(one.label for one in found if one.name in ("TEL", "ADR"))
    (address,) = (one for one in found if one.name == "ADR")
    assert address.parts[-1] not in ("", "ID")
