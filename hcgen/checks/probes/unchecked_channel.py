"""PRB004: channels that no run of `hcgen probe` has tried."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.probes._examples import MAIL_WORKS, evidence_of_mail
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.showing import COUNTS_FOR

_MAIL = "channels:\n  - {id: mail, kind: email, address: %s, hours: always}\n"

RULE = Rule(
    code="PRB004",
    name="unchecked-channel",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="Other channels have been tried by hcgen probe, and this one has not.",
    why="It is new or leads elsewhere than before, and nobody has seen it work.",
    fix="Run hcgen probe; the next run of the schedule does it too.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _MAIL.replace("mail,", "⟦mail⟧,", 1)
                % "support@example.com",
                "evidence.json": evidence_of_mail(MAIL_WORKS),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _MAIL % "Help@Example.com",
                "evidence.json": evidence_of_mail(MAIL_WORKS),
            }
        ),
        # nobody has ever run it here
        Example({}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for channels without a record, where runs go on."""
    evidence = context.centre.evidence
    newest = evidence.newest if evidence else None
    if newest is None or context.today - newest.date() > COUNTS_FOR:
        return  # “outdated-evidence” says it of all
    for channel in context.centre.contact.channels:
        record = context.centre.record(channel)
        if record is None or record.checked_at is None:
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"no run has tried “{channel.id.value}” yet",
                help="run “hcgen probe”, or wait for the next run of its schedule",
            )
