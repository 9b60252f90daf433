"""What a request remembers, says and leads to, beside the ten cases."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from hcgen.channels.email import mail_link
from tests.browser.conftest import NOON, Visit, built
from tests.browser.serving import ServedSite
from tests.browser.test_request_cases import STAY, go, mail_of, message, way, write

FILES = {
    "mkdocs.yml": "site_name: Awan\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [en, id]}}]\n",
    "content/channels.yml": "organisation: {name: Awan, fictional: true, country: ID,\n"
    "  timezone: Asia/Jakarta, business_hours: office}\n"
    'hours: {office: {mon-fri: "08:00-17:00"}}\n'
    "channels:\n"
    "  - {id: mail, kind: email, label: Email, address: bantuan@awan.example, hours: always,\n"
    "     promise: {respond_within: 2 business days}}\n"
    '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: office,\n'
    "     promise: {answer_within: 3 minutes}}\n"
    "  - {id: letters, kind: postal, street: Jalan Melati 1, locality: Jakarta,\n"
    '     postal_code: "10110"}\n'
    "  - {id: news, kind: social, network: instagram, handle: awan, supports_requests: false}\n"
    "routing: {default: [mail, letters]}\n"
    "escalation: {follow_up: call, complain_to: letters}\n",
    "content/topics.yml": "topics:\n"
    "  - {path: billing, title: {en: Billing, id: Tagihan}, facts: [account]}\n",
    "content/en/billing/pay.md": "---\ntitle: How do I pay an invoice?\n---\nText.\n",
    "content/id/billing/pay.md": "---\ntitle: Cara membayar tagihan\n---\nTeks.\n",
    "content/en/billing/cards/new.md": "---\ntitle: A new card\n---\nText.\n",
    "content/id/billing/cards/new.md": "---\ntitle: Kartu baru\n---\nTeks.\n",
}
PROBLEM = "The invoice of November is in the panel twice, with two numbers."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
        with built(tmp_path_factory.mktemp("request-parts"), FILES) as served:
            yield served


def opened(visit: Visit, site: ServedSite, *, width: int = 1280) -> Page:
    page = visit(site, "404.html", width=width)
    go(page, site, "en/contact/?about=billing", at=NOON)
    return page


def test_what_solved_itself_is_not_sent(visit: Visit, site: ServedSite) -> None:
    page = opened(visit, site)
    write(page, "How do I pay the invoice of this month?")
    answers = page.locator(".answers")
    expect(answers.get_by_role("link", name="How do I pay an invoice?")).to_be_visible()
    answers.get_by_role("button", name="That solved it").click()
    expect(page.locator(".solved")).to_be_focused()
    expect(page.locator("#hc-request form")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).length") == 0
    page.get_by_role("button", name="Write another request").click()
    expect(page.locator("#hc-problem")).to_be_focused()
    expect(page.locator("#hc-problem")).to_have_value("")


def test_nothing_is_sent_about_nothing(visit: Visit, site: ServedSite) -> None:
    page = opened(visit, site)
    way(page, "Email").click()
    expect(page.get_by_role("alert").filter(has_text="Please tell us first")).to_be_visible()
    expect(page.locator("#hc-problem")).to_be_focused()
    expect(page.locator("#hc-problem")).to_have_attribute("aria-invalid", "true")
    write(page, PROBLEM)
    expect(page.locator("#hc-problem-error")).to_be_empty()


def test_those_who_are_not_satisfied_are_led_on(visit: Visit, site: ServedSite) -> None:
    page = opened(visit, site)
    write(page, PROBLEM)
    for choice, said in [
        ("not satisfied", "it does not solve my problem"),
        ("somebody else", "I would like somebody else"),
    ]:
        page.get_by_label(choice).check()
        expect(page.locator(".ways li")).to_have_count(1)
        expect(way(page, "Post")).to_be_visible()
        assert said in message(page)
    page.get_by_label("A new problem").check()
    expect(page.locator(".ways li")).to_have_count(2)


def test_a_follow_up_from_another_device_names_the_day(visit: Visit, site: ServedSite) -> None:
    page = opened(visit, site)
    write(page, PROBLEM)
    page.get_by_label("had no answer").check()
    assert "I have written to you about this before" in message(page)
    page.get_by_label("When did you first write to us?").fill("2026-11-20")
    assert "On November 20, 2026 I wrote to you about this." in message(page)
    expect(page.locator(".ways li", has=page.locator(".tag:visible"))).to_contain_text("Phone")


@pytest.mark.parametrize("days", [89, 91])
def test_what_was_sent_is_remembered_for_ninety_days(
    visit: Visit, site: ServedSite, days: int
) -> None:
    page = opened(visit, site)
    write(page, PROBLEM)
    way(page, "Email").click()
    expect(page.locator(".ways > [role=status]")).to_contain_text("Friday, November 27")
    kept = page.evaluate("localStorage['hc-requests']")
    assert "twice" in kept
    assert PROBLEM not in kept.replace(PROBLEM[:-1], "")  # the subject, and words, but no text
    go(page, site, "en/contact/?about=billing", at=NOON + timedelta(days))
    expect(page.locator(".earlier p")).to_have_count(1 if days == 89 else 0)


def test_what_was_not_sent_is_taken_back(visit: Visit, site: ServedSite) -> None:
    page = opened(visit, site)
    write(page, PROBLEM)
    way(page, "Email").click()
    page.get_by_role("button", name="I have not sent it").click()
    assert page.evaluate("JSON.parse(localStorage['hc-requests'])") == []


def test_the_memory_can_be_cleared_and_switched_off(visit: Visit, site: ServedSite) -> None:
    page = opened(visit, site)
    write(page, PROBLEM)
    way(page, "Email").click()
    page.get_by_role("button", name="Forget it all").click()
    expect(page.locator(".memory [role=status]")).to_have_text("Nothing is remembered any more.")
    assert page.evaluate("JSON.parse(localStorage['hc-requests'])") == []
    page.get_by_label("Remember in this browser").uncheck()
    way(page, "Email").click()
    go(page, site, "en/contact/?about=billing", at=NOON + timedelta(1))
    expect(page.get_by_label("Remember in this browser")).not_to_be_checked()
    write(page, PROBLEM)
    page.wait_for_timeout(800)
    expect(page.locator(".earlier p")).to_have_count(0)


def test_what_was_written_stays_while_an_article_is_read(visit: Visit, site: ServedSite) -> None:
    page = opened(visit, site)
    write(page, PROBLEM)
    page.get_by_label("Account name").fill("rina@tokobunga.example")
    page.wait_for_timeout(800)
    page.goto(site.url("en/billing/pay/"))
    page.goto(site.url("en/contact/?about=billing#hc-request"))
    expect(page.locator("#hc-problem")).to_have_value(PROBLEM)
    expect(page.get_by_label("Account name")).to_have_value("rina@tokobunga.example")


def test_a_topic_inside_another_one_has_its_own_facts(visit: Visit, site: ServedSite) -> None:
    page = visit(site, "404.html")
    go(page, site, "en/contact/?about=billing/cards", at=NOON)
    expect(page.locator("#hc-about")).to_have_value("billing")
    expect(page.get_by_label("Account name")).to_be_visible()
    write(page, PROBLEM)
    subject, _ = mail_of(way(page, "Email"))
    assert subject.startswith("Cards: ")


def test_past_the_end_of_the_table_no_day_is_promised(visit: Visit, site: ServedSite) -> None:
    page = visit(site, "404.html")
    go(page, site, "en/contact/", at=NOON + timedelta(500))
    write(page, PROBLEM)
    expect(page.locator(".ways .by").first).to_be_empty()
    way(page, "Email").click()
    expect(page.locator(".ways > [role=status]")).to_contain_text("this page will remember it")


def test_without_its_data_the_page_says_so_and_tries_again(visit: Visit, site: ServedSite) -> None:
    page = visit(site, "en/contact/")
    page.route("**/requests/en.json", lambda route: route.fulfill(status=200, body="{"))
    page.locator("#hc-request summary").click()
    expect(page.locator("#hc-request .failed")).to_contain_text("could not be loaded")
    page.unroute("**/requests/en.json")
    page.locator("#hc-request summary").click()
    page.locator("#hc-request summary").click()
    expect(page.locator("#hc-problem")).to_be_visible()
    expect(page.locator("#hc-request .failed")).to_be_empty()


def test_the_page_fits_the_smallest_telephone(visit: Visit, site: ServedSite) -> None:
    page = opened(visit, site, width=320)
    write(page, f"{PROBLEM} {'Rindfleischetikettierung' * 9}")
    page.wait_for_timeout(800)
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]


def test_the_keyboard_is_enough(visit: Visit, site: ServedSite) -> None:
    page = visit(site, "en/contact/?about=billing")
    page.evaluate(STAY)
    page.locator("#hc-about").focus()
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#hc-request summary')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#hc-problem")).to_be_visible()
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "hc-problem":
            break
    page.keyboard.type(PROBLEM)
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
        if reached[-1] == "Write via Email":
            break
    assert "Copy the message" in reached
    page.keyboard.press("Enter")
    expect(page.locator(".ways > [role=status]")).to_contain_text("hear from us")


@pytest.fixture(scope="module")
def modules(visit_once: Page, site: ServedSite) -> Page:
    visit_once.goto(site.url("404.html"))
    return visit_once


@pytest.fixture(scope="module")
def visit_once(browser: object) -> Iterator[Page]:
    page = browser.new_page()  # type: ignore[attr-defined]
    yield page
    page.close()


def address_of(site: ServedSite, name: str) -> str:
    (file,) = (site.folder / "static").glob(f"{name}.*.js")
    return site.url(f"static/{file.name}")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(st.characters(exclude_categories=["Cs"]) | st.just("\n"), max_size=200),
)
def test_a_mail_link_is_the_same_in_the_browser(
    modules: Page, site: ServedSite, subject: str, text: str
) -> None:
    base = mail_link("bantuan+a%b@awan.example")
    found = modules.evaluate(
        """async ([address, base, subject, text]) => {
          const { messageLink } = await import(address);
          return messageLink(base, { subject, text });
        }""",
        [address_of(site, "request-message"), base, subject, text],
    )
    if not found["isWhole"]:
        return
    ours, theirs = (
        urlsplit(mail_link("bantuan+a%b@awan.example", subject=subject, body=text)),
        (urlsplit(found["href"])),
    )
    assert theirs.path == ours.path
    read = parse_qs(theirs.query, keep_blank_values=True)
    assert set(read) == {"subject", "body"}
    assert "\r" not in read["subject"][0]
    assert "\n" not in read["subject"][0]
    assert read["body"][0].replace("\r\n", "").count("\n") == 0


def test_words_tell_what_a_problem_is_about(modules: Page, site: ServedSite) -> None:
    found = modules.evaluate(
        """async (address) => {
          const { tellingWords } = await import(address);
          return [tellingWords("Akun saya TERKUNCI, akun!", ["saya"]), tellingWords("忘记密码")];
        }""",
        address_of(site, "request-message"),
    )
    assert found == [["akun", "terkunci"], ["忘记", "记密", "密码"]]


def test_the_data_of_each_language_are_published(site: ServedSite) -> None:
    assert sorted(path.name for path in Path(site.folder, "requests").iterdir()) == [
        "en.json",
        "id.json",
    ]
