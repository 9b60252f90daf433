"""The schema of `coverage.yml`."""

from hcgen.schemas._pieces import day, entries, group, needed_text, tags, text, texts, whole_number

_ANSWERS = {
    "reach": text("Path or id of the article that says how customers reach you."),
    "hours": text("Path or id of the article that says when customers reach you."),
    "reply": text("Path or id of the article that says how long a reply takes."),
    "complain": text("Path or id of the article that says how to complain."),
    "data": text("Path or id of the article that says what you do with people's data."),
}

_REQUIRED_ARTICLE = group(
    "An article that must be published.",
    {
        "article": needed_text("Path below the language's folder without .md, or id."),
        "languages": tags("Where it must be; without it, in all languages of the site."),
        "audience": texts("Words that every version must have below “audience”."),
    },
    required=["article"],
)

_REQUIRED_TOPIC = group(
    "A topic that must have articles.",
    {
        "topic": needed_text("Path of the topic's folder."),
        "languages": tags("Where; without it, in all languages of the site."),
        "at_least": whole_number("How many articles in each language; without it, one.", minimum=1),
    },
    required=["topic"],
)

_REST = {
    "languages": tags("Where it may be missing."),
    "owner": text("Who answers for the gap."),
    "reason": text("Why it may be missing."),
    "until": day("The last day on which the gap is accepted."),
}

_WAIVER_OF_ARTICLE = group(
    "A translation that may be missing.",
    {"article": needed_text("Path or id of the article."), **_REST},
    required=["article"],
)

_WAIVER_OF_TOPIC = group(
    "A topic that may be without articles of its own.",
    {"topic": needed_text("Path of the topic's folder."), **_REST},
    required=["topic"],
)

SCHEMA = {
    "title": "coverage.yml of a help centre",
    **group(
        "What the help centre must not go without, and which gaps are accepted.",
        {
            "required": entries(
                "Articles and topics that must be there.",
                {"oneOf": [_REQUIRED_ARTICLE, _REQUIRED_TOPIC]},
            ),
            "waivers": entries(
                "Gaps that somebody answers for.",
                {"oneOf": [_WAIVER_OF_ARTICLE, _WAIVER_OF_TOPIC]},
            ),
            "answers": group("Which article answers what customers ask.", _ANSWERS),
        },
    ),
}
