"""What `channels.yml` says, in the form in which it is found again in articles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import phonenumbers

from hcgen.channels import kinds
from hcgen.channels.email import without_hidden_at
from hcgen.checks.context import FragmentsContext
from hcgen.checks.once import OncePerRun
from hcgen.model.channel import Channel, Promise
from hcgen.model.hours import WEEKDAYS, Hours, Interval, Week

_NOT_DIGIT = re.compile(r"[^0-9*#]")
_SAME_NETWORK = {
    "fb.com": "facebook.com",
    "m.facebook.com": "facebook.com",
    "telegram.me": "t.me",
    "threads.com": "threads.net",
    "twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
}
_MINUTES = {"minutes": 1, "hours": 60, "days": 24 * 60}


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """A number of `channels.yml`; ``channel_ids`` are of those whose own number it is."""

    number: str
    channel_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All that articles may say of channels.

    Attributes:
        country: Of the organisation; empty if not said.
        numbers: Digits, as in the country and with the country code -> number.
        alternatives: Digits of second numbers, as they are written.
        addresses: Of mail, in small letters.
        places: `place_of` links.
        promises: `promise_key` of each.
        hours: All weeks that hold for somebody; the outer bounds of a day with a break too.
        is_always_open: Some channel is.
        has_hours: Some channel has hours.
    """

    country: str
    numbers: dict[str, KnownNumber]
    alternatives: frozenset[str]
    addresses: frozenset[str]
    places: frozenset[str]
    promises: frozenset[tuple[int, str]]
    hours: tuple[Week, ...]
    is_always_open: bool
    has_hours: bool


def number_keys(number: str, country: str) -> Iterator[str]:
    """Yield the digits of a number as written, then with its country code where it has one.

    Two extensions of one number differ in both.
    """
    yield digits_of(number)
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return
    if phonenumbers.is_valid_number(parsed):
        whole = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        extension = f"x{parsed.extension}" if parsed.extension else ""
        yield f"{whole.lstrip('+')}{extension}"


def digits_of(number: str) -> str:
    """Return what is dialled of a number, without signs between."""
    return _NOT_DIGIT.sub("", number)


def place_of(url: str) -> str:
    """Return host and path of a link in the form in which two links to one profile are equal."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    path = unquote(parts.path).strip("/").casefold().removeprefix("@")
    return f"{_SAME_NETWORK.get(host, host)}/{path}"


def promise_key(amount: int, unit: str) -> tuple[int, str]:
    """Return a promise in the form in which “24 hours” and “1 day” are equal."""
    minutes = _MINUTES.get(unit)
    return (amount * minutes, "minutes") if minutes else (amount, unit)


@OncePerRun
def known_contacts(context: FragmentsContext) -> Known:
    """Return what a site's channels say."""
    contact = context.centre.contact
    country = contact.organisation.country
    numbers: dict[str, KnownNumber] = {}
    for channel in contact.channels:
        for name in ("number", "alternative"):
            if number := channel.value(name):
                _add_number(numbers, number, country, channel.id.value if name == "number" else "")
                for part in _parts(number, country):
                    _add_number(numbers, part, country, "")
    promises: list[Promise] = [
        promise for channel in contact.channels for promise in channel.promise.values()
    ]
    hours = [channel.hours for channel in contact.channels if channel.hours]
    if contact.organisation.business_hours:
        hours.append(contact.organisation.business_hours)
    return Known(
        country=country,
        numbers=numbers,
        alternatives=frozenset(
            digits_of(channel.value("alternative"))
            for channel in contact.channels
            if channel.value("alternative")
        ),
        addresses=frozenset(
            without_hidden_at(channel.value("address")).casefold()
            for channel in contact.channels
            if channel.value("address")
        ),
        places=frozenset(
            place for channel in contact.channels for place in _places(channel, country)
        ),
        promises=frozenset(promise_key(promise.amount, promise.unit) for promise in promises),
        hours=tuple(week for each in hours for week in _weeks(each)),
        is_always_open=any(each.is_always for each in hours),
        has_hours=bool(hours),
    )


def _add_number(
    numbers: dict[str, KnownNumber], number: str, country: str, channel_id: str
) -> None:
    own = (channel_id,) if channel_id else ()
    for key in dict.fromkeys(number_keys(number, country)):
        found = numbers.get(key)
        # a number that is the alternative of one channel and another's own is that one's
        ids = (*found.channel_ids, *own) if found else own
        numbers[key] = KnownNumber(found.number if found else number, ids)


def _parts(number: str, country: str) -> Iterator[str]:
    """Yield the numbers that one with an extension, or several with a stroke between, hold."""
    for match in phonenumbers.PhoneNumberMatcher(number, country or None):
        if match.number.extension:
            yield phonenumbers.format_number(
                phonenumbers.PhoneNumber(
                    country_code=match.number.country_code,
                    national_number=match.number.national_number,
                ),
                phonenumbers.PhoneNumberFormat.E164,
            )
        if match.raw_string != number:
            yield match.raw_string


def _places(channel: Channel, country: str) -> Iterator[str]:
    for link in kinds()[channel.kind].card(channel, country, "").links:
        if link.href.startswith("http"):
            yield place_of(link.href)
    for name in ("url", "script"):
        if channel.value(name):
            yield place_of(channel.value(name))


def _weeks(hours: Hours) -> Iterator[Week]:
    for week in (hours.week, *(exception.week for exception in hours.exceptions)):
        if week:
            yield {day: _with_bounds(week.get(day, ())) for day in WEEKDAYS}


def _with_bounds(intervals: tuple[Interval, ...]) -> tuple[Interval, ...]:
    if len(intervals) < 2:
        return intervals
    return (*intervals, Interval(intervals[0].opens, intervals[-1].closes))
