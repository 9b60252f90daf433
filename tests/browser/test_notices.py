"""Notices keep to the minute, can be closed for good, and are read out once."""

import datetime as dt
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests._site import write_site
from tests.browser.conftest import Visit, built
from tests.browser.serving import ServedSite, serving
from tests.browser.small_sites import help_centre
from tests.pipeline.building import build_site

JAKARTA = ZoneInfo("Asia/Jakarta")
NOTICES = """
notices:
  - id: outage
    severity: incident
    text: {en: The panel is down., id: Panel sedang terganggu.}
    from: "2026-11-22 09:00"
    until: "2026-11-22 12:00"
  - id: update
    text: We update our mail servers on Tuesday.
    from: 2026-11-24
  - id: cards
    severity: warning
    text: {en: Some cards are refused., id: Beberapa kartu ditolak.}
    link: billing/pay
    topics: billing
"""
FILES = help_centre(
    "en, id",
    {
        "en/billing/pay.md": "---\ntitle: Pay\n---\nText with a [link](refund.md).\n",
        "en/billing/refund.md": "---\ntitle: Refund\n---\nText.\n",
        "id/billing/pay.md": "---\ntitle: Bayar\n---\nTeks.\n",
        "notice.yml": NOTICES,
    },
)
DURING = (2026, 11, 22, 10, 0)


@pytest.fixture(scope="module")
def built_on_the_day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """The help centre, built in the morning of 22 November 2026."""
    with (
        pytest.MonkeyPatch.context() as environment,
        built(on_a_day(environment, tmp_path_factory.mktemp("notices")), FILES) as site,
    ):
        yield site


def on_a_day(environment: pytest.MonkeyPatch, folder: Path) -> Path:
    environment.setenv("SOURCE_DATE_EPOCH", str(int(moment(2026, 11, 22, 8, 0).timestamp())))
    return folder


def moment(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=JAKARTA)  # type: ignore[arg-type, misc]


def open_at(visit: Visit, site: ServedSite, address: str, *numbers: int) -> Page:
    """Open a page at a time of Jakarta; from then on the time passes only when a test says so."""
    page = visit(site, "en/search/")
    page.clock.install(time=moment(*numbers) - dt.timedelta(seconds=1))
    page.clock.pause_at(moment(*numbers))
    page.goto(site.url(address))
    return page


def notice(page: Page, text: str) -> Locator:
    return page.locator(".notice").filter(has_text=text)


def outage(page: Page) -> Locator:
    return notice(page, "The panel is down.")


def closing(shown: Locator) -> Locator:
    return shown.get_by_role("button", name="Close this notice")


def kept(page: Page) -> list[str]:
    """Return what the browser remembers."""
    found = page.evaluate("localStorage.getItem('dismissed-notices')")
    assert found != "[]"  # nothing is kept for nothing
    keys = json.loads(found or "[]")
    assert isinstance(keys, list)
    return keys


def tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("Tab does not lead there")


def look_at_again(page: Page) -> None:
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def spoken(page: Page, role: str) -> Locator:
    return page.locator(f".notices-spoken[role={role}]")


def test_a_notice_comes_and_goes_at_its_minute(visit: Visit, built_on_the_day: ServedSite) -> None:
    page = open_at(visit, built_on_the_day, "en/billing/refund/", 2026, 11, 22, 8, 59)
    cards = notice(page, "Some cards are refused.")
    expect(cards).to_be_visible()
    expect(outage(page)).to_be_hidden()
    page.clock.run_for("00:59")
    expect(outage(page)).to_be_hidden()
    page.clock.run_for("00:01")
    expect(outage(page)).to_be_visible()
    page.clock.run_for("02:59:59")
    expect(outage(page)).to_be_visible()
    page.clock.run_for("00:01")
    expect(outage(page)).to_be_hidden()
    expect(cards).to_be_visible()


