"""The schema of `notice.yml`."""

from hcgen.model.notice import SEVERITIES
from hcgen.schemas._pieces import Schema, choice, entries, group, localized, text, texts


def _moment(description: str) -> Schema:
    return {
        "description": f"{description} A day, 2026-11-22, or a minute in quotes, "
        '"2026-11-22 09:00".',
        "type": ["string", "null"],
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]+[0-9]{1,2}[:.][0-9]{2})?$",
    }


_NOTICE = group(
    "What customers are told on every page, or on the pages of some topics.",
    {
        "text": localized("What you tell them, without Markdown.", is_needed=True),
        "severity": choice("How bad it is; without it, information.", SEVERITIES),
        "link": text("“Read more”: path or id of an article, or an https:// address."),
        "from": _moment("From when it is shown."),
        "until": _moment("How long it is shown; a day counts to its end."),
        "topics": texts("Paths of topics; without it, every page shows the notice."),
        "id": text("A name by which browsers remember that it was closed."),
    },
    required=["text"],
)

SCHEMA = {
    "title": "notice.yml of a help centre",
    "description": "What customers are told on pages; a list of notices, or a single one.",
    "anyOf": [
        {
            **group("", {"notices": entries("One entry a notice.", _NOTICE)}, required=["notices"]),
            "description": "Several notices.",
        },
        _NOTICE,
    ],
}
