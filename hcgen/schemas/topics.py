"""The schema of `topics.yml`."""

from hcgen.model.request import FACT_NAME, FORMS, MESSAGE_PARTS
from hcgen.schemas._pieces import choice, entries, group, localized, needed_text, text, texts

_NO_PART = {"not": {"enum": [*MESSAGE_PARTS]}}
_NAMES = texts(
    "Names of the facts that a request needs, in order.",
    pattern=f"^({FACT_NAME.pattern})?$",
    **_NO_PART,
)

_TOPIC = group(
    "One topic: a folder of articles.",
    {
        "path": needed_text("Name of the folder below the language's folder, such as billing."),
        "title": localized("Its name on the pages."),
        "description": localized("A sentence below the name."),
        "icon": text("One of Material's icons, such as material/credit-card."),
        "slug": localized("Its part of the address."),
        "channels": texts("Ids of the channels to offer on its pages, best first."),
        "facts": _NAMES,
        "message": localized("What a request about it says, with {problem} and {facts}."),
        "owner": text("Who looks after it."),
        "service": text("Service whose channels are offered, where the topic names none."),
    },
    required=["path"],
)

_FACT = group(
    "Something that you need to know, or other words for one of the usual facts.",
    {
        "name": {
            "description": "One word of small letters from a to z, such as invoice.",
            "type": "string",
            "pattern": f"^{FACT_NAME.pattern}$",
            **_NO_PART,
        },
        "label": localized("What customers know it by."),
        "hint": localized("Where they find it."),
        "good": localized("An answer that helps, as an example."),
        "thin": localized("An answer that does not."),
        "form": choice("How it is asked for; without it, a line.", FORMS),
    },
    required=["name"],
)

_REQUESTS = group(
    "What customers are asked to tell, and how their message is put together.",
    {
        "article": text("Path or id of the article that tells how to write a request."),
        "facts": _NAMES,
        "message": localized("What a request says, with {problem} and {facts}."),
    },
)

SCHEMA = {
    "title": "topics.yml of a help centre",
    **group(
        "The topics, in the order in which customers see them, and what requests need.",
        {
            "topics": entries("One entry a topic.", _TOPIC),
            "requests": _REQUESTS,
            "facts": entries("One entry a fact.", _FACT),
        },
    ),
}
