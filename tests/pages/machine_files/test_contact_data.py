"""`contact.json`: everything that programs need to know about the channels, and nothing more."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.docs.pages import ROOT, boxes, table
from tests.pipeline.building import build_text

CHANNELS = """\
organisation: {name: Awan Hosting, country: id, timezone: Asia/Jakarta}
hours:
  office:
    mon-fri: "08:00-12:00, 13:00-17:00"
    sat: "20:00-02:00"
    sun: "18:00-24:00"
    exceptions:
      - {from: 2027-02-10, to: 2027-03-11, mon: "08:00-15:00", reason: {id: Ramadan, en: Fasting}}
      - {from: 2027-12-25, to: 2027-12-25}
channels:
  - id: Call centre
    kind: phone
    label: {en: Call centre, zh: 客服}
    description: For what is urgent
    number: "1500 888"
    alternative: "+62 21 5790 1234"
    services: [technical-support]
    languages: [id, en]
    hours: office
    promise: {respond_within: 2 business days, answer_within: 3 minutes}
    cost: {id: Tarif lokal, en: Local rate}
    recorded: false
    fallback: mail
    attested: {on: 2026-11-02, method: test call, by: ops, valid_for: 20d}
  - {id: mail, kind: email, address: help@awan.example, hours: always, fallback: nobody}
  - {id: chat, kind: chat, url: "https://chat.awan.example/"}
  - {id: news, kind: social, network: x, handle: awan, supports_requests: false}
  - {id: post, kind: postal, street: Jalan 1, locality: Jakarta, postal_code: "10110"}
routing:
  account: [mail, nobody, mail]
  billing: [nobody]
  default: [Call centre, mail]
