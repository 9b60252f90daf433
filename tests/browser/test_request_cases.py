"""Ten customers and their requests, from the first word to the app that sends it.

Each case leaves a picture; `HCGEN_PICTURES=folder` keeps them.
"""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NOON, Visit, built
from tests.browser.serving import ServedSite
from tests.browser.test_accessibility import violations

Picture = Callable[[Page, str], None]

STAY = """() => document.addEventListener("click", (event) => {
  if (event.target.closest("a[href^='mailto:'], a[href^='https:']")) event.preventDefault();
})"""
"""Stands for the customer's own app, which opens outside of the page."""

ARABIC = {
    "mkdocs.yml": "site_name: سحابة\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [ar, en]}}]\n",
    "content/channels.yml": "organisation: {name: سحابة, country: SA, timezone: Asia/Riyadh}\n"
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always, languages: [ar, en],\n"
    "     promise: {respond_within: 2 business days}}\n"
    '  - {id: phone, kind: phone, number: "+966 11 555 0100", languages: [ar]}\n',
    "content/topics.yml": "topics:\n"
    "  - {path: billing, title: {ar: الفواتير, en: Billing}, facts: [account, since]}\n",
    "content/ar/billing/pay.md": "---\ntitle: كيف أدفع؟\n---\nنص.\n",
    "content/en/billing/pay.md": "---\ntitle: How do I pay?\n---\nText.\n",
}


@pytest.fixture
def picture(tmp_path: Path) -> Picture:
    folder = Path(os.environ.get("HCGEN_PICTURES") or tmp_path)

    def take(page: Page, name: str) -> None:
        page.locator("#hc-request").screenshot(path=folder / f"{name}.png")

    return take


@pytest.fixture
def site(demo_at_noon: ServedSite) -> ServedSite:
    return demo_at_noon


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    with built(tmp_path_factory.mktemp("request-ar"), ARABIC) as site:
        yield site


def open_request(
    visit: Visit, site: ServedSite, address: str, *, at: datetime = NOON, width: int = 360
) -> Page:
    page = visit(site, "404.html", width=width)
    go(page, site, address, at=at)
    return page


def go(page: Page, site: ServedSite, address: str, *, at: datetime) -> None:
    page.clock.set_fixed_time(at)
    page.goto(site.url(f"{address}#hc-request"))
    page.reload()  # a change of the hash alone loads nothing
    page.evaluate(STAY)
    expect(page.locator("#hc-request form")).to_be_visible()


def write(page: Page, text: str) -> None:
    page.locator("#hc-problem").fill(text)


def nudge(page: Page, kind: str) -> Locator:
    found = page.locator(f".nudge-{kind}")
    expect(found).to_be_visible()
    return found


def way(page: Page, channel: str) -> Locator:
    """Return the link or button of a channel."""
    return page.locator(".ways li .button", has_text=channel)


def message(page: Page) -> str:
    return page.locator(".message .text").inner_text()


def mail_of(link: Locator) -> tuple[str, str]:
    """Return subject and text of a `mailto:` link."""
    parts = urlsplit(link.get_attribute("href") or "")
    assert parts.scheme == "mailto"
    assert parts.path == "bantuan@awan.example"
    fields = parse_qs(parts.query, strict_parsing=True)
    return fields["subject"][0], fields["body"][0]


def test_a_thin_request_is_helped_on(visit: Visit, site: ServedSite, picture: Picture) -> None:
    page = open_request(visit, site, "id/contact/?about=website")
    write(page, "Website error, tolong")
    said = nudge(page, "thin")
    expect(said).to_contain_text("singkat")
    picture(page, "1-thin")
    # what the topic needs is asked for, with a good and a thin answer
    fact = page.locator(".field", has=page.get_by_label("Yang tertulis di layar"))
    expect(fact).to_contain_text("500 Internal Server Error")
    fact.get_by_role("textbox").fill("“500 Internal Server Error” di halaman kontak")
    page.get_by_label("Sejak kapan").fill("Sejak kemarin sore, setelah pembaruan")
    expect(page.locator(".nudge")).to_have_count(0)
    assert "Yang tertulis di layar: “500 Internal" in message(page)
    way(page, "Formulir bantuan").click()
    expect(page.locator(".ways [role=status]").first).to_contain_text("paling lambat")


