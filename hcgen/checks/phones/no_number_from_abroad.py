"""PHN007: a number cannot be dialled from abroad, and there is no other one."""

from collections.abc import Iterator

from hcgen.channels.numbers import Verdict
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import WrittenNumber, phone_numbers
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN007",
    name="no-number-from-abroad",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A number cannot be dialled from abroad, and there is no other one.",
    why="Customers who travel, and many with a mobile phone, hear that the number does not exist.",
    fix="Add alternative: with an ordinary number and its country code.",
    since="0.1.0",
    bad=(
        Example(in_country("ID", "number: ⟦1500 888⟧")),
        Example(in_country("MY", "number: ⟦1300 88 1234⟧, alternative: 1800 88 1234")),
    ),
    good=(
        Example(in_country("ID", "number: 1500 888, alternative: +62 21 5790 1234")),
        Example(in_country("ID", "number: 021 5790 1234")),
    ),
)


_ANSWERED = (Verdict.GOOD, Verdict.SHORT_CODE, Verdict.UNKNOWN_SHORT_CODE)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at all numbers of a channel together; a wrong one is another rule's."""
    by_channel: dict[str, list[WrittenNumber]] = {}
    for each in phone_numbers(context):
        by_channel.setdefault(each.channel.id.value, []).append(each)
    for numbers in by_channel.values():
        if all(each.number.verdict in _ANSWERED for each in numbers) and not any(
            each.number.reaches_from_abroad for each in numbers
        ):
            yield Diagnostic(
                RULE,
                numbers[0].text.span,
                f"“{numbers[0].text.value}” works within the country only",
                help='add alternative: "+62 21 5790 1234", a number that works from everywhere',
            )
