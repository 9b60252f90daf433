"""CFG004: keys that mean nothing to hcgen."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG004",
    name="unknown-key",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A key is not known where it stands.",
    why="A mistyped key has no effect, silently: the channel stays without its label.",
    fix="Use one of the known keys.",
    since="0.1.0",
    bad=(Example({"content/topics.yml": "topics:\n  - path: account\n    ⟦titel⟧: Account\n"}),),
    good=(Example({"content/topics.yml": "topics:\n  - path: account\n    title: Account\n"}),),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
