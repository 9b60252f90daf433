"""PRB006: an evidence file that is damaged."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.probes._examples import MAIL_WORKS, evidence_of_mail
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_WHOLE = evidence_of_mail(MAIL_WORKS)

RULE = Rule(
    code="PRB006",
    name="unreadable-evidence",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The evidence file is damaged, or of another version of hcgen.",
    why="It counts as empty: pages do not say when a channel was checked, and known incidents are "
    "forgotten.",
    fix="Delete it, or restore the last good one; the next run of hcgen probe writes it anew.",
    since="0.1.0",
    bad=(
        Example({"evidence.json": '{"records": {⟦⟧'}),
        Example({"evidence.json": _WHOLE.replace('"version": 1', '⟦"version"⟧: 99')}),
        Example({"evidence.json": b"\xff\xfe{\x00"}, unplaced="evidence.json"),
    ),
    good=(
        Example({"evidence.json": _WHOLE}),
        Example({"evidence.json": '{"records": {}, "version": 1}\n'}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what reading the file found."""
    yield from context.reported(RULE)
