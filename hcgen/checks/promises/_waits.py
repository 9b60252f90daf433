"""How long customers wait for an answer in the time that lies ahead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hcgen.model.channel import Channel, Organisation
from hcgen.model.deadlines import counted_hours, end_of, known_days, promised_reply
from hcgen.model.known_time import known_time
from hcgen.model.opening import minute_of, moment_at
from hcgen.model.week import Ranges


@dataclass(frozen=True, slots=True)
class Wait:
    """A time between receipt and answer, in minutes since 1970 (UTC)."""

    received: int
    answered: int
    zone: ZoneInfo

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.answered - self.received

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """Its beginning and its end by the clock on the wall, without a zone."""
        begin, end = (moment_at(each, self.zone) for each in (self.received, self.answered))
        return begin.replace(tzinfo=None), end.replace(tzinfo=None)

    @property
    def length(self) -> timedelta:
        """How long it takes by the calendar, where a day is a day when the clocks change too."""
        begin, end = self.moments
        return end - begin


class Waits:
    """The waits that an organisation's promises lead to, from a day on.

    Only those for what comes at the beginning of that day or as it closes. Any other is shorter
    than one of them, or as long: while it is closed, the answer comes no later for what comes
    later; while it is open, its own time is put off by as much.
    """

    def __init__(self, organisation: Organisation, today: date) -> None:
        self._organisation = organisation
        self._zone = ZoneInfo(organisation.timezone)
        self._known = known_time(organisation, today)
        self._since = minute_of(datetime.combine(today, time()), self._zone)
        self._days: dict[int, tuple[Ranges, ...]] = {}

    def of(self, channel: Channel) -> Iterator[Wait]:
        """Yield the waits of a channel, earliest first, of which the end is known."""
        promise = promised_reply(channel)
        if promise is None:
            return
        organisation = self._organisation
        hours = counted_hours(promise, channel.hours, organisation.business_hours)
        if hours is None:
            moments: Iterator[tuple[int, tuple[Ranges, ...] | None]] = iter([(self._since, None)])
        else:
            if id(hours) not in self._days:
                self._days[id(hours)] = tuple(known_days(hours, organisation, self._known))
            moments = self._closes(
                self._days[id(hours)], has_breaks=promise.unit == "business_hours"
            )
        for minute, days in moments:
            end = end_of(promise, minute, days, self._zone)
            if end is None or end > self._known.until:
                continue
            yield Wait(minute, end, self._zone)

    def _closes(
        self, days: tuple[Ranges, ...], *, has_breaks: bool
    ) -> Iterator[tuple[int, tuple[Ranges, ...]]]:
        """Yield the first moment, then each at which it closes, with the days from then on.

        Args:
            has_breaks: It closes for the time between two intervals of a day too.
        """
        yield self._since, days
        for number, day in enumerate(days):
            # the day before may be open for longer
            following = days[max(0, number - 1) :]
            for _, closes in day if has_breaks else day[-1:]:
                if self._since < closes < self._known.until:
                    yield closes, following