escalation: {follow_up: mail, complain_to: nobody}
"""


def built(
    folder: Path, channels: str = CHANNELS, *, config: str = CLEAN_CENTRE["mkdocs.yml"]
) -> Mapping[str, bytes]:
    files = CLEAN_CENTRE | {"content/channels.yml": channels, "mkdocs.yml": config}
    return build_text(folder, files, fail_on="never")


def data_of(folder: Path, channels: str = CHANNELS, **options: str) -> Any:
    text = built(folder, channels, **options)["contact.json"].decode("utf-8")
    assert text.endswith("}\n")
    return json.loads(text)


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026


@pytest.mark.usefixtures("day")
def test_everything_about_a_channel_is_there(tmp_path: Path) -> None:
    data = data_of(tmp_path)
    office = [["08:00", "12:00"], ["13:00", "17:00"]]
    closed: dict[str, list[object]] = {day: [] for day in "mon tue wed thu fri sat sun".split()}
    assert data["version"] == 1
    assert data["organisation"] == {
        "name": "Awan Hosting",
        "country": "ID",
        "timezone": "Asia/Jakarta",
    }
    assert data["channels"][0] == {
        "id": "Call centre",
        "kind": "phone",
        "label": {"en": "Call centre", "id": "Telepon"},
        "description": {"en": "For what is urgent", "id": "For what is urgent"},
        "links": [
            {"href": "tel:1500888", "text": "1500 888"},
            {
                "href": "tel:+622157901234",
                "text": "+62 21 5790 1234",
                "label": {
                    "en": "From abroad or a mobile phone",
                    "id": "Dari luar negeri atau ponsel",
                },
            },
        ],
        "languages": ["id", "en"],
        "services": ["technical-support"],
        "hours": {
            "week": dict.fromkeys("mon tue wed thu fri".split(), office)
            | {"sat": [["20:00", "02:00"]], "sun": [["18:00", "24:00"]]},
            "holidays": "closed",
            "exceptions": [
                {
                    "from": "2027-02-10",
                    "to": "2027-03-11",
                    "week": closed | {"mon": [["08:00", "15:00"]]},
                    "reason": {"en": "Fasting", "id": "Ramadan"},
                },
                {"from": "2027-12-25", "to": "2027-12-25", "week": closed},
            ],
        },
        "promises": {
            "answer_within": {"amount": 3, "unit": "minutes"},
            "respond_within": {"amount": 2, "unit": "business_days"},
        },
        "cost": {"en": "Local rate", "id": "Tarif lokal"},
        "recorded": False,
        "attested": {"on": "2026-11-02", "method": "test call"},
        "fallback": "mail",
        "pages": {
            "en": "https://help.example.com/en/contact/#hc-channel-call-centre",
            "id": "https://help.example.com/id/contact/#hc-channel-call-centre",
        },
    }


def test_what_is_not_said_is_left_out(tmp_path: Path) -> None:
    mail, chat, news, post = data_of(tmp_path)["channels"][1:]
    assert mail == {
        "id": "mail",
        "kind": "email",
        "label": {"en": "E-mail", "id": "Email"},
        "links": [{"href": "mailto:help@awan.example", "text": "help@awan.example"}],
        "hours": {"always": True},
        "pages": mail["pages"],
    }
    assert chat["links"] == [
        {
            "href": "https://chat.awan.example/",
            "label": {"en": "Start a chat", "id": "Mulai obrolan"},
        }
    ]
    assert "takes_requests" not in chat
    assert news["takes_requests"] is False
    assert "links" not in post
    assert post["address"] == {
        "street": "Jalan 1",
        "locality": "Jakarta",
        "postal_code": "10110",
        "country": "ID",
    }


def test_routes_and_steps_name_channels_that_exist(tmp_path: Path) -> None:
    data = data_of(tmp_path)
    assert data["routing"] == {"account": ["mail"], "default": ["Call centre", "mail"]}
    assert data["escalation"] == {"follow_up": "mail"}


def test_an_attestation_that_has_run_out_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")  # 23 November 2026
    assert "attested" not in data_of(tmp_path)["channels"][0]


@pytest.mark.parametrize("site_url", ["", "https://help.example.com/a%20b/"])
def test_every_page_that_is_named_has_the_channel(tmp_path: Path, site_url: str) -> None:
    line = f"site_url: {site_url}\n" if site_url else ""
    config = f"site_name: Help\n{line}plugins: [{{hcgen: {{languages: [en, id]}}}}]\n"
    site = built(tmp_path, config=config)
    for channel in json.loads(site["contact.json"])["channels"]:
        for tag, page in channel["pages"].items():
            address, _, anchor = page.removeprefix(site_url).partition("#")
            assert address == f"{tag}/contact/"
            assert f' id="{anchor}"' in site[f"{address}index.html"].decode()


def test_an_organisation_without_a_name_has_that_of_the_site(tmp_path: Path) -> None:
    data = data_of(tmp_path, CLEAN_CENTRE["content/channels.yml"])
    assert data["organisation"] == {"name": "Help", "timezone": "UTC"}
    assert "routing" not in data
    assert "escalation" not in data


def test_a_site_without_channels_has_no_such_file(tmp_path: Path) -> None:
    site = built(tmp_path, "channels: []\n")
    assert "contact.json" not in site
    assert "contact.vcf" not in site


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    label = '"</script>\\u2028\\\\\\" 客服"'
    channels = f"channels:\n  - {{id: mail, kind: email, address: a@b.example, label: {label}}}\n"
    text = built(tmp_path, channels)["contact.json"].decode("utf-8")
    assert "客服" in text
    assert json.loads(text)["channels"][0]["label"]["en"] == '</script>\u2028\\" 客服'


@pytest.mark.usefixtures("day")
def test_the_guide_describes_exactly_what_is_there(tmp_path: Path) -> None:
    documented = set(table("channels.md", "contact.json"))
    found: set[str] = set()

    def collect(value: object, path: str) -> None:
        if isinstance(value, list):
            for item in value:
                collect(item, path)
        if not isinstance(value, dict):
            return
        for key, inner in value.items():
            here = f"{path}.{key}".lstrip(".")
            found.add(here)
            # keys of their own: languages, topics, and what the sections above tell about
            is_open = here.endswith(
                (
                    *("label", "description", "cost", "reason", "pages", "routing", "week"),
                    *("promises", "days.name"),
                )
            )
            if not is_open:
                collect(inner, here)

    everything = CHANNELS.replace("locality:", "region: Java, locality:").replace(
        "timezone: Asia/Jakarta}",
        "timezone: Asia/Jakarta, holidays: {extra: [{from: 2027-03-10, reason: Idul Fitri}]}}",
    )
    collect(data_of(tmp_path, everything.replace("complain_to: nobody", "complain_to: mail")), "")
    # of a calendar, which is in a file of its own
    assert found | {"holidays.through"} == documented


def test_the_example_of_the_guide_is_of_the_version_that_is_built(tmp_path: Path) -> None:
    (example,) = (
        json.loads(box.text)
        for box in boxes(ROOT / "docs" / "channels.md")
        if box.language == "json"
    )
    data = data_of(tmp_path)
    assert example["version"] == data["version"]
    assert list(example) == list(data)
