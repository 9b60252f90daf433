"""axe-core finds no violation on any kind of page, in both colour schemes, in id and in ar."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from hcgen.load.evidence import evidence_text
from hcgen.model.evidence import Evidence, Record, State, key_of_target
from hcgen.model.probe import Verdict
from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations, passes } = await axe.run({ runOnly: { type: "tag", values: tags } });
    const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`));
    return [found, passes.length];
}"""

DEMO_PAGES = {
    "chooser": "#choose",
    "home": "id/",
    "topic": "id/account/",
    "article": "id/account/change-email/",
    "article with pictures": "id/contacting/good-request/",
    "fallback": "ms/account/two-step-login/",
    "page": "id/privacy/",
    "contact": "id/contact/",
    "all articles": "id/all-articles/",
    "search": "id/search/",
    "results": "id/search/?q=kata+sandi",
    "not found": "id/nothing/",
}

ARABIC_PAGES = {
    "home": "ar/",
    "topic": "ar/account/",
    "article": "ar/account/reset/",
    "fallback": "ar/account/pay/",
    "page": "ar/about/",
    "contact": "ar/contact/",
    "all articles": "ar/all-articles/",
    "results": "ar/search/?q=كلمة",
    "not found": "nothing/",
    "not found in a language": "ar/nothing/",
}

MAIL = key_of_target("mail", "email", "SA", {"address": "help@example.com"})
CHAT = key_of_target("chat", "chat", "SA", {"url": "https://chat.example.com/"})
X = key_of_target("x", "social", "SA", {"network": "x", "handle": "sahaba"})
NOW = datetime.now(UTC)
DEAD = Record(State.OPEN, Verdict.BROKEN, "name-not-found", checked_at=NOW, since=NOW)
WORKS = Record(State.OK, Verdict.VERIFIED, "page-opens", checked_at=NOW, last_good=NOW)

ARABIC: Mapping[str, str] = {
    "evidence.json": evidence_text(Evidence({MAIL: DEAD, CHAT: DEAD, X: WORKS})),
    "mkdocs.yml": "site_name: سحابة\nsite_url: https://help.example.com/\n"
    "copyright: سحابة\nrepo_url: https://git.example.com/help\nedit_uri: edit/main\n"
    "plugins:\n  - hcgen:\n      languages: [ar, en]\n"
    "      feedback: {endpoint: /feedback}\n"
    "markdown_extensions: [admonition, attr_list, def_list, footnotes, tables,\n"
    "  pymdownx.details, pymdownx.superfences, pymdownx.tasklist,\n"
    "  pymdownx.tabbed: {alternate_style: true}]\n",
    "content/channels.yml": "organisation: {name: سحابة, country: SA, timezone: Asia/Riyadh}\n"
    "channels:\n"
    '  - {id: phone, kind: phone, number: "+966 11 555 0100", hours: always, recorded: true,\n'
    "     languages: [ar, en], promise: {answer_within: 3 minutes}}\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always, fallback: phone}\n"
    "  - {id: chat, kind: chat, url: 'https://chat.example.com/'}\n"
    '  - {id: whatsapp, kind: whatsapp, number: "+966 55 555 0100"}\n'
    "  - {id: telegram, kind: telegram, handle: sahaba}\n"
    "  - {id: x, kind: social, network: x, handle: sahaba}\n"
    "escalation: {follow_up: phone, complain_to: mail}\n",
    "content/topics.yml": "topics:\n  - {path: account, icon: material/account,\n"
    "     title: {ar: الحساب, en: Account}, description: {ar: الدخول, en: Logging in}}\n",
    "content/notice.yml": "notices:\n"
    "  - {severity: incident, text: {ar: البريد متأخر, en: Mail is late}, link: account/reset}\n"
    "  - {severity: information, text: {ar: صيانة, en: Maintenance}}\n",
    "content/assets/wide.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="2000" '
    'height="90" viewBox="0 0 2000 90"><rect width="2000" height="90"/></svg>\n',
    "content/ar/index.md": "---\ntitle: مركز المساعدة\n---\nمرحبا بكم.\n",
    "content/en/index.md": "---\ntitle: Help\n---\nWelcome.\n",
    "content/ar/about.md": "---\ntitle: عن الموقع\n---\nنص.\n",
    "content/en/about.md": "---\ntitle: About\n---\nText.\n",
    "content/en/account/pay.md": "---\ntitle: How to pay\ntags: [a]\n---\n1. One\n2. Two\n",
    "content/en/account/reset.md": "---\ntitle: Reset\ntags: [a]\n---\nText.\n",
    "content/ar/account/reset.md": """---
title: نسيت كلمة المرور
description: كلمة مرور جديدة في دقائق
reviewed: 2026-11-02
featured: true
tags: [a]
---
نص مع [رابط](pay.md) و `code` و <kbd>Enter</kbd>.

!!! note "ملاحظة"
    نص.

!!! warning
    نص.

!!! danger "خطر"
    نص.

## الخطوات

1. خطوة

    ![صورة](../../assets/wide.svg "شرح الصورة")

2. خطوة

| عمود | عمود |
|---|--:|
| خلية | خلية |

## أسئلة

??? question "سؤال"
    جواب.

=== "أول"
    نص.

=== "ثان"
    نص.

- [x] مهمة
- [ ] مهمة

## أوامر

```python
def first(values):  # a comment
    return "text", 12, values[0], None, True
```

مصطلح
:   تعريف.

نص مع حاشية.[^1]

> اقتباس

[^1]: حاشية.
""",
}


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    with built(tmp_path_factory.mktemp("arabic"), ARABIC) as site:
        yield site


