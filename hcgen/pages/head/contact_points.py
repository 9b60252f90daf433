"""Channels as schema.org's ContactPoint, Place and PostalAddress."""

from collections.abc import Iterator, Mapping
from datetime import date

from hcgen.channels import kinds
from hcgen.model.channel import Card, Channel
from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS, Hours, HoursException, Interval, Week
from hcgen.pages.composer import Composer
from hcgen.pages.head.data_blocks import Thing
from hcgen.pages.parts.channel_lines import channel_label

_DAYS = (
    "https://schema.org/Monday",
    "https://schema.org/Tuesday",
    "https://schema.org/Wednesday",
    "https://schema.org/Thursday",
    "https://schema.org/Friday",
    "https://schema.org/Saturday",
    "https://schema.org/Sunday",
)
_HOLIDAYS = "https://schema.org/PublicHolidays"
_SERVICE = "customer service"
_LAST_MINUTE = MINUTES_PER_DAY - 1
# what search engines take for a day on which nobody answers; by schema.org's own rule a time that
# ends when it begins is no time either
_CLOSED = Interval(0, 0)
_WHOLE_DAY = Interval(0, MINUTES_PER_DAY)


def contact_properties(composer: Composer, tag: str, *, has_details: bool) -> Mapping[str, object]:
    """Return how an organisation is reached, as properties of an Organization.

    One ContactPoint a channel; a counter is a ``location``, a mailing address an ``address``.

    Args:
        has_details: Hours and descriptions too; places are among the details.
    """
    points: list[Thing] = []
    places: list[Thing] = []
    addresses: list[Thing] = []
    country = composer.centre.contact.organisation.country
    for channel in composer.centre.contact.channels:
        card = kinds()[channel.kind].card(channel, country, tag)
        if card.links:
            points.append(_contact_point(composer, channel, card, tag, has_details=has_details))
        elif card.lines and channel.kind == "visit":
            places.append(_place(composer, channel, tag))
        elif card.lines:
            addresses.append(_postal_address(channel, country))
    found: dict[str, list[Thing]] = {"contactPoint": points}
    if has_details:
        found |= {"location": places, "address": addresses}
    return {name: things for name, things in found.items() if things}


def opening_hours(hours: Hours | None) -> list[Thing]:
    """Return an OpeningHoursSpecification for each time of the day, with its days.

    In the organisation's zone. Every exception is named, gone by or not: a page says the same
    whenever it is built.
    """
    if hours is None:
        return []
    if hours.is_always:
        return [_specification(_DAYS, _WHOLE_DAY)]
    specifications = [
        _specification(days, times) for times, days in _days_by_times(hours.week, WEEKDAYS)
    ]
    if specifications and not hours.is_open_on_holidays:
        specifications.append(_specification((_HOLIDAYS,), _CLOSED))
    for exception in hours.exceptions:
        specifications += _exception(exception)
    return specifications


def _contact_point(
    composer: Composer, channel: Channel, card: Card, tag: str, *, has_details: bool
) -> Thing:
    source = composer.centre.source_language
    details: dict[str, object] = {}
    if has_details:
        details = {
            "description": channel.description.get(tag, source),
            "hoursAvailable": opening_hours(channel.hours),
        }
    return _without_gaps(
        {
            "@type": "ContactPoint",
            "name": channel_label(composer, channel, tag),
            "contactType": _one_or_all(
                [text.value.replace("-", " ") for text in channel.services] or [_SERVICE]
            ),
            **_target(card),
            "availableLanguage": _one_or_all([text.value for text in channel.languages]),
            "areaServed": composer.centre.contact.organisation.country,
            **details,
        }
    )


def _target(card: Card) -> Mapping[str, str]:
    """Return where the channel is reached: a telephone, a mailbox or a page.

    Of several numbers it is the first that works from abroad; a short number that only works in
    the country stays as it is.
    """
    first = card.links[0]
    scheme, _, target = first.href.partition(":")
    if scheme == "tel":
        numbers = [link.href.removeprefix("tel:") for link in card.links]
        return {"telephone": next((n for n in numbers if n.startswith("+")), target)}
    return {"email": first.text} if scheme == "mailto" else {"url": first.href}


def _place(composer: Composer, channel: Channel, tag: str) -> Thing:
    centre = composer.centre
    return _without_gaps(
        {
            "@type": "Place",
            "name": channel_label(composer, channel, tag),
            "description": channel.description.get(tag, centre.source_language),
            "address": _postal_address(channel, centre.contact.organisation.country),
            "openingHoursSpecification": opening_hours(channel.hours),
        }
    )


def _postal_address(channel: Channel, country: str) -> Thing:
    return _without_gaps(
        {
            "@type": "PostalAddress",
            "streetAddress": channel.value("street"),
            "addressLocality": channel.value("locality"),
            "addressRegion": channel.value("region"),
            "postalCode": channel.value("postal_code"),
            "addressCountry": country,
        }
    )


def _exception(exception: HoursException) -> Iterator[Thing]:
    first, last = exception.first, exception.last
    length = min((last - first).days + 1, len(WEEKDAYS))
    shown = tuple(WEEKDAYS[(first.weekday() + step) % 7] for step in range(length))
    for times, days in _days_by_times(exception.week, shown, is_closed_named=True):
        yield _specification(days, times, first, last)


def _days_by_times(
    week: Week, shown: tuple[str, ...], *, is_closed_named: bool = False
) -> Iterator[tuple[Interval, tuple[str, ...]]]:
    """Yield each time of the day with the days on which somebody answers then."""
    found: dict[Interval, list[str]] = {}
    for day, name in zip(WEEKDAYS, _DAYS, strict=True):
        if day in shown:
            for interval in week.get(day) or ((_CLOSED,) if is_closed_named else ()):
                found.setdefault(interval, []).append(name)
    for interval, days in found.items():
        yield interval, tuple(days)


def _specification(
    days: tuple[str, ...], times: Interval, first: date | None = None, last: date | None = None
) -> Thing:
    # "24:00" is no time of the day there; one minute before it, or before the time it began at,
    # keeps a whole day from looking closed
    is_to_midnight = times != _CLOSED and times.closes % MINUTES_PER_DAY == 0
    return _without_gaps(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": _one_or_all(list(days)),
            "opens": _clock(times.opens),
            "closes": _clock(_LAST_MINUTE if is_to_midnight else times.closes),
            "validFrom": first.isoformat() if first else "",
            "validThrough": last.isoformat() if last else "",
        }
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _one_or_all(values: list[str]) -> str | list[str]:
    """Return a single value without its list, as search engines' own examples have it."""
    return values[0] if len(values) == 1 else values


def _without_gaps(properties: Mapping[str, object]) -> Thing:
    return {name: value for name, value in properties.items() if value not in ("", [])}
