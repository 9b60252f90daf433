"""By when a promise is to be kept."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hcgen.model.channel import Promise
from hcgen.model.holidays import Holidays
from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS, Hours, Interval
from hcgen.model.opening import day_intervals, minute_of, minutes_until, moment_at

OFFICE_DAYS = Hours(
    is_always=False,
    week={day: (Interval(0, MINUTES_PER_DAY),) for day in WEEKDAYS[:5]},
    is_open_on_holidays=False,
    exceptions=(),
)
"""What business time is where nobody says it: whole days from Monday to Friday."""

_MOST_DAYS = 10 * 366


def reply_by(
    received: datetime,
    promise: Promise,
    hours: Hours | None,
    business_hours: Hours | None,
    holidays: Holidays,
    timezone: str,
) -> datetime | None:
    """Return the moment by which a promise is kept, for a message received at a moment.

    What comes after the day's close, or on a day without hours, counts as received when the next
    working day opens. Minutes, hours and days then run on at night; days end at the same time of
    the day. Business hours run only while it is open. Business days end when the last of them
    closes: the day of receipt is none of them.

    Args:
        received: Aware.
        hours: Of the channel; None: not said, and so no reason to wait. Minutes, hours and days
            begin in them.
        business_hours: Of the organisation; None: those of the channel, else `OFFICE_DAYS`.
        holidays: The answer is certain only up to their ``valid_through``.
        timezone: IANA name.

    Returns:
        In that zone; None where there are no hours within ten years to keep it in.
    """
    zone = ZoneInfo(timezone)
    # rounded up: never a promise too short
    minute = minutes_until(received + timedelta(minutes=1) - timedelta.resolution)
    if promise.unit in ("business_hours", "business_days"):
        days = _working_days(minute, business_hours or hours or OFFICE_DAYS, holidays, zone)
        if promise.unit == "business_days":
            end = _close_of(promise.amount, days)
        else:
            end = _after_open_minutes(promise.amount * 60, minute, days)
        return None if end is None else moment_at(end, zone)
    if hours is not None:
        begin = next(_working_days(minute, hours, holidays, zone), None)
        if begin is None:
            return None
        minute = max(minute, begin[0][0])
    if promise.unit == "days":
        local = moment_at(minute, zone).replace(tzinfo=None) + timedelta(promise.amount)
        return moment_at(minute_of(local, zone, is_last=True), zone)
    length = promise.amount * (60 if promise.unit == "hours" else 1)
    return moment_at(minute + length, zone)


def _working_days(
    minute: int, hours: Hours, holidays: Holidays, zone: ZoneInfo
) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the intervals of each day with hours, from the one that has not closed by ``minute``.

    The hours of the day before may reach over midnight.
    """
    if not (hours.is_always or any(hours.week.values()) or hours.exceptions):
        return
    yesterday = moment_at(minute, zone).date() - timedelta(1)
    for step in range(_MOST_DAYS):
        intervals = tuple(sorted(day_intervals(hours, holidays, yesterday + timedelta(step), zone)))
        if intervals and max(closes for _, closes in intervals) > minute:
            yield intervals


def _close_of(amount: int, days: Iterator[tuple[tuple[int, int], ...]]) -> int | None:
    """Return when the day closes that is so many working days after the first one."""
    for passed, intervals in enumerate(days):
        if passed == amount:
            return max(closes for _, closes in intervals)
    return None


def _after_open_minutes(
    wanted: int, minute: int, days: Iterator[tuple[tuple[int, int], ...]]
) -> int | None:
    """Return when so many minutes of open time have passed since ``minute``."""
    for intervals in days:
        for opens, closes in intervals:
            # hours of two days may overlap around midnight: no minute counts twice
            begin = max(opens, minute)
            if closes - begin >= wanted:
                return begin + wanted
            wanted -= max(0, closes - begin)
            minute = max(minute, closes)
    return None
