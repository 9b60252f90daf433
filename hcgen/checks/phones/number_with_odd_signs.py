"""PHN010: a telephone number is written with (0) behind the country code, or with strokes."""

import re
from collections.abc import Iterator

from hcgen.channels.numbers import Verdict, read_number
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import phone_numbers
from hcgen.checks.words import rewritten
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN010",
    name="number-with-odd-signs",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A telephone number is written with (0) behind the country code, or with strokes.",
    why="Nobody knows whether to dial the 0, and telephones dial it.",
    fix="Write +62 21 … without the 0; hcgen check --fix does it.",
    since="0.1.0",
    bad=(
        Example(
            in_country("ID", "number: ⟦+62 (0)21 5790 1234⟧"),
            fixed=in_country("ID", "number: +62 21 5790 1234"),
        ),
        Example(
            in_country("DE", "number: ⟦030/22732152⟧"),
            fixed=in_country("DE", "number: 030 22732152"),
        ),
    ),
    good=(
        Example(in_country("ID", "number: (021) 5790-1234")),
        Example(in_country("DE", "number: +49 30 22732152")),
    ),
)


_TRUNK_ZERO = re.compile(r"^(\s*\+\d{1,3})\s*\(0\)\s*")
_STROKES = re.compile(r"\s*/\s*")


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at numbers that are good ones otherwise."""
    for each in phone_numbers(context):
        written = each.text.value
        plain = _STROKES.sub(" ", _TRUNK_ZERO.sub(r"\1 ", written))
        if plain == written or each.number.verdict is not Verdict.GOOD:
            continue
        country = context.centre.contact.organisation.country
        # two numbers with a stroke between them are not one
        is_same = read_number(plain, country).e164 == each.number.e164
        yield Diagnostic(
            RULE,
            each.text.span,
            f"“{written}” leaves open what to dial",
            help=f"write {plain}",
            fix=rewritten(each.text, plain) if is_same else (),
        )
