"""How soon the search field answers on a slow processor, and how long it keeps the page busy."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import which
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.host import serving
from benchmarks.search.generated import publish, spaced_project
from benchmarks.search.material import Query
from benchmarks.search.scores import quantile, table
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import build_help_centre

_SLOWDOWN = 4
"""Times: what browsers' tools take for a phone of the middle class."""
_QUERIES = 20
_BETWEEN_LETTERS_MS = 200
"""Slow enough that each letter is looked for: the field waits 120 ms for the next one."""
_UNTIL_ANSWERED_MS = 2000
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

# when the first option was there, and when the last file of the index had come
_WATCH = """() => {
  window.first = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector("[role=option]")) {
        observer.disconnect();
        resolve(performance.now());
      }
    }).observe(document.body, { subtree: true, childList: true });
  });
}"""
_ANSWERED = """async () => {
  const shown = await window.first;
  const files = performance.getEntriesByType("resource");
  const ends = files
    .filter(({ name, responseEnd }) => name.includes("/search/") && responseEnd <= shown)
    .map(({ responseEnd }) => responseEnd);
  return shown - Math.max(...ends);
}"""


def print_answering(articles: int = 1000) -> None:
    """Print milliseconds: a query typed letter by letter, each in a fresh profile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rendered = spaced_project(folder / "project", articles)
        queries = publish(rendered, "id", folder / "index").queries(_QUERIES)
        theme = load_theme(rendered.centre.settings, rendered.root)
        build_help_centre(rendered, theme, folder / "site", fail_on="never")
        with serving(folder / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=which("chromium-headless-shell") or "/usr/bin/chromium",
                args=list(_ARGUMENTS),
            )
            answered, busy = zip(*_measured(browser, f"{address}id/", queries), strict=True)
            browser.close()
    head = (f"{articles:,} articles, {_SLOWDOWN} times slower", "median, ms", "90 % below", "most")
    rows = [
        _row("from the last file to the first option", answered),
        _row("longest task while somebody types", busy),
    ]
    print(table(head, rows))


def _measured(
    browser: Browser, address: str, queries: Sequence[Query]
) -> Iterator[tuple[float, float]]:
    """Yield milliseconds until the first option, and those of the longest task of the page."""
    for query in queries:
        context = browser.new_context(viewport={"width": 360, "height": 800})
        page = _page(context, address)
        page.evaluate(_WATCH)
        _type(page, query.text, pause_ms=20)
        answered: float = page.evaluate(_ANSWERED)
        page.close()
        # apart, because tracing takes time too
        page = _page(context, address)
        page.wait_for_timeout(500)
        browser.start_tracing(page=page, categories=["toplevel"])
        _type(page, query.text, pause_ms=_BETWEEN_LETTERS_MS)
        page.wait_for_timeout(_UNTIL_ANSWERED_MS)
        yield answered, _longest_task(browser.stop_tracing())
        context.close()


def _page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWDOWN})
    return page


def _type(page: Page, text: str, *, pause_ms: int) -> None:
    """Press `/` and type; asking the page anything would compile 300 kB of the driver's scripts."""
    page.keyboard.type(f"/{text}", delay=pause_ms)


def _longest_task(trace: bytes) -> float:
    """Return the milliseconds of the longest task of the page's main thread."""
    events = json.loads(trace)["traceEvents"]
    threads = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    longest: float = max(
        event["dur"] / 1000
        for event in events
        if "dur" in event
        and event["name"].endswith("RunTask")
        and (event["pid"], event["tid"]) in threads
    )
    return longest


def _row(name: str, values: Sequence[float]) -> list[str]:
    figures = (median(values), quantile(values, 0.9), max(values))
    return [name, *(f"{figure:.0f}" for figure in figures)]
