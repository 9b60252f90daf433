"""The minutes that hours cover: of a week that comes again and again, or of days of the calendar.

Minutes are kept as merged ranges: rising, half-open, and none of them touches the next one.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS, Hours, HoursException, Interval, Week

MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY

Ranges = tuple[tuple[int, int], ...]
"""Merged ranges of minutes. In a week they count from Monday 00:00 and end at `MINUTES_PER_WEEK`;
on days of the calendar they count from the day with the ordinal 0 (`first_minute`)."""

WHOLE_WEEK: Ranges = ((0, MINUTES_PER_WEEK),)
"""Round the clock."""


def open_ranges(hours: Hours) -> Ranges:
    """Return the minutes of an ordinary week; what goes beyond Sunday night opens the Monday."""
    if hours.is_always:
        return WHOLE_WEEK
    found: list[tuple[int, int]] = []
    for opens, closes in _week_minutes(hours.week):
        found.append((opens, min(closes, MINUTES_PER_WEEK)))
        if closes > MINUTES_PER_WEEK:
            found.append((0, closes - MINUTES_PER_WEEK))
    return merged(found)


def open_between(hours: Hours, first: date, last: date) -> Ranges:
    """Return the open minutes from one day to another, both included, by `first_minute`.

    Exceptions count, holidays do not. What opened on the evening before counts from midnight.
    """
    start, end = first_minute(first), first_minute(last) + MINUTES_PER_DAY
    if hours.is_always:
        return ((start, end),)
    found: list[tuple[int, int]] = []
    day = first - timedelta(1) if first > date.min else first
    while day <= last:
        for interval in week_on(hours, day).get(WEEKDAYS[day.weekday()], ()):
            opens, closes = within_days(interval)
            found.append((first_minute(day) + opens, first_minute(day) + closes))
        if day == date.max:
            break
        day += timedelta(1)
    return intersection(merged(found), ((start, end),))


def week_on(hours: Hours, day: date) -> Week:
    """Return the week that counts on a day: that of the exception around it, else its own."""
    exception = exception_on(hours, day)
    return hours.week if exception is None else exception.week


def exception_on(hours: Hours, day: date) -> HoursException | None:
    """Return the exception that counts on a day: of several around it, the last one written."""
    for exception in reversed(hours.exceptions):
        if exception.first <= day <= exception.last:
            return exception
    return None


def first_minute(day: date) -> int:
    """Return the minute with which a day begins, counted from the day with the ordinal 0."""
    return day.toordinal() * MINUTES_PER_DAY


def merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Return ranges in any order, which may overlap, as merged ones; empty ones are left out."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def union(sets: Iterable[Ranges]) -> Ranges:
    """Return the minutes that are in at least one of them."""
    return merged(part for ranges in sets for part in ranges)


def difference(ranges: Ranges, others: Ranges) -> Ranges:
    """Return the minutes of the first that are not in the second."""
    found: list[tuple[int, int]] = []
    index = 0
    for start, end in ranges:
        while index < len(others) and others[index][1] <= start:
            index += 1
        place, at = start, index
        while at < len(others) and others[at][0] < end:
            if others[at][0] > place:
                found.append((place, others[at][0]))
            place = max(place, others[at][1])
            at += 1
        if place < end:
            found.append((place, end))
    return tuple(found)


def intersection(ranges: Ranges, others: Ranges) -> Ranges:
    """Return the minutes that are in both."""
    return difference(ranges, difference(ranges, others))


def joined_at_the_end(ranges: Ranges) -> Ranges:
    """Return the ranges of a week with that of Sunday night and that of Monday morning as one.

    It ends beyond `MINUTES_PER_WEEK` then. A whole week stays as it is.
    """
    if len(ranges) > 1 and ranges[0][0] == 0 and ranges[-1][1] == MINUTES_PER_WEEK:
        return (*ranges[1:-1], (ranges[-1][0], MINUTES_PER_WEEK + ranges[0][1]))
    return ranges


def longest_closed(ranges: Ranges) -> int:
    """Return the minutes of the longest time in which a week with these open minutes is closed."""
    closed = joined_at_the_end(difference(WHOLE_WEEK, ranges))
    return max((end - start for start, end in closed), default=0)


def overlapping_days(week: Week) -> Iterator[tuple[str, str]]:
    """Yield the day of each interval that begins before the one before it has ended, and its day.

    The one before may have begun on the same day or on an earlier one; the week is a circle.
    """
    placed = sorted(
        (day * MINUTES_PER_DAY + opens, day * MINUTES_PER_DAY + closes, WEEKDAYS[day])
        for day in range(len(WEEKDAYS))
        for opens, closes in map(within_days, week.get(WEEKDAYS[day], ()))
    )
    if len(placed) < 2:
        return
    first = placed[0]
    following = (first[0] + MINUTES_PER_WEEK, first[1] + MINUTES_PER_WEEK, first[2])
    latest = placed[0]
    for interval in (*placed[1:], following):
        if interval[0] < latest[1]:
            yield interval[2], latest[2]
        latest = max(latest, interval, key=lambda one: one[1])


def _week_minutes(week: Mapping[str, tuple[Interval, ...]]) -> Iterator[tuple[int, int]]:
    for number, day in enumerate(WEEKDAYS):
        for interval in week.get(day, ()):
            opens, closes = within_days(interval)
            yield number * MINUTES_PER_DAY + opens, number * MINUTES_PER_DAY + closes


def within_days(interval: Interval) -> tuple[int, int]:
    """Return opening and closing from the day's midnight, closing after opening."""
    if interval.closes > interval.opens:
        return interval.opens, interval.closes
    return interval.opens, interval.closes + MINUTES_PER_DAY