def violations(page: Page, address: str) -> list[str]:
    if "?q=" in address:
        page.locator("#hc-results[aria-busy=false]").wait_for(state="attached")
    page.evaluate(AXE)
    found, passed = page.evaluate(RUN)
    assert passed > 15, "axe has looked at the page"
    return list(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", DEMO_PAGES)
def test_the_demo_has_no_violation(
    visit: Visit, demo: ServedSite, name: str, scheme: Literal["dark", "light"]
) -> None:
    page = visit(demo, DEMO_PAGES[name], scheme=scheme, width=360 if scheme == "dark" else 1280)
    assert violations(page, DEMO_PAGES[name]) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ARABIC_PAGES)
def test_a_site_from_right_to_left_has_no_violation(
    visit: Visit, arabic: ServedSite, name: str, scheme: Literal["dark", "light"]
) -> None:
    page = visit(
        arabic, ARABIC_PAGES[name], scheme=scheme, width=360 if scheme == "light" else 1280
    )
    assert violations(page, ARABIC_PAGES[name]) == []


def test_what_opens_has_no_violation(visit: Visit, arabic: ServedSite) -> None:
    page = visit(arabic, "ar/account/reset/")
    page.get_by_role("button", name="لا", exact=True).click()  # opens the way to people
    page.locator(".tabbed-labels label").last.click()
    closed = page.locator("main details:not([open]) > summary")
    while closed.count():
        closed.first.click()
    page.locator(".switcher summary").click()
    assert violations(page, "") == []


TEXTS = {
    "de": ("Passwort vergessen", "Zurücksetzen", "Rindfleischetikettierungsüberwachungsgesetz"),
    "ja": ("パスワードを忘れた場合", "再設定", "登録したメールアドレスを入力してください。" * 4),
    "th": ("ลืมรหัสผ่าน", "ตั้งใหม่", "กรอกอีเมลที่ใช้สมัครแล้วกดส่งลิงก์เพื่อตั้งรหัสผ่านใหม่" * 4),
    "zh": ("忘记密码", "重置密码", "请输入注册时使用的邮箱地址，我们会发送重置链接。" * 4),
}
"""Title, heading and text, none of which breaks as English does."""


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    articles = {
        f"{tag}/account/reset.md": f"---\ntitle: {title}\nfeatured: true\n---\n{text}\n\n"
        f"## {heading}\n\n1. {text}\n\n## 1\n\n## 2\n"
        for tag, (title, heading, text) in TEXTS.items()
    }
    files = help_centre("de, ja, th, zh", articles)
    with built(tmp_path_factory.mktemp("scripts"), files) as site:
        yield site


@pytest.mark.parametrize("address", ["", "account/", "account/reset/", "contact/", "all-articles/"])
@pytest.mark.parametrize("tag", TEXTS)
def test_other_scripts_have_no_violation_and_fit_a_small_phone(
    visit: Visit, scripts: ServedSite, tag: str, address: str
) -> None:
    page = visit(scripts, f"{tag}/{address}", width=320)
    assert violations(page, "") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.lang") == tag


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_offline_page_has_no_violation(
    visit: Visit, tmp_path: Path, scheme: Literal["dark", "light"]
) -> None:
    options = "offline: true\n"
    files = dict(ARABIC) | {
        "mkdocs.yml": ARABIC["mkdocs.yml"].replace("feedback:", f"{options}      feedback:")
        + "theme: {name: material, favicon: assets/wide.svg}\n"
    }
    with built(tmp_path, files) as site:
        page = visit(site, "ar/offline/", scheme=scheme)
        assert page.get_by_role("heading", level=1).count() == 1
        assert violations(page, "") == []
