"""Reads `lexicon/<tag>.yml`: the site's words of one language."""

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, YamlNode
from hcgen.model.lexicon import NO_LEXICON, ForbiddenWord, Lexicon

LEXICON_FIELDS = ("forbidden",)
FORBIDDEN_FIELDS = ("reason", "use", "word")


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
    return Lexicon(tuple(forbidden))