def test_an_essay_is_told_kindly_and_still_sent(
    visit: Visit, site: ServedSite, picture: Picture
) -> None:
    page = open_request(visit, site, "en/contact/?about=billing")
    sentence = "I paid the invoice of November by bank transfer and it is still shown as open. "
    write(page, sentence * 25)
    nudge(page, "long").get_by_role("button", name="Leave it as it is").click()
    expect(page.locator(".nudge-long")).to_have_count(0)
    page.locator("#hc-problem").press("End")
    page.wait_for_timeout(800)
    expect(page.locator(".nudge-long")).to_have_count(0)
    # no mail app takes an address of this length: the text is copied instead
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = way(page, "Email")
    assert len(link.get_attribute("href") or "") < 2000
    link.click()
    expect(page.locator(".ways [role=status]").first).to_contain_text("too long")
    assert page.evaluate("navigator.clipboard.readText()").count(sentence.strip()) == 25
    picture(page, "2-essay")


def test_four_problems_become_four_requests(
    visit: Visit, site: ServedSite, picture: Picture
) -> None:
    page = open_request(visit, site, "en/contact/?about=email")
    write(
        page,
        "1. My mailbox info@tokobunga.example has not received anything since Monday.\n"
        "2. The invoice of November is wrong, it has the old address.\n"
        "3. How do I move my second domain to you from another company?\n"
        "4. The website is slow in the evening, the first page takes 20 seconds.",
    )
    said = nudge(page, "several")
    picture(page, "3-four-problems")
    said.get_by_role("button", name="Save the rest for later").click()
    expect(page.locator("#hc-problem")).to_have_value(
        "My mailbox info@tokobunga.example has not received anything since Monday."
    )
    for word in ("invoice", "second domain", "slow"):
        way(page, "Email").click()
        page.get_by_role("button", name="Now the other problem").click()
        assert word in page.locator("#hc-problem").input_value()
    way(page, "Email").click()
    expect(page.get_by_role("button", name="Now the other problem")).to_have_count(0)


def test_a_threat_gets_a_calm_word(visit: Visit, site: ServedSite, picture: Picture) -> None:
    page = open_request(visit, site, "id/contact/?about=billing")
    write(
        page,
        "Tagihan INV-2026-00123 sudah saya bayar tanggal 20 November tetapi akun saya tetap "
        "diblokir. Kalau hari ini belum beres, saya akan lapor polisi.",
    )
    said = nudge(page, "harsh")
    expect(said).to_contain_text("Kami mengerti")
    picture(page, "4-threat")
    said.get_by_role("button", name="Sampaikan dengan tenang").click()
    text = page.locator("#hc-problem").input_value()
    assert "polisi" not in text
    assert text.startswith("Tagihan INV-2026-00123 sudah saya bayar")
    expect(page.locator(".nudge-harsh")).to_have_count(0)


def test_the_same_problem_again_waits_for_the_promise_and_then_follows_up(
    visit: Visit, site: ServedSite, picture: Picture
) -> None:
    page = open_request(visit, site, "id/contact/?about=billing")
    problem = "Tagihan November saya tercatat dua kali di panel, INV-2026-00123 dan INV-2026-00124."
    write(page, problem)
    way(page, "Email").click()
    status = page.locator(".ways [role=status]").first
    expect(status).to_contain_text("Jumat, 27 November pukul 17.00 WIB")
    # a day later the answer is not due yet
    go(page, site, "id/contact/?about=billing", at=NOON + timedelta(1))
    write(page, "Tagihan November tercatat dua kali")
    earlier = page.locator(".earlier")
    expect(earlier).to_contain_text("Pada 25 November 2026")
    expect(earlier).to_contain_text("tidak mempercepat")
    picture(page, "5-duplicate-after-a-day")
    earlier.get_by_role("button", name="Ada yang ingin saya tambahkan").click()
    assert "Ada yang ingin saya tambahkan" in message(page)
    # when the promise has run out it is a follow-up, by what is quickest now
    go(page, site, "id/contact/?about=billing", at=NOON + timedelta(5))
    write(page, "Tagihan November tercatat dua kali")
    expect(earlier).to_contain_text("mohon maaf")
    expect(earlier).to_contain_text("Pusat panggilan")
    expect(page.get_by_label("belum dijawab")).to_be_checked()
    expect(page.locator(".ways li", has=page.locator(".tag:visible"))).to_contain_text(
        "Pusat panggilan"
    )
    subject, body = mail_of(way(page, "Email"))
    assert subject.startswith("Susulan: Tagihan: ")
    assert "Pada 25 November 2026 saya sudah menulis tentang hal ini (Email)" in body
    picture(page, "6-follow-up")


