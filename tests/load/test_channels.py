"""`channels.yml`: what it says, and what is wrong with it where."""

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.channels import load_channels
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.channel import Contact
from hcgen.source import SourceFile

WHOLE = """\
organisation:
  name: Awan Hosting
  fictional: true
  country: id
  timezone: Asia/Jakarta
  business_hours: office
hours:
  office:
    mon-fri: "08:00-12:00, 13:00-17:00"
  always: always
channels:
  - id: call-centre
    kind: phone
    label: {id: Pusat panggilan, en: Call centre}
    number: "1500 888"
    alternative: +62 21 5790 1234
    services: [customer-service, technical-support]
    languages: [id, en]
    hours: office
    promise: {answer_within: 3 minutes, respond_within: 2 business days}
    cost: {id: Tarif lokal, en: Local rate}
    recorded: true
    attested: {on: 2026-11-02, method: test call, by: ops, valid_for: 90d}
  - id: mail
    kind: email
    address: bantuan@awan.example
    hours: always
    fallback: call-centre
routing:
  billing: [mail, call-centre]
  default: mail
escalation: {follow_up: call-centre, complain_to: mail}
"""


def contact_of(text: str) -> tuple[Contact, list[str]]:
    findings = Findings()
    file = SourceFile("content/channels.yml", text)
    contact = load_channels(file, parse_yaml(file, findings), findings)
    places = [(finding.rule_name, finding.span.position) for finding in findings]
    return contact, [f"{name} {place.line}:{place.column}" for name, place in places]


def test_a_whole_file_is_read_without_findings() -> None:
    contact, findings = contact_of(WHOLE)
    assert findings == []
    organisation = contact.organisation
    assert organisation.name is not None
    assert (organisation.name.value, organisation.country) == ("Awan Hosting", "ID")
    assert (organisation.timezone, organisation.is_fictional) == ("Asia/Jakarta", True)
    phone, mail = contact.channels
    assert (phone.id.value, phone.kind, phone.label.get("en")) == (
        "call-centre",
        "phone",
        "Call centre",
    )
    assert (phone.value("number"), phone.value("alternative")) == ("1500 888", "+62 21 5790 1234")
    assert phone.hours is organisation.business_hours
    assert {name: (p.amount, p.unit) for name, p in phone.promise.items()} == {
        "answer_within": (3, "minutes"),
        "respond_within": (2, "business_days"),
    }
    assert phone.attested is not None
    assert (phone.attested.on.isoformat(), phone.attested.valid_for_days) == ("2026-11-02", 90)
    assert phone.is_recorded is True
    assert mail.hours is not None
    assert mail.hours.is_always
    assert mail.fallback is not None
    assert {name: [text.value for text in ids] for name, ids in contact.routing.items()} == {
        "billing": ["mail", "call-centre"],
        "default": ["mail"],
    }
    assert contact.follow_up is not None
    assert contact.follow_up.value == "call-centre"


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("number: 1", "channel-without-kind 2:3"),
        ("kind: fax", "unexpected-value 2:9"),
        ("kind: [phone]", "unexpected-value 2:9"),
        ("kind: phone", "channel-without-target 2:9"),
        ("kind: phone\n  number:", "channel-without-target 2:9"),
        ("kind: phone\n  number: '1'\n  adress: x", "unknown-key 4:3"),
        ("kind: phone\n  number: '1'\n  url: x", "unknown-key 4:3"),
        ("kind: phone\n  number: '1'\n  number: '2'", "duplicate-key 4:3"),
        ("kind: phone\n  number: [1]", "unexpected-value 3:11"),
        ("kind: phone\n  number: '1'\n  recorded: perhaps", "unexpected-value 4:13"),
        ("kind: phone\n  number: '1'\n  hours: ofice", "unexpected-value 4:10"),
        ("kind: phone\n  number: '1'\n  promise: soon", "unexpected-value 4:12"),
        ("kind: phone\n  number: '1'\n  promise: {answer_within: soon}", "unexpected-value 4:28"),
        ("kind: phone\n  number: '1'\n  promise: {answer_within: 0 days}", "unexpected-value 4:28"),
        ("kind: phone\n  number: '1'\n  promise: {answer_within: 3 business minutes}",
         "unexpected-value 4:28"),
        ("kind: phone\n  number: '1'\n  promise: {answered: 3 days}", "unknown-key 4:13"),
        ("kind: phone\n  number: '1'\n  attested: {on: 2026-13-01}", "unexpected-value 4:18"),
        ("id: mail\n  kind: phone\n  number: '1'", "duplicate-channel-id 5:7"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_place_and_other_channels_stay(channel: str, expected: str) -> None:
    mail = "- id: mail\n  kind: email\n  address: a@awan.example\n"
    text = f"channels:\n- {channel}\n{mail}"
    contact, findings = contact_of(text)
    assert findings == [expected]
    assert "mail" in [channel.id.value for channel in contact.channels]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("10 minutes", (10, "minutes")),
        ("1 minute", (1, "minutes")),
        ("24 hours", (24, "hours")),
        ("1 business hour", (1, "business_hours")),
        ("3 Business Days", (3, "business_days")),
        ("1 day", (1, "days")),
    ],
)
def test_a_promise_is_a_number_and_a_unit(amount: str, expected: tuple[int, str]) -> None:
    contact, findings = contact_of(
        f"channels:\n- kind: email\n  address: a\n  promise: {{respond_within: {amount}}}\n"
    )
    assert findings == []
    promise = contact.channels[0].promise["respond_within"]
    assert (promise.amount, promise.unit) == expected
    assert promise.span.text == amount


