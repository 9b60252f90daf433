"""Opening hours: intervals of a week in one time zone, holidays and exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hcgen.model.localized import Localized
from hcgen.source import Span

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""ISO 8601 order, as in `date.weekday()`."""

MINUTES_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Interval:
    """Opening and closing in minutes after midnight; ``closes <= opens`` ends the next day."""

    opens: int
    closes: int


Week = Mapping[str, tuple[Interval, ...]]
"""Weekday (of `WEEKDAYS`) -> intervals in rising order; an absent day is closed."""


@dataclass(frozen=True, slots=True)
class HoursException:
    """Other hours between two days, both included.

    Attributes:
        place: Where its last day is written; None: nowhere.
    """

    first: date
    last: date
    week: Week
    reason: Localized
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody answers, in the organisation's zone.

    Attributes:
        is_always: Round the clock, every day; the week is then empty.
        is_open_on_holidays: Holidays follow the week instead of being closed.
    """

    is_always: bool
    week: Week
    is_open_on_holidays: bool
    exceptions: tuple[HoursException, ...]


ALWAYS = Hours(is_always=True, week={}, is_open_on_holidays=True, exceptions=())
"""Round the clock."""
