"""CFG002: YAML that cannot be read."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG002",
    name="unreadable-yaml",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="The YAML of a file or of an article's front matter cannot be read.",
    why="Everything that the file says is lost.",
    fix="Follow the help at the place; quotes around the value solve most cases.",
    since="0.1.0",
    bad=(
        Example(
            {"content/topics.yml": "topics:\n  - path: account\n    title: Paid⟦:⟧ what now\n"}
        ),
    ),
    good=(
        Example(
            {"content/topics.yml": 'topics:\n  - path: account\n    title: "Paid: what now"\n'}
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
