"""One Chromium per worker, the built demo, and visits that must stay free of faults."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from shutil import which
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    sync_playwright,
)

from tests._site import write_site
from tests.browser.serving import ServedSite, serving
from tests.pipeline.building import DEMO, build_site

CHROMIUM = which("chromium-headless-shell") or "/usr/bin/chromium"
"""The one without windows takes half the time."""
TIMEOUT_MS = 10_000
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
"""Before noon on a Wednesday, when everybody is at work."""

# nothing that the browser does by itself may look like a request of the page
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Visit(Protocol):
    """Opens a page of a fresh profile on a site; what goes wrong on it fails the test."""

    def __call__(
        self,
        site: ServedSite,
        address: str = "",
        *,
        locale: str = "en-US",
        width: int = 1280,
        scheme: Literal["dark", "light"] = "light",
        has_scripts: bool = True,
    ) -> Page: ...


# of the package, not of the session: its event loop would be in the way of other tests' own
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def demo(demo_folder: Path) -> Iterator[ServedSite]:
    with serving(demo_folder) as site:
        yield site


@pytest.fixture(scope="package")
def demo_at_noon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """The demo as it is built at NOON, for tests that set the clock of the page, too."""
    folder = tmp_path_factory.mktemp("demo-at-noon") / "site"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
        assert build_site(DEMO, folder).is_published
    with serving(folder) as site:
        yield site


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    problems: list[str] = []
    with contextlib.ExitStack() as contexts:

        def open_page(
            site: ServedSite,
            address: str = "",
            *,
            locale: str = "en-US",
            width: int = 1280,
            scheme: Literal["dark", "light"] = "light",
            has_scripts: bool = True,
        ) -> Page:
            context = contexts.enter_context(
                browser.new_context(
                    locale=locale,
                    viewport={"width": width, "height": 800},
                    color_scheme=scheme,
                    java_script_enabled=has_scripts,
                )
            )
            context.set_default_timeout(TIMEOUT_MS)
            watch(context, site, problems)
            page = context.new_page()
            page.goto(site.url(address))
            return page

        yield open_page
    assert problems == []


def switch_language(page: Page, name: str) -> None:
    """Open the list of languages, and follow a link in it."""
    page.locator(".switcher summary").click()
    page.locator(".switcher").get_by_role("link", name=name).click()


def watch(context: BrowserContext, site: ServedSite, problems: list[str]) -> None:
    """Note every fault of the pages of a context, and every request to another origin."""

    def heard(message: ConsoleMessage) -> None:
        # these repeat a bad answer, which is noted with its address
        if message.type in ("error", "warning") and "Failed to load" not in message.text:
            problems.append(f"{message.type}: {message.text}")

    def answered(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            problems.append(f"{response.status}: {response.url}")

    def asked(url: str) -> None:
        if not url.startswith((f"{site.origin}/", "data:")):
            problems.append(f"leaves the site: {url}")

    context.on("console", heard)
    context.on("weberror", lambda error: problems.append(f"exception: {error.error}"))
    context.on("response", answered)
    context.on("request", lambda request: asked(request.url))


@contextlib.contextmanager
def built(
    folder: Path, files: Mapping[str, str], *, base: str = "/", has_language_404: bool = True
) -> Iterator[ServedSite]:
    """Build a help centre given as path -> text, as on the day of NOON, and serve it.

    What is promised by when reaches some weeks only: with today's date tests would fail some day.
    """
    with pytest.MonkeyPatch.context() as environment:
        if "SOURCE_DATE_EPOCH" not in os.environ:
            environment.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
        config = write_site(folder / "project", files)
        result = build_site(config, folder / "site", fail_on="never")
    assert result.is_published, [
        (d.span.file.path, d.span.position, d.message) for d in result.site.report.diagnostics
    ]
    with serving(folder / "site", base=base, has_language_404=has_language_404) as site:
        yield site
