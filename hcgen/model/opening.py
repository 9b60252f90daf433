"""Opening hours as moments: which minutes of which days, wherever the clocks are set."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hcgen.model.holidays import Holidays
from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS, Hours, Interval

_MINUTE = 60
_EPOCH = date(1970, 1, 1)


def open_intervals(
    hours: Hours, holidays: Holidays, first: date, last: date, timezone: str
) -> tuple[tuple[int, int], ...]:
    """Return when it is open between two days of a time zone, both included.

    It is open whenever the clock on the wall shows one of the times: an hour that the clocks pass
    twice counts twice, one that they skip does not count. An exception wins over a holiday, a
    holiday over the week. What began the evening before counts as far as it reaches into the first
    day.

    Args:
        timezone: IANA name.

    Returns:
        Opening and closing in minutes since 1970 (UTC), merged, in rising order.
    """
    zone = ZoneInfo(timezone)
    on_the_wall = _merged(
        (start + interval.opens, start + interval.closes + is_next_day * MINUTES_PER_DAY)
        for day in _days(first - timedelta(1), last)
        for interval in intervals_on(hours, holidays, day)
        for start in ((day - _EPOCH).days * MINUTES_PER_DAY,)
        for is_next_day in (interval.closes <= interval.opens,)
    )
    midnight = (first - _EPOCH).days * MINUTES_PER_DAY
    end = (last - _EPOCH).days * MINUTES_PER_DAY + MINUTES_PER_DAY
    found: list[tuple[int, int]] = []
    for begins, ends, offset in _offsets(midnight, end, zone):
        # in this time the wall is as far from UTC as `offset` says
        from_wall = max(midnight, begins + offset)
        to_wall = min(end, ends + offset)
        found += [
            (max(opens, from_wall) - offset, min(closes, to_wall) - offset)
            for opens, closes in on_the_wall
            if opens < to_wall and closes > from_wall
        ]
    return tuple(_merged(sorted(found)))


def intervals_on(hours: Hours, holidays: Holidays, day: date) -> tuple[Interval, ...]:
    """Return the opening times that begin on a day, in rising order."""
    if hours.is_always:
        return (Interval(0, MINUTES_PER_DAY),)
    weekday = WEEKDAYS[day.weekday()]
    for exception in hours.exceptions:
        if exception.first <= day <= exception.last:
            return exception.week.get(weekday, ())
    if not hours.is_open_on_holidays and holidays.is_holiday(day):
        return ()
    return hours.week.get(weekday, ())


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(number)


def _merged(intervals: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for opens, closes in intervals:
        if found and opens <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], closes))
        elif opens < closes:
            found.append((opens, closes))
    return found


def _offsets(midnight: int, end: int, zone: ZoneInfo) -> Iterator[tuple[int, int, int]]:
    """Yield the times in which the offset of a zone stays the same, with that offset.

    All in minutes; beginnings and ends are of UTC, and reach two days beyond what is asked for, as
    no zone is further from UTC than one.
    """
    begins = at = midnight - 2 * MINUTES_PER_DAY
    last = end + 2 * MINUTES_PER_DAY
    offset = _offset(at, zone)
    while at < last:
        after = at + MINUTES_PER_DAY
        if _offset(after, zone) != offset:
            while after - at > 1:
                middle = (at + after) // 2
                if _offset(middle, zone) == offset:
                    at = middle
                else:
                    after = middle
            yield begins, after, offset
            begins, offset = after, _offset(after, zone)
        at = after
    yield begins, last, offset


def _offset(minute: int, zone: ZoneInfo) -> int:
    offset = datetime.fromtimestamp(minute * _MINUTE, UTC).astimezone(zone).utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // _MINUTE
