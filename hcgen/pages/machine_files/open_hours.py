"""`contact-hours.json`: when each channel is open, for scripts that say so now.

Minutes since 1970 in UTC, worked out where the rules of the organisation's time zone and its
holidays are known, so that a browser only has to look up a number. It ends some day: past its end
nobody knows the exceptions and holidays.
"""

import json
from collections.abc import Sequence

from hcgen.model.known_time import known_time
from hcgen.model.opening import open_intervals
from hcgen.model.url import slugify
from hcgen.pages.composer import Composer


def open_hours(composer: Composer) -> str:
    """Return the file's text: channels with the same hours share a schedule."""
    contact = composer.centre.contact
    organisation = contact.organisation
    known = known_time(organisation, composer.today)
    start, end = known.start, known.until
    schedules: list[list[int]] = []
    numbers: dict[int, int] = {}
    channels: dict[str, int | str] = {}
    for channel in contact.channels:
        if channel.hours is None:
            continue
        name = slugify(channel.id.value)
        if channel.hours.is_always:
            channels[name] = "always"
            continue
        number = numbers.get(id(channel.hours))
        if number is None:
            number = numbers[id(channel.hours)] = len(schedules)
            intervals = open_intervals(
                channel.hours,
                organisation.holidays,
                known.first,
                known.last,
                organisation.timezone,
            )
            schedules.append(_lengths(intervals, start, end))
        channels[name] = number
    document = {"version": 1, "from": start, "until": end, "channels": channels}
    return json.dumps({**document, "schedules": schedules}, separators=(",", ":")) + "\n"


def _lengths(intervals: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """Return how long it is closed and open in turn, closed first."""
    lengths: list[int] = []
    at = start
    for opens, closes in intervals:
        opens, closes = max(opens, start), min(closes, end)
        if opens >= closes:
            continue
        lengths += (opens - at, closes - opens)
        at = closes
    return lengths
