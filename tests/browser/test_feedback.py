"""“Was this helpful?” is asked only where the answer goes somewhere; a “no” leads to people."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite
from tests.browser.small_sites import help_centre

ARTICLE = "en/account/reset/"


def files(options: str, extra: str = "") -> Mapping[str, str]:
    centre = help_centre("en", {"en/account/reset.md": "---\ntitle: Reset “A & B”\n---\nText.\n"})
    centre["mkdocs.yml"] = (
        "site_name: Help\nsite_url: https://help.example.com/\n"
        f"plugins: [{{hcgen: {{languages: [en]{options}}}}}]\n{extra}"
    )
    return centre


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    folder = tmp_path_factory.mktemp("endpoint")
    with built(folder, files(", feedback: {endpoint: /feedback}")) as site:
        yield site


def question(page: Page) -> Locator:
    return page.get_by_text("Was this helpful?")


def answer(page: Page, word: str) -> None:
    page.get_by_role("button", name=word, exact=True).click()


def answers(site: ServedSite) -> list[dict[str, list[str]]]:
    file = site.folder.parent / "answers.txt"
    return [parse_qs(line) for line in file.read_text(encoding="utf-8").splitlines()]


def people(page: Page) -> Locator:
    return page.locator(".feedback details")


def test_without_a_place_for_answers_nothing_is_asked(visit: Visit, demo: ServedSite) -> None:
    page = visit(demo, "en/account/reset-password/")
    expect(page.locator(".feedback form")).to_have_count(0)
    page.get_by_text("This article did not help").click()
    expect(people(page).get_by_role("link").first).to_be_visible()


def test_the_message_names_the_article_and_works_without_scripts(
    visit: Visit, demo: ServedSite
) -> None:
    page = visit(demo, "en/account/reset-password/", has_scripts=False)
    title = page.get_by_role("heading", level=1).inner_text()
    page.get_by_text("This article did not help").click()
    mail = people(page).locator("a[href^='mailto:']")
    expect(mail).to_be_visible()
    fields = parse_qs(urlsplit(mail.get_attribute("href") or "").query)
    assert fields["subject"] == [f"Question about “{title}”"]
    assert title in fields["body"][0]
    assert "https://bantuan.awan.example/en/account/reset-password/" in fields["body"][0]
    whatsapp = people(page).locator("a[href^='https://wa.me/']")
    assert title in unquote(whatsapp.get_attribute("href") or "")


def test_a_yes_is_sent_and_thanked_for(visit: Visit, endpoint: ServedSite) -> None:
    page = visit(endpoint, ARTICLE)
    expect(page.get_by_text("This article did not help")).to_be_hidden()
    answer(page, "Yes")
    expect(page.locator(".feedback").get_by_role("status")).to_have_text(
        "Thank you for telling us."
    )
    expect(page.get_by_role("button", name="Yes", exact=True)).to_be_hidden()
    expect(people(page)).not_to_have_attribute("open", "")
    assert answers(endpoint)[-1] == {
        "article": ["account/reset"],
        "language": ["en"],
        "helpful": ["yes"],
        "page": ["/en/account/reset/"],
    }


def test_a_no_is_sent_and_opens_the_way_to_people(visit: Visit, endpoint: ServedSite) -> None:
    page = visit(endpoint, ARTICLE)
    question(page).scroll_into_view_if_needed()
    page.get_by_role("button", name="No", exact=True).focus()
    page.keyboard.press("Enter")
    expect(people(page)).to_have_attribute("open", "")
    expect(people(page).locator("summary")).to_be_focused()
    assert answers(endpoint)[-1]["helpful"] == ["no"]


def test_without_scripts_nothing_is_asked(visit: Visit, endpoint: ServedSite) -> None:
    page = visit(endpoint, ARTICLE, has_scripts=False)
    expect(question(page)).to_be_hidden()
    expect(page.get_by_text("This article did not help")).to_be_visible()


def test_an_answer_that_is_not_taken_is_told_and_can_be_given_again(
    visit: Visit, tmp_path: Path
) -> None:
    with built(tmp_path, files(", feedback: {endpoint: /gone}")) as site:
        page = visit(site, ARTICLE)
        page.context.set_offline(True)
        answer(page, "Yes")
        status = page.locator(".feedback").get_by_role("status")
        expect(status).to_contain_text("could not be sent")
        expect(page.get_by_role("button", name="Yes", exact=True)).to_be_enabled()


ANALYTICS = {
    "plausible": ("window.told = []; window.plausible = (...all) => told.push(all);",
                  ["Feedback", {"props": {"article": "account/reset", "language": "en",
                                          "helpful": "yes"}}]),
    "gtag": ("window.told = []; window.gtag = (...all) => told.push(all);",
             ["event", "feedback", {"article": "account/reset", "language": "en",
                                    "helpful": "yes"}]),
    "umami": ("window.told = []; window.umami = { track: (...all) => told.push(all) };",
              ["feedback", {"article": "account/reset", "language": "en", "helpful": "yes"}]),
    "matomo": ("window.told = []; window._paq = told;",
               ["trackEvent", "Feedback", "yes", "account/reset"]),
    "dataLayer": ("window.told = []; window.dataLayer = told;",
                  {"event": "feedback", "article": "account/reset", "language": "en",
                   "helpful": "yes"}),
}  # fmt: skip
"""Script -> what a site's own file makes of it here, and what it is told."""


@pytest.mark.parametrize("name", ANALYTICS)
def test_analytics_are_told_as_they_like_it(visit: Visit, tmp_path: Path, name: str) -> None:
    script, expected = ANALYTICS[name]
    centre = dict(
        files(f", feedback: {{analytics: {name}}}", "extra_javascript: [assets/own.js]\n")
    )
    centre["content/assets/own.js"] = script
    with built(tmp_path, centre) as site:
        page = visit(site, ARTICLE)
        answer(page, "Yes")
        assert page.evaluate("told") == [expected]


def test_blocked_analytics_are_not_asked_for(visit: Visit, tmp_path: Path) -> None:
    with built(tmp_path, files(", feedback: {analytics: plausible}")) as site:
        page = visit(site, ARTICLE)
        expect(page.get_by_text("This article did not help")).to_be_visible()
        expect(question(page)).to_be_hidden()
