"""PHN008: the cost of a call is not what the number says."""

import re
from collections.abc import Iterator

from hcgen.channels.numbers import NumberKind, Verdict
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import phone_numbers
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN008",
    name="cost-contradicts-number",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The cost of a call is not what the number says.",
    why="A call that is called free and is not is a promise broken on the first minute.",
    fix="Correct the cost, or use a toll-free number.",
    since="0.1.0",
    bad=(
        Example(
            in_country("MY", "number: 1300 88 1234, alternative: +60 3-2145 6799, cost: ⟦Percuma⟧")
        ),
        Example(
            in_country(
                "ID",
                "number: 0800 140 1400, alternative: +62 21 5790 1234, "
                "cost: {id: Gratis, en: ⟦Local rate⟧}",
            )
        ),
    ),
    good=(
        Example(
            in_country(
                "ID",
                "number: 0800 140 1400, alternative: +62 21 5790 1234, "
                "cost: {id: Bebas pulsa, en: Toll-free}",
            )
        ),
        Example(
            in_country(
                "ID",
                "number: 1500 888, alternative: +62 21 5790 1234, "
                "cost: {id: Tidak gratis, en: Not free}",
            )
        ),
        Example(
            in_country(
                "ID",
                "number: 0800 140 1400, alternative: +62 21 5790 1234, "
                "cost: {id: Tidak dikenakan biaya, en: Freephone}",
            )
        ),
        # the second number is for those for whom the first one, of no public plan, does not work
        Example(
            in_country(
                "ID",
                "number: 135, alternative: 021 381 5111, cost: Bebas pulsa, "
                "attested: {on: 2026-11-02, method: test call}",
            )
        ),
    ),
)


_FREE = re.compile(
    r"(?<!\w)(?:gratis|bebas (?:pulsa|biaya|tol|bayaran)|percuma|free(?: of charge)?|toll[- ]free"
    r"|(?:tanpa|(?:tidak|tak) (?:dikenakan|dipungut)) (?:biaya|bayaran|caj|pulsa)|freephone"
    r"|no charge|kostenlos|kostenfrei|gebührenfrei|gratuit|gratuito|grátis|miễn phí|libre)(?!\w)"
    r"|مجان|免费|無料|무료|ฟรี|मुफ़्त|निःशुल्क",
    re.I,
)
_NOT = re.compile(
    r"(?:tidak|bukan|tak|not|no|nicht|kein\w*|non|pas|não|không|hindi|ليس|不|नहीं)\W+(?:\w+\W+)?$",
    re.I,
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare each text of the cost with what the numbering plan says of the first number."""
    seen: set[str] = set()
    for each in phone_numbers(context):
        if each.channel.id.value in seen:
            continue
        seen.add(each.channel.id.value)
        if each.number.verdict is not Verdict.GOOD:
            continue
        is_free = each.number.kind is NumberKind.TOLL_FREE
        for text in each.channel.cost.texts:
            if _says_free(text.value) == is_free:
                continue
            kind = each.number.kind.value
            yield Diagnostic(
                RULE,
                text.span,
                f"the cost is “{text.value}”, and “{each.text.value}” is a number of this kind: "
                f"{kind}",
                help="write what a call costs, or leave cost out",
            )


def _says_free(text: str) -> bool:
    match = _FREE.search(text)
    return match is not None and not _NOT.search(text[: match.start()])
