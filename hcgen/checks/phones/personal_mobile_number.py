"""PHN009: a mobile number is published without the word that it is the business’s own."""

from collections.abc import Iterator

from hcgen.channels.numbers import NumberKind
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import phone_numbers
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN009",
    name="personal-mobile-number",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A mobile number is published without the word that it is the business’s own.",
    why="A private number on the web is called for years, at night too, after its owner has left.",
    fix="Say business: true if the number belongs to the business, or use another one.",
    since="0.1.0",
    bad=(
        Example(in_country("ID", "number: ⟦+62 811 9900 876⟧")),
        Example(in_country("MY", "number: ⟦012-398 6745⟧")),
    ),
    good=(
        Example(in_country("ID", "number: +62 811 9900 876, business: true")),
        Example(in_country("ID", "number: +62 21 5790 1234")),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for mobile numbers; where plans do not tell mobile from fixed, nothing is said."""
    for each in phone_numbers(context):
        if each.number.kind is NumberKind.MOBILE and not each.channel.says_yes("business"):
            yield Diagnostic(
                RULE,
                each.text.span,
                f"“{each.text.value}” is a mobile number, which may be somebody's own",
                help="add business: true if it belongs to the business",
            )
