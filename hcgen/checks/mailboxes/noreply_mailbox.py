"""EML006: mailboxes that nobody reads."""

import re
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.mailboxes._mailbox import Mailbox, mailboxes
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="EML006",
    name="noreply-mailbox",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A mail address says itself that nobody answers.",
    why="Customers write, and wait for a reply that cannot come.",
    fix="Use a mailbox that people read.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦noreply@example.com⟧, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦Do-Not-Reply@example.com⟧, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦jangan-balas@example.com⟧, hours: always}\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: reply@example.com, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: help@noreply.example.com, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: balas@example.com, hours: always}\n",
            }
        ),
    ),
)

_NOREPLY = re.compile(
    r"(?:no|do[._-]?not|dont|never)[._-]?repl(?:y|ies)|no[._-]?response|mailer[._-]?daemon"
    r"|(?:jangan|tidak|tak|no)[._-]?(?:di)?balas|keine?[._-]?antwort"
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at what is before the @."""
    for mailbox in mailboxes(context):
        if is_noreply(mailbox):
            yield Diagnostic(
                RULE,
                mailbox.text.span,
                f"“{mailbox.text.value}” says that nobody answers there",
                help="write the address of a mailbox that people read",
            )


def is_noreply(mailbox: Mailbox) -> bool:
    """Tell whether the name of a mailbox says that nobody reads it."""
    return bool(_NOREPLY.search(mailbox.local))
