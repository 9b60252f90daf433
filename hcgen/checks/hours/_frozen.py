"""Tiny files for the examples of the rules about frozen holidays."""

from collections.abc import Sequence

CHANNELS = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "organisation:\n"
)
"""What comes next is indented and of the organisation."""


def lock(
    calendar: str,
    *,
    include: Sequence[str] = ("public",),
    subdivision: str = "",
    estimated: Sequence[str] = (),
    last: str = "2099-12-31",
    valid_through: str = "",
) -> str:
    """Return a `holidays.lock.json` with New Year's Day and some estimated days.

    Args:
        valid_through: Empty: the same as ``last``.
    """
    sorts = ", ".join(f'"{sort}"' for sort in include)
    guesses = "".join(
        f',\n    {{"day": "{day}", "names": {{"id": "Idul Fitri"}}, "estimated": true}}'
        for day in estimated
    )
    return (
        f'{{\n  "version": 1,\n  "calendar": "{calendar}",\n  "subdivision": "{subdivision}",\n'
        f'  "include": [{sorts}],\n  "made_with": "holidays 0.109",\n  "first": "2020-01-01",\n'
        f'  "last": "{last}",\n  "valid_through": "{valid_through or last}",\n  "days": [\n'
        '    {"day": "2020-01-01", "names": {"en": "New Year’s Day", "id": "Tahun Baru"}}'
        f"{guesses}\n  ]\n}}\n"
    )
