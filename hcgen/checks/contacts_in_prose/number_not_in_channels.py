"""CON021: telephone numbers in articles that no channel has."""

from collections.abc import Iterator

from hcgen.checks.contacts_in_prose._numbers import numbers_in_articles
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_RESET = "content/en/account/reset.md"
_CHANNELS = {
    "content/channels.yml": "organisation: {country: ID}\nchannels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - {id: call, kind: phone, number: '1500 888', alternative: '+62 21 5790 1234'}\n"
}


def _example(words: str, *, language: str = "en") -> Example:
    if language == "en":
        return Example({**_CHANNELS, _RESET: f"---\ntitle: Reset your password\n---\n{words}\n"})
    path = "content/id/account/reset.md"
    return Example({**_CHANNELS, path: f"---\ntitle: Atur ulang kata sandi\n---\n{words}\n"})


RULE = Rule(
    code="CON021",
    name="number-not-in-channels",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="An article tells customers to call a number that channels.yml does not have.",
    why="It may be an old number, and nobody will notice when it changes.",
    fix="Make it a channel and refer to it, or write the number that channels.yml has.",
    since="0.1.0",
    bad=(
        _example("Call us at ⟦021 7251 9030⟧."),
        _example("[Call us](⟦tel:+622172519030⟧) or [chat](⟦https://wa.me/6281290001111⟧)."),
        _example("Telepon kami di ⟦1500 777⟧.", language="id"),
        _example("Ring ⟦14055⟧ now."),
        _example("Call ⟦+62 21 5790 1234 ext. 77⟧."),
    ),
    good=(
        _example("The plan costs Rp 1.500.123 a year, or IDR 0811 2345 678."),
        _example("Transfer to account number 0218 7654 321, invoice 0812 3344 5566."),
        _example("Call +62 21 5790 1234 from abroad."),
        _example("Use a number such as 0812 3344 5566; the server is 192.168.100.20."),
        _example("Set `021 7251 9030` on 2026-11-10, version 10.2345.6780."),
        _example("Nomor rekening 0218 7654 321, kode pos 14055.", language="id"),
        _example("Is your life in danger? Call [112](tel:112) or 110."),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Report numbers in words, and those that only a link dials."""
    for found in numbers_in_articles(context):
        if not found.is_known:
            yield Diagnostic(
                RULE,
                found.span,
                f"the number “{found.number}” is in no channel",
                help="make it a channel in channels.yml and write {{ channel:ID:number }} here",
            )
