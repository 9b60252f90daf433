"""What a page says in another language than the reader's is marked with its own (WCAG 3.1.2)."""

import re
from pathlib import Path

from tests.pipeline.building import build_text

FILES = {
    "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [en, id]}}]\n",
    "content/channels.yml": "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always,\n"
    "     label: {en: Write <us>}, description: {en: For all}, cost: {en: Free}}\n"
    "escalation: {complain_to: mail}\n",
    "content/topics.yml": "topics:\n  - path: account\n    title: {en: Account & login}\n"
    "    description: {en: Your account}\n",
    "content/en/account/reset.md": "---\ntitle: Reset\n---\nText.\n",
    "content/id/account/reset.md": "---\ntitle: Atur ulang\n---\nTeks.\n",
}
TITLE = "Account &amp; login"


def foreign(html: str) -> set[tuple[str, str]]:
    """Return tag and text of everything that is marked as in another language."""
    body = html.partition("</header>")[2]
    return set(re.findall(r'lang="(en)" dir="auto">([^<]+)<', body))


def test_texts_that_lack_the_readers_language_are_marked(tmp_path: Path) -> None:
    site = build_text(tmp_path, FILES)

    def shown(path: str) -> set[tuple[str, str]]:
        return foreign(site[path].decode())

    label = ("en", "Write &lt;us&gt;")
    assert {("en", TITLE), ("en", "Your account"), label} <= shown("id/index.html")
    assert {("en", TITLE), ("en", "Your account"), label} <= shown("id/account/index.html")
    assert {("en", TITLE), label} <= shown("id/account/reset/index.html")
    assert ("en", TITLE) in shown("id/all-articles/index.html")
    assert {label, ("en", "For all"), ("en", "Free")} <= shown("id/contact/index.html")
    for path in ("", "account/", "account/reset/", "all-articles/", "contact/"):
        assert shown(f"en/{path}index.html") == set()
