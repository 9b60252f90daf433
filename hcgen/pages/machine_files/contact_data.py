"""`contact.json`: the channels for programs; docs/channels.md describes its shape."""

import json
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from hcgen.channels import kinds
from hcgen.model.channel import PROMISE_FIELDS, CardLink, Channel
from hcgen.model.hours import WEEKDAYS, Hours, Week
from hcgen.model.localized import Localized
from hcgen.model.url import encode_path, slugify
from hcgen.pages.composer import Composer

VERSION = 1
"""Rises when something in the shape changes its meaning or goes; not when something is added."""

_ADDRESS = ("street", "locality", "region", "postal_code")


def contact_data(composer: Composer) -> str:
    """Return the file's text; what has nothing to say is left out."""
    contact = composer.centre.contact
    organisation = contact.organisation
    name = organisation.name.value if organisation.name else composer.centre.settings.site_name
    steps = {"follow_up": contact.follow_up, "complain_to": contact.complain_to}
    data = {
        "version": VERSION,
        "organisation": _said(
            {"name": name, "country": organisation.country, "timezone": organisation.timezone}
        ),
        "holidays": _holidays(composer),
        "channels": [_channel(composer, channel) for channel in contact.channels],
        "routing": _said(
            {
                topic: _known(composer, (text.value for text in ids))
                for topic, ids in contact.routing.items()
            }
        ),
        "escalation": {
            step: text.value
            for step, text in steps.items()
            if text is not None and composer.centre.channel(text.value)
        },
    }
    return json.dumps(_said(data), ensure_ascii=False, indent=2) + "\n"


def _said(values: Mapping[str, object]) -> dict[str, object]:
    """Return the entries that say something; ``False`` and 0 do."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _known(composer: Composer, ids: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(ids) if composer.centre.channel(name)]


def _channel(composer: Composer, channel: Channel) -> dict[str, object]:
    centre = composer.centre
    country = centre.contact.organisation.country
    card = kinds()[channel.kind].card(channel, country, centre.source_language)
    attested = channel.attested
    if attested is not None and not attested.is_valid(composer.today):
        attested = None
    fallback = channel.fallback.value if channel.fallback else ""
    return _said(
        {
            "id": channel.id.value,
            "kind": channel.kind,
            "label": _label(composer, channel),
            "description": _texts(composer, channel.description),
            "links": [_link(composer, link) for link in card.links],
            "address": _said(
                {name: channel.value(name) for name in _ADDRESS} | {"country": country}
            )
            if card.lines
            else None,
            "languages": [text.value for text in channel.languages],
            "services": [text.value for text in channel.services],
            "hours": _hours(composer, channel.hours) if channel.hours else None,
            "promises": {
                name: {"amount": promise.amount, "unit": promise.unit}
                for name in PROMISE_FIELDS
                if (promise := channel.promise.get(name)) is not None
            },
            "cost": _texts(composer, channel.cost),
            "recorded": channel.is_recorded,
            "attested": _said({"on": attested.on.isoformat(), "method": attested.method.value})
            if attested
            else None,
            "takes_requests": None if channel.takes_requests else False,
            "fallback": fallback if centre.channel(fallback) else None,
            "pages": {
                language.tag: _page(composer, language.tag, channel)
                for language in centre.languages
            },
        }
    )


def _label(composer: Composer, channel: Channel) -> dict[str, str]:
    """Return the label in every language; the kind's name where the writer gave none."""
    key = f"channel.{channel.kind}"
    return _words(composer, key) | _texts(composer, channel.label)


def _link(composer: Composer, link: CardLink) -> dict[str, object]:
    label = _words(composer, link.label) if link.label else None
    return _said({"href": link.href, "text": link.text, "label": label})


def _words(composer: Composer, key: str) -> dict[str, str]:
    tags = (language.tag for language in composer.centre.languages)
    return {tag: composer.wording(tag).text(key) for tag in tags}


def _holidays(composer: Composer) -> dict[str, object]:
    """Return the days that are certain, and up to which day none is missing."""
    holidays = composer.centre.contact.organisation.holidays
    through = holidays.valid_through
    return _said(
        {
            "through": through.isoformat() if through and holidays.known else "",
            "days": [
                {"day": holiday.day.isoformat(), "name": _texts(composer, holiday.name)}
                for holiday in holidays.known
            ],
        }
    )


def _texts(composer: Composer, text: Localized) -> dict[str, str]:
    """Return a writer's text in the languages of the site that it is written in.

    One that was given without a language stands for all of them.
    """
    found = {
        language.tag: text.by_language.get(language.tag) or text.anywhere
        for language in composer.centre.languages
    }
    return {tag: written.value for tag, written in found.items() if written is not None}


def _page(composer: Composer, tag: str, channel: Channel) -> str:
    address = composer.addresses.contact(tag)
    place = composer.absolute(address) or encode_path(address)
    return f"{place}#hc-channel-{quote(slugify(channel.id.value))}"


def _hours(composer: Composer, hours: Hours) -> dict[str, object]:
    if hours.is_always:
        return {"always": True}
    return _said(
        {
            "week": _week(hours.week),
            "holidays": "open" if hours.is_open_on_holidays else "closed",
            "exceptions": [
                _said(
                    {
                        "from": exception.first.isoformat(),
                        "to": exception.last.isoformat(),
                        "week": _week(exception.week),
                        "reason": _texts(composer, exception.reason),
                    }
                )
                for exception in hours.exceptions
            ],
        }
    )


def _week(week: Week) -> dict[str, list[list[str]]]:
    """Return every day's intervals as opening and closing time; a closed day has none."""
    return {
        day: [[_time(one.opens), _time(one.closes)] for one in week.get(day, ())]
        for day in WEEKDAYS
    }


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
