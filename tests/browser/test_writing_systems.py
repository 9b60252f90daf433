"""Sites from right to left, in scripts without spaces, and below a path of a host."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visit, built, switch_language
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre

ENGLISH = "---\ntitle: Reset your password\n---\nChoose a new one.\n"

ARABIC = """---
title: إعادة تعيين كلمة المرور
description: إذا نسيت كلمة المرور فهكذا تختار كلمة جديدة.
---
اكتب بريدك الإلكتروني ثم اضغط على الزر.

## لم تصل الرسالة

انتظر خمس دقائق. ثم نفّذ:

```
dig +short MX example.com.
```

## تغيّر البريد

تواصل معنا.

## كلمة مرور قوية

!!! tip "نصيحة"
    كلمة طويلة أفضل.
"""

JAPANESE = """---
title: パスワードを忘れた場合
description: 新しいパスワードを設定する手順です。
---
メールアドレスを入力してください。

## メールが届かない

五分ほどお待ちください。[次へ](#強いパスワード)
{lines}
## アドレスが変わった

お問い合わせください。
{lines}
## 強いパスワード

長いほど安全です。
""".format(lines="\n迷惑メールも確認してください。\n" * 30)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    texts = {
        "ar/account/reset.md": ARABIC,
        "en/account/reset.md": ENGLISH,
        "ar/account/only.md": "---\ntitle: مقالة بالعربية\n---\nنص عربي قصير.\n",
    }
    files = help_centre("ar, en", texts, title="سحاب")
    with built(tmp_path_factory.mktemp("arabic"), files) as site:
        yield site


@pytest.fixture(scope="module")
def japanese(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    texts = {
        "ja/アカウント/パスワード.md": JAPANESE,
        "en/アカウント/パスワード.md": ENGLISH,
    }
    files = help_centre("ja, en", texts, title="雲ホスティング")
    with built(tmp_path_factory.mktemp("japanese"), files) as site:
        yield site


@pytest.fixture(scope="module", params=[True, False], ids=["own-404", "one-404"])
def below_repo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServedSite]:
    texts = {
        "en/account/reset.md": f"{ENGLISH}\n![wide](../../assets/wide.svg)\n",
        "id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\nBuat yang baru.\n",
    }
    files = help_centre("en, id", texts, base="/repo/")
    folder = tmp_path_factory.mktemp("repo")
    with built(folder, files, base="/repo/", has_language_404=request.param) as site:
        yield site


def test_an_arabic_page_is_laid_out_from_right_to_left(visit: Visit, arabic: ServedSite) -> None:
    page = visit(arabic, "ar/account/reset/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    right = edges(page.locator("article"))[1]
    home, topic, article = (edges(step) for step in page.locator(".breadcrumb li").all())
    assert home[1] == pytest.approx(right, abs=1)
    assert topic[1] <= home[0]
    assert article[1] <= topic[0]
    name, switcher = edges(page.locator(".site-name")), edges(page.locator(".switcher"))
    assert name[1] == pytest.approx(right, abs=1)
    assert switcher[1] < name[0]
    assert border(page.locator(".contents"), "right") > border(page.locator(".contents"), "left")
    assert edges(page.locator("h1"))[1] == pytest.approx(right, abs=1)


def test_code_in_an_arabic_page_keeps_its_own_direction(visit: Visit, arabic: ServedSite) -> None:
    page = visit(arabic, "ar/account/reset/")
    assert style(page.locator("pre"), "direction") == "ltr"
    assert style(page.locator("pre"), "text-align") == "left"
    assert style(page.locator("article p").first, "direction") == "rtl"


def test_an_english_page_of_the_same_site_is_not_mirrored(visit: Visit, arabic: ServedSite) -> None:
    page = visit(arabic, "en/account/reset/")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    left = edges(page.locator("article"))[0]
    assert edges(page.locator(".breadcrumb li").first)[0] == pytest.approx(left, abs=1)
    assert edges(page.locator("h1"))[0] == pytest.approx(left, abs=1)


def test_an_arabic_text_in_an_english_page_keeps_its_direction(
    visit: Visit, arabic: ServedSite
) -> None:
    page = visit(arabic, "en/account/only/")
    notice, text = page.get_by_role("note"), page.locator("article p").last
    assert border(notice, "left") > border(notice, "right")
    assert style(text, "direction") == "rtl"
    assert style(page.locator("main"), "direction") == "ltr"


def test_an_article_in_another_direction_is_listed_in_its_own(
    visit: Visit, arabic: ServedSite
) -> None:
    page = visit(arabic, "en/account/")
    foreign = page.locator(".articles li[lang=ar]")
    expect(foreign.get_by_role("link")).to_have_text("مقالة بالعربية")
    expect(foreign.locator(".tag")).to_have_text("العربية")
    assert style(foreign, "direction") == "rtl"


def test_arabic_words_are_found(visit: Visit, arabic: ServedSite) -> None:
    page = visit(arabic, "ar/")
    page.locator("#hc-query").fill("كلمة المرور")
    page.locator("#hc-query").press("Enter")
    first = page.locator("#hc-results a").first
    expect(first).to_have_text("إعادة تعيين كلمة المرور")
    expect(page.get_by_role("status")).to_contain_text("عُثر على")
    first.click()
    expect(page).to_have_url(arabic.url("ar/account/reset/"))


def test_an_unknown_arabic_address_turns_the_whole_page_around(
    visit: Visit, arabic: ServedSite
) -> None:
    page = visit(arabic, "ar/no-such-page/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_text("هذه الصفحة غير موجودة")


def test_the_root_opens_arabic_and_japanese(
    visit: Visit, arabic: ServedSite, japanese: ServedSite
) -> None:
    expect(visit(arabic, locale="ar-EG")).to_have_url(arabic.url("ar/"))
    expect(visit(japanese, locale="ja-JP")).to_have_url(japanese.url("ja/"))


def test_the_table_of_contents_leads_to_japanese_headings(
    visit: Visit, japanese: ServedSite
) -> None:
    page = visit(japanese, "ja/アカウント/パスワード/")
    expect(page.get_by_role("heading", level=1)).to_have_text("パスワードを忘れた場合")
    for words in ("アドレスが変わった", "強いパスワード"):
        page.locator(".contents").get_by_role("link", name=words).click()
        expect(page).to_have_url(japanese.url(f"ja/アカウント/パスワード/#{quote(words)}"))
        expect(page.locator(":target")).to_have_text(words)
        expect(page.locator(":target")).to_be_in_viewport()


def test_a_link_in_the_text_leads_to_a_japanese_heading(visit: Visit, japanese: ServedSite) -> None:
    page = visit(japanese, "ja/アカウント/パスワード/")
    page.get_by_role("link", name="次へ").click()
    expect(page.locator(":target")).to_have_text("強いパスワード")
    expect(page.locator(":target")).to_be_in_viewport()


def test_every_japanese_page_can_be_opened_and_left(visit: Visit, japanese: ServedSite) -> None:
    page = visit(japanese, "ja/")
    for address in japanese.pages:
        response = page.goto(japanese.url(address))
        assert response is not None
        assert response.ok, address
    page.goto(japanese.url("ja/アカウント/"))
    page.get_by_role("link", name="パスワードを忘れた場合").click()
    switch_language(page, "English")
    expect(page).to_have_url(japanese.url("en/アカウント/パスワード/"))


def test_japanese_titles_are_found(visit: Visit, japanese: ServedSite) -> None:
    page = visit(japanese, f"ja/search/?q={quote('パスワード')}")
    expect(page.get_by_role("status")).to_have_text("記事が1件見つかりました")
    page.locator("#hc-results a").first.click()
    expect(page).to_have_url(japanese.url("ja/アカウント/パスワード/"))


def test_a_site_below_a_path_chooses_switches_searches_and_remembers(
    visit: Visit, below_repo: ServedSite
) -> None:
    page = visit(below_repo, locale="id-ID")
    expect(page).to_have_url(below_repo.url("id/"))
    page.locator("#hc-query").fill("sandi")
    page.locator("#hc-query").press("Enter")
    expect(page).to_have_url(below_repo.url("id/search/?q=sandi"))
    page.locator("#hc-results a").first.click()
    expect(page).to_have_url(below_repo.url("id/account/reset/"))
    page.wait_for_load_state()  # the script that remembers is there with it
    switch_language(page, "English")
    expect(page).to_have_url(below_repo.url("en/account/reset/"))
    picture = page.get_by_role("img", name="wide")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") == 2000
    assert style(page.locator(".skip"), "position") == "absolute"  # of site.css
    page.goto(below_repo.url(""))
    expect(page).to_have_url(below_repo.url("en/"))


def test_a_site_below_a_path_answers_unknown_addresses(
    visit: Visit, below_repo: ServedSite
) -> None:
    page = visit(below_repo, "id/account/no-such-article/")
    expect(page.locator("html")).to_have_attribute("lang", "id")
    expect(page.get_by_role("heading", level=1)).to_have_text("Halaman ini tidak ada")
    page.get_by_role("main").get_by_role("link").click()
    expect(page).to_have_url(below_repo.url("id/"))
    page.goto(below_repo.url("no-such-page/"))
    expect(page.locator(".not-found:visible")).to_have_count(2)


def edges(element: Locator) -> tuple[float, float]:
    """Return left and right edge."""
    box = element.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def style(element: Locator, name: str) -> str:
    value = element.evaluate("(one, name) => getComputedStyle(one).getPropertyValue(name)", name)
    assert isinstance(value, str)
    return value


def border(element: Locator, side: str) -> float:
    """Return a border's width in CSS pixels."""
    return float(style(element.first, f"border-{side}-width").removesuffix("px"))
