"""By when a promise is to be kept."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hcgen.model.channel import Channel, Organisation, Promise
from hcgen.model.holidays import Holidays
from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS, Hours, Interval
from hcgen.model.known_time import KnownTime
from hcgen.model.opening import day_intervals, minute_of, minutes_until, moment_at
from hcgen.model.week import Ranges, merged

REPLY_FIELDS = ("answer_within", "respond_within")
"""Promises of an answer by a person, best first: to acknowledge is no answer, and a solution has no
day."""

OFFICE_DAYS = Hours(
    is_always=False,
    week={day: (Interval(0, MINUTES_PER_DAY),) for day in WEEKDAYS[:5]},
    is_open_on_holidays=False,
    exceptions=(),
)
"""What business time is where nobody says it: whole days from Monday to Friday."""

_MOST_DAYS = timedelta(10 * 366)


def promised_reply(channel: Channel) -> Promise | None:
    """Return the promise that tells when a request is answered; None: there is none."""
    if not channel.takes_requests:
        return None
    return next((channel.promise[name] for name in REPLY_FIELDS if name in channel.promise), None)


def channel_reply_by(
    received: datetime, channel: Channel, organisation: Organisation, known: KnownTime
) -> datetime | None:
    """Return by when a channel answers a request, where a site can say so.

    Pages, the table for the browser, and checks all go by this.

    Args:
        received: Aware.

    Returns:
        In the organisation's zone; None where no answer is promised, and where the request or the
        answer is outside of the time whose holidays are known.
    """
    promise = promised_reply(channel)
    if promise is None or not known.start <= minute_rounded_up(received) < known.until:
        return None
    end = reply_by(
        received,
        promise,
        channel.hours,
        organisation.business_hours,
        organisation.holidays,
        organisation.timezone,
    )
    return None if end is None or minutes_until(end) > known.until else end


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
    minute = minute_rounded_up(received)
    counted = counted_hours(promise, hours, business_hours)
    days = None
    if counted is not None:
        # the hours of the day before may reach over midnight
        first = moment_at(minute, zone).date() - timedelta(1)
        days = working_days(counted, holidays, first, first + _MOST_DAYS, zone)
    end = end_of(promise, minute, days, zone)
    return None if end is None else moment_at(end, zone)


def minute_rounded_up(moment: datetime) -> int:
    """Return the first minute since 1970 (UTC) that is not before a moment.

    Who counts from it never promises too much.
    """
    return minutes_until(moment + timedelta(minutes=1) - timedelta.resolution)


def counted_hours(
    promise: Promise, hours: Hours | None, business_hours: Hours | None
) -> Hours | None:
    """Return the hours whose days a promise is counted by, of those that `reply_by` is given.

    Returns:
        None where there is nothing to wait for: the time runs from the moment of receipt.
    """
    if promise.unit in ("business_hours", "business_days"):
        return business_hours or hours or OFFICE_DAYS
    return None if hours is None or hours.is_always else hours


def working_days(
    hours: Hours, holidays: Holidays, first: date, last: date, zone: ZoneInfo
) -> Iterator[Ranges]:
    """Yield when each day with hours is open, between two days, both included.

    In minutes since 1970 (UTC), merged within the day; days that reach over midnight may overlap.
    """
    if not (hours.is_always or any(hours.week.values()) or hours.exceptions):
        return
    for number in range((last - first).days + 1):
        if intervals := merged(day_intervals(hours, holidays, first + timedelta(number), zone)):
            yield intervals


def known_days(hours: Hours, organisation: Organisation, known: KnownTime) -> Iterator[Ranges]:
    """Return the working days of the known time, and the evening that may reach into it."""
    zone = ZoneInfo(organisation.timezone)
    evening = known.first - timedelta(1)
    return working_days(hours, organisation.holidays, evening, known.last, zone)


def end_of(
    promise: Promise, minute: int, days: Iterable[Ranges] | None, zone: ZoneInfo
) -> int | None:
    """Return the minute by which a promise is kept, for a message received at a minute.

    Args:
        days: `working_days` by the `counted_hours`, from any day on before which all have closed;
            None where these are.

    Returns:
        None where the days do not suffice.
    """
    still_open = (day for day in days or () if day[-1][1] > minute)
    if promise.unit == "business_days":
        return _close_of(promise.amount, still_open)
    if promise.unit == "business_hours":
        return _after_open_minutes(promise.amount * 60, minute, still_open)
    if days is not None:
        begin = next(still_open, None)
        if begin is None:
            return None
        minute = max(minute, begin[0][0])
    if promise.unit == "days":
        local = moment_at(minute, zone).replace(tzinfo=None) + timedelta(promise.amount)
        return minute_of(local, zone, is_last=True)
    return minute + promise.amount * (60 if promise.unit == "hours" else 1)


def _close_of(amount: int, days: Iterable[Ranges]) -> int | None:
    """Return when the day closes that is so many working days after the first one."""
    for passed, intervals in enumerate(days):
        if passed == amount:
            return intervals[-1][1]
    return None


def _after_open_minutes(wanted: int, minute: int, days: Iterable[Ranges]) -> int | None:
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
