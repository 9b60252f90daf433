"""PRB001: channels that do not work, by what runs of `hcgen probe` saw."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.probes._examples import MAIL_IS_DEAD, MAIL_WORKS, evidence_of_mail
from hcgen.checks.probes._reasons import in_words
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.evidence import State
from hcgen.model.showing import current_record

_CHANNELS = "channels:\n  - {id: %s, kind: email, address: help@example.com, hours: always}\n"

RULE = Rule(
    code="PRB001",
    name="open-incident",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A channel does not work: it failed again and again, or there is proof.",
    why="Customers write or call and reach nobody. Until it works, pages show the channel below "
    "its fallback, with a note.",
    fix="Repair it, or change its target. Two good runs of hcgen probe end the incident.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _CHANNELS % "⟦mail⟧",
                "evidence.json": evidence_of_mail(MAIL_IS_DEAD),
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
    """Look for channels with an open incident."""
    for channel in context.centre.contact.channels:
        record = current_record(context.centre, channel, context.today)
        if record is None or record.state is not State.OPEN:
            continue
        since = f" since {record.since.date()}" if record.since else ""
        yield Diagnostic(
            RULE,
            channel.id.span,
            f"“{channel.id.value}” has not worked{since}: {in_words(record.reason)}",
            help="repair it or change its target; two good runs of “hcgen probe” end this"
            + ("" if channel.fallback else "; name a fallback for the time being"),
        )
