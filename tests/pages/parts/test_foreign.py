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


def test_an_article_in_another_language_says_so_in_lists(tmp_path: Path) -> None:
    files = FILES | {"content/en/account/only.md": "---\ntitle: Only\n---\nText.\n"}
    site = build_text(tmp_path, files, fail_on="never")
    for path in ("id/account/", "id/all-articles/"):
        html = site[f"{path}index.html"].decode()
        assert re.search(r'>Only</a> <span class="tag">English</span>', html), path
    assert b'class="tag"' not in site["en/account/index.html"]


def test_where_to_complain_is_linked(tmp_path: Path) -> None:
    html = build_text(tmp_path, FILES)["en/contact/index.html"].decode()
    assert '<a href="#hc-channel-mail">Write &lt;us&gt;</a>' in html
    assert 'id="hc-channel-mail"' in html
