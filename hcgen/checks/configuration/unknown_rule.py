"""CFG014: words of the option `rules` that name no rule."""

from collections.abc import Iterator

from hcgen.checks.context import ReportContext
from hcgen.checks.selection import matching, nearest_rule
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_START = (
    "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins:\n  - hcgen:\n      languages: [en, id]\n      rules: "
)

RULE = Rule(
    code="CFG014",
    name="unknown-rule",
    severity=Severity.WARNING,
    stage=Stage.REPORT,
    summary="`rules` names a rule or family that there is not.",
    why="What it was meant to change stays as it was.",
    fix="Write a code such as LNK001, a family such as LNK, or a rule's name.",
    since="0.1.0",
    bad=(
        Example({"mkdocs.yml": f"{_START}{{ignore: [LNK001, ⟦LNK01⟧]}}\n"}),
        Example({"mkdocs.yml": f"{_START}{{severity: {{⟦brokn-link⟧: note}}}}\n"}),
    ),
    good=(
        Example({"mkdocs.yml": f"{_START}{{select: [DEFAULT, lnk], ignore: [broken-link]}}\n"}),
        Example({"mkdocs.yml": f"{_START}{{select: [ALL], ignore: [ALL]}}\n"}),
    ),
)


def check(context: ReportContext) -> Iterator[Diagnostic]:
    """Look each word up among codes, families and names."""
    chosen = context.centre.settings.rules
    for text in (*chosen.select, *chosen.ignore, *(name for name, _ in chosen.severity)):
        if not matching(context.rules, text.value):
            yield Diagnostic(
                RULE,
                text.span,
                f"there is no rule “{text.value}”",
                help=nearest_rule(context.rules, text.value),
            )
