"""When something is open, as moments in UTC that need no calendar and no time zone any more."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hcgen.model.holidays import Holidays
from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS, Hours, Interval

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_WHOLE_DAY = (Interval(0, MINUTES_PER_DAY),)


def open_intervals(
    hours: Hours, holidays: Holidays, first: date, last: date, timezone: str
) -> tuple[tuple[int, int], ...]:
    """Return when it is open on the days from ``first`` to ``last``, both included.

    A time that the clocks leave out counts as the first moment after the gap. Of a time that they
    show twice, the first one opens and the last one closes.

    Args:
        hours: Exceptions win over holidays, and among each other the later in the list.
        timezone: IANA name, of the hours and of the days.

    Returns:
        Half-open intervals in minutes since 1970-01-01T00:00Z, earliest first, that neither overlap
        nor touch. One that begins on ``last`` and ends after midnight is whole; one that began on
        the day before ``first`` is not there.
    """
    zone = ZoneInfo(timezone)
    found: list[tuple[int, int]] = []
    day = first
    while day <= last:
        found += day_intervals(hours, holidays, day, zone)
        day += timedelta(1)
    merged: list[tuple[int, int]] = []
    for opens, closes in sorted(found):
        if merged and opens <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(closes, merged[-1][1]))
        else:
            merged.append((opens, closes))
    return tuple(merged)


def day_intervals(
    hours: Hours, holidays: Holidays, day: date, zone: ZoneInfo
) -> Iterator[tuple[int, int]]:
    """Yield the intervals that begin on a day, as `open_intervals` has them, but not merged."""
    for interval in local_intervals(hours, holidays, day):
        end = interval.closes
        if end <= interval.opens:
            end += MINUTES_PER_DAY
        opens = minute_of(_local(day, interval.opens), zone)
        closes = minute_of(_local(day, end), zone, is_last=True)
        if opens < closes:
            yield opens, closes


def local_intervals(hours: Hours, holidays: Holidays, day: date) -> tuple[Interval, ...]:
    """Return the hours of one day by the clock on the wall; empty where it is closed."""
    if hours.is_always:
        return _WHOLE_DAY
    weekday = WEEKDAYS[day.weekday()]
    for exception in reversed(hours.exceptions):
        if exception.first <= day <= exception.last:
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
    early = _minutes_since_epoch(local.replace(tzinfo=zone, fold=0))
    late = _minutes_since_epoch(local.replace(tzinfo=zone, fold=1))
    if early > late:
        return _end_of_gap(late, early, zone)
    return late if is_last else early


def _end_of_gap(before: int, after: int, zone: ZoneInfo) -> int:
    """Return the first minute after the clocks jumped, between a moment before and one after."""
    jumped = _at(after, zone).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        if _at(middle, zone).utcoffset() == jumped:
            after = middle
        else:
            before = middle
    return after


def _local(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _minutes_since_epoch(moment: datetime) -> int:
    return (moment.astimezone(UTC) - _EPOCH) // _MINUTE


def _at(minute: int, zone: ZoneInfo) -> datetime:
    return (_EPOCH + minute * _MINUTE).astimezone(zone)
