"""PHN006: a short code is in no public plan, and nobody has tried it."""

from collections.abc import Iterator

from hcgen.channels.numbers import Verdict
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import phone_numbers
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN006",
    name="unproven-short-code",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A short code is in no public plan, and nobody has tried it.",
    why="Nobody can tell from outside whether 139 is answered: only a call can.",
    fix="Call it from a telephone of each network, and write attested: with the day.",
    since="0.1.0",
    bad=(
        Example(in_country("ID", "number: ⟦139⟧, alternative: +62 21 5790 1234")),
        Example(in_country("SG", "number: ⟦1234⟧, alternative: +65 6421 8800")),
    ),
    good=(
        Example(
            in_country(
                "ID",
                "number: 139, alternative: +62 21 5790 1234, "
                "attested: {on: 2026-11-02, method: test call}",
            )
        ),
        Example(in_country("ID", "number: 14045, alternative: +62 21 5790 1234")),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for short codes that the plans do not name."""
    for each in phone_numbers(context):
        if each.number.verdict is Verdict.UNKNOWN_SHORT_CODE and each.channel.attested is None:
            yield Diagnostic(
                RULE,
                each.text.span,
                f"“{each.text.value}” may be a short code, but no public plan names it",
                help="call it, and add attested: {on: 2026-11-02, method: test call}",
            )
