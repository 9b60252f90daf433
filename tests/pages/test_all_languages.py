"""Every kind of page in every shipped language: its own words, its own direction, nothing left."""

import re
from collections.abc import Mapping
from html import unescape

import pytest

from hcgen.languages import load_language, shipped_tags
from tests.pipeline.building import build_text

ARTICLES = {
    "account/reset.md": "---\ntitle: {tag} reset\nreviewed: 2026-11-02\ntags: [a]\n"
    "featured: true\n---\nText.\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n",
    "account/close.md": "---\ntitle: {tag} close\ntags: [a]\n---\nText.\n",
    "account/login/two.md": "---\ntitle: {tag} two\n---\nText.\n",
    "about.md": "---\ntitle: {tag} about\n---\nText.\n",
}
KINDS = {
    "home": "",
    "topic": "account/",
    "article": "account/reset/",
    "fallback": "account/only/",
    "page": "about/",
    "contact": "contact/",
    "all articles": "all-articles/",
    "search": "search/",
    "not found": "404.html",
    "offline": "offline/",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    tags = shipped_tags()
    files = {
        "mkdocs.yml": "site_name: Awan\nsite_url: https://help.example.com/\ncopyright: Awan\n"
        "repo_url: https://git.example.com/help\nedit_uri: edit/main\n"
        "theme: {name: material, favicon: assets/awan.svg}\n"
        f"plugins: [{{hcgen: {{languages: [en, {', '.join(sorted({*tags} - {'en'}))}],\n"
        "  offline: true, feedback: {endpoint: /feedback}}}]\n",
        "content/assets/awan.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n',
        "content/channels.yml": "organisation: {name: Awan, country: ID, timezone: Asia/Jakarta}\n"
        "hours: {office: {mon-fri: '08:00-12:00, 13:00-24:00', holidays: closed, exceptions: "
        "[{from: 2027-02-10, to: 2027-03-11, mon-fri: '08:00-15:00'}]}}\n"
        "channels:\n"
        '  - {id: phone, kind: phone, number: "14045", alternative: "+62 21 5790 1234",\n'
        "     hours: office, recorded: true, cost: 0, languages: [id, en],\n"
        "     promise: {answer_within: 3 minutes, resolve_within: 2 days}, fallback: mail}\n"
        "  - {id: mail, kind: email, address: help@example.com, hours: always,\n"
        "     promise: {acknowledge_within: 1 hour, respond_within: 2 business days},\n"
        "     attested: {on: 2026-11-02, method: test}}\n"
        "  - {id: news, kind: social, network: x, handle: awan, supports_requests: false}\n"
        "  - {id: chat, kind: chat, url: 'https://chat.example.com/'}\n"
        "escalation: {follow_up: phone, complain_to: mail}\n",
        "content/topics.yml": "topics:\n  - {path: account, title: Awan}\n"
        "  - {path: account/login, title: Awan}\n",
        "content/en/account/only.md": "---\ntitle: Only here\n---\nText.\n",
    }
    for tag in tags:
        for path, text in ARTICLES.items():
            files[f"content/{tag}/{path}"] = text.replace("{tag}", tag)
    return build_text(tmp_path_factory.mktemp("all"), files, fail_on="never")


def page(site: Mapping[str, bytes], tag: str, kind: str) -> str:
    address = KINDS[kind]
    path = address if address.endswith(".html") else f"{address}index.html"
    return site[f"{tag}/{path}"].decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tag", shipped_tags())
def test_a_page_is_in_its_language_and_nothing_is_left_to_fill_in(
    site: Mapping[str, bytes], tag: str, kind: str
) -> None:
    html = page(site, tag, kind)
    language = load_language(tag)
    assert f'<html lang="{tag}" dir="{language.direction}">' in html
    assert str(language.strings["nav.skip"]) in unescape(html)
    without_data = re.sub(r'<script type="application/ld\+json">.*?</script>', "", html)
    # what scripts fill in later stands in data- attributes
    text = re.sub(r'\sdata-[\w-]+="[^"]*"', "", without_data)
    assert re.findall(r"\{\w*\}", text) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tag", [tag for tag in shipped_tags() if tag != "en"])
def test_no_words_of_english_are_left_on_a_page(
    site: Mapping[str, bytes], tag: str, kind: str
) -> None:
    html = unescape(page(site, tag, kind))
    own = load_language(tag).strings
    for key, english in load_language("en").strings.items():
        forms = english.values() if isinstance(english, Mapping) else [english]
        mine = own[key]
        same = set(mine.values() if isinstance(mine, Mapping) else [mine])
        for form in set(forms) - same:
            # short words may stand in other languages too
            for piece in re.split(r"\{\w+\}", form):
                assert len(piece) < 12 or piece not in html, (key, piece)