@pytest.mark.parametrize(
    "zone", ["WIB", "Etc/GMT-7", "GMT+7", "Asia/Jakrata", "../etc/passwd", "EST"]
)
def test_a_time_zone_that_is_no_place_is_told_and_utc_serves(zone: str) -> None:
    contact, findings = contact_of(f"organisation:\n  timezone: {zone}\n")
    assert findings == ["unexpected-value 2:13"]
    assert contact.organisation.timezone == "UTC"


@pytest.mark.parametrize(
    "zone", ["Asia/Jakarta", "Asia/Kuala_Lumpur", "UTC", "America/Argentina/Salta"]
)
def test_a_time_zone_is_a_place(zone: str) -> None:
    contact, findings = contact_of(f"organisation: {{timezone: {zone}}}\n")
    assert (contact.organisation.timezone, findings) == (zone, [])


def test_a_channel_without_id_is_called_by_its_kind() -> None:
    contact, findings = contact_of("channels:\n- kind: email\n  address: a@awan.example\n")
    assert findings == []
    assert contact.channels[0].id.value == "email"


def test_unknown_sections_are_told_with_the_nearest_name() -> None:
    findings = Findings()
    file = SourceFile("content/channels.yml", "chanels: []\nrouting: {}\n")
    load_channels(file, parse_yaml(file, findings), findings)
    assert [finding.help for finding in findings] == ["did you mean “channels”?"]


def test_channels_stay_in_the_order_written() -> None:
    text = "".join(f"- id: c{n}\n  kind: email\n  address: a\n" for n in (3, 1, 2))
    contact, _ = contact_of(f"channels:\n{text}")
    assert [channel.id.value for channel in contact.channels] == ["c3", "c1", "c2"]


@pytest.mark.parametrize("language", ["English", "null", "i"])
def test_what_is_no_language_tag_is_told(language: str) -> None:
    text = f"channels:\n  - {{id: a, kind: email, address: a@b.example, languages: [{language}]}}\n"
    findings = Findings()
    file = SourceFile("channels.yml", text)
    contact = load_channels(file, parse_yaml(file, findings), findings)
    assert [finding.rule_name for finding in findings] == ["unexpected-value"]
    assert contact.channels[0].languages == ()


def test_a_fallback_that_is_no_channel_is_told() -> None:
    text = (
        "channels:\n  - {id: mail, kind: email, address: a@b.example, fallback: nail}\n"
        "escalation: {follow_up: mial}\n"
    )
    findings = Findings()
    file = SourceFile("channels.yml", text)
    load_channels(file, parse_yaml(file, findings), findings)
    assert [finding.help for finding in findings] == ["did you mean “mail”?"] * 2


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        ("twitter", ["write x"]),
        ("instagramm", ["did you mean “instagram”?"]),
        ("Instagram", []),
        ("x", []),
    ],
)
def test_a_network_that_no_profile_can_be_linked_at_is_told(
    network: str, expected: list[str]
) -> None:
    findings = Findings()
    file = SourceFile(
        "channels.yml", f"channels:\n  - {{kind: social, network: {network}, handle: awan}}\n"
    )
    load_channels(file, parse_yaml(file, findings), findings)
    assert [finding.help for finding in findings] == expected
