"""WAP001: WhatsApp numbers that are no full international number."""

from collections.abc import Iterator

from hcgen.channels.numbers import Verdict, read_number
from hcgen.channels.phone import with_plus
from hcgen.channels.whatsapp import number_of_address
from hcgen.checks.context import SourceContext
from hcgen.checks.words import rewritten
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="WAP001",
    name="unusable-whatsapp-number",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A WhatsApp number is no number that can be written with + and a country code.",
    why="The link opens WhatsApp with the word that this number does not use it, or with a "
    "stranger.",
    fix="Write the number with + and the country code.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "organisation: {country: ID}\n"
                "channels:\n  - {id: wa, kind: whatsapp, number: ⟦62 811 9900 876⟧}\n"
            },
            fixed={
                "content/channels.yml": "organisation: {country: ID}\n"
                "channels:\n  - {id: wa, kind: whatsapp, number: +62 811 9900 876}\n"
            },
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: wa, kind: whatsapp, number: ⟦0811 9900 876⟧}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "organisation: {country: ID}\n"
                "channels:\n  - {id: wa, kind: whatsapp, number: ⟦14045⟧}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                '  - {id: wa, kind: whatsapp, number: ⟦"https://wa.me/628119900876?text=Halo"⟧}\n'
            },
            fixed={
                "content/channels.yml": "channels:\n"
                '  - {id: wa, kind: whatsapp, number: "+628119900876"}\n'
            },
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: wa, kind: whatsapp, number: +62 811 9900 876}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "organisation: {country: ID}\n"
                "channels:\n  - {id: wa, kind: whatsapp, number: 0811 9900 876}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "organisation: {country: ID}\n"
                "channels:\n  - {id: wa, kind: whatsapp, number: (+62)8119900876}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for numbers without an international form."""
    contact = context.centre.contact
    for channel in contact.channels:
        text = channel.values.get("number")
        if channel.kind != "whatsapp" or text is None or not text.value.strip():
            continue
        country = contact.organisation.country
        number = read_number(text.value, country)
        if number.verdict is Verdict.GOOD:
            continue
        mended = number_of_address(text.value)
        if number.verdict is Verdict.MISSING_PLUS:
            mended = with_plus(text.value)
        yield Diagnostic(
            RULE,
            text.span,
            f"“{text.value}” is no number that WhatsApp can open",
            help=f"write {mended}"
            if mended
            else "write it with + and the country code, as +62 812 3456 7890",
            fix=rewritten(text, mended) if mended else (),
        )
