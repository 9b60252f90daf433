"""EML003: mailboxes at free mail providers."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.mailboxes._mailbox import Mailbox, mailboxes
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="EML003",
    name="free-mail-address",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A mail address belongs to a free mail provider.",
    why="Anybody can open one that looks just like it, and customers have learned to be careful.",
    fix="Use a mailbox at the organisation's own domain.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦toko.awan@gmail.com⟧, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦Help@Yahoo.co.id⟧, hours: always}\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: gmail@example.com, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: help@gmail.example.com, hours: always}\n",
            }
        ),
    ),
)

_PROVIDERS = frozenset(
    """aol.com fastmail.com gmail.com gmx.com gmx.de gmx.net googlemail.com hey.com icloud.com
    hotmail.co.id hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.my hotmail.sg live.co.uk
    live.com live.com.my live.com.sg live.de mac.com mail.com mail.ru me.com msn.com naver.com
    outlook.co.id outlook.com outlook.de outlook.my outlook.sg plasa.com pm.me proton.me
    protonmail.com qq.com rocketmail.com t-online.de telkom.net tuta.com tutanota.com web.de
    yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.my yahoo.com.ph
    yahoo.com.sg yahoo.com.vn yahoo.de yahoo.fr yandex.com yandex.ru ymail.com zohomail.com
    126.com 163.com""".split()
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look the domains up in a short list."""
    for mailbox in mailboxes(context):
        if is_free(mailbox):
            yield Diagnostic(
                RULE,
                mailbox.text.span,
                f"“{mailbox.domain}” gives mailboxes to everybody, so nobody can tell that this "
                "one is yours",
                help="use an address at your own domain",
            )


def is_free(mailbox: Mailbox) -> bool:
    """Tell whether a mailbox is at a free mail provider."""
    return mailbox.domain in _PROVIDERS
