"""EML005: mailboxes of one person."""

import re
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.mailboxes._mailbox import Mailbox, mailboxes
from hcgen.checks.mailboxes.noreply_mailbox import is_noreply
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="EML005",
    name="personal-mailbox",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A mail address looks like that of one person.",
    why="Nobody answers when that person is ill, on holiday or gone.",
    fix="Use a mailbox that a team reads, such as help@ or bantuan@.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦budi.santoso@example.com⟧, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦j_doe2@example.com⟧, hours: always}\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: customer.care@example.com, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: layanan.awan@example.com, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: info.jakarta@example.com, hours: always}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: budi@example.com, hours: always}\n",
            }
        ),
        # names of firms are written in one word in addresses
        Example(
            {
                "content/channels.yml": "organisation: {name: Awan Play}\nchannels:\n"
                "  - {id: mail, kind: email, address: halo.awanplay@example.com, hours: always}\n"
                "  - {id: shop, kind: email, address: jakarta.awanplay@example.com, "
                "hours: always}\n",
            }
        ),
    ),
)

_NAME = re.compile(r"[^\W\d_]+[._][^\W\d_]+\d{0,4}")
_ROLES = frozenset(
    """abuse accounts admin aduan agent akun anfragen auskunft bantuan bayar beratung billing
    booking buchhaltung business bisnis call care cc ccare center centre chat claim client cloud
    complaint complaints contact crm cs cso customer customercare customerservice data desk dev
    dukungan enquiries enquiry faq feedback finance form front guest hai halo hello help helpdesk
    hilfe hotline hr hubungi humas info infos inquiries it jualan keluhan keuangan khidmat klaim
    klien konsumen kontak kontakt kritik kundendienst kundenservice langganan layanan legal mail
    maklumat marketing media my office official online operations ops order orders pelanggan
    pembayaran pemasaran pengaduan penjualan pertanyaan pesanan post pr press privacy produk
    product promo pusat refund regional reklamasi request reservasi retur return returns saran
    sales security service services sapa shop soporte store support system tagihan tanya team
    tech technical teknik teknis ticket tickets tiket tim toko user vertrieb web webmaster
    welcome""".split()
)
_PARTS_OF_ROLES = tuple(role for role in _ROLES if len(role) >= 6)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for two names with a dot between them, neither a role nor the organisation's own."""
    organisation = context.centre.contact.organisation.name
    own = organisation.value.casefold() if organisation else ""
    for mailbox in mailboxes(context):
        if _is_personal(mailbox, own) and not is_noreply(mailbox):
            yield Diagnostic(
                RULE,
                mailbox.text.span,
                f"“{mailbox.text.value}” looks like the mailbox of one person",
                help="use one that a team reads, such as help@ or bantuan@",
            )


def _is_personal(mailbox: Mailbox, organisation: str) -> bool:
    if not _NAME.fullmatch(mailbox.local):
        return False
    words = re.split(r"[._]", mailbox.local.rstrip("0123456789"))
    # two letters are a country or a department: toko.id, cs.jkt
    known = f"{organisation} {organisation.replace(' ', '')} {mailbox.domain}"
    return not any(
        word in _ROLES
        or len(word) == 2
        or (len(word) > 2 and word in known)
        or any(role in word for role in _PARTS_OF_ROLES)
        for word in words
    )
