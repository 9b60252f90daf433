"""What is open now, by the device's clock; what suits a topic; the week as a picture."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from hcgen.load import load_help_centre
from hcgen.model.holidays import NO_HOLIDAYS
from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS, Hours
from tests._site import write_site
from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre
from tests.pipeline.building import build_site

JAKARTA = ZoneInfo("Asia/Jakarta")
BUILT = datetime(2026, 11, 25, 8, 0, tzinfo=JAKARTA)
ZONES = (
    "Asia/Jakarta",
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/St_Johns",
    "Pacific/Chatham",
)
CHANNELS = """\
organisation: {{name: Awan Hosting, fictional: true, country: ID, timezone: {zone}}}
hours:
  office:
    mon-fri: "08:00-12:00, 13:00-17:00"
    sat: "08:00-12:00"
    exceptions:
      - {{from: 2027-02-10, to: 2027-03-11, mon-fri: "08:00-15:00", reason: Ramadan}}
      - {{from: 2026-12-24, to: 2026-12-26}}
  night: {{mon-sat: "20:00-02:30", sun: "18:00-24:00"}}
  odd: {{mon-sun: "00:00-01:15, 01:45-02:30, 03:10-24:00"}}
channels:
  - id: call
    kind: phone
    number: "+62 21 5790 1234"
    hours: office
    services: [technical-support]
    promise: {{answer_within: 3 minutes}}
  - {{id: chat, kind: chat, url: "https://chat.awan.example/", hours: night}}
  - {{id: mail, kind: email, address: help@awan.example, hours: always}}
  - {{id: counter, kind: visit, street: A, locality: B, postal_code: "10110", hours: odd}}
  - {{id: form, kind: form, url: "https://form.awan.example/"}}
