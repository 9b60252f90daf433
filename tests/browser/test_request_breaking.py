"""The request form in the hands of those who try to break it."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import NOON, built
from tests.browser.serving import ServedSite
from tests.browser.test_request_cases import STAY, message, way, write

INVOICE = "The invoice INV-2026-00123 of November is wrong since Monday"
TWO_PROBLEMS = (
    "1. My mailbox info@tokobunga.example has not received anything since Monday.\n"
    "2. The invoice of November is wrong, it has the old address."
)
THREE_PROBLEMS = f"{TWO_PROBLEMS}\n3. How do I move my second domain to you from another company?"
SPLIT = "Save the rest for later"
NEXT = "Now the other problem"
PAUSE_MS = 900
WAIT_MS = 3_000

NEWS_ONLY = {
    "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [en]}}]\n",
    "content/channels.yml": "organisation: {name: Awan, country: ID, timezone: Asia/Jakarta}\n"
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - {id: news, kind: social, network: x, handle: awan, supports_requests: false,\n"
    "     services: [outages]}\n"
    "routing: {outages: [news]}\n",
    "content/topics.yml": "topics: [{path: billing, title: Billing, channels: [news]}]\n",
    "content/en/billing/pay.md": "---\ntitle: How do I pay?\n---\nText.\n",
}

Open = Callable[..., Page]


@pytest.fixture
def site(demo_at_noon: ServedSite) -> ServedSite:
    return demo_at_noon


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1000, "height": 800}, locale="en-US")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def opened(context: BrowserContext, site: ServedSite) -> Open:
    """Return how the form is opened in the demo; unlike `visit`, it lives with faults."""

    def open_page(
        about: str = "",
        *,
        local: object = None,
        draft: object = None,
        trail: object = None,
        served: ServedSite = site,
        routes: dict[str, Callable[[Route], object]] | None = None,
    ) -> Page:
        page = context.new_page()
        page.clock.set_fixed_time(NOON)
        for storage, key, value in (
            ("localStorage", "hc-requests", local),
            ("sessionStorage", "hc-draft", draft),
            ("sessionStorage", "hc-trail", trail),
        ):
            if value is not None:
                text = json.dumps(json.dumps(value))
                page.add_init_script(f'{storage}["{key}"] ||= {text}')
        for address, answer in (routes or {}).items():
            page.route(address, answer)
        page.goto(served.url(f"en/contact/{about}#hc-request"))
        page.evaluate(STAY)
        expect(page.locator("#hc-request form")).to_be_visible(timeout=WAIT_MS)
        return page

    return open_page


def sent_before(**other: Any) -> list[dict[str, Any]]:
    """Return what the browser remembers of a request whose answer is late."""
    ago = {"at": int((NOON - timedelta(5)).timestamp() * 1000), "channel": "mail", "about": ""}
    due = int((NOON - timedelta(2)).timestamp() // 60)
    words = ["invoice", "inv", "2026", "00123", "november", "wrong"]
    entry = {**ago, "subject": "Invoice", "due": due, "words": words, **other}
    return [{key: value for key, value in entry.items() if value is not ...}]


def remembered(page: Page) -> str:
    return str(page.evaluate("localStorage['hc-requests'] ?? ''"))


def push(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def kind(page: Page) -> str:
    return str(page.evaluate("document.querySelector('#hc-request form').elements.kind.value"))


def said(page: Page) -> Locator:
    return page.locator(".ways > [role=status]")


def press(button: Locator) -> None:
    """Push a button by keyboard, so that it has the focus before."""
    button.focus()
    button.press("Enter")


def has_focus(page: Page) -> bool:
    return bool(page.evaluate("document.activeElement !== document.body"))


# --- pages, styles and data


@pytest.mark.parametrize("about", ["", "?about=billing", "?about=outages"])
def test_what_is_routed_to_news_only_can_still_be_sent(
    tmp_path_factory: pytest.TempPathFactory, opened: Open, about: str
) -> None:
    with built(tmp_path_factory.mktemp("news"), NEWS_ONLY) as served:
        page = opened(about, served=served)
        expect(page.locator(".ways li")).to_have_count(1)
        expect(way(page, "mail")).to_be_visible()


def test_what_will_be_read_out_is_there_before_it_has_words(opened: Open) -> None:
    page = opened("?about=billing")
    shown = page.locator("#hc-request form :is([role=status], [role=alert])").evaluate_all(
        "places => places.map((place) => getComputedStyle(place).display)"
    )
    assert len(shown) == 6
    assert "none" not in shown


@pytest.mark.parametrize("end", ["closed", "solved"])
def test_a_sheet_that_is_put_away_leaves_the_page_to_the_printer(opened: Open, end: str) -> None:
    page = opened("?about=billing")
    write(page, "How do I pay the invoice")
    way(page, "Call centre").click()
    if end == "closed":
        page.locator("#hc-request > summary").click()
    else:
        push(page, "That solved it")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".channel").first).to_be_visible()


def test_a_year_has_four_digits(opened: Open) -> None:
    page = opened()
    page.get_by_label("I have written before").check()
    page.locator("#hc-first-date").press_sequentially("1105202611")
    value = page.locator("#hc-first-date").input_value()
    assert len(value) in (0, 10)
    assert page.locator("#hc-first-date").get_attribute("max") == "9999-12-31"


@pytest.mark.parametrize(
    "text", ["&bcc=a@b.example#?", "%0D%0ABcc: a", "<b>\"'&amp;", "a\n\n\n\nb"]
)
def test_mail_and_messenger_carry_what_the_customer_sees(opened: Open, text: str) -> None:
    page = opened("?about=billing")
    write(page, text)
    seen = page.locator(".message .text").evaluate("text => text.textContent")
    fields = page.evaluate(
        """() => [...document.querySelectorAll(".ways a[href^='mailto:'], .ways a[href*='wa.me']")]
            .map(({ href }) => href.split("?")[1].split("&").map((part) => part.split("=")))"""
    )
    (subject, body), (whatsapp,) = fields
    assert (subject[0], body[0], whatsapp[0]) == ("subject", "body", "text")
    decoded = page.evaluate("texts => texts.map(decodeURIComponent)", [body[1], whatsapp[1]])
    assert decoded[0] == seen.replace("\n", "\r\n")
    assert decoded[1].endswith(f"\n\n{seen}")


def test_nothing_is_sent_by_itself(context: BrowserContext, opened: Open, site: ServedSite) -> None:
    asked: list[tuple[str, str]] = []
    context.on("request", lambda request: asked.append((request.method, request.url)))
    page = opened("?about=billing")
    write(page, "Invoice zebra refund")
    page.wait_for_timeout(PAUSE_MS)
    way(page, "Email").click()
    assert {method for method, _ in asked} == {"GET"}
    assert all(url.startswith(site.origin) for _, url in asked)
    assert "zebra" not in str(asked)


# --- scripts: what is lost, or kept against the customer's will


def test_problems_for_later_survive_a_reload(opened: Open) -> None:
    page = opened("?about=email")
    write(page, THREE_PROBLEMS)
    push(page, SPLIT)
    way(page, "Email").click()
    page.wait_for_timeout(PAUSE_MS)
    assert "second domain" in page.evaluate("sessionStorage['hc-draft'] ?? ''")


def test_a_second_split_keeps_what_waits(opened: Open) -> None:
    page = opened("?about=email")
    write(page, THREE_PROBLEMS)
    push(page, SPLIT)
    write(
        page, "1. The mailbox is empty since Monday morning.\n2. The panel shows error 500 all day."
    )
    push(page, SPLIT)
    page.wait_for_timeout(PAUSE_MS)
    assert "second domain" in page.evaluate("sessionStorage['hc-draft']")


def test_a_solved_problem_leaves_the_others(opened: Open) -> None:
    page = opened("?about=email")
    write(page, TWO_PROBLEMS.replace("My mailbox", "How do I pay the invoice of my mailbox"))
    push(page, SPLIT)
    page.wait_for_timeout(PAUSE_MS)
    push(page, "That solved it")
    push(page, "Write another request")
    expect(page.locator("#hc-problem")).to_have_value(
        "The invoice of November is wrong, it has the old address."
    )


def test_advice_about_the_last_problem_does_not_change_the_next(opened: Open) -> None:
    page = opened("?about=email")
    write(page, TWO_PROBLEMS.replace("Monday.", "Monday, you idiots."))
    push(page, SPLIT)
    way(page, "Email").click()
    push(page, NEXT)
    page.wait_for_timeout(PAUSE_MS)
    expect(page.locator(".nudge-harsh")).to_have_count(0)


def test_advice_keeps_what_was_written_meanwhile(opened: Open) -> None:
    page = opened()
    write(page, "Mail to rina@a.example fails since Monday. You are idiots.")
    button = page.locator(".nudge-harsh").get_by_role("button").first
    expect(button).to_be_visible()
    page.evaluate(
        """() => {
          const problem = document.querySelector("#hc-problem");
          problem.value += " The error is 550.";
          problem.dispatchEvent(new Event("input", { bubbles: true }));
          document.querySelector(".nudge-harsh button").click();
        }"""
    )
    assert "550" in page.locator("#hc-problem").input_value()


def test_another_topic_and_back_keeps_answers(opened: Open) -> None:
    page = opened("?about=billing")
    page.locator("#hc-fact-invoice").fill("INV-2026-00123")
    page.locator("#hc-about").select_option("email")
    page.locator("#hc-about").select_option("billing")
    expect(page.locator("#hc-fact-invoice")).to_have_value("INV-2026-00123", timeout=WAIT_MS)


def test_a_secret_is_not_remembered(opened: Open) -> None:
    page = opened()
    write(page, "My password is Melati#2026 and I cannot log in since Monday.")
    page.locator(".nudge-secret").get_by_role("button", name="Leave it").click()
    way(page, "Email").click()
    assert "melati" not in remembered(page).lower()


def test_taking_back_keeps_no_secret(opened: Open) -> None:
    page = opened()
    write(page, "My password is Melati#2026 and I cannot log in since Monday.")
    expect(page.locator(".nudge-secret")).to_be_visible()
    way(page, "Email").click()
    push(page, "I have not sent it")
    assert "Melati" not in page.evaluate("sessionStorage['hc-draft'] ?? ''")


def test_memory_that_is_off_stays_off(opened: Open) -> None:
    page = opened()
    write(page, INVOICE)
    way(page, "Email").click()
    page.locator(".memory input").uncheck()
    push(page, "I have not sent it")
    assert remembered(page) == "off"


def test_what_was_pressed_twice_is_taken_back(opened: Open) -> None:
    page = opened()
    write(page, INVOICE)
    way(page, "Email").click()
    page.clock.set_fixed_time(NOON + timedelta(minutes=1))
    way(page, "Email").click()
    push(page, "I have not sent it")
    assert remembered(page) == "[]"


def test_what_was_sent_is_no_draft(opened: Open) -> None:
    page = opened()
    write(page, INVOICE)
    way(page, "Email").click()
    page.wait_for_timeout(PAUSE_MS)
    assert page.evaluate("sessionStorage['hc-draft'] ?? ''") == ""


# --- scripts: what stops the form


@pytest.mark.parametrize("due", ["soon", 1e18, ...])
def test_an_entry_of_another_version_does_not_stop_the_form(opened: Open, due: object) -> None:
    opened(local=sent_before(due=due))


@pytest.mark.parametrize("draft", [{"problem": "a"}, {"problem": "a", "rest": "abc"}])
def test_a_draft_of_another_version_can_be_sent(opened: Open, draft: object) -> None:
    page = opened(draft=draft)
    way(page, "Email").click()
    expect(said(page)).to_contain_text("Once it is sent", timeout=WAIT_MS)
    expect(page.get_by_role("button", name=NEXT)).to_have_count(0)


def test_a_trail_of_another_version_is_left_out(opened: Open) -> None:
    page = opened(trail=[{"url": "https://help.example.com/"}, {"query": {"a": 1}}])
    expect(page.locator(".trail label")).to_have_count(0)


def test_data_of_another_version_is_said_to_have_failed(
    context: BrowserContext, site: ServedSite
) -> None:
    page = context.new_page()
    page.route("**/requests/*.json", lambda route: route.fulfill(body='{"version":2}'))
    page.goto(site.url("en/contact/#hc-request"))
    expect(page.locator(".failed")).to_contain_text("could not be loaded", timeout=WAIT_MS)


def test_a_table_of_another_version_leaves_the_form(opened: Open) -> None:
    opened(routes={"**/contact-replies*.json": lambda route: route.fulfill(body="{}")})


def test_a_slow_table_leaves_the_form(opened: Open) -> None:
    opened(routes={"**/contact-replies*.json": lambda _: None})


def test_storage_that_throws_is_no_matter(context: BrowserContext, opened: Open) -> None:
    context.add_init_script(
        "for (const name of ['getItem', 'setItem', 'removeItem'])"
        " Storage.prototype[name] = () => { throw new Error(name); };"
    )
    page = opened()
    write(page, INVOICE)
    way(page, "Email").click()
    expect(said(page)).to_contain_text("Once it is sent", timeout=WAIT_MS)


def test_an_impossible_date_does_not_stop_the_message(opened: Open) -> None:
    page = opened()
    page.get_by_label("I have written before").check()
    page.locator("#hc-first-date").evaluate("(field) => { field.value = '12026-01-01'; }")
    write(page, INVOICE)
    assert INVOICE in message(page)


# --- scripts: keyboards and readers of the screen


def test_an_error_does_not_take_the_focus(opened: Open) -> None:
    page = opened()
    way(page, "Email").click()
    page.locator("#hc-fact-since").press_sequentially("Monday")
    expect(page.locator("#hc-fact-since")).to_have_value("Monday", timeout=WAIT_MS)


def test_an_error_is_told_of_the_field(opened: Open) -> None:
    page = opened()
    way(page, "Email").click()
    expect(page.locator("#hc-problem")).to_have_attribute("aria-invalid", "true", timeout=WAIT_MS)


def test_a_new_problem_can_be_chosen(opened: Open) -> None:
    page = opened(local=sent_before())
    write(page, INVOICE)
    page.wait_for_timeout(PAUSE_MS)
    assert kind(page) == "follow_up"
    page.get_by_label("A new problem").click()
    assert kind(page) == "new"


def test_a_follow_up_chosen_again_knows_its_date(opened: Open) -> None:
    page = opened(local=sent_before())
    push(page, "Write a follow-up")
    page.get_by_label("I am not satisfied").check()
    page.get_by_label("I have written before").check()
    assert "November 20, 2026" in message(page)


def test_leaving_advice_keeps_the_focus(opened: Open) -> None:
    page = opened()
    write(page, "Help")
    press(page.locator(".nudge-thin button").last)
    assert has_focus(page)


@pytest.mark.parametrize("name", ["Write a follow-up", "This is a different problem"])
def test_answering_for_an_earlier_request_keeps_the_focus(opened: Open, name: str) -> None:
    page = opened(local=sent_before())
    press(page.locator(".earlier").get_by_role("button", name=name))
    assert has_focus(page)


def test_taking_back_keeps_the_focus(opened: Open) -> None:
    page = opened()
    write(page, INVOICE)
    way(page, "Email").click()
    press(page.get_by_role("button", name="I have not sent it"))
    assert has_focus(page)


def test_advice_is_read_out_once(opened: Open) -> None:
    page = opened()
    write(page, "You idiots, the invoice INV-2026-00123 is wrong")
    expect(page.locator(".nudge-harsh")).to_be_visible()
    page.evaluate(
        """() => {
          window.changes = 0;
          new MutationObserver(() => { window.changes += 1; })
            .observe(document.querySelector(".nudges"), { childList: true });
        }"""
    )
    write(page, "You idiots, the invoice INV-2026-00123 is wrong since Monday")
    page.wait_for_timeout(PAUSE_MS)
    assert page.evaluate("changes") == 0


def test_a_secret_taken_out_of_a_fact_leaves_the_focus_there(opened: Open) -> None:
    page = opened("?about=account")
    write(page, "I cannot log in to the panel since Monday")
    page.locator("#hc-fact-error").fill("my password is Melati#2026")
    press(page.locator(".nudge-secret button").first)
    expect(page.locator("#hc-fact-error")).to_be_focused(timeout=WAIT_MS)


def test_a_selection_in_the_message_stays(opened: Open) -> None:
    page = opened()
    write(page, INVOICE)
    page.evaluate(
        """() => {
          const [text] = document.querySelector(".message .text").childNodes;
          getSelection().setBaseAndExtent(text, 3, text, 20);
          document.querySelector("#hc-fact-since")
            .dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    assert page.evaluate("getSelection().toString()") != ""


# --- scripts: what is said


def test_no_answer_is_promised_for_a_call(opened: Open) -> None:
    page = opened("?about=billing")
    write(page, INVOICE)
    way(page, "Call centre").click()
    expect(page.locator(".sheet")).to_be_visible()
    expect(said(page)).not_to_contain_text("Once it is sent", timeout=WAIT_MS)


def test_memory_that_is_full_promises_nothing(context: BrowserContext, opened: Open) -> None:
    context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    )
    page = opened("?about=website")
    write(page, INVOICE)
    way(page, "Email").or_(way(page, "Support form")).first.click()
    expect(page.get_by_role("button", name="I have not sent it")).to_have_count(0)


def test_a_topic_that_is_gone_means_the_one_around_it(opened: Open) -> None:
    page = opened("?about=billing/gone")
    expect(page.locator("#hc-about")).to_have_value("billing")
    expect(page.locator("#hc-fact-invoice")).to_be_visible(timeout=WAIT_MS)


def test_the_next_problem_begins_without_a_sheet(opened: Open) -> None:
    page = opened("?about=email")
    write(page, TWO_PROBLEMS)
    push(page, SPLIT)
    way(page, "Call centre").click()
    push(page, NEXT)
    expect(page.locator(".sheet")).to_be_hidden(timeout=WAIT_MS)
