"""What went wrong while a request was written, and must not again."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NOON, Visit, built
from tests.browser.serving import ServedSite
from tests.browser.test_request_cases import STAY, go, nudge, open_request, write

CENTRE = {
    "mkdocs.yml": "site_name: Awan\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [en]}}]\n",
    "content/channels.yml": "organisation: {name: Awan, country: ID, timezone: Asia/Jakarta}\n"
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always, languages: [en],\n"
    "     promise: {respond_within: 2 days}}\n",
    "content/topics.yml": "topics:\n"
    "  - {path: billing, title: Billing, facts: [account, since]}\n"
    "  - {path: site, title: Website, facts: [domain]}\n",
    "content/en/billing/pay.md": "---\ntitle: How do I pay?\n---\nText.\n",
    "content/en/site/slow.md": "---\ntitle: Why is it slow?\n---\nText.\n",
}
PROBLEM = "The November invoice is shown as open, and I paid it by bank transfer on Monday."
NO_TIME = r"\"due\":null"
SECRET = f"{PROBLEM} My password is Melati#2026 by the way."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    with built(tmp_path_factory.mktemp("faults"), CENTRE) as served:
        yield served


@pytest.fixture
def page(visit: Visit, site: ServedSite) -> Page:
    return open_request(visit, site, "en/contact/?about=billing")


def kept(page: Page, name: str = "sessionStorage") -> str:
    text: str = page.evaluate(f"JSON.stringify({name})")
    return text


def test_a_message_that_was_sent_is_no_draft_again(page: Page) -> None:
    write(page, PROBLEM)
    page.locator(".ways .button").click()  # before the pause is over
    page.wait_for_timeout(900)
    assert "November" not in kept(page)


def test_what_is_missing_does_not_take_the_focus_from_another_field(page: Page) -> None:
    page.locator(".ways .button").click()
    expect(page.locator("#hc-problem")).to_be_focused()
    expect(page.locator("#hc-problem")).to_have_attribute("aria-invalid", "true")
    page.locator("#hc-fact-account").press_sequentially("budi99")
    expect(page.locator("#hc-fact-account")).to_have_value("budi99")
    expect(page.locator("#hc-fact-account")).to_be_focused()


def test_what_was_written_last_stays_when_a_secret_is_taken_out(page: Page) -> None:
    write(page, SECRET)
    button = nudge(page, "secret").get_by_role("button", name="Take it out")
    page.locator("#hc-problem").press("End")
    page.evaluate(
        """() => {
          const problem = document.querySelector("#hc-problem");
          problem.value += " Thanks, Rina";
          problem.dispatchEvent(new Event("input", { bubbles: true }));
          document.querySelector(".nudge-secret button").click();
        }"""
    )
    expect(button).to_have_count(0)
    value = page.locator("#hc-problem").input_value()
    assert value.endswith(" Thanks, Rina")
    assert "Melati" not in value


def test_a_secret_is_kept_nowhere(page: Page) -> None:
    page.locator("#hc-fact-account").fill("budi, password: Melati#2026")
    nudge(page, "secret")  # though there is no problem yet
    assert "Melati" not in kept(page)
    write(page, SECRET)
    nudge(page, "secret").get_by_role("button", name="Leave it as it is").click()
    page.locator(".ways .button").click()
    assert "Melati" not in kept(page) + kept(page, "localStorage")
    page.get_by_role("button", name="I have not sent it").click()
    assert "November" in kept(page)
    assert "Melati" not in kept(page) + kept(page, "localStorage")


def test_the_focus_is_not_lost_with_a_button(page: Page) -> None:
    write(page, "It is broken")
    nudge(page, "thin").get_by_role("button", name="Leave it as it is").click()
    expect(page.locator("#hc-problem")).to_be_focused()
    page.locator(".ways .button").click()
    page.get_by_role("button", name="I have not sent it").click()
    expect(page.locator("#hc-problem")).to_be_focused()


def test_advice_that_stays_is_not_read_out_again(page: Page) -> None:
    write(page, SECRET)
    nudge(page, "secret")
    page.evaluate(
        """() => {
          window.changes = 0;
          new MutationObserver((all) => (window.changes += all.length))
            .observe(document.querySelector(".nudges"), { childList: true, subtree: true });
        }"""
    )
    write(page, f"Hello! {SECRET}")  # it stands elsewhere now
    page.wait_for_timeout(900)
    assert page.evaluate("window.changes") == 0


def test_a_late_answer_does_not_keep_anybody_from_a_new_problem(
    page: Page, site: ServedSite
) -> None:
    write(page, PROBLEM)
    page.locator(".ways .button").click()
    go(page, site, "en/contact/?about=billing", at=NOON + timedelta(9))
    write(page, PROBLEM)
    expect(page.get_by_label("had no answer")).to_be_checked()
    page.get_by_label("A new problem").check()
    page.wait_for_timeout(900)
    expect(page.get_by_label("A new problem")).to_be_checked()


def test_a_message_that_was_sent_before_the_times_came_has_its_time_all_the_same(
    page: Page, site: ServedSite
) -> None:
    held: list[Route] = []
    page.route("**/contact-replies.json", lambda route: held.append(route))
    page.reload()
    page.evaluate(STAY)
    write(page, PROBLEM)
    page.locator(".ways .button").click()
    assert NO_TIME in kept(page, "localStorage")
    held[0].continue_()
    expect(page.locator(".ways .by").first).not_to_be_empty()
    assert NO_TIME not in kept(page, "localStorage")
    page.unroute("**/contact-replies.json")
    go(page, site, "en/contact/?about=billing", at=NOON + timedelta(9))
    write(page, PROBLEM)
    expect(page.get_by_label("had no answer")).to_be_checked()


def test_answers_outlive_a_look_at_another_topic_but_not_the_request(page: Page) -> None:
    page.locator("#hc-fact-account").fill("budi99")
    page.locator("#hc-about").select_option("site")
    expect(page.locator("#hc-fact-account")).to_have_count(0)
    page.locator("#hc-about").select_option("billing")
    expect(page.locator("#hc-fact-account")).to_have_value("budi99")
    assert page.locator(".facts .field label").all_inner_texts() != []


def test_problems_that_wait_are_not_lost_to_others(page: Page) -> None:
    lists = "1. My mailbox has not received anything since Monday.\n2. {}, it has the old address."
    for word in ("The invoice of November is wrong", "The invoice of May is wrong"):
        write(page, lists.format(word))
        nudge(page, "several").get_by_role("button", name="Save the rest for later").click()
    for word in ("May", "November"):
        page.locator(".ways .button").click()
        page.get_by_role("button", name="Now the other problem").click()
        assert word in page.locator("#hc-problem").input_value()
