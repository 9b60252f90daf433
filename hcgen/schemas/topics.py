"""The schema of `topics.yml`."""

from hcgen.schemas._pieces import entries, group, localized, needed_text, text, texts

_TOPIC = group(
    "One topic: a folder of articles.",
    {
        "path": needed_text("Name of the folder below the language's folder, such as billing."),
        "title": localized("Its name on the pages."),
        "description": localized("A sentence below the name."),
        "icon": text("One of Material's icons, such as material/credit-card."),
        "slug": localized("Its part of the address."),
        "channels": texts("Ids of the channels to offer on its pages, best first."),
        "owner": text("Who looks after it."),
        "service": text("Service whose channels are offered, where the topic names none."),
    },
    required=["path"],
)

SCHEMA = {
    "title": "topics.yml of a help centre",
    **group(
        "The topics, in the order in which customers see them.",
        {"topics": entries("One entry a topic.", _TOPIC)},
    ),
}
