"""PHN001: a telephone number holds letters, or no digits, or far too many."""

import re
from collections.abc import Iterator

from hcgen.channels.numbers import Verdict
from hcgen.checks.context import SourceContext
from hcgen.checks.phones._examples import in_country
from hcgen.checks.phones._numbers import holds_several, phone_numbers
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PHN001",
    name="unreadable-number",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A telephone number holds letters, or no digits, or far too many.",
    why="Nobody can dial it, and the link on the page leads nowhere.",
    fix="Write the digits, with + and the country code, or as people in the country write it.",
    since="0.1.0",
    bad=(
        Example(in_country("ID", "number: ⟦1-500-AWAN⟧")),
        Example(in_country("ID", "number: +62 21 5790 1234, alternative: ⟦see the card⟧")),
        Example(in_country("ID", "number: ⟦(0274) 882257 (hunting)⟧")),
        Example(in_country("GB", "number: ⟦0114 206 2131 / 0203 772 1340⟧")),
        Example(in_country("ID", "number: ⟦+62-21-5790-1234 / 14045⟧")),
        Example(in_country("ID", "number: ⟦(021) 5790 1234/35⟧")),
        Example(in_country("MY", "number: ⟦+603-7967 7022 ext 3311 / 7984⟧")),
    ),
    good=(
        Example(in_country("ID", "number: +62 21 5790 1234 ext 12")),
        Example(in_country("ID", "number: (021) 5790-1234")),
    ),
)


_NONE = (Verdict.IMPOSSIBLE, Verdict.UNREADABLE)
_EXTENSIONS = re.compile(
    r"[+(]?\d[\d ()./-]+\s(?:ext|x|samb|pes)\.?\s*\d+(?:\s*[,;/&]\s*\d+)+", re.I
)
_WORDS = re.compile(r"([+(]?\d[\d ()./-]{4,}\d)\s*[(,-]?\s*([^\W\d_]{2,}(?: [^\W\d_]+)*)\)?")
"""A whole number, and words behind it that are none of an extension."""


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at all numbers; without a country, those without + cannot be read either."""
    country = context.centre.contact.organisation.country
    for each in phone_numbers(context):
        written = each.text.value.strip()
        is_several = each.number.verdict in _NONE and holds_several(written, country)
        if each.number.verdict is not Verdict.UNREADABLE and not is_several:
            continue
        if is_several:
            fact = "holds more than one number"
            advice = "write one of them, and make a channel of its own for any other"
        elif _EXTENSIONS.fullmatch(written):
            fact = "holds more than one extension"
            advice = "write one of them, and make a channel of its own for any other"
        elif match := _WORDS.fullmatch(written):
            fact = f"holds the word “{match[2]}”, which is not dialled"
            advice = f"write {match[1]}, and what the word says in description"
        elif country or any(char.isalpha() for char in each.text.value):
            fact, advice = "is not a telephone number", "write digits, as +62 21 5790 1234"
        else:
            fact = "cannot be read without a country"
            advice = "write + and the country code, or add country: ID below organisation"
        yield Diagnostic(RULE, each.text.span, f"“{each.text.value}” {fact}", help=advice)
