"""The minutes that hours cover, against an oracle that looks at each minute by itself."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hcgen.model.holidays import NO_HOLIDAYS
from hcgen.model.hours import ALWAYS, WEEKDAYS, Hours, HoursException, Interval
from hcgen.model.localized import NOTHING
from hcgen.model.opening import local_intervals
from hcgen.model.week import (
    MINUTES_PER_WEEK,
    WHOLE_WEEK,
    Ranges,
    difference,
    exception_on,
    first_minute,
    intersection,
    joined_at_the_end,
    longest_closed,
    merged,
    open_between,
    open_ranges,
    overlapping_days,
    union,
    week_on,
)

MONDAY = date(2027, 2, 1)

intervals = st.builds(Interval, st.integers(0, 1439), st.integers(0, 1440))
weeks = st.dictionaries(
    st.sampled_from(WEEKDAYS), st.lists(intervals, max_size=3).map(tuple), max_size=7
)
sets = st.sets(st.integers(0, 60)).map(lambda minutes: merged((m, m + 1) for m in minutes))


def hours(week: dict[str, tuple[Interval, ...]], *exceptions: HoursException) -> Hours:
    return Hours(False, week, False, exceptions)


def is_open_at(week: dict[str, tuple[Interval, ...]], minute: int) -> bool:
    """Tell whether one minute of the week is open, by asking the day and the day before."""
    day, clock = divmod(minute, 1440)
    return any(
        interval.opens <= clock < interval.closes
        if interval.opens < interval.closes
        else clock >= interval.opens
        for interval in week.get(WEEKDAYS[day], ())
    ) or any(
        interval.closes <= interval.opens and clock < interval.closes
        for interval in week.get(WEEKDAYS[day - 1], ())
    )


def minutes(ranges: Ranges) -> set[int]:
    return {minute for start, end in ranges for minute in range(start, end)}


def is_merged(ranges: Ranges) -> bool:
    flat = [place for pair in ranges for place in pair]
    return all(one < other for one, other in pairwise(flat))


@settings(max_examples=60, deadline=None)
@given(weeks)
def test_a_week_is_open_in_the_minutes_in_which_a_day_or_the_one_before_is(
    week: dict[str, tuple[Interval, ...]],
) -> None:
    ranges = open_ranges(hours(week))
    assert is_merged(ranges)
    assert minutes(ranges) == {m for m in range(MINUTES_PER_WEEK) if is_open_at(week, m)}


@settings(max_examples=40, deadline=None)
@given(weeks, weeks, st.integers(0, 9), st.integers(0, 6))
def test_days_of_the_calendar_follow_the_exception_around_the_day_on_which_it_opens(
    week: dict[str, tuple[Interval, ...]],
    other: dict[str, tuple[Interval, ...]],
    offset: int,
    length: int,
) -> None:
    first = MONDAY + timedelta(offset)
    exception = HoursException(first, first + timedelta(length), other, NOTHING)
    start = first_minute(MONDAY)
    expected = set()
    for day in range(-1, 14):
        counts = other if offset <= day <= offset + length else week
        for interval in counts.get(WEEKDAYS[day % 7], ()):
            closes = interval.closes + 1440 * (interval.closes <= interval.opens)
            expected |= {day * 1440 + minute for minute in range(interval.opens, closes)}
    ranges = open_between(hours(week, exception), MONDAY, MONDAY + timedelta(13))
    assert is_merged(ranges)
    assert {m - start for m in minutes(ranges)} == {m for m in expected if 0 <= m < 14 * 1440}


def test_of_two_exceptions_around_a_day_the_one_written_last_counts_everywhere() -> None:
    long = HoursException(MONDAY, MONDAY + timedelta(9), {"tue": (Interval(60, 120),)}, NOTHING)
    short = HoursException(MONDAY, MONDAY + timedelta(1), {"tue": (Interval(0, 30),)}, NOTHING)
    tuesday = MONDAY + timedelta(1)
    for exceptions, interval in (((long, short), (0, 30)), ((short, long), (60, 120))):
        both = hours({}, *exceptions)
        assert exception_on(both, tuesday) == exceptions[1]
        assert week_on(both, tuesday) == exceptions[1].week
        assert local_intervals(both, NO_HOLIDAYS, tuesday) == (Interval(*interval),)
        start = first_minute(tuesday)
        expected = ((start + interval[0], start + interval[1]),)
        assert open_between(both, tuesday, tuesday) == expected
    assert exception_on(hours({}, short), MONDAY + timedelta(2)) is None


@given(sets, sets)
def test_the_algebra_is_that_of_sets_of_minutes(one: Ranges, other: Ranges) -> None:
    for ranges, expected in (
        (union((one, other)), minutes(one) | minutes(other)),
        (difference(one, other), minutes(one) - minutes(other)),
        (intersection(one, other), minutes(one) & minutes(other)),
    ):
        assert is_merged(ranges)
        assert minutes(ranges) == expected


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))))
def test_merging_keeps_the_minutes(ranges: list[tuple[int, int]]) -> None:
    assert is_merged(merged(ranges))
    assert minutes(merged(ranges)) == minutes(tuple(ranges))


def test_always_is_the_whole_week_and_every_day() -> None:
    assert open_ranges(ALWAYS) == WHOLE_WEEK
    day = first_minute(MONDAY)
    assert open_between(ALWAYS, MONDAY, MONDAY) == ((day, day + 1440),)
    assert longest_closed(WHOLE_WEEK) == 0


def test_midnight_to_midnight_on_every_day_is_the_whole_week_too() -> None:
    assert open_ranges(hours({day: (Interval(0, 1440),) for day in WEEKDAYS})) == WHOLE_WEEK
    assert open_ranges(hours({day: (Interval(480, 480),) for day in WEEKDAYS})) == WHOLE_WEEK


def test_a_night_at_the_end_of_the_week_opens_the_monday() -> None:
    ranges = open_ranges(hours({"sun": (Interval(1320, 120),)}))
    assert ranges == ((0, 120), (10_080 - 120, 10_080))
    assert joined_at_the_end(ranges) == ((9960, 10_200),)


@settings(max_examples=60, deadline=None)
@given(weeks)
def test_the_longest_closed_time_is_the_longest_run_of_closed_minutes_in_two_weeks(
    week: dict[str, tuple[Interval, ...]],
) -> None:
    longest = run = 0
    for minute in range(2 * MINUTES_PER_WEEK):
        run = 0 if is_open_at(week, minute % MINUTES_PER_WEEK) else run + 1
        longest = max(longest, run)
    expected = MINUTES_PER_WEEK if longest > MINUTES_PER_WEEK else longest
    assert longest_closed(open_ranges(hours(week))) == expected


@settings(max_examples=80, deadline=None)
@given(weeks)
def test_intervals_overlap_when_their_minutes_are_counted_twice(
    week: dict[str, tuple[Interval, ...]],
) -> None:
    count = 0
    for day in range(7):
        for interval in week.get(WEEKDAYS[day], ()):
            count += (interval.closes - interval.opens - 1) % 1440 + 1
    covered = len(minutes(open_ranges(hours(week))))
    assert bool(list(overlapping_days(week))) == (count != covered)


def test_an_overlap_names_the_day_and_the_one_whose_interval_runs_into_it() -> None:
    night = (Interval(1320, 540),)
    assert list(overlapping_days({"sun": night, "mon": (Interval(480, 600),)})) == [("mon", "sun")]
    assert list(overlapping_days({"sun": night, "mon": (Interval(540, 600),)})) == []
    assert list(overlapping_days({"fri": (Interval(480, 720), Interval(700, 800))})) == [
        ("fri", "fri")
    ]