def test_the_place_goes_and_comes_with_what_is_in_it(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/", 2026, 11, 22, 12, 0)
    place = page.get_by_role("complementary", name="Notices")
    # the build, which knows days only, has left it in sight; an empty landmark would be in the way
    expect(place).to_have_count(0)
    page.clock.fast_forward("36:00:00")
    expect(place).to_be_visible()
    expect(place.locator(".notice-text:visible")).to_have_text(
        ["We update our mail servers on Tuesday."]
    )
    expect(outage(page)).to_be_hidden()


def test_a_page_that_lay_in_the_background_is_right_when_it_is_looked_at_again(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = visit(built_on_the_day, "en/")
    page.clock.set_fixed_time(moment(*DURING))
    page.reload()
    expect(outage(page)).to_be_visible()
    # timers of the background may be late; here they never come
    page.clock.set_fixed_time(moment(2026, 11, 22, 12, 30))
    look_at_again(page)
    expect(outage(page)).to_be_hidden()


def test_a_notice_is_closed_by_keyboard_and_the_focus_goes_to_the_content(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/billing/refund/", *DURING)
    expect(closing(outage(page))).to_have_accessible_description("The panel is down.")
    tab_to(page, closing(outage(page)))
    page.keyboard.press("Enter")
    expect(outage(page)).to_be_hidden()
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")
    assert not page.get_by_role("main").get_attribute("tabindex")


def test_a_closed_notice_stays_closed_on_every_page_and_in_every_language(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/billing/pay/", *DURING)
    cards = notice(page, "Some cards are refused.")
    closing(outage(page)).click()
    expect(cards).to_be_visible()
    for address in ("en/billing/pay/", "en/", "en/contact/", "en/nowhere/"):
        page.goto(built_on_the_day.url(address))
        expect(outage(page)).to_be_hidden()
    page.goto(built_on_the_day.url("id/billing/pay/"))
    expect(notice(page, "Panel sedang terganggu.")).to_be_hidden()
    expect(notice(page, "Beberapa kartu ditolak.")).to_be_visible()
    closing_cards = page.get_by_role("button", name="Tutup pemberitahuan ini")
    closing_cards.click()
    expect(page.locator(".notices")).to_be_hidden()
    expect(page.get_by_role("main")).to_be_focused()


def test_a_closed_notice_is_closed_in_another_tab_when_that_is_looked_at(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/", *DURING)
    other = page.context.new_page()
    other.goto(built_on_the_day.url("en/contact/"))
    closing(outage(page)).click()
    expect(outage(other)).to_be_visible()
    look_at_again(other)
    expect(outage(other)).to_be_hidden()


def test_a_changed_text_is_shown_again_and_the_old_one_forgotten(
    visit: Visit, tmp_path: Path
) -> None:
    config = write_site(tmp_path / "project", FILES | {"content/notice.yml": "text: Late.\n"})
    assert build_site(config, tmp_path / "site", fail_on="never").is_published
    with serving(tmp_path / "site") as site:
        page = visit(site, "en/")
        closing(notice(page, "Late.")).click()
        page.goto(site.url("en/contact/"))
        expect(notice(page, "Late.")).to_be_hidden()
        (old,) = kept(page)
        (tmp_path / "project" / "content" / "notice.yml").write_text("text: Later.\n")
        assert build_site(config, tmp_path / "site", fail_on="never").is_published
        page.goto(site.url("en/"))
        expect(notice(page, "Later.")).to_be_visible()
        assert kept(page) == []
        closing(notice(page, "Later.")).click()
        (new,) = kept(page)
        assert old != new


def test_what_belongs_to_a_notice_of_another_page_is_remembered(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/billing/pay/", *DURING)
    closing(notice(page, "Some cards are refused.")).click()
    page.goto(built_on_the_day.url("en/contact/"))
    expect(notice(page, "Some cards are refused.")).to_have_count(0)
    expect(outage(page)).to_be_visible()
    page.goto(built_on_the_day.url("en/billing/pay/"))
    expect(outage(page)).to_be_visible()
    expect(notice(page, "Some cards are refused.")).to_be_hidden()


@pytest.mark.parametrize("written", ['{"a": 1}', "not json", "null", '[1, null, "gone-1"]'])
def test_what_others_wrote_under_the_name_is_no_fault(
    visit: Visit, built_on_the_day: ServedSite, written: str
) -> None:
    page = open_at(visit, built_on_the_day, "en/search/", *DURING)
    page.evaluate("text => localStorage.setItem('dismissed-notices', text)", written)
    page.goto(built_on_the_day.url("en/"))
    expect(outage(page)).to_be_visible()
    closing(outage(page)).click()
    page.reload()
    expect(outage(page)).to_be_hidden()
    assert len(kept(page)) == 1


def test_a_notice_can_be_closed_where_nothing_can_be_remembered(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = visit(built_on_the_day, "en/search/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{get() { throw new DOMException('denied', 'SecurityError'); }})"
    )
    page.clock.set_fixed_time(moment(*DURING))
    page.goto(built_on_the_day.url("en/"))
    closing(outage(page)).click()
    expect(outage(page)).to_be_hidden()
    look_at_again(page)
    expect(outage(page)).to_be_hidden()
    page.reload()
    expect(outage(page)).to_be_visible()


def test_notices_are_read_out_once_after_the_page_has_come_to_rest(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/billing/pay/", *DURING)
    top = "document.querySelector('main').getBoundingClientRect().top"
    expect(closing(outage(page))).to_be_visible()
    before = page.evaluate(top)
    for role in ("alert", "status"):
        expect(spoken(page, role)).to_have_text("")
    page.clock.run_for(600)
    expect(spoken(page, "alert")).to_have_text("Problem right now The panel is down.")
    expect(spoken(page, "status")).to_have_text("Be careful Some cards are refused.")
    assert page.evaluate(top) == before
    for region in page.locator(".notices-spoken").all():
        box = region.bounding_box()
        assert box is not None
        assert box["width"] <= 1
        assert box["height"] <= 1
    page.clock.run_for(6000)
    for role in ("alert", "status"):
        expect(spoken(page, role)).to_have_text("")
    look_at_again(page)
    page.clock.run_for(1000)
    for role in ("alert", "status"):
        expect(spoken(page, role)).to_have_text("")
    assert page.evaluate(top) == before


def test_a_notice_whose_time_comes_is_read_out_then(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/", 2026, 11, 22, 8, 59)
    page.clock.run_for(10_000)
    expect(spoken(page, "alert")).to_have_text("")
    page.clock.run_for(50_600)
    expect(spoken(page, "alert")).to_have_text("Problem right now The panel is down.")


def test_what_is_closed_at_once_is_not_read_out(visit: Visit, built_on_the_day: ServedSite) -> None:
    page = open_at(visit, built_on_the_day, "en/", *DURING)
    closing(outage(page)).click()
    page.clock.run_for(1000)
    expect(spoken(page, "alert")).to_have_text("")


def test_nothing_is_read_out_to_nobody(visit: Visit, built_on_the_day: ServedSite) -> None:
    page = visit(built_on_the_day, "en/search/")
    page.add_init_script("Object.defineProperty(document, 'hidden', {value: true, writable: true})")
    page.clock.install(time=moment(*DURING))
    page.goto(built_on_the_day.url("en/"))
    page.clock.run_for(3000)
    expect(spoken(page, "alert")).to_have_text("")
    page.evaluate("document.hidden = false")
    look_at_again(page)
    page.clock.run_for(600)
    expect(spoken(page, "alert")).to_have_text("Problem right now The panel is down.")


def test_a_text_in_another_language_is_read_out_in_it(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "id/", 2026, 11, 24, 0, 0)
    shown = notice(page, "We update our mail servers").locator(".notice-text")
    expect(shown).to_have_attribute("lang", "en")
    page.clock.run_for(600)
    copy = spoken(page, "status").locator("[lang=en]")
    expect(copy).to_have_text("We update our mail servers on Tuesday.")
    # nothing stands in the page twice under one name
    assert page.evaluate(
        "(ids => ids.length === new Set(ids).size)"
        "([...document.querySelectorAll('[id]')].map(one => one.id))"
    )


def test_two_notices_stand_worst_first_and_are_closed_one_by_one(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/billing/refund/", *DURING)
    expect(page.locator(".notice-text:visible")).to_have_text(
        ["The panel is down.", "Some cards are refused."]
    )
    expect(page.locator(".notice-severity:visible")).to_have_text(
        ["Problem right now", "Be careful"]
    )
    cards = notice(page, "Some cards are refused.")
    more = cards.get_by_role("link", name="Read more")
    expect(more).to_have_accessible_description("Some cards are refused.")
    closing(outage(page)).click()
    expect(outage(page)).to_be_hidden()
    more.click()
    expect(page).to_have_url(built_on_the_day.url("en/billing/pay/"))
    expect(page.locator(".notice-text:visible")).to_have_text(["Some cards are refused."])
    expect(more).to_have_count(0)


def test_without_scripts_the_notices_of_the_day_are_there_and_promise_nothing(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = visit(built_on_the_day, "en/billing/refund/", has_scripts=False)
    place = page.get_by_role("complementary", name="Notices")
    expect(place.locator(".notice:visible")).to_have_count(2)
    expect(outage(page)).to_be_visible()
    expect(notice(page, "We update our mail servers")).to_be_hidden()
    expect(place.get_by_role("button")).to_have_count(0)
    place.get_by_role("link", name="Read more").click()
    expect(page).to_have_url(built_on_the_day.url("en/billing/pay/"))


def test_the_page_for_wrong_addresses_has_them_in_the_language_of_the_address(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    # a host that knows only the page that speaks all languages
    with serving(built_on_the_day.folder, has_language_404=False) as host:
        page = open_at(visit, host, "id/nowhere/", *DURING)
        shown = notice(page, "Panel sedang terganggu.")
        expect(shown).to_be_visible()
        expect(outage(page)).to_have_count(0)
        page.clock.run_for(600)
        expect(spoken(page, "alert")).to_have_text("Sedang ada gangguan Panel sedang terganggu.")
        shown.get_by_role("button", name="Tutup pemberitahuan ini").click()
        expect(page.locator(".notices")).to_be_hidden()


def test_what_others_put_into_the_page_gives_no_second_button(
    visit: Visit, built_on_the_day: ServedSite
) -> None:
    page = open_at(visit, built_on_the_day, "en/", *DURING)
    expect(closing(outage(page))).to_have_count(1)
    page.evaluate("document.documentElement.append(document.createElement('div'))")
    expect(closing(outage(page))).to_have_count(1)
