"""CON022: numbers of channels that articles write out."""

from collections.abc import Iterator

from hcgen.checks.contacts_in_prose._numbers import FoundNumber, numbers_in_articles
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Stage

_RESET = "content/en/account/reset.md"
_TITLE = "---\ntitle: Reset your password\n---\n"
_CHANNELS = {
    "content/channels.yml": "organisation: {country: ID}\nchannels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - {id: call, kind: phone, number: '1500 888', alternative: '+62 21 5790 1234'}\n"
    "  - {id: fax, kind: phone, number: '+62 21 5790 1111'}\n"
}

RULE = Rule(
    code="CON022",
    name="number-in-prose",
    severity=Severity.NOTE,
    stage=Stage.FRAGMENTS,
    summary="An article writes out a number that channels.yml has.",
    why="When the number changes, this article goes on telling the old one.",
    fix="Refer to the channel: {{ channel:ID:number }} shows its number.",
    since="0.1.0",
    bad=(
        Example(
            {**_CHANNELS, _RESET: f"{_TITLE}Call us: ⟦1500-888⟧.\n"},
            fixed={_RESET: f"{_TITLE}Call us: {{{{ channel:call:number }}}}.\n"},
        ),
        Example(
            {**_CHANNELS, _RESET: f"{_TITLE}Fax [⟦021 5790 1111⟧](tel:+622157901111) us.\n"},
            fixed={_RESET: f"{_TITLE}Fax {{{{ channel:fax:number }}}} us.\n"},
        ),
        Example({**_CHANNELS, _RESET: f"{_TITLE}[Call us](⟦tel:1500888⟧) today.\n"}),
        Example(
            {**_CHANNELS, _RESET: f"{_TITLE}Send a fax (⟦021 5790 1111⟧).\n"},
            fixed={_RESET: f"{_TITLE}Send a fax ({{{{ channel:fax:number }}}}).\n"},
        ),
    ),
    good=(
        Example({**_CHANNELS, _RESET: f"{_TITLE}Call {{{{ channel:call:number }}}}.\n"}),
        Example({**_CHANNELS, _RESET: f"{_TITLE}From abroad, call +62 21 5790 1234.\n"}),
        # one number may be written in two ways, for callers here and abroad
        Example(
            {
                "content/channels.yml": _CHANNELS["content/channels.yml"].replace(
                    "'1500 888'", "'021 5790 1234'"
                ),
                _RESET: f"{_TITLE}From abroad, call +62 21 5790 1234.\n",
            }
        ),
        # another extension is another desk
        Example(
            {
                "content/channels.yml": _CHANNELS["content/channels.yml"].replace(
                    "'1500 888', alternative: '+62 21 5790 1234'",
                    "'+62 21 5790 1234 ext 12', alternative: '+62 21 5790 1234 ext 34'",
                ),
                _RESET: f"{_TITLE}Call +62 21 5790 1234, or +62 21 5790 1234 ext. 34.\n",
            }
        ),
        Example({**_CHANNELS, _RESET: f"{_TITLE}The disk holds 1500 888 files.\n"}),
        Example({**_CHANNELS, _RESET: f"{_TITLE}Type `1500 888` to call.\n"}),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Report the numbers that a reference could show."""
    for found in numbers_in_articles(context):
        if not found.channel_ids:
            continue
        channel_id = found.channel_ids[0]
        part = "number" if found.is_in_words else "link"
        yield Diagnostic(
            RULE,
            found.span,
            f"“{found.number}” is the number of the channel “{channel_id}”",
            help=f"write {{{{ channel:{channel_id}:{part} }}}}",
            fix=_fix(found),
        )


def _fix(found: FoundNumber) -> tuple[Edit, ...]:
    """Return the edit, where the reader sees the same number and the same link afterwards."""
    is_clear = found.is_in_words and len(found.channel_ids) == 1
    if not is_clear:
        return ()
    return (Edit(found.whole, f"{{{{ channel:{found.channel_ids[0]}:number }}}}"),)
