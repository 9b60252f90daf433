"""PHN002: a telephone number is in no numbering plan."""

from collections.abc import Iterator

from hcgen.channels.numbers import Verdict, is_placeholder
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import holds_several, phone_numbers
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN002",
    name="impossible-number",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A telephone number is in no numbering plan.",
    why="A digit is missing, or one too many: customers hear that the number does not exist.",
    fix="Compare it with your contract or your telephone, and correct it.",
    since="0.1.0",
    bad=(
        Example(in_country("ID", "number: ⟦021 579⟧")),
        Example(in_country("MY", "number: ⟦03-1234⟧")),
    ),
    good=(
        Example(in_country("ID", "number: 021 5790 1234")),
        Example(in_country("ID", "number: 14045, alternative: +62 21 5790 1234")),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at all numbers; made-up ones of a fictional organisation may be in no plan."""
    organisation = context.centre.contact.organisation
    for each in phone_numbers(context):
        if each.number.verdict is not Verdict.IMPOSSIBLE:
            continue
        if organisation.is_fictional and is_placeholder(each.text.value, organisation.country):
            continue
        if holds_several(each.text.value, organisation.country):
            continue  # “unreadable-number” says it
        where = f" in {organisation.country}" if organisation.country else ""
        yield Diagnostic(
            RULE,
            each.text.span,
            f"there is no number “{each.text.value}”{where}",
            help="compare it digit by digit with your contract",
        )
