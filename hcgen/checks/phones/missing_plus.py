"""PHN003: a telephone number has the country code without the + in front."""

from collections.abc import Iterator

from hcgen.channels.numbers import Verdict
from hcgen.channels.phone import with_plus
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import phone_numbers
from hcgen.checks.words import rewritten
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN003",
    name="missing-plus",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A telephone number has the country code without the + in front.",
    why="Without it 62 21 579 0123 is another, good number: customers reach strangers.",
    fix="Put + in front; hcgen check --fix does it.",
    since="0.1.0",
    bad=(
        Example(
            in_country("ID", "number: ⟦62 21 579 0123⟧"),
            fixed=in_country("ID", "number: +62 21 579 0123"),
        ),
        Example(
            in_country("MY", "number: ⟦60323456789⟧"),
            fixed=in_country("MY", "number: +60323456789"),
        ),
        Example(
            in_country("SG", "number: ⟦(65) 6327 2265⟧"),
            fixed=in_country("SG", "number: +65 6327 2265"),
        ),
        Example(
            in_country("SG", "number: ⟦0065 6335 3533⟧"),
            fixed=in_country("SG", "number: +65 6335 3533"),
        ),
        Example(
            in_country("ID", "number: ⟦(62-21) 2927 8888⟧"),
            fixed=in_country("ID", "number: +62-21 2927 8888"),
        ),
    ),
    good=(
        Example(in_country("ID", "number: +62 21 579 0123")),
        Example(in_country("US", "number: 1 202 456 1111")),
        Example(in_country("ID", "number: (+62) 21 579 0123")),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at numbers that are good ones once they have the sign."""
    for each in phone_numbers(context):
        if each.number.verdict is not Verdict.MISSING_PLUS:
            continue
        begins = (
            "begins with 00, which is not dialled everywhere"
            if each.text.value.lstrip().startswith("00")
            else "begins with the country code, and dials another number"
        )
        yield Diagnostic(
            RULE,
            each.text.span,
            f"“{each.text.value}” {begins}",
            help=f"write {with_plus(each.text.value)}",
            fix=rewritten(each.text, with_plus(each.text.value)),
        )
