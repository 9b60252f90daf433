"""The schema of `channels.yml`."""

from hcgen.channels import Kind, kinds
from hcgen.channels.social import PROFILES
from hcgen.load.holidays import CATEGORIES
from hcgen.model.hours import WEEKDAYS
from hcgen.schemas._pieces import (
    Schema,
    choice,
    day,
    days,
    entries,
    flag,
    group,
    localized,
    needed_text,
    tags,
    text,
    texts,
)

_DAYS = "|".join(WEEKDAYS)
_ONE = "[0-9]{1,2}[:.][0-9]{2} *[-–] *[0-9]{1,2}[:.][0-9]{2}"
_WEEKDAYS = {
    f"^({_DAYS})( *[-–] *({_DAYS}))?$": {
        "description": "When somebody answers: “08:00-12:00, 13:00-17:00” in quotes, or closed.",
        "type": "string",
        "pattern": f"^( *closed *|{_ONE}( *, *{_ONE})*)$",
    }
}

_EXCEPTION: Schema = {
    **group(
        "Other hours for some days.",
        {
            "from": day("The first of these days."),
            "to": day("The last of these days."),
            "reason": localized("Why."),
        },
        required=["from", "to"],
    ),
    "patternProperties": _WEEKDAYS,
}

_WEEK: Schema = {
    **group(
        "Hours by weekday: mon, tue-thu, …; a day that is not named is closed.",
        {
            "holidays": choice("On public holidays.", ("open", "closed")),
            "exceptions": entries("Days with other hours.", _EXCEPTION),
        },
    ),
    "patternProperties": _WEEKDAYS,
}

_HOURS: Schema = {
    "description": "A name of the section “hours”, “always”, or hours in place.",
    "anyOf": [{"type": ["string", "number", "null"]}, {"$ref": "#/$defs/week"}],
}


def _within(description: str) -> Schema:
    return {
        "description": f"{description} A number and minutes, hours, days, business hours or "
        "business days: 2 business days.",
        "type": ["string", "null"],
        "pattern": "^[0-9]{1,3} +(minutes?|(business +)?(hours?|days?))$",
    }


_PROMISE = group(
    "How soon customers hear from you.",
    {
        "acknowledge_within": _within("That their message has arrived."),
        "answer_within": _within("That somebody picks up."),
        "respond_within": _within("A first reply from a person."),
        "resolve_within": _within("That the problem is solved."),
    },
)

_ATTESTED = group(
    "When a person last tried the channel.",
    {
        "on": day("The day."),
        "method": text("How, such as test call."),
        "by": text("Who."),
        "valid_for": days("How long that counts."),
    },
)

_EVERY_CHANNEL = {
    "id": text("A name that no other channel has."),
    "label": localized("Heading; without it, the kind in words."),
    "description": localized("What the channel is good for."),
    "hours": _HOURS,
    "promise": {"$ref": "#/$defs/promise"},
    "languages": tags("Languages that are spoken there."),
    "cost": localized("What it costs."),
    "recorded": flag("true: calls are recorded, and customers are told."),
    "fallback": text("Id of the channel to use when this one does not work."),
    "attested": {"$ref": "#/$defs/attested"},
    "services": texts("What it is for, such as technical-support."),
}

_FIELDS: dict[str, Schema] = {
    "address": needed_text("The e-mail address."),
    "alternative": text("A second number, for calls from abroad or a mobile phone."),
    "business": flag("true: a WhatsApp Business account."),
    "expect_text": text("Words that stand on the page when it works."),
    "handle": needed_text("The name of the account, with or without @."),
    "locality": needed_text("The town."),
    "network": {"description": "The social network.", "enum": sorted(PROFILES)},
    "number": needed_text("The telephone number as customers dial it, in quotes."),
    "postal_code": needed_text("The postal code, in quotes."),
    "region": text("State or province."),
    "script": text("Address of the script that shows the chat."),
    "street": needed_text("Street and number."),
    "subject": localized("Subject of the mail that opens."),
    "supports_requests": flag("false: for news only."),
    "url": needed_text("The address, with https://."),
}


def _channel(kind: Kind) -> Schema:
    needed = [field.name for field in kind.fields if field.is_required]
    own = {field.name: _FIELDS[field.name] for field in kind.fields}
    properties = {
        "kind": {"description": "What sort of channel it is.", "const": kind.name},
        **own,
        **_EVERY_CHANNEL,
    }
    return {
        "title": kind.name,
        **group(f"A channel of the kind {kind.name}.", properties, required=["kind", *needed]),
    }


_HOLIDAYS = group(
    "Which holidays you keep; “hcgen holidays update” fetches their days.",
    {
        "calendar": {
            "description": "Two letters of the country, such as ID.",
            "type": ["string", "null"],
            "pattern": "^[A-Za-z]{2}$",
        },
        "include": {
            "description": "Sorts of holidays; without it, public.",
            "anyOf": [
                {"enum": [*CATEGORIES, None]},
                {"type": "array", "items": {"enum": [*CATEGORIES]}},
            ],
        },
        "subdivision": text("State or province, where it has holidays of its own, in quotes."),
        "extra": entries(
            "Days on which you are closed as well.",
            group(
                "One day, or some in a row.",
                {
                    "from": day("The first of these days."),
                    "to": day("The last of these days; without it, the first."),
                    "reason": localized("Why."),
                },
                required=["from"],
            ),
        ),
    },
)

_ORGANISATION = group(
    "Who you are and where.",
    {
        "name": text("Your name, for telephones and programs."),
        "country": {
            "description": "Two letters, such as ID.",
            "type": ["string", "null"],
            "pattern": "^[A-Za-z]{2}$",
        },
        "timezone": {
            "description": "Continent and town, such as Asia/Jakarta.",
            "type": ["string", "null"],
            "pattern": "^(UTC|(?!Etc/)[A-Za-z_]+/[A-Za-z0-9_+/-]+)$",
        },
        "business_hours": _HOURS,
        "fictional": flag("true: made-up numbers and example domains are no mistake."),
        "holidays": _HOLIDAYS,
    },
)

SCHEMA = {
    "title": "channels.yml of a help centre",
    **group(
        "How customers reach you.",
        {
            "organisation": _ORGANISATION,
            "hours": {
                "description": "Opening hours with names, for use below.",
                "type": ["object", "null"],
                "additionalProperties": _HOURS,
            },
            "channels": entries(
                "The channels, the one that you recommend first.",
                {"oneOf": [_channel(kind) for kind in kinds().values()]},
            ),
            "routing": {
                "description": "Topic or service, and the ids of its channels, best first; "
                "“default” is for everything else.",
                "type": ["object", "null"],
                "properties": {"default": texts("Channels for everything else.")},
                "additionalProperties": texts("Ids of channels, best first."),
            },
            "escalation": group(
                "Where to go when no answer comes, or a bad one.",
                {
                    "follow_up": text("Id of the channel for a request that got no reply."),
                    "complain_to": text("Id of the channel for a complaint."),
                },
            ),
        },
    ),
    "$defs": {"week": _WEEK, "promise": _PROMISE, "attested": _ATTESTED},
}
