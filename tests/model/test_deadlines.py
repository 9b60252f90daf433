"""By when a promise is to be kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.load import load_help_centre
from hcgen.model.channel import UNITS, Channel, Organisation, Promise
from hcgen.model.deadlines import channel_reply_by, reply_by
from hcgen.model.holidays import NO_HOLIDAYS, Holiday, Holidays
from hcgen.model.hours import ALWAYS, WEEKDAYS, Hours, Interval
from hcgen.model.known_time import known_time
from hcgen.model.localized import NOTHING
from hcgen.model.opening import open_intervals
from hcgen.source import SourceFile
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

JAKARTA = "Asia/Jakarta"
PUBLIC = (date(2026, 3, 19), date(2026, 3, 21), date(2026, 3, 22))
SHARED_LEAVE = (date(2026, 3, 18), date(2026, 3, 20), date(2026, 3, 23), date(2026, 3, 24))
"""Nyepi and Idul Fitri 2026, and the “cuti bersama” around them."""

OFFICE = Hours(False, dict.fromkeys(WEEKDAYS[:5], (Interval(480, 1020),)), False, ())
WITH_BREAK = Hours(
    False, dict.fromkeys(WEEKDAYS[:5], (Interval(480, 720), Interval(780, 1020))), False, ()
)
EVENINGS = Hours(False, dict.fromkeys(WEEKDAYS, (Interval(1200, 120),)), True, ())


def holidays_of(*days: date, estimated: bool = False) -> Holidays:
    return Holidays({day: Holiday(day, NOTHING, estimated) for day in sorted(days)})


def due(
    received: str,
    promise: str,
    hours: Hours | None = None,
    business_hours: Hours | None = OFFICE,
    *,
    holidays: Holidays = NO_HOLIDAYS,
    timezone: str = JAKARTA,
) -> str | None:
    """Return when a promise ends, by the clock on the wall."""
    amount, _, unit = promise.partition(" ")
    end = reply_by(
        datetime.fromisoformat(received).replace(tzinfo=ZoneInfo(timezone)),
        Promise(int(amount), unit.replace(" ", "_"), SourceFile("a.yml", "").start()),
        hours,
        business_hours,
        holidays,
        timezone,
    )
    return None if end is None else f"{end:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("received", "public_only", "with_shared_leave"),
    [
        ("2026-03-17 14:00", "2026-03-20 17:00", "2026-03-26 17:00"),
        ("2026-03-13 18:30", "2026-03-18 17:00", "2026-03-25 17:00"),
    ],
)
def test_two_business_days_around_idul_fitri(
    received: str, public_only: str, with_shared_leave: str
) -> None:
    for days, expected in ((PUBLIC, public_only), (PUBLIC + SHARED_LEAVE, with_shared_leave)):
        assert due(received, "2 business days", holidays=holidays_of(*days)) == expected


@pytest.mark.parametrize(
    ("received", "promise", "expected"),
    [
        ("2026-03-02 07:00", "1 business days", "2026-03-03 17:00"),  # before it opens: that day
        ("2026-03-02 12:30", "1 business days", "2026-03-03 17:00"),  # in the break
        ("2026-03-02 16:59", "1 business days", "2026-03-03 17:00"),
        ("2026-03-02 17:00", "1 business days", "2026-03-04 17:00"),
        ("2026-03-07 10:00", "1 business days", "2026-03-10 17:00"),  # Saturday
        ("2026-03-02 07:00", "2 business hours", "2026-03-02 10:00"),
        ("2026-03-02 11:00", "2 business hours", "2026-03-02 14:00"),  # over the break
        ("2026-03-02 15:00", "2 business hours", "2026-03-02 17:00"),
        ("2026-03-02 16:00", "2 business hours", "2026-03-03 09:00"),
        ("2026-03-06 16:00", "4 business hours", "2026-03-09 11:00"),  # over the weekend
    ],
)
def test_business_time(received: str, promise: str, expected: str) -> None:
    assert due(received, promise, business_hours=WITH_BREAK) == expected


@pytest.mark.parametrize(
    ("received", "promise", "hours", "expected"),
    [
        ("2026-03-07 10:00", "3 minutes", ALWAYS, "2026-03-07 10:03"),
        ("2026-03-07 10:00", "3 minutes", None, "2026-03-07 10:03"),
        ("2026-03-07 10:00", "3 minutes", OFFICE, "2026-03-09 08:03"),
        ("2026-03-06 16:59", "10 minutes", OFFICE, "2026-03-06 17:09"),
        ("2026-03-06 18:00", "24 hours", OFFICE, "2026-03-10 08:00"),
        ("2026-03-06 18:00", "24 hours", ALWAYS, "2026-03-07 18:00"),
        ("2026-03-06 18:00", "2 days", ALWAYS, "2026-03-08 18:00"),
        ("2026-03-07 01:00", "10 minutes", EVENINGS, "2026-03-07 01:10"),  # Friday's evening
        ("2026-03-07 02:00", "10 minutes", EVENINGS, "2026-03-07 20:10"),
    ],
)
def test_time_that_runs_on_begins_when_somebody_is_there(
    received: str, promise: str, hours: Hours | None, expected: str
) -> None:
    assert due(received, promise, hours) == expected


def test_without_business_hours_those_of_the_channel_count_else_whole_office_days() -> None:
    assert due("2026-03-06 18:00", "1 business days", OFFICE, None) == "2026-03-10 17:00"
    assert due("2026-03-06 18:00", "1 business days", None, None) == "2026-03-10 00:00"


def test_an_estimated_holiday_is_a_working_day() -> None:
    guess = holidays_of(date(2026, 3, 3), estimated=True)
    assert due("2026-03-02 10:00", "1 business days", holidays=guess) == "2026-03-03 17:00"


def test_a_night_in_which_clocks_change() -> None:
    berlin = "Europe/Berlin"
    # 02:00 to 03:00 on 29 March does not exist; hours are real hours, days are days
    assert due("2026-03-28 12:00", "24 hours", timezone=berlin) == "2026-03-29 13:00"
    assert due("2026-03-28 12:00", "1 days", timezone=berlin) == "2026-03-29 12:00"
    assert due("2026-03-28 02:30", "1 days", timezone=berlin) == "2026-03-29 03:00"
    assert due("2026-03-28 23:30", "4 business hours", None, ALWAYS, timezone=berlin) == (
        "2026-03-29 04:30"
    )


def test_seconds_are_rounded_up() -> None:
    assert due("2026-03-02 10:00:01", "3 minutes") == "2026-03-02 10:04"


def test_hours_that_never_come_keep_no_promise() -> None:
    never = Hours(False, {"mon": ()}, False, ())
    for unit in UNITS:
        promise = f"1 {unit.replace('_', ' ')}"
        assert due("2026-03-02 10:00", promise, never, never) is None, unit


def channel_of(folder: Path, fields: str) -> tuple[Channel, Organisation]:
    text = (
        f"organisation: {{timezone: {JAKARTA}, business_hours: {{mon-fri: '08:00-17:00'}}}}\n"
        f"channels:\n  - {{id: x, kind: social, network: x, handle: awan, {fields}}}\n"
    )
    path = write_site(folder, CLEAN_CENTRE | {"content/channels.yml": text})
    contact = load_help_centre(path).centre.contact
    return contact.channels[0], contact.organisation


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("promise: {respond_within: 1 hour, answer_within: 3 minutes}", "2026-03-02 10:03"),
        ("promise: {acknowledge_within: 1 minute, respond_within: 1 hour}", "2026-03-02 11:00"),
        ("promise: {acknowledge_within: 1 minute, resolve_within: 3 days}", None),
        ("promise: {respond_within: 1 hour}, supports_requests: false", None),
        ("hours: {mon: '07:00-24:00'}", None),
        # the working time of the organisation, not of the channel
        (
            "promise: {respond_within: 1 business day}, hours: {mon: '07:00-24:00'}",
            "2026-03-03 17:00",
        ),
    ],
)
def test_what_a_channel_promises_of_an_answer(
    tmp_path: Path, fields: str, expected: str | None
) -> None:
    channel, organisation = channel_of(tmp_path, fields)
    received = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo(JAKARTA))
    known = known_time(organisation, date(2026, 3, 2))
    end = channel_reply_by(received, channel, organisation, known)
    assert (end and f"{end:%Y-%m-%d %H:%M}") == expected


def test_past_the_known_holidays_no_answer_is_certain(tmp_path: Path) -> None:
    channel, organisation = channel_of(tmp_path, "promise: {respond_within: 2 hours}")
    organisation = replace(organisation, holidays=Holidays({}, date(2026, 3, 6)))
    known = known_time(organisation, date(2026, 3, 2))
    for received, is_certain in [
        (datetime(2026, 2, 28, 23, 59), False),  # the table begins on the day before
        (datetime(2026, 3, 1), True),
        (datetime(2026, 3, 6, 22), True),  # until midnight
        (datetime(2026, 3, 6, 22, 0, 1), False),
        (datetime(2026, 3, 7), False),
    ]:
        moment = received.replace(tzinfo=ZoneInfo(JAKARTA))
        end = channel_reply_by(moment, channel, organisation, known)
        assert (end is not None) == is_certain, received


INTERVALS = st.lists(
    st.builds(Interval, st.integers(0, 1439), st.integers(0, 1440)), max_size=2
).map(tuple)


@given(
    st.dictionaries(st.sampled_from(WEEKDAYS), INTERVALS, min_size=1).filter(
        lambda week: any(week.values())
    ),
    st.integers(0, 40_000),
    st.integers(1, 20),
    st.sampled_from([JAKARTA, "Europe/Berlin", "Australia/Lord_Howe"]),
)
def test_business_hours_are_so_many_open_minutes(
    week: dict[str, tuple[Interval, ...]], minute: int, amount: int, zone: str
) -> None:
    hours = Hours(False, week, False, ())
    received = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=minute)
    promise = Promise(amount, "business_hours", SourceFile("a.yml", "").start())
    end = reply_by(received, promise, None, hours, NO_HOLIDAYS, zone)
    if end is None:  # hours of a minute a week take longer than ten years
        return
    begin, stop = (int(each.timestamp()) // 60 for each in (received, end))
    first, last = received.date() - timedelta(3), end.date() + timedelta(3)
    spans = open_intervals(hours, NO_HOLIDAYS, first, last, zone)
    passed = sum(max(0, min(closes, stop) - max(opens, begin)) for opens, closes in spans)
    assert passed == amount * 60
    assert any(opens < stop <= closes for opens, closes in spans)
