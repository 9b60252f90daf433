"""PRB007: channels that work, with a sign that they may not for long."""

from collections.abc import Iterator
from dataclasses import replace

from hcgen.checks.context import SourceContext
from hcgen.checks.probes._examples import MAIL_WORKS, evidence_of_mail
from hcgen.checks.probes._reasons import in_words
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.showing import current_record

_CHANNELS = "channels:\n  - {id: %s, kind: email, address: help@example.com, hours: always}\n"

RULE = Rule(
    code="PRB007",
    name="bad-sign",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="A channel works, and something about it should be put right soon.",
    why="A certificate that ends soon is a channel that breaks soon.",
    fix="Tell whoever runs it; a run of hcgen probe that does not see the sign ends the finding.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _CHANNELS % "⟦mail⟧",
                "evidence.json": evidence_of_mail(
                    replace(MAIL_WORKS, signs=("certificate-ends-soon",))
                ),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _CHANNELS % "mail",
                "evidence.json": evidence_of_mail(MAIL_WORKS),
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for what was noted beside the verdict."""
    for channel in context.centre.contact.channels:
        record = current_record(context.centre, channel, context.today)
        for reason in record.signs if record else ():
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"of “{channel.id.value}” was noted: {in_words(reason)}",
                help="tell whoever runs it, before it stops working",
            )
