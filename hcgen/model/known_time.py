"""How far ahead a site can say when somebody is there."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hcgen.model.channel import Organisation
from hcgen.model.opening import minute_of

_LONGEST = timedelta(400)


@dataclass(frozen=True, slots=True)
class KnownTime:
    """The days whose exceptions and holidays a site knows when it is built.

    Attributes:
        first: The day before the site was built, which may not be over for some readers.
        last: Included.
        start: The minute since 1970 (UTC) at which the first day begins.
        until: The first minute after the last day.
    """

    first: date
    last: date
    start: int
    until: int


def known_time(organisation: Organisation, today: date) -> KnownTime:
    """Return the days up to the end of the holidays, and 400 at most."""
    zone = ZoneInfo(organisation.timezone)
    first = today - timedelta(1)
    last = first + _LONGEST
    if organisation.holidays.valid_through is not None:
        last = min(last, max(organisation.holidays.valid_through, first))
    start, until = (
        minute_of(datetime.combine(day, time()), zone) for day in (first, last + timedelta(1))
    )
    return KnownTime(first, last, start, until)
