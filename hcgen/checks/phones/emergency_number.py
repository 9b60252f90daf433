"""PHN004: a channel leads to an emergency number."""

from collections.abc import Iterator

from hcgen.channels.numbers import Verdict
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import phone_numbers
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN004",
    name="emergency-number",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A channel leads to an emergency number.",
    why="Customers with a question about a bill keep an ambulance waiting.",
    fix="Write your own number.",
    since="0.1.0",
    bad=(
        Example(in_country("ID", "number: ⟦112⟧")),
        Example(in_country("MY", "number: ⟦999⟧")),
    ),
    good=(
        Example(in_country("ID", "number: 1500 112, alternative: +62 21 5790 1234")),
        Example(in_country("ID", "number: +62 21 5790 1112")),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for numbers that are, or begin with, one that telephones put through at once."""
    for each in phone_numbers(context):
        if each.number.verdict is Verdict.EMERGENCY:
            yield Diagnostic(
                RULE,
                each.text.span,
                f"“{each.text.value}” reaches the police, the fire brigade or an ambulance",
                help="write your own number",
            )
