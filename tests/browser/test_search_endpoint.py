"""What a site is told about queries that find nothing, where it asks for that."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests._site import write_site
from tests.browser.serving import ServedSite, serving
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_site

NOTHING = "qqzxw vvxqj"
ELSEWHERE = "https://answers.example.com"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(10_000)
    context.add_cookies([{"name": "who", "value": "me", "domain": "127.0.0.1", "path": "/"}])
    yield context
    context.close()


def site_with(folder: Path, endpoint: str) -> Path:
    option = f", search: {{endpoint: '{endpoint}'}}" if endpoint else ""
    config = CLEAN_CENTRE["mkdocs.yml"].replace("[en, id]", f"[en, id]{option}")
    assert option in config
    files = CLEAN_CENTRE | {"mkdocs.yml": config}
    result = build_site(write_site(folder / "project", files), folder / "site", fail_on="never")
    assert result.is_published
    return folder / "site"


def look_for(page: Page, query: str) -> None:
    page.locator("#hc-query").fill(query)
    page.locator("#hc-query").press("Enter")
    expect(page.locator(".search-state [role=status]")).to_contain_text(query)
    expect(page.locator("#hc-results")).to_have_attribute("aria-busy", "false")


def opened(context: BrowserContext, site: ServedSite) -> tuple[Page, list[str]]:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda said: faults.append(said.text) if "Security Policy" in said.text else None,
    )
    page.goto(site.url("en/search/"))
    return page, faults


def test_a_query_without_results_is_told_once_with_its_language_alone(
    context: BrowserContext, tmp_path: Path
) -> None:
    told: list[Request] = []

    def answer(route: Route) -> None:
        told.append(route.request)
        route.fulfill(status=204)

    # the policy of the page decides before this does
    context.route(f"{ELSEWHERE}/**", answer)
    with serving(site_with(tmp_path, f"{ELSEWHERE}/asked"), partner=ELSEWHERE) as site:
        page, faults = opened(context, site)
        look_for(page, NOTHING)
        look_for(page, "jjwqx")
        look_for(page, NOTHING)
        page.locator("#hc-query").fill("reset")
        page.locator("#hc-query").press("Enter")
        expect(page.locator("#hc-results h2").first).to_be_visible()
        page.wait_for_timeout(300)  # that nothing more is sent can only be waited for
    assert faults == []
    assert [request.method for request in told] == ["POST", "POST"]
    assert [parse_qs(request.post_data or "") for request in told] == [
        {"query": [NOTHING], "language": ["en"]},
        {"query": ["jjwqx"], "language": ["en"]},
    ]
    for request in told:
        assert request.url == f"{ELSEWHERE}/asked"
        assert "cookie" not in request.headers
        assert request.headers.get("referer", f"{site.origin}/") == f"{site.origin}/"


def test_an_endpoint_on_the_own_host_gets_no_cookies_either(
    context: BrowserContext, tmp_path: Path
) -> None:
    with serving(site_with(tmp_path, "/feedback")) as site:
        page, faults = opened(context, site)
        with page.expect_request("**/feedback") as asked:
            look_for(page, NOTHING)
        assert "cookie" not in asked.value.all_headers()
    assert faults == []
    (line,) = (tmp_path / "answers.txt").read_text().splitlines()
    assert parse_qs(line) == {"query": [NOTHING], "language": ["en"]}


@pytest.mark.parametrize("endpoint", [f"{ELSEWHERE}/asked", "/refuses"])
def test_a_server_that_is_down_changes_nothing_for_the_reader(
    context: BrowserContext, tmp_path: Path, endpoint: str
) -> None:
    context.route(f"{ELSEWHERE}/**", lambda route: route.abort())
    with serving(site_with(tmp_path, endpoint), partner=ELSEWHERE) as site:
        page, faults = opened(context, site)
        with page.expect_request(f"**{endpoint[-6:]}"):
            look_for(page, NOTHING)
        page.wait_for_timeout(100)  # that nothing changes can only be waited for
        expect(page.locator(".search-state [role=status]")).to_contain_text(NOTHING)
        expect(page.locator(".retry")).to_be_hidden()
        expect(page.locator(".search-help")).to_be_visible()
    assert faults == []


def test_nothing_is_told_where_nobody_asks_for_it(context: BrowserContext, tmp_path: Path) -> None:
    with serving(site_with(tmp_path, "")) as site:
        page, faults = opened(context, site)
        methods: list[str] = []
        page.on("request", lambda request: methods.append(request.method))
        look_for(page, NOTHING)
        page.wait_for_timeout(300)
    assert set(methods) == {"GET"}
    assert faults == []
