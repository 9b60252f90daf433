"""Reads `lexicon/<tag>.yml`: the site's words of one language."""

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, YamlNode
from hcgen.model.lexicon import NO_LEXICON, ForbiddenWord, Lexicon, RequestWords, Synonyms
from hcgen.source import Text

LEXICON_FIELDS = ("exceptions", "forbidden", "request", "stop_words", "synonyms", "variants")
FORBIDDEN_FIELDS = ("reason", "use", "word")
SYNONYM_FIELDS = ("finds", "words")
REQUEST_FIELDS = (
    *("abuse", "calm", "long_letters", "questions", "same_problem", "secrets", "several"),
    *("thin_letters", "threats"),
)


def load_lexicon(tree: YamlNode, findings: Findings) -> Lexicon:
    """Return the words of one language."""
    if not isinstance(tree, YamlMapping):
        findings.report(
            "unexpected-value",
            tree.span,
            "the file holds no words",
            help="begin with “forbidden:”",
        )
        return NO_LEXICON
    fields = Fields(tree, findings, LEXICON_FIELDS)
    forbidden: list[ForbiddenWord] = []
    for mapping in fields.mappings("forbidden"):
        entry = Fields(mapping, findings, FORBIDDEN_FIELDS)
        word = entry.text("word")
        if word is not None:
            forbidden.append(ForbiddenWord(word, entry.string("use"), entry.string("reason")))
    return Lexicon(
        tuple(forbidden),
        synonyms=_synonyms(fields, findings),
        variants=_pairs(fields, "variants", findings),
        exceptions=_pairs(fields, "exceptions", findings),
        stop_words=fields.texts("stop_words"),
        request=_request(fields, findings),
    )


def _request(fields: Fields, findings: Findings) -> RequestWords | None:
    mapping = fields.mapping_of("request")
    if mapping is None:
        return None
    entry = Fields(mapping, findings, REQUEST_FIELDS)
    return RequestWords(
        thin_letters=_threshold(entry, "thin_letters", findings),
        long_letters=_threshold(entry, "long_letters", findings),
        calm=entry.string("calm"),
        several=entry.texts("several"),
        same_problem=entry.texts("same_problem"),
        questions=entry.texts("questions"),
        threats=entry.texts("threats"),
        abuse=entry.texts("abuse"),
        secrets=entry.texts("secrets"),
    )


def _threshold(fields: Fields, name: str, findings: Findings) -> int | None:
    number = fields.integer(name)
    if number is None or number > 0:
        return number
    findings.report(
        "unexpected-value",
        fields.places[name],
        f"“{name}” is {number}, no number of letters",
        help=f"write a number above 0, for example {name}: 40",
    )
    return None


def _synonyms(fields: Fields, findings: Findings) -> tuple[Synonyms, ...]:
    found: list[Synonyms] = []
    for mapping in fields.mappings("synonyms"):
        known = len(findings)
        entry = Fields(mapping, findings, SYNONYM_FIELDS)
        words, finds = entry.texts("words"), entry.texts("finds")
        if words and (finds or len(words) > 1):
            found.append(Synonyms(words, finds))
        elif len(findings) == known:
            findings.report(
                "unexpected-value",
                mapping.span.slice(0, 0),
                "this entry joins no words",
                help="write words: [one, another], or words: [one] and finds: [another]",
            )
    return tuple(found)


def _pairs(fields: Fields, name: str, findings: Findings) -> tuple[tuple[Text, Text], ...]:
    mapping = fields.mapping_of(name)
    if mapping is None:
        return ()
    entries = Fields(mapping, findings)
    pairs = ((key, entries.text(key.value)) for key, _ in mapping.entries)
    return tuple((key, value) for key, value in pairs if value is not None)
