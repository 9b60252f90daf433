"""`contact-replies.json`: by when each channel answers, for scripts that say it of a request.

Everything that needs a calendar, the organisation's holidays or its time zone is worked out here,
so that a browser (`theme/assets/reply-by.js`) adds and compares numbers only, and comes to the same
end as `hcgen.model.deadlines`.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain
from zoneinfo import ZoneInfo

from hcgen.model.channel import Contact
from hcgen.model.deadlines import counted_hours, known_days, promised_reply
from hcgen.model.known_time import KnownTime, known_time
from hcgen.model.opening import offsets
from hcgen.model.url import slugify
from hcgen.model.week import Ranges
from hcgen.pages.composer import Composer

_UNITS = {
    "minutes": ("minutes", 1),
    "hours": ("minutes", 60),
    "days": ("days", 1),
    "business_hours": ("open_minutes", 60),
    "business_days": ("working_days", 1),
}
"""Unit of a promise -> that of the table, and how many of it."""


def reply_times(composer: Composer) -> str:
    """Return the file's text; while a channel does not work, it promises nothing."""
    contact = replace(composer.centre.contact, channels=composer.shown.working)
    return reply_table(contact, composer.today)


def reply_table(contact: Contact, today: date) -> str:
    """Return the file's text for a site that is built on a day.

    Channels whose promises count by the same hours share a schedule.
    """
    organisation = contact.organisation
    zone = ZoneInfo(organisation.timezone)
    known = known_time(organisation, today)
    schedules: list[list[list[int]]] = []
    numbers: dict[int, int] = {}
    channels: dict[str, dict[str, int | str]] = {}
    for channel in contact.channels:
        promise = promised_reply(channel)
        if promise is None:
            continue
        unit, times = _UNITS[promise.unit]
        entry: dict[str, int | str] = {"amount": promise.amount * times, "unit": unit}
        channels[slugify(channel.id.value)] = entry
        hours = counted_hours(promise, channel.hours, organisation.business_hours)
        if hours is None:
            continue
        if id(hours) not in numbers:
            numbers[id(hours)] = len(schedules)
            schedules.append(_lengths(known_days(hours, organisation, known), known.start))
        entry["schedule"] = numbers[id(hours)]
    document = {
        "version": 1,
        "from": known.start,
        "until": known.until,
        "offsets": _offsets(known, zone),
        "channels": channels,
        "schedules": schedules,
    }
    return json.dumps(document, separators=(",", ":")) + "\n"


def _lengths(days: Iterable[Ranges], start: int) -> list[list[int]]:
    """Return for each day how long it is closed and open in turn, closed first.

    The first one counts from ``start``, and is negative where it has been open before.
    """
    found: list[list[int]] = []
    at = start
    for day in days:
        if day[-1][1] <= start:
            continue
        lengths: list[int] = []
        for edge in chain.from_iterable(day):
            lengths.append(edge - at)
            at = edge
        found.append(lengths)
    return found


def _offsets(known: KnownTime, zone: ZoneInfo) -> list[list[int]]:
    """Return from when on local time is ahead of UTC by how many minutes.

    Changes soon after the end are among them: they make days longer that end just before it.
    """
    return [
        [max(begins, known.start), offset]
        for begins, ends, offset in offsets(known.start, known.until, zone)
        if ends > known.start
    ]
