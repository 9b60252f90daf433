"""PRB003: an evidence file that nobody has added to for long."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from hcgen.checks.context import SourceContext
from hcgen.checks.probes._examples import MAIL_WORKS, YESTERDAY, evidence_of_mail
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.showing import COUNTS_FOR
from hcgen.source import SourceFile

_FROM_SUMMER = replace(
    MAIL_WORKS, checked_at=YESTERDAY - timedelta(120), last_good=YESTERDAY - timedelta(120)
)

RULE = Rule(
    code="PRB003",
    name="outdated-evidence",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="No run of hcgen probe has tried anything for a month.",
    why="The contact page no longer says when a channel was checked, and nobody will notice when "
    "one breaks.",
    fix="Let hcgen probe run on a schedule and save the evidence file, or delete the file.",
    since="0.1.0",
    bad=(Example({"evidence.json": evidence_of_mail(_FROM_SUMMER)}, unplaced="evidence.json"),),
    good=(
        Example({"evidence.json": evidence_of_mail(MAIL_WORKS)}),
        Example({}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the newest run with today."""
    evidence = context.centre.evidence
    newest = evidence.newest if evidence else None
    if newest is None or context.today - newest.date() <= COUNTS_FOR:
        return
    path = context.centre.settings.evidence_file
    yield Diagnostic(
        RULE,
        SourceFile(path, "").start(),
        f"nothing has been tried since {newest.date()}: no schedule seems to run",
        help="run “hcgen probe” on a schedule that saves this file, or delete the file",
    )