routing: {{billing: [mail, form], default: [chat, mail, call]}}
"""


def files(zone: str = "Asia/Jakarta") -> dict[str, str]:
    return help_centre(
        "en, id",
        {
            "en/billing/pay.md": "---\ntitle: Pay\n---\nText.\n",
            "id/billing/pay.md": "---\ntitle: Bayar\n---\nTeks.\n",
            "channels.yml": CHANNELS.format(zone=zone),
        },
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", str(int(BUILT.timestamp())))
        with built(tmp_path_factory.mktemp("open"), files()) as served:
            yield served


def open_at(visit: Visit, site: ServedSite, address: str, moment: datetime) -> Page:
    page = visit(site, "en/search/")
    page.clock.install(time=moment)
    page.goto(site.url(address))
    return page


def said(page: Page, channel: str) -> str:
    place = page.locator(f"[data-open-channel={channel}]")
    expect(place).to_be_visible()
    return place.inner_text().replace("\u202f", " ")


@pytest.mark.parametrize(
    ("moment", "call", "chat"),
    [
        (datetime(2026, 11, 25, 10, 0), "Open until 12:00 PM", "Closed, opens at 8:00 PM"),
        (datetime(2026, 11, 25, 12, 30), "Closed, opens at 1:00 PM", "Closed, opens at 8:00 PM"),
        (
            datetime(2026, 11, 25, 23, 0),
            "Closed, opens Thursday at 8:00 AM",
            "Open until 2:30 AM",
        ),
        (
            datetime(2026, 11, 28, 12, 0),
            "Closed, opens Monday at 8:00 AM",
            "Closed, opens at 8:00 PM",
        ),
    ],
)
def test_the_page_says_what_is_open_at_a_moment(
    visit: Visit, site: ServedSite, moment: datetime, call: str, chat: str
) -> None:
    page = open_at(visit, site, "en/contact/", moment.replace(tzinfo=JAKARTA))
    assert said(page, "call") == call
    assert said(page, "chat") == chat
    assert said(page, "mail") == "Open now"
    assert page.locator("[data-open-channel=form]").count() == 0


def test_the_words_change_with_the_minute(visit: Visit, site: ServedSite) -> None:
    page = open_at(visit, site, "id/contact/", datetime(2026, 11, 25, 11, 59, 30, tzinfo=JAKARTA))
    assert said(page, "call") == "Buka sampai pukul 12.00"
    page.clock.run_for(45_000)
    assert said(page, "call") == "Tutup, buka pukul 13.00"


def test_an_article_says_it_of_the_two_best_channels(visit: Visit, site: ServedSite) -> None:
    page = open_at(visit, site, "en/billing/pay/", datetime(2026, 11, 25, 10, 0, tzinfo=JAKARTA))
    help_part = page.locator(".help")
    expect(help_part.locator("li")).to_have_count(2)
    expect(help_part.locator("[data-open-channel=mail]")).to_have_text("Open now")


def test_past_the_end_of_the_table_nothing_is_said(visit: Visit, site: ServedSite) -> None:
    page = open_at(visit, site, "en/contact/", BUILT + timedelta(450))
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-open-channel=mail]")).to_be_hidden()
    expect(page.locator("[data-open-channel=call]")).to_be_hidden()


@pytest.mark.parametrize("zone", ZONES)
def test_browser_and_clock_on_the_wall_agree_at_random_moments(
    visit: Visit, site: ServedSite, tmp_path: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """10,000 moments over all zones, half of them within a day of a change of the clocks."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(BUILT.timestamp())))
    write_site(tmp_path, files(zone))
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site", fail_on="never")
    table = json.loads((tmp_path / "site" / "contact-hours.json").read_text())
    centre = load_help_centre(tmp_path / "mkdocs.yml").centre
    random = Random(zone)
    changes = [
        minute
        for minute in range(table["from"], table["until"], MINUTES_PER_DAY)
        if offset(minute, zone) != offset(minute + MINUTES_PER_DAY, zone)
    ]
    minutes = [
        random.randrange(
            *(
                (change - MINUTES_PER_DAY, change + 2 * MINUTES_PER_DAY)
                if (change := changes and number % 2 and random.choice(changes))
                else (table["from"], table["until"])
            )
        )
        for number in range(10_000 // len(ZONES) + 1)
    ]
    channels = {channel.id.value: channel.hours for channel in centre.contact.channels}
    script = page_script(visit, site)
    states = script.evaluate(
        """async ([address, table, minutes, channels]) => {
          const { stateAt } = await import(address);
          return minutes.map((minute) =>
            channels.map((channel) => stateAt(table, channel, minute)?.isOpen ?? null));
        }""",
        [
            script_address(script),
            table,
            minutes,
            [name for name, hours in channels.items() if hours],
        ],
    )
    for minute, row in zip(minutes, states, strict=True):
        expected = [is_open(hours, minute, zone) for hours in channels.values() if hours]
        if table["from"] <= minute < table["until"]:
            assert row == expected, datetime.fromtimestamp(minute * 60, ZoneInfo(zone))
        else:
            assert set(row) == {None}


def page_script(visit: Visit, site: ServedSite) -> Page:
    return visit(site, "en/contact/")


def script_address(page: Page) -> str:
    address = page.locator("script[src*=open-now]").evaluate("script => script.src")
    assert isinstance(address, str)
    return address


def offset(minute: int, zone: str) -> timedelta | None:
    return datetime.fromtimestamp(minute * 60, ZoneInfo(zone)).utcoffset()


def is_open(hours: Hours, minute: int, zone: str) -> bool:
    """Tell by the clock on the wall, with nothing of the code that makes the table."""
    if hours.is_always:
        return True
    clock = datetime.fromtimestamp(minute * 60, UTC).astimezone(ZoneInfo(zone))
    at = clock.hour * 60 + clock.minute
    today, yesterday = week_of(hours, clock.date()), week_of(hours, clock.date() - timedelta(1))
    return any(
        one.opens <= at < one.closes or (one.closes <= one.opens <= at) for one in today
    ) or any(one.closes <= one.opens and at < one.closes for one in yesterday)


def week_of(hours: Hours, day: date) -> tuple:  # type: ignore[type-arg]
    for exception in hours.exceptions:
        if exception.first <= day <= exception.last:
            return exception.week.get(WEEKDAYS[day.weekday()], ())
    assert NO_HOLIDAYS.is_holiday(day) is False
    return hours.week.get(WEEKDAYS[day.weekday()], ())


def test_a_topic_shows_the_channels_that_suit_it_in_their_order(
    visit: Visit, site: ServedSite
) -> None:
    page = visit(site, "en/contact/")
    cards = page.locator(".channel:visible h2")
    assert cards.all_inner_texts() == ["Phone", "Live chat", "E-mail", "Visit us", "Request form"]
    page.get_by_label("What is it about?").select_option("billing")
    assert cards.all_inner_texts() == ["E-mail", "Request form"]
    expect(page.locator(".about [role=status]")).to_contain_text("Billing")
    assert page.url.endswith("?about=billing")
    page.reload()
    assert cards.all_inner_texts() == ["E-mail", "Request form"]
    page.get_by_role("button", name="All ways to reach us").click()
    assert len(cards.all_inner_texts()) == 5
    page.get_by_label("What is it about?").select_option("technical-support")
    assert cards.all_inner_texts() == ["Phone"]


def test_without_scripts_the_page_says_which_channel_suits_what(
    visit: Visit, site: ServedSite
) -> None:
    page = visit(site, "en/contact/", has_scripts=False)
    expect(page.locator(".about")).to_be_hidden()
    expect(page.locator(".open-state").first).to_be_hidden()
    suits = page.locator(".suits-what")
    expect(suits).to_be_visible()
    expect(suits.get_by_role("link", name="Request form")).to_have_attribute(
        "href", "#hc-channel-form"
    )
    expect(page.locator(".channel dd").first).to_be_visible()


def test_the_week_is_drawn_and_told(visit: Visit, site: ServedSite) -> None:
    page = visit(site, "en/contact/")
    rows = page.locator(".week tbody tr")
    expect(rows).to_have_count(7)
    monday = rows.nth(0)
    expect(monday.locator("th")).to_have_text("Monday")
    # the night before reaches into Monday no more: Sunday's ends at midnight
    told = monday.locator(".hidden-text").inner_text().replace("\u202f", " ")
    assert told.startswith("12:00 AM to 1:15 AM: Visit us; 1:45 AM to 2:30 AM: Visit us")
    assert "1:00 PM to 5:00 PM: Phone and Visit us" in told
    tuesday = rows.nth(1).locator(".hidden-text").inner_text().replace("\u202f", " ")
    assert tuesday.startswith("12:00 AM to 1:15 AM: Live chat and Visit us")
    assert "1:15 AM to 1:45 AM: Live chat;" in tuesday
    bars = monday.locator("rect")
    assert bars.first.get_attribute("width") == "75"
