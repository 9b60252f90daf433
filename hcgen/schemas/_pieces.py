"""The forms of values that schemas share; an empty value counts as absent everywhere."""

from collections.abc import Iterable, Mapping
from typing import Any

Schema = Mapping[str, Any]
"""A JSON Schema as plain data."""

_SCALARS = ("string", "number", "boolean")
TAG = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def text(description: str, **more: Any) -> Schema:
    """Return the schema of one text; a number or a yes may stand for itself."""
    return {"description": description, "type": [*_SCALARS, "null"], **more}


def needed_text(description: str, **more: Any) -> Schema:
    """Return the schema of one text that may not be left empty."""
    return {"description": description, "type": [*_SCALARS], **more}


def texts(description: str, **more: Any) -> Schema:
    """Return the schema of a list of texts, or a single one."""
    item = {"type": [*_SCALARS, "null"], **more}
    return {
        "description": description,
        "anyOf": [item, {"type": "array", "items": item}],
    }


def tags(description: str) -> Schema:
    """Return the schema of a list of language tags."""
    return {
        "description": description,
        "anyOf": [
            {"type": ["string", "null"], "pattern": TAG},
            {"type": "array", "items": {"type": "string", "pattern": TAG}},
        ],
    }


def localized(description: str, *, is_needed: bool = False) -> Schema:
    """Return the schema of a text for all languages, or one text a language."""
    nothing = () if is_needed else ("null",)
    return {
        "description": f"{description} One text for all languages, or one a language: "
        "{id: …, ms: …, en: …}.",
        "anyOf": [
            {"type": [*_SCALARS, *nothing]},
            {
                "type": "object",
                "propertyNames": {"pattern": TAG},
                "additionalProperties": {"type": [*_SCALARS, "null"]},
            },
        ],
    }


def flag(description: str) -> Schema:
    """Return the schema of a yes or no."""
    return {
        "description": description,
        "type": ["boolean", "string", "null"],
        "pattern": "^([Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$",
    }


def day(description: str) -> Schema:
    """Return the schema of a day of the calendar."""
    return {
        "description": f"{description} Year, month and day: 2026-11-02.",
        "type": ["string", "null"],
        "pattern": DAY,
    }


def days(description: str) -> Schema:
    """Return the schema of a length of time in days."""
    return {
        "description": f"{description} In days: 180d.",
        "type": ["string", "null"],
        "pattern": "^[0-9]{1,4} *(d|D|[Dd]ays?)$",
    }


def whole_number(description: str, *, minimum: int | None = None) -> Schema:
    """Return the schema of a whole number."""
    bounds = {} if minimum is None else {"minimum": minimum}
    return {
        "description": description,
        "type": ["integer", "string", "null"],
        "pattern": "^-?[0-9]{1,9}$",
        **bounds,
    }


def choice(description: str, words: Iterable[str]) -> Schema:
    """Return the schema of one of a few words."""
    return {"description": description, "enum": [*words, None]}


def group(
    description: str, properties: Mapping[str, Schema], *, required: Iterable[str] = ()
) -> Schema:
    """Return the schema of a group of keys, no others than these."""
    needed = list(required)
    return {
        "description": description,
        "type": "object" if needed else ["object", "null"],
        "properties": dict(properties),
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def entries(description: str, item: Schema) -> Schema:
    """Return the schema of a list of groups."""
    return {"description": description, "type": ["array", "null"], "items": item}
