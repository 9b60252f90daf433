"""PRB005: channels that somebody tried too long ago."""

from collections.abc import Iterator
from datetime import date, timedelta

from hcgen.checks.contact import place_of
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.channel import Attestation

_MAIL = (
    "channels:\n  - id: mail\n    kind: email\n    address: help@example.com\n    hours: always\n"
)

RULE = Rule(
    code="PRB005",
    name="outdated-attestation",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A person last tried the channel longer ago than that counts.",
    why="Numbers change hands and mailboxes are closed; the contact page no longer says that this "
    "one was tried.",
    fix="Try the channel again and write the new day. After twice the time it is an error.",
    since="0.1.0",
    former_codes=("CON012",),
    bad=(
        Example(
            {
                "content/channels.yml": f"{_MAIL}    attested: ⟦{{on: 2020-01-31, method: mail, "
                "valid_for: 90d}⟧\n"
            }
        ),
        Example(
            {
                "content/channels.yml": f"{_MAIL}    attested: ⟦{{on: 1990-01-01, method: mail, "
                "valid_for: 9999d}⟧\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": f"{_MAIL}    attested: {{on: 2026-11-02, method: mail, "
                "valid_for: 9999d}\n"
            }
        ),
        # it counts for ever where nobody has said for how long
        Example({"content/channels.yml": f"{_MAIL}    attested: {{on: 2020-01-31}}\n"}),
        Example(
            {
                "content/channels.yml": f"organisation: {{fictional: true}}\n{_MAIL}"
                "    attested: {on: 2020-01-31, method: mail, valid_for: 90d}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the end of each attestation with today."""
    contact, today = context.centre.contact, context.today
    if contact.organisation.is_fictional:
        return
    for channel in contact.channels:
        attested = channel.attested
        if attested is None or attested.valid_for_days is None or attested.is_valid(today):
            continue
        yield Diagnostic(
            RULE,
            place_of(channel, "attested"),
            f"“{channel.id.value}” was last tried on {attested.on}, which counts for "
            f"{attested.valid_for_days} days only",
            help="try it again, and write that day",
            set_severity=Severity.ERROR if _is_long_over(attested, today) else None,
        )


def _is_long_over(attested: Attestation, today: date) -> bool:
    return today - attested.on > timedelta(2 * (attested.valid_for_days or 0))
