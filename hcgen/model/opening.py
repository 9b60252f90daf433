"""When something is open, as moments in UTC that need no calendar and no time zone any more."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hcgen.model.holidays import Holidays
from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS, Hours, Interval
from hcgen.model.week import exception_on, merged, within_days

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_WHOLE_DAY = (Interval(0, MINUTES_PER_DAY),)


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
    on_the_wall = merged(
        (_midnight(day) + opens, _midnight(day) + closes)
        for day in _days(first - timedelta(1), last)
        for opens, closes in map(within_days, local_intervals(hours, holidays, day))
    )
    midnight, end = _midnight(first), _midnight(last) + MINUTES_PER_DAY
    found: list[tuple[int, int]] = []
    for begins, ends, offset in offsets(midnight, end, zone):
        # in this time the wall is as far from UTC as `offset` says
        from_wall = max(midnight, begins + offset)
        to_wall = min(end, ends + offset)
        found += [
            (max(opens, from_wall) - offset, min(closes, to_wall) - offset)
            for opens, closes in on_the_wall
            if opens < to_wall and closes > from_wall
        ]
    return merged(found)


def day_intervals(
    hours: Hours, holidays: Holidays, day: date, zone: ZoneInfo
) -> Iterator[tuple[int, int]]:
    """Yield the intervals that begin on a day, as `open_intervals` has them, but not merged."""
    for begin, end in map(within_days, local_intervals(hours, holidays, day)):
        opens = minute_of(_local(day, begin), zone)
        closes = minute_of(_local(day, end), zone, is_last=True)
        if opens < closes:
            yield opens, closes


def local_intervals(hours: Hours, holidays: Holidays, day: date) -> tuple[Interval, ...]:
    """Return the hours of one day by the clock on the wall; empty where it is closed."""
    if hours.is_always:
        return _WHOLE_DAY
    weekday = WEEKDAYS[day.weekday()]
    exception = exception_on(hours, day)
    if exception is not None:
        return exception.week.get(weekday, ())
    if holidays.is_holiday(day) and not hours.is_open_on_holidays:
        return ()
    return hours.week.get(weekday, ())


def minute_of(local: datetime, zone: ZoneInfo, *, is_last: bool = False) -> int:
    """Return the minute since 1970-01-01T00:00Z at which clocks show a local time.

    Args:
        local: Without a zone.
        is_last: Of two moments with that time, the later one.
    """
    # PEP 495: in a gap, fold=0 gives the later moment, and in a repeated hour the earlier one
    early = minutes_until(local.replace(tzinfo=zone, fold=0))
    late = minutes_until(local.replace(tzinfo=zone, fold=1))
    if early > late:
        return _change(late, early, zone)
    return late if is_last else early


def moment_at(minute: int, zone: ZoneInfo) -> datetime:
    """Return a minute since 1970-01-01T00:00Z as a moment of a time zone."""
    return (_EPOCH + minute * _MINUTE).astimezone(zone)


def minutes_until(moment: datetime) -> int:
    """Return the whole minutes from 1970-01-01T00:00Z to a moment."""
    return (moment - _EPOCH) // _MINUTE


def offsets(first: int, last: int, zone: ZoneInfo) -> Iterator[tuple[int, int, int]]:
    """Yield the times in which the offset of a zone stays the same, with that offset.

    All in minutes; beginnings and ends are of UTC, and reach two days beyond what is asked for, so
    that this may be of any zone: none is further from UTC than one day.
    """
    begins = at = first - 2 * MINUTES_PER_DAY
    end = last + 2 * MINUTES_PER_DAY
    offset = _offset(at, zone)
    while at < end:
        after = at + MINUTES_PER_DAY
        if _offset(after, zone) != offset:
            after = _change(at, after, zone)
            yield begins, after, offset
            begins, offset = after, _offset(after, zone)
        at = after
    yield begins, end, offset


def _change(before: int, after: int, zone: ZoneInfo) -> int:
    """Return the first minute with another offset, between one before the change and one after."""
    offset = _offset(before, zone)
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(middle, zone) == offset:
            before = middle
        else:
            after = middle
    return after


def _local(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _midnight(day: date) -> int:
    return (day - _EPOCH.date()).days * MINUTES_PER_DAY


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(number)


def _offset(minute: int, zone: ZoneInfo) -> int:
    offset = moment_at(minute, zone).utcoffset()
    assert offset is not None
    return offset // _MINUTE
