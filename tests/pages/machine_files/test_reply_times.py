"""`contact-replies.json`: what the browser needs to say by when an answer comes."""

import gzip
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hcgen.load import load_help_centre
from hcgen.pages.machine_files.reply_times import reply_table
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.docs.pages import ROOT
from tests.pipeline.building import DEMO, build_text

TODAY = date(2026, 11, 25)
CHANNELS = """\
organisation: {timezone: Europe/Berlin, business_hours: office}
hours:
  office: {mon-fri: "08:00-12:00, 13:00-17:00"}
  night: {mon-sun: "20:00-02:00"}
channels:
  - {id: Call centre, kind: phone, number: "+49 30 901820", hours: night,
     promise: {respond_within: 2 days, answer_within: 3 minutes}}
  - {id: mail, kind: email, address: help@example.com, hours: always,
     promise: {acknowledge_within: 1 minute, respond_within: 2 business days}}
  - {id: form, kind: form, url: "https://form.example.com/", hours: night,
     promise: {respond_within: 4 business hours}}
  - {id: chat, kind: chat, url: "https://chat.example.com/", hours: always,
     promise: {answer_within: 2 hours}}
  - {id: news, kind: social, network: x, handle: awan, supports_requests: false,
     promise: {respond_within: 2 days}}
  - {id: forum, kind: community, url: "https://forum.example.com/"}
"""


def table_of(folder: Path, channels: str = CHANNELS) -> Any:
    path = write_site(folder, CLEAN_CENTRE | {"content/channels.yml": channels})
    return json.loads(reply_table(load_help_centre(path).centre.contact, TODAY))


def minute(*moment: int) -> int:
    year, month, day, hour = moment
    local = datetime(year, month, day, hour, tzinfo=ZoneInfo("Europe/Berlin"))
    return int(local.timestamp()) // 60


def test_channels_with_the_same_hours_share_a_schedule(tmp_path: Path) -> None:
    assert table_of(tmp_path)["channels"] == {
        "call-centre": {"amount": 3, "unit": "minutes", "schedule": 0},
        "mail": {"amount": 2, "unit": "working_days", "schedule": 1},
        "form": {"amount": 240, "unit": "open_minutes", "schedule": 1},
        "chat": {"amount": 120, "unit": "minutes"},
    }


def test_a_schedule_holds_the_days_by_how_long_it_is_closed_and_open(tmp_path: Path) -> None:
    made = table_of(tmp_path)
    assert made["from"] == minute(2026, 11, 24, 0)
    night, office = made["schedules"]
    # what opened on the evening before is still open when the table begins
    assert night[:3] == [[-240, 360], [1080, 360], [1080, 360]]
    # from Tuesday on, and over a weekend
    usual, after = [900, 240, 60, 240], [3780, 240, 60, 240]
    assert office[:5] == [[480, *usual[1:]], usual, usual, usual, after]
    # a night in which the clocks go back
    saturday = (date(2027, 10, 30) - date(2026, 11, 23)).days
    assert night[saturday] == [1080, 420]


def test_the_offsets_of_the_zone_begin_with_the_table_and_go_beyond_it(tmp_path: Path) -> None:
    made = table_of(tmp_path)
    assert made["offsets"] == [
        [made["from"], 60],
        [minute(2027, 3, 28, 3), 120],
        [minute(2027, 10, 31, 3) - 60, 60],
    ]
    assert made["until"] - made["from"] == 401 * 1440


@pytest.mark.parametrize(
    ("promise", "is_there"),
    [
        ("respond_within: 2 days", True),
        ("acknowledge_within: 1 minute, resolve_within: 2 days", False),
    ],
)
def test_the_file_is_there_only_if_an_answer_is_promised(
    tmp_path: Path, promise: str, is_there: bool
) -> None:
    channels = (
        "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always, "
        f"promise: {{{promise}}}}}\n"
    )
    site = build_text(tmp_path, CLEAN_CENTRE | {"content/channels.yml": channels}, fail_on="never")
    assert ("contact-replies.json" in site) == is_there
    assert "contact-hours.json" in site


def test_that_of_the_demo_is_small() -> None:
    text = reply_table(load_help_centre(DEMO).centre.contact, TODAY)
    assert len(gzip.compress(text.encode(), 6, mtime=0)) < 500


def test_the_module_is_small() -> None:
    script = (ROOT / "theme/assets/reply-by.js").read_bytes()
    assert len(gzip.compress(script, 9, mtime=0)) < 1100
