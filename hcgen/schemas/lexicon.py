"""The schema of `lexicon/<language>.yml`."""

from hcgen.schemas._pieces import Schema, entries, group, needed_text, text, texts, whole_number


def _pairs(description: str) -> Schema:
    return {
        "description": description,
        "type": ["object", "null"],
        "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
    }


_FORBIDDEN = group(
    "A word that customers are not to read.",
    {
        "word": needed_text("The word or phrase."),
        "use": text("What to write instead."),
        "reason": text("Why."),
    },
    required=["word"],
)

_SYNONYMS = group(
    "Words that mean the same to customers.",
    {
        "words": texts("Who types one of them finds the others too."),
        "finds": texts("Who types one of “words” finds these too, and not the other way round."),
    },
    required=["words"],
)

_REQUEST = group(
    "What customers are told about their request before they send it: words beside those of hcgen.",
    {
        "thin_letters": whole_number("A request with fewer letters is too short.", minimum=1),
        "long_letters": whole_number("A request with more letters is too long.", minimum=1),
        "calm": text("What a customer could write in the place of a threat."),
        "several": texts(
            "Words that begin another problem; with a colon, words before a list of problems."
        ),
        "same_problem": texts(
            "Words in a sentence, or before a list, that tells more of the same problem; "
            "with a colon, words before a list only."
        ),
        "questions": texts(
            "Words that begin a question which can be answered although it is short."
        ),
        "threats": texts("Words of threats."),
        "abuse": texts("Insults and swear words."),
        "secrets": texts(
            "Words before a password or code; with a colon, those that mostly stand before "
            "other words."
        ),
    },
)

SCHEMA = {
    "title": "lexicon/<language>.yml of a help centre",
    **group(
        "The words of one language.",
        {
            "forbidden": entries("Words that articles are not to use.", _FORBIDDEN),
            "synonyms": entries("Different words for the same thing.", _SYNONYMS),
            "variants": _pairs("Spelling, and the spelling that counts: {e-mail: email}."),
            "exceptions": _pairs(
                "Word, and its stem where search would find another one: {pesanan: pesan}."
            ),
            "stop_words": texts("Words that say nothing about what is looked for."),
            "request": _REQUEST,
        },
    ),
}
