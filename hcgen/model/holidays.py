"""Holidays as frozen data: which days are known to be holidays, and up to when that is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hcgen.model.localized import Localized
from hcgen.source import Span


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day.

    Attributes:
        name: In the languages in which it is known.
        is_estimated: It may turn out to be another day: never a fact to publish or to count with.
        place: Where it is written.
    """

    day: date
    name: Localized
    is_estimated: bool
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class HolidayCalendar:
    """Which holidays an organisation keeps.

    Attributes:
        code: ISO 3166-1 alpha-2, upper case.
        include: Categories of the `holidays` package, such as ``public``, sorted.
        subdivision: State or province, as the package calls it; empty: only what all have.
        place: Where ``code`` is written.
    """

    code: str
    include: tuple[str, ...]
    subdivision: str
    place: Span


@dataclass(frozen=True, slots=True)
class Holidays:
    """The holidays of an organisation.

    Attributes:
        days: Day -> holiday, in rising order, the estimated ones among them.
        valid_through: The last day up to which all holidays are certain; before all days where
            they should be known and are not; None where the organisation keeps no calendar of
            holidays, so that none can be missing.
        calendar: None where the organisation names none.
    """

    days: Mapping[date, Holiday] = field(default_factory=dict)
    valid_through: date | None = None
    calendar: HolidayCalendar | None = None

    def is_holiday(self, day: date) -> bool:
        """Tell whether a day is certain to be a holiday."""
        holiday = self.days.get(day)
        return holiday is not None and not holiday.is_estimated

    @property
    def known(self) -> tuple[Holiday, ...]:
        """The certain ones, earliest first."""
        return tuple(holiday for holiday in self.days.values() if not holiday.is_estimated)

    @property
    def estimated(self) -> tuple[Holiday, ...]:
        """Those that may turn out to be other days, earliest first."""
        return tuple(holiday for holiday in self.days.values() if holiday.is_estimated)


NO_HOLIDAYS = Holidays()
"""What an organisation has that names no calendar and no days."""
