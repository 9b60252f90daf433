"""Open intervals against an oracle that looks at every minute."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hcgen.model.holidays import NO_HOLIDAYS, Holiday, Holidays
from hcgen.model.hours import ALWAYS, WEEKDAYS, Hours, HoursException, Interval, Week
from hcgen.model.localized import NOTHING
from hcgen.model.opening import open_intervals

CHANGES = {
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2026, 10, 4), date(2026, 4, 5)),
    "Asia/Jakarta": (date(2026, 3, 20),),
    "Africa/Casablanca": (date(2026, 2, 15), date(2026, 3, 22)),
    "America/St_Johns": (date(2026, 3, 8), date(2026, 11, 1)),
    "Asia/Beirut": (date(2026, 3, 29), date(2026, 10, 24)),
    "Africa/Cairo": (date(2026, 4, 24), date(2026, 10, 29)),
}
"""Zone -> days on which its clocks change; in Jakarta they never do, in Beirut at midnight."""


def minutes(*clock: int) -> int:
    return clock[0] * 60 + clock[1]


def hours_of(week: Week, *exceptions: HoursException, on_holidays: bool = False) -> Hours:
    return Hours(False, week, on_holidays, exceptions)


def holidays_of(*days: date, estimated: tuple[date, ...] = ()) -> Holidays:
    return Holidays(
        {day: Holiday(day, NOTHING, day in estimated) for day in sorted({*days, *estimated})}
    )


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) // 60


# the oracle


@cache
def wall_clock(zone: str, around: date) -> tuple[tuple[int, datetime], ...]:
    """Return (minute, what the clock on the wall shows) of eight days, minute by minute."""
    start = int(datetime.combine(around, time(), UTC).timestamp()) // 60 - 3 * 1440
    place = ZoneInfo(zone)
    return tuple(
        (minute, datetime.fromtimestamp(minute * 60, place).replace(tzinfo=None, fold=0))
        for minute in range(start, start + 8 * 1440)
    )


def slow_intervals(
    hours: Hours, holidays: Holidays, first: date, last: date, zone: str
) -> set[int]:
    """Return every minute at which the clock on the wall shows one of the times."""

    def times(day: date) -> tuple[Interval, ...]:
        weekday = WEEKDAYS[day.weekday()]
        intervals = hours.week.get(weekday, ())
        if day in holidays.days and not holidays.days[day].is_estimated:
            intervals = intervals if hours.is_open_on_holidays else ()
        for exception in hours.exceptions:
            if exception.first <= day <= exception.last:
                intervals = exception.week.get(weekday, ())
        return intervals

    found: set[int] = set()
    for minute, shown in wall_clock(zone, first):
        day, at = shown.date(), shown.hour * 60 + shown.minute
        if not first <= day <= last:
            continue
        today, yesterday = times(day), times(day - timedelta(1))
        if any(
            one.opens <= at < one.closes or one.closes <= one.opens <= at for one in today
        ) or any(one.closes <= one.opens and at < one.closes for one in yesterday):
            found.add(minute)
    return found


TIMES = st.one_of(st.integers(0, 1439), st.integers(0, 47).map(lambda half: half * 30))
INTERVALS = st.lists(st.builds(Interval, TIMES, st.one_of(TIMES, st.just(1440))), max_size=3).map(
    tuple
)
WEEKS = st.dictionaries(st.sampled_from(WEEKDAYS), INTERVALS)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Hours, Holidays, date, date, str]:
    zone = draw(st.sampled_from(sorted(CHANGES)))
    change = draw(st.sampled_from(CHANGES[zone]))
    days = st.integers(-2, 2).map(lambda n: change + timedelta(n))
    first = change - timedelta(draw(st.integers(0, 1)))
    last = first + timedelta(draw(st.integers(0, 2)))
    exceptions = draw(
        st.lists(
            st.tuples(days, st.integers(0, 2), WEEKS).map(
                lambda drawn: HoursException(
                    drawn[0], drawn[0] + timedelta(drawn[1]), drawn[2], NOTHING
                )
            ),
            max_size=2,
        )
    )
    hours = hours_of(draw(WEEKS), *exceptions, on_holidays=draw(st.booleans()))
    holidays = holidays_of(
        *draw(st.lists(days, max_size=2)), estimated=tuple(draw(st.lists(days, max_size=2)))
    )
    return hours, holidays, first, last, zone


ALL_NIGHT = hours_of({day: (Interval(90, 150),) for day in WEEKDAYS})


@given(cases())
@example((ALL_NIGHT, NO_HOLIDAYS, date(2026, 3, 29), date(2026, 3, 29), "Europe/Berlin"))
@example((ALL_NIGHT, NO_HOLIDAYS, date(2026, 10, 25), date(2026, 10, 25), "Europe/Berlin"))
def test_every_minute_is_as_the_clock_on_the_wall_says(
    case: tuple[Hours, Holidays, date, date, str],
) -> None:
    found = open_intervals(*case)
    flat = [minute for interval in found for minute in interval]
    assert all(one < other for one, other in pairwise(flat)), "merged, sorted"
    assert {m for opens, closes in found for m in range(opens, closes)} == slow_intervals(*case)


@pytest.mark.parametrize(
    ("day", "opens", "closes", "expected"),
    [
        # 02:00 becomes 03:00 (UTC+1 to UTC+2)
        ("2026-03-29", (2, 30), (6, 0), ("2026-03-29T01:00Z", "2026-03-29T04:00Z")),
        ("2026-03-29", (1, 0), (2, 30), ("2026-03-29T00:00Z", "2026-03-29T01:00Z")),
        ("2026-03-29", (2, 15), (2, 45), None),
        ("2026-03-29", (0, 0), (24, 0), ("2026-03-28T23:00Z", "2026-03-29T22:00Z")),
        # 03:00 becomes 02:00
        ("2026-10-25", (1, 0), (6, 0), ("2026-10-24T23:00Z", "2026-10-25T05:00Z")),
        ("2026-10-25", (22, 0), (6, 0), ("2026-10-25T21:00Z", "2026-10-25T23:00Z")),
    ],
)
def test_the_night_in_which_clocks_change(
    day: str, opens: tuple[int, int], closes: tuple[int, int], expected: tuple[str, str] | None
) -> None:
    hours = hours_of({"sun": (Interval(minutes(*opens), minutes(*closes)),)})
    found = open_intervals(
        hours, NO_HOLIDAYS, date.fromisoformat(day), date.fromisoformat(day), "Europe/Berlin"
    )
    assert found == (((moment(expected[0]), moment(expected[1])),) if expected else ())


def test_what_the_clocks_pass_twice_is_open_twice() -> None:
    hours = hours_of({"sun": (Interval(minutes(1, 0), minutes(2, 30)),)})
    day = date(2026, 10, 25)
    assert open_intervals(hours, NO_HOLIDAYS, day, day, "Europe/Berlin") == (
        (moment("2026-10-24T23:00Z"), moment("2026-10-25T00:30Z")),
        (moment("2026-10-25T01:00Z"), moment("2026-10-25T01:30Z")),
    )


def test_round_the_clock_is_one_interval_even_on_holidays() -> None:
    first, last = date(2026, 12, 24), date(2026, 12, 26)
    assert open_intervals(ALWAYS, holidays_of(first), first, last, "Asia/Jakarta") == (
        (moment("2026-12-23T17:00Z"), moment("2026-12-26T17:00Z")),
    )


def test_hours_that_meet_at_midnight_are_one_interval() -> None:
    hours = hours_of({"mon": (Interval(1200, 1440),), "tue": (Interval(0, 120),)})
    assert len(open_intervals(hours, NO_HOLIDAYS, date(2026, 3, 16), date(2026, 3, 17), "UTC")) == 1


MONDAY = date(2026, 3, 16)
OFFICE = (Interval(480, 1020),)


@pytest.mark.parametrize(
    ("hours", "holidays", "is_open"),
    [
        (hours_of({"mon": OFFICE}), NO_HOLIDAYS, True),
        (hours_of({"mon": OFFICE}), holidays_of(MONDAY), False),
        (hours_of({"mon": OFFICE}, on_holidays=True), holidays_of(MONDAY), True),
        (hours_of({"mon": OFFICE}), holidays_of(estimated=(MONDAY,)), True),
        (
            hours_of({}, HoursException(MONDAY, MONDAY, {"mon": OFFICE}, NOTHING)),
            holidays_of(MONDAY),
            True,
        ),
        (
            hours_of(
                {"mon": OFFICE},
                HoursException(MONDAY, MONDAY, {"mon": OFFICE}, NOTHING),
                HoursException(MONDAY, MONDAY, {}, NOTHING),
            ),
            NO_HOLIDAYS,
            False,
        ),
    ],
    ids=["week", "holiday", "open on holidays", "estimate", "exception", "later exception"],
)
def test_what_wins_on_a_day(hours: Hours, holidays: Holidays, is_open: bool) -> None:
    assert bool(open_intervals(hours, holidays, MONDAY, MONDAY, "Asia/Jakarta")) == is_open


def test_no_days_are_no_intervals() -> None:
    assert open_intervals(ALWAYS, NO_HOLIDAYS, date(2026, 3, 2), date(2026, 3, 1), "UTC") == ()
