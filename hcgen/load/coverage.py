"""Reads `coverage.yml`."""

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, YamlNode
from hcgen.model.coverage import Waiver

WAIVER_FIELDS = ("article", "languages", "owner", "reason", "until")


def load_waivers(tree: YamlNode | None, findings: Findings) -> tuple[Waiver, ...]:
    """Return the waivers in the order written; one that names no article is left out."""
    if tree is None:
        return ()
    if not isinstance(tree, YamlMapping):
        findings.report(
            "unexpected-value", tree.span, "the file holds no waivers", help="begin with “waivers:”"
        )
        return ()
    waivers: list[Waiver] = []
    for mapping in Fields(tree, findings, ("waivers",)).mappings("waivers"):
        fields = Fields(mapping, findings, WAIVER_FIELDS)
        article = fields.text("article")
        if article is None and fields.node("article") is not None:
            continue  # what stands there has been told
        if article is None:
            findings.report(
                "unexpected-value",
                mapping.span.slice(0, 0),
                "this waiver names no “article”",
                help="write article: and its path, for example billing/refund",
            )
            continue
        waivers.append(
            Waiver(
                article=article,
                languages=fields.texts("languages"),
                reason=fields.text("reason"),
                owner=fields.text("owner"),
                until=fields.date("until"),
            )
        )
    return tuple(waivers)
