"""Holidays of the organisation, as its lock file froze them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off.

    Attributes:
        names: Language tag -> name, for those that are known.
        is_estimated: The day is a guess (by the moon, say) until somebody announces it; it is no
            holiday to anybody who asks for facts.
    """

    day: date
    names: Mapping[str, str]
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Holidays:
    """All that is known.

    Attributes:
        days: In rising order.
        valid_through: The last day up to which everything is known; None where no holidays are
            looked after.
    """

    days: Mapping[date, Holiday] = field(default_factory=dict)
    valid_through: date | None = None

    def is_holiday(self, day: date) -> bool:
        """Tell whether a day is off for certain."""
        holiday = self.days.get(day)
        return holiday is not None and not holiday.is_estimated


NO_HOLIDAYS = Holidays()
"""Of an organisation that names no calendar."""
