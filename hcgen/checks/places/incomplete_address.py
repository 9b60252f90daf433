"""ADR001: addresses that no letter and no visitor reaches."""

import re
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.words import part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.source import Text

_POST = (
    "organisation: {country: ID}\nchannels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - id: post\n    kind: postal\n"
    "    street: Jalan Melati 1\n    locality: Jakarta\n    postal_code: '10110'\n"
)

RULE = Rule(
    code="ADR001",
    name="incomplete-address",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="An address has a postal code of another country, or a placeholder in it.",
    why="Letters come back, and maps lead customers somewhere else.",
    fix="Write the address as it stands on an envelope.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": _POST.replace("10110", "⟦1011⟧")}),
        Example({"content/channels.yml": _POST.replace("10110", "⟦SW1A⟧").replace(": ID", ": GB")}),
        Example({"content/channels.yml": _POST.replace("Jalan Melati 1", "⟦TBD⟧")}),
        Example({"content/channels.yml": _POST.replace("Jakarta", "⟦Nama kota⟧")}),
    ),
    good=(
        Example({"content/channels.yml": _POST}),
        Example(
            {"content/channels.yml": _POST.replace("10110", "sw1a 1aa").replace(": ID", ": GB")}
        ),
        Example(
            {"content/channels.yml": _POST.replace("10110", "1012 AB").replace(": ID", ": NL")}
        ),
        Example({"content/channels.yml": _POST.replace("Jalan Melati 1", "Jalan Kota 1")}),
    ),
)

_CODES = {
    country: (re.compile(pattern, re.IGNORECASE), wanted)
    for country, pattern, wanted in (
        ("DE", r"[0-9]{5}", "5 digits, such as 10115"),
        (
            "GB",
            # the postcode as Royal Mail writes it, and the one of Girobank
            r"(?:[A-Z]{1,2}[0-9][A-Z0-9]?|GIR) ?[0-9][A-Z]{2}",
            "two groups of letters and digits, such as SW1A 1AA",
        ),
        ("ID", r"[1-9][0-9]{4}", "5 digits, such as 10110"),
        ("MY", r"[0-9]{5}", "5 digits, such as 50480"),
        ("SG", r"[0-9]{6}", "6 digits, such as 018956"),
        ("US", r"[0-9]{5}(?:-[0-9]{4})?", "5 digits, or 9 with a hyphen, such as 10001-1234"),
    )
}
_PLACEHOLDER = re.compile(
    r"[\W_]*(?:tbd|tba|todo|fixme|n/?a|x{2,}|lorem ipsum[^\n]*"
    r"|(?:your |nama |the )?(?:street|address|city|town|jalan|kota|alamat|bandar)"
    r"(?: anda| name| here| di sini)?)?[\W_]*",
    re.IGNORECASE,
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at postal codes, as the organisation's country has them, and at words that stand in."""
    country = context.centre.contact.organisation.country
    for channel in context.centre.contact.channels:
        if channel.kind not in ("postal", "visit"):
            continue
        for name in ("street", "locality", "region", "postal_code"):
            text = channel.values.get(name)
            fault = _fault(text, country if name == "postal_code" else "") if text else None
            if text and fault:
                place = part_of(text, 0, len(text.value))
                yield Diagnostic(RULE, place, fault[0], help=fault[1])


def _fault(text: Text, country: str) -> tuple[str, str] | None:
    """Return message and help for a part of an address; None if it is fine."""
    value = text.value
    if _PLACEHOLDER.fullmatch(value) or re.fullmatch(r"0{3,}", value):
        return f"“{value}” keeps the place of a part of the address", "write what is there"
    if country in _CODES:
        pattern, wanted = _CODES[country]
        if not pattern.fullmatch(value):
            return f"“{value}” is not a postal code of {country}", f"they are {wanted}"
    return None
