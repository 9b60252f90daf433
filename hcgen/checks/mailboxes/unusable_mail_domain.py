"""EML002: mail domains that no mail from outside reaches."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.mailboxes._mailbox import addresses, is_unusable, is_well_formed
from hcgen.checks.words import part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="EML002",
    name="unusable-mail-domain",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A mail address has a domain that does not exist on the internet.",
    why="Every message of a customer comes back, or is lost.",
    fix="Write the address that customers can send mail to.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: help@⟦awan.test⟧, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: 'help@⟦[192.0.2.7]⟧', hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: help@⟦localhost⟧, hours: always}\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: help@test.example.com, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: local@local.example.com, hours: always}\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at what is after the @ of addresses that are well formed otherwise."""
    for text in addresses(context):
        start = text.value.rfind("@") + 1
        domain = text.value[start:]
        if start and is_unusable(domain) and is_well_formed(text.value):
            yield Diagnostic(
                RULE,
                part_of(text, start, len(text.value)),
                f"no mail from outside reaches “{domain}”",
                help="write the address that customers can send mail to",
            )
