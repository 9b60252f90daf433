"""The schema of `queries/<language>.yml`."""

from hcgen.schemas._pieces import entries, flag, group, needed_text, text, texts

_QUERY = group(
    "One thing that customers type.",
    {
        "query": needed_text("What they type, in their own words and with their typing mistakes."),
        "article": text("Path or id of the article that they must find."),
        "within": {
            "description": "1: it must come first. 3: among the first three. Without it, 1.",
            "enum": [1, 3, "1", "3", None],
        },
        "never": texts("Paths or ids of articles that must not be found."),
        "offers_contact": flag("true: the contact channels must be offered first."),
    },
    required=["query"],
)

SCHEMA = {
    "title": "queries/<language>.yml of a help centre",
    **group(
        "Golden queries: what customers type, and what they must find.",
        {
            "queries": entries(
                "One entry a query.",
                {
                    **_QUERY,
                    "anyOf": [
                        {"required": ["article"]},
                        {"required": ["never"]},
                        {"required": ["offers_contact"]},
                    ],
                },
            )
        },
    ),
}
