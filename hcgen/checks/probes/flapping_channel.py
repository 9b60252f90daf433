"""PRB002: channels that work and fail by turns."""

from collections.abc import Iterator
from dataclasses import replace

from hcgen.checks.context import SourceContext
from hcgen.checks.probes._examples import MAIL_WORKS, evidence_of_mail
from hcgen.checks.probes._reasons import in_words
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.evidence import State
from hcgen.model.incidents import RUNS_WATCHED
from hcgen.model.probe import Verdict
from hcgen.model.showing import current_record

_CHANNELS = "channels:\n  - {id: %s, kind: email, address: help@example.com, hours: always}\n"
_FLAPPING = replace(
    MAIL_WORKS,
    state=State.FLAPPING,
    verdict=Verdict.SUSPECT,
    reason="name-servers-failed",
    recent="-+-+-+--+-",
)

RULE = Rule(
    code="PRB002",
    name="flapping-channel",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A channel fails and works by turns.",
    why="It is never down for long enough to be called broken, and still fails every second "
    "customer.",
    fix="Ask whoever runs it; look at the times in the report of hcgen probe.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _CHANNELS % "⟦mail⟧",
                "evidence.json": evidence_of_mail(_FLAPPING),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _CHANNELS % "mail",
                "evidence.json": evidence_of_mail(
                    replace(_FLAPPING, state=State.PENDING, recent="++++++++--")
                ),
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for channels that are flapping."""
    for channel in context.centre.contact.channels:
        record = current_record(context.centre, channel, context.today)
        if record is None or record.state is not State.FLAPPING:
            continue
        failed = record.recent.count("-")
        last = "" if record.verdict is Verdict.VERIFIED else f": {in_words(record.reason)}"
        yield Diagnostic(
            RULE,
            channel.id.span,
            f"“{channel.id.value}” failed in {failed} of the last {RUNS_WATCHED} runs, "
            f"and worked in between{last}",
            help="ask whoever runs it what happens at those times",
        )
