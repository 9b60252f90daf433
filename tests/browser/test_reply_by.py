"""By when a channel answers: the browser says the same as Python, in every case."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from hcgen.load import load_help_centre
from hcgen.model.channel import UNITS, Channel, Contact, Promise
from hcgen.model.deadlines import channel_reply_by
from hcgen.model.holidays import Holiday, Holidays
from hcgen.model.hours import ALWAYS, WEEKDAYS, Hours, HoursException, Interval, Week
from hcgen.model.known_time import known_time
from hcgen.model.localized import NOTHING
from hcgen.model.opening import minutes_until, moment_at, offsets
from hcgen.pages.machine_files.reply_times import reply_table
from tests._site import write_site
from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre

ZONES = (
    "Asia/Jakarta",
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/St_Johns",
    "Pacific/Chatham",
    "America/Havana",
)
CENTRES, CASES = 25, 50
"""Of each zone, and of each centre: 10,000 in all."""

FILES = help_centre(
    "en",
    {
        "en/billing/pay.md": "---\ntitle: Pay\n---\nText.\n",
        "channels.yml": "channels:\n  - {id: mail, kind: email, address: help@awan.example, "
        "hours: always, promise: {respond_within: 2 days}}\n",
    },
)

BREAK = {day: (Interval(480, 720), Interval(780, 1020)) for day in WEEKDAYS[:5]}
NIGHT = dict.fromkeys(WEEKDAYS, (Interval(1200, 150),))
ODD = dict.fromkeys(WEEKDAYS, (Interval(0, 75), Interval(105, 150), Interval(190, 1440)))
SHORT = {"tue": (Interval(90, 150),), "sun": (Interval(60, 180),)}
LONG = dict.fromkeys(WEEKDAYS, (Interval(600, 540),)) | {"sat": (Interval(0, 60),)}
"""The day before is open longer than Saturday itself."""

AMOUNTS = {"minutes": 900, "hours": 90, "days": 12, "business_hours": 60, "business_days": 8}


@dataclass(frozen=True, slots=True)
class Case:
    channel: Channel
    received: datetime


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    with built(tmp_path_factory.mktemp("replies"), FILES) as served:
        yield served


@pytest.fixture(scope="module")
def contact(tmp_path_factory: pytest.TempPathFactory) -> Contact:
    path = write_site(tmp_path_factory.mktemp("contact"), FILES)
    return load_help_centre(path).centre.contact


@pytest.fixture(scope="module")
def script(site: ServedSite) -> str:
    (path,) = Path(site.folder).glob("static/reply-by.*.js")
    return site.url(f"static/{path.name}")


@pytest.mark.parametrize("zone", ZONES)
def test_browser_and_python_agree_in_random_cases(
    visit: Visit, site: ServedSite, script: str, contact: Contact, zone: str
) -> None:
    """10,000 over all zones, half of them around a change of the clocks."""
    random = Random(zone)
    tables: list[str] = []
    asked: list[list[tuple[str, int]]] = []
    expected: list[list[int | None]] = []
    answered: Counter[str] = Counter()
    for _ in range(CENTRES):
        today = date(2026, 1, 1) + timedelta(random.randrange(700))
        made = random_contact(random, contact, zone, today)
        known = known_time(made.organisation, today)
        cases = [random_case(random, made, today) for _ in range(CASES)]
        tables.append(reply_table(made, today))
        asked.append([(case.channel.id.value, minute_of_receipt(case)) for case in cases])
        expected.append([])
        for case in cases:
            end = channel_reply_by(case.received, case.channel, made.organisation, known)
            expected[-1].append(None if end is None else minutes_until(end))
            if end is not None:
                answered[case.channel.promise["respond_within"].unit] += 1
    assert min(answered[unit] for unit in UNITS) > CENTRES * CASES // 20  # most are known
    said = visit(site, "en/contact/").evaluate(
        """async ([address, tables, asked]) => {
          const { replyBy } = await import(address);
          return tables.map(JSON.parse).map((table, number) =>
            asked[number].map(([channel, minute]) => replyBy(table, channel, minute)));
        }""",
        [script, tables, asked],
    )
    for number, (found, wanted) in enumerate(zip(said, expected, strict=True)):
        assert found == wanted, (tables[number][:600], asked[number])


def test_a_channel_without_a_promise_has_no_answer(
    visit: Visit, site: ServedSite, script: str, contact: Contact
) -> None:
    today = date(2026, 11, 25)
    said = visit(site, "en/contact/").evaluate(
        """async ([address, table, minute]) => {
          const { replyBy } = await import(address);
          const at = (channel, minute) => replyBy(JSON.parse(table), channel, minute);
          return [at("mail", minute), at("none", minute), at("constructor", minute)];
        }""",
        [script, reply_table(contact, today), 29925000],
    )
    assert said == [29925000 + 2 * 1440, None, None]


def random_contact(random: Random, contact: Contact, zone: str, today: date) -> Contact:
    """Return an organisation with ten channels, two for each unit."""
    (channel,) = contact.channels
    span = channel.id.span
    channels = tuple(
        replace(
            channel,
            id=replace(channel.id, value=f"c{number}"),
            hours=random_hours(random, today),
            promise={
                "respond_within": Promise(
                    random.choice([999, 1, *(random.randint(1, AMOUNTS[unit]) for _ in range(9))]),
                    unit,
                    span,
                )
            },
        )
        for number, unit in enumerate(UNITS * 2)
    )
    organisation = replace(
        contact.organisation,
        timezone=zone,
        business_hours=random_hours(random, today),
        holidays=random_holidays(random, zone, today),
    )
    return replace(contact, organisation=organisation, channels=channels)


def random_hours(random: Random, today: date) -> Hours | None:
    kind = random.randrange(12)
    if kind == 0:
        return None
    if kind == 1:
        return ALWAYS
    if kind == 2:
        return Hours(False, {"mon": ()}, False, ())
    weeks: tuple[Week, ...] = (BREAK, BREAK, NIGHT, ODD, SHORT, LONG, random_week(random))
    exceptions = []
    for _ in range(random.randrange(3)):
        first = today + timedelta(random.randrange(-5, 380))
        last = first + timedelta(random.randrange(20))
        exceptions.append(HoursException(first, last, random.choice((*weeks, {})), NOTHING))
    return Hours(False, random.choice(weeks), random.random() < 0.3, tuple(exceptions))


def random_week(random: Random) -> Week:
    return {
        day: tuple(
            Interval(random.randrange(1440), random.randrange(1441))
            for _ in range(random.randrange(3))
        )
        for day in WEEKDAYS
    }


def random_holidays(random: Random, zone: str, today: date) -> Holidays:
    """Return some, known for ever, for some time, or up to about a change of the clocks."""
    days = {today + timedelta(random.randrange(-5, 410)) for _ in range(30)}
    holidays = {day: Holiday(day, NOTHING, random.random() < 0.2) for day in sorted(days)}
    kind = random.randrange(4)
    if kind < 2:
        return Holidays(holidays)
    after = random.choice(changes(zone, today) or [0]) if kind == 3 else 0
    if not after:
        return Holidays(holidays, today + timedelta(random.randrange(30, 420)))
    return Holidays(holidays, at(after).date() + timedelta(random.randrange(-1, 2)))


def random_case(random: Random, contact: Contact, today: date) -> Case:
    """Return a channel and a moment of receipt: after it, or after the promise, clocks change."""
    channel = random.choice(contact.channels)
    known = known_time(contact.organisation, today)
    near = [
        minute
        for minute in changes(contact.organisation.timezone, today)
        if known.start < minute < known.until
    ]
    kind = random.random()
    if near and kind < 0.5:
        minute = random.choice(near) + random.randrange(-200, 200)
        promise = channel.promise["respond_within"]
        if promise.unit == "days":
            minute -= promise.amount * 1440
        elif promise.unit != "minutes":
            minute -= random.randrange(4 * 1440)
    elif kind < 0.6:
        minute = known.until - random.randrange(-100, 5 * 1440)
    elif kind < 0.65:
        minute = known.start + random.randrange(-100, 100)
    else:
        minute = random.randrange(known.start, known.until)
    return Case(channel, at(minute) - timedelta(seconds=random.randrange(60)))


def changes(zone: str, today: date) -> list[int]:
    """Return the minutes of about 400 days at which the clocks of a zone change."""
    first = minutes_until(datetime.combine(today, time(), UTC))
    return [begins for begins, _, _ in offsets(first, first + 400 * 1440, ZoneInfo(zone))][1:]


def at(minute: int) -> datetime:
    return moment_at(minute, ZoneInfo("UTC"))


def minute_of_receipt(case: Case) -> int:
    """Round up, as the promise is never shorter than it says."""
    return -int(-case.received.timestamp() // 60)
