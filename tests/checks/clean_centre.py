"""A help centre in which no rule finds anything; rule examples are laid over its tiny texts."""

TINY_CENTRE: dict[str, str] = {
    "mkdocs.yml": (
        "site_name: Help\n"
        "site_url: https://help.example.com/\n"
        "plugins: [{hcgen: {languages: [en, id]}}]\n"
    ),
    "content/channels.yml": (
        "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    ),
    "content/topics.yml": "topics:\n  - path: account\n    title: {en: Account, id: Akun}\n",
    "content/assets/form.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n',
    "content/en/account/reset.md": "---\ntitle: Reset your password\n---\nChoose a new one.\n",
    "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\nBuat yang baru.\n",
    "content/en/billing/pay.md": "---\ntitle: Pay\n---\nPay by card.\n",
    "content/id/billing/pay.md": "---\ntitle: Bayar\n---\nBayar dengan kartu.\n",
}

NOT_FOR_TINY_TEXTS: tuple[str, ...] = (
    *("ART010", "ART013"),
    *("CON005", "CON006", "CON007", "CON008", "CON009", "CON010", "CON011", "CON021"),
    *("COV002", "COV006"),
    *("HRS001", "HRS004", "HRS005"),
    *("CHT002", "EML004"),
    "LNK005",
    *("SLA001", "SLA005"),
    *("TRN005", "TRN006", "TRN007"),
)
"""Rules that find something in every text of a few words, or in what such a text leaves out;
examples of other rules are spared them, so that each can be as short as what it shows."""

CLEAN_CENTRE = TINY_CENTRE | {
    "mkdocs.yml": TINY_CENTRE["mkdocs.yml"].replace(
        "[en, id]", f"[en, id], rules: {{ignore: [{', '.join(NOT_FOR_TINY_TEXTS)}]}}"
    )
}
"""The same with those rules off: nothing is found in it."""
