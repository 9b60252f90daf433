"""Reads `queries/<tag>.yml`: what customers type in one language, and what they must find."""

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, YamlNode
from hcgen.model.query import BEST, GOOD, GoldenQuery

QUERY_FIELDS = ("article", "never", "offers_contact", "query", "within")


def load_queries(tree: YamlNode, findings: Findings) -> tuple[GoldenQuery, ...]:
    """Return the golden queries in the order written; one that asks for nothing is left out."""
    if not isinstance(tree, YamlMapping):
        findings.report(
            "unexpected-value",
            tree.span,
            "the file holds no queries",
            help="begin with “queries:”",
        )
        return ()
    found: list[GoldenQuery] = []
    for mapping in Fields(tree, findings, ("queries",)).mappings("queries"):
        query = _query(Fields(mapping, findings, QUERY_FIELDS), findings)
        if query is not None:
            found.append(query)
    return tuple(found)


def _query(fields: Fields, findings: Findings) -> GoldenQuery | None:
    known = len(findings)
    words, article, never = fields.text("query"), fields.text("article"), fields.texts("never")
    offers_contact = fields.flag("offers_contact") or False
    within = int(fields.choice("within", (str(BEST), str(GOOD)), str(BEST)))
    if words is not None and (article is not None or never or offers_contact):
        return GoldenQuery(words, article, within, never, offers_contact)
    if len(findings) == known:  # else what stands there has been told
        lacking = "query" if words is None else "article"
        findings.report(
            "unexpected-value",
            fields.mapping.span.slice(0, 0),
            f"this entry has no “{lacking}”",
            help="write query: what customers type, and article: what they must find",
        )
    return None
