"""PHN005: a number at a premium rate does not say what it costs."""

from collections.abc import Iterator

from hcgen.channels.numbers import NumberKind
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import phone_numbers
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN005",
    name="premium-number-without-cost",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A number at a premium rate does not say what it costs.",
    why="Customers find out on their bill, and do not come back.",
    fix="Say the price a minute under cost, or use another number.",
    since="0.1.0",
    bad=(
        Example(in_country("ID", "number: ⟦0809 1 401 401⟧, alternative: +62 21 5790 1234")),
        Example(in_country("DE", "number: ⟦0900 1 123456⟧, alternative: +49 30 22732152")),
    ),
    good=(
        Example(
            in_country(
                "ID",
                "number: 0809 1 401 401, alternative: +62 21 5790 1234, cost: Rp 3.000 a minute",
            )
        ),
        Example(in_country("ID", "number: 0804 1 401 401, alternative: +62 21 5790 1234")),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for numbers that the plan calls premium."""
    for each in phone_numbers(context):
        if each.number.kind is NumberKind.PREMIUM and not each.channel.cost:
            yield Diagnostic(
                RULE,
                each.text.span,
                f"calls to “{each.text.value}” cost more than others, and no cost is given",
                help="add cost: with the price a minute, or use another number",
            )