def test_a_password_is_taken_out(visit: Visit, site: ServedSite, picture: Picture) -> None:
    page = open_request(visit, site, "en/contact/?about=account")
    write(
        page,
        "I cannot log in as rina@tokobunga.example since Monday. My password is Melati#2026, "
        "please check it for me.",
    )
    said = nudge(page, "secret")
    expect(said).to_contain_text("Careful")
    picture(page, "7-password")
    # what is not to be known is not kept for later either
    assert "Melati" not in page.evaluate("JSON.stringify(sessionStorage)")
    said.get_by_role("button", name="Take it out").click()
    assert "Melati#2026" not in page.locator("#hc-problem").input_value()
    assert "•" in message(page)
    expect(page.locator(".nudge-secret")).to_have_count(0)


def test_a_call_has_its_sheet(visit: Visit, site: ServedSite, picture: Picture) -> None:
    page = open_request(visit, site, "id/contact/?about=billing")
    write(page, "Pembayaran lewat transfer tanggal 20 November belum masuk.")
    page.get_by_label("Nomor tagihan").fill("INV-2026-00123")
    way(page, "Pusat panggilan").click()
    sheet = page.locator(".sheet")
    expect(sheet).to_be_focused()
    expect(sheet.get_by_role("link", name="1500 888")).to_have_attribute("href", "tel:1500888")
    expect(sheet).to_contain_text("Nomor tagihan: INV-2026-00123")
    expect(sheet).to_contain_text("Nama akun: …")
    picture(page, "8-call-sheet")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_hidden()
    expect(sheet.locator(".text")).to_be_visible()


def test_whatsapp_opens_with_the_message(visit: Visit, site: ServedSite, picture: Picture) -> None:
    page = visit(site, "id/search/", width=360)
    page.locator("#hc-query").fill("bayar tagihan")
    page.locator("#hc-query").press("Enter")
    page.goto(site.url("id/billing/pay-invoice/"))
    title = page.locator("h1").inner_text()
    page.locator(".feedback summary").click()
    page.get_by_role("link", name="Tulis permintaan dengan bantuan kami").click()
    page.evaluate(STAY)
    expect(page.locator("#hc-about")).to_have_value("billing")
    write(page, "Virtual account dari tagihan INV-2026-00123 ditolak bank sejak pagi ini.")
    # what was read and searched is offered, and not in the message by itself
    assert title not in message(page)
    page.get_by_label(title).check()
    page.get_by_label("Pencarian “bayar tagihan”").check()
    href = way(page, "WhatsApp").get_attribute("href") or ""
    assert href.startswith("https://wa.me/6281215008880?text=")
    text = unquote(href.partition("?text=")[2])
    assert text.startswith("Tagihan: Virtual account dari tagihan INV-2026-00123 ditolak bank")
    assert f"{title}: {site.url('id/billing/pay-invoice/')}" in text
    assert "- bayar tagihan" in text
    picture(page, "9-whatsapp")


def test_a_request_from_right_to_left(visit: Visit, arabic: ServedSite, picture: Picture) -> None:
    page = open_request(visit, arabic, "ar/contact/?about=billing")
    write(page, "دفعت فاتورة نوفمبر مرتين، ولم أستلم أي رد منذ يوم الاثنين.")
    page.locator("#hc-fact-account").fill("rina@example.com")
    assert page.locator("#hc-fact-account").evaluate("e => getComputedStyle(e).direction") == "ltr"
    assert page.locator("#hc-problem").evaluate("e => getComputedStyle(e).direction") == "rtl"
    # the people here read English too: one switch puts the frame into it
    page.locator("#hc-message-language").select_option("en")
    assert "Thank you for your help." in message(page)
    assert "Account name: rina@example.com" in message(page)
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    assert violations(page, "") == []
    picture(page, "10-right-to-left")


def test_without_scripts_there_is_advice_and_a_template(
    visit: Visit, site: ServedSite, picture: Picture
) -> None:
    page = visit(site, "id/contact/", width=360, has_scripts=False)
    request = page.locator("#hc-request")
    expect(request.locator(".guide li")).to_have_count(6)
    expect(request.locator("form")).to_be_hidden()
    row = request.locator(".templates div", has_text="Tagihan").first
    href = row.get_by_role("link", name="Email").get_attribute("href") or ""
    body = parse_qs(urlsplit(href).query)["body"][0]
    assert "Nomor tagihan: " in body
    assert "{" not in body
    picture(page, "11-no-scripts")
