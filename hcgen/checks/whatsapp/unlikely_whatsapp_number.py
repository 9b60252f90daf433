"""WAP002: WhatsApp numbers that are not of a mobile telephone."""

from collections.abc import Iterator

from hcgen.channels.numbers import NumberKind, read_number
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="WAP002",
    name="unlikely-whatsapp-number",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A WhatsApp number is not of a mobile telephone.",
    why="wa.me answers for any digits, so nobody sees that the conversation reaches no one.",
    fix="Write a message to it; say business: true if WhatsApp's business service answers there.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: wa, kind: whatsapp, number: ⟦+62 21 5790 1234⟧}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "organisation: {country: ID}\n"
                "channels:\n  - {id: wa, kind: whatsapp, number: ⟦1500 888⟧}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: wa, kind: whatsapp, number: +62 21 5790 1234, business: true}\n"
            }
        ),
        # in North America nobody can tell them apart
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: wa, kind: whatsapp, number: +1 202 456 1111}\n"
            }
        ),
    ),
)

_LIKELY = (NumberKind.MOBILE, NumberKind.FIXED_OR_MOBILE, NumberKind.NONE)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for kinds of numbers that receive no short messages."""
    contact = context.centre.contact
    for channel in contact.channels:
        text = channel.values.get("number")
        if channel.kind != "whatsapp" or text is None or channel.says_yes("business"):
            continue
        kind = read_number(text.value, contact.organisation.country).kind
        if kind not in _LIKELY:
            yield Diagnostic(
                RULE,
                text.span,
                f"“{text.value}” is not a mobile number ({kind.value})",
                help="write a message to it, and add business: true if it is answered",
            )
