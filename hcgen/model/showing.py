"""The channels as pages show them: what is known not to work stands below what to use instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hcgen.model.channel import Channel
from hcgen.model.evidence import Record, State
from hcgen.model.help_centre import HelpCentre

COUNTS_FOR = timedelta(31)
"""For how long what a run saw is said to readers; an incident that nobody looked at again may
well be over."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The channels in the order that they have on every page (WCAG 2.2, 3.2.6).

    Attributes:
        channels: As written, but that one with an incident stands below its fallback.
        failing: Id of a channel with an incident -> what to use instead; None where nothing is
            named that works.
    """

    channels: tuple[Channel, ...]
    failing: Mapping[str, Channel | None]

    @property
    def working(self) -> tuple[Channel, ...]:
        """The channels without an incident."""
        return tuple(each for each in self.channels if each.id.value not in self.failing)


def shown_channels(centre: HelpCentre, today: date) -> Shown:
    """Return the channels of a help centre as they are to be shown on a day."""
    written = centre.contact.channels
    by_id = {channel.id.value: channel for channel in reversed(written)}
    open_ids = {
        name
        for name, channel in by_id.items()
        if (record := current_record(centre, channel, today)) and record.state is State.OPEN
    }
    if not open_ids:
        return Shown(written, {})
    failing = {name: _instead(name, by_id, open_ids) for name in by_id if name in open_ids}
    return Shown(_in_order(written, failing), failing)


def current_record(centre: HelpCentre, channel: Channel, today: date) -> Record | None:
    """Return what is known of a channel; None where nothing is, or nothing new enough."""
    record = centre.record(channel)
    if record is None or record.checked_at is None:
        return None
    return record if today - record.checked_at.date() <= COUNTS_FOR else None


def _instead(name: str, by_id: Mapping[str, Channel], open_ids: set[str]) -> Channel | None:
    """Follow the fallbacks to the first one that works."""
    passed: set[str] = set()
    while name in open_ids and name not in passed:
        passed.add(name)
        fallback = by_id[name].fallback
        if fallback is None or fallback.value not in by_id:
            return None
        name = fallback.value
    return None if name in open_ids else by_id[name]


def _in_order(
    written: Sequence[Channel], failing: Mapping[str, Channel | None]
) -> tuple[Channel, ...]:
    order: list[Channel] = []
    placed: set[str] = set()
    waiting: dict[str, list[Channel]] = {}
    for channel in written:
        name = channel.id.value
        instead = failing.get(name)
        if instead is not None and instead.id.value not in placed:
            waiting.setdefault(instead.id.value, []).append(channel)
            continue
        placed.add(name)
        order += (channel, *waiting.pop(name, ()))
    return tuple(order)
