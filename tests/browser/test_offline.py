"""Reading without a network: the host is really gone, and what was read is still there."""

import contextlib
import json
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests._site import write_site
from tests.browser.conftest import TIMEOUT_MS
from tests.browser.serving import ServedSite, serving
from tests.browser.small_sites import help_centre
from tests.pipeline.building import build_site

THEME = Path(__file__).parents[2] / "theme"
COPY = "You are offline. This is a copy saved on your device."
PICTURE = "![picture](../../assets/it's-wide.svg)"


def centre(options: str = "offline: true", *, base: str = "/") -> dict[str, str]:
    """Return a help centre in English and Indonesian, with these options."""
    files = help_centre(
        "en, id",
        {
            "en/index.md": "---\ntitle: Help\n---\nWelcome.\n",
            "en/account/reset.md": f"---\ntitle: Reset your password\n---\nText.\n\n{PICTURE}\n",
            "en/account/close.md": "---\ntitle: Close your account\n---\nText.\n",
            "en/billing/pay.md": "---\ntitle: Pay\n---\nPay by card.\n",
            "en/billing/refund.md": "---\ntitle: Get a refund\n---\nMoney back.\n",
            "id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\nTeks.\n",
            "id/billing/pay.md": "---\ntitle: Bayar\n---\nTeks.\n",
        },
        base=base,
    )
    files["content/assets/it's-wide.svg"] = files["content/assets/wide.svg"]
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(
        "[en, id]", "[en, id]" + (f", {options}" if options else "")
    )
    return files


@pytest.fixture(scope="module")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("offline"), centre())


def build(folder: Path, files: Mapping[str, str]) -> Path:
    """Build a help centre in place of the one that was there; return the site's folder."""
    shutil.rmtree(folder / "project", ignore_errors=True)
    result = build_site(write_site(folder / "project", files), folder / "site", fail_on="never")
    assert result.is_published
    result.remove_last()
    return folder / "site"


class Reader:
    """A reader with a fresh profile, and the host that comes and goes."""

    def __init__(self, context: BrowserContext, hosts: contextlib.ExitStack, base: str) -> None:
        self._hosts = hosts
        self.port = 0
        self._base = base
        self.context = context
        self.page = context.new_page()
        self.site: ServedSite

    def goes_online(self, folder: Path) -> None:
        serving_it = serving(folder, base=self._base, port=self.port)
        self.site = self._hosts.enter_context(serving_it)
        self.port = int(self.site.origin.rpartition(":")[2])

    def goes_offline(self) -> None:
        self._hosts.close()

    def visits(self, *addresses: str) -> None:
        """Open pages, and wait until they are kept, with what belongs to their language."""
        for address in addresses:
            self.page.goto(self.site.url(address))
            self.waits_until(partial(_has_newest, address))

    def opens(self, address: str) -> Page:
        self.page.goto(self.site.url(address))
        return self.page

    def waits_until(self, is_so: Callable[[Sequence[str]], bool]) -> None:
        """Wait for the addresses of what is kept to be so."""
        end = time.monotonic() + TIMEOUT_MS / 1000
        while not is_so(kept := self.kept()):
            assert time.monotonic() < end, kept
            self.page.wait_for_timeout(20)

    def waits_until_nothing_more_comes(self) -> None:
        """Wait until the worker has kept the same for half a second."""
        before: list[str] = []
        while (kept := self.kept()) != before:
            before = kept
            self.page.wait_for_timeout(500)

    def kept(self) -> list[str]:
        """Return the addresses of all pages and files kept, below the site's root."""
        found = self.page.evaluate(
            """async () => {
                const found = [];
                for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    found.push(...(await cache.keys()).map(({ url }) => url));
                }
                return found;
            }"""
        )
        return [url.removeprefix(self.site.url("")) for url in found]

    def gets_version_of(self, folder: Path) -> None:
        """Wait until a build's worker has renewed what it keeps for the language.

        Browsers look for a new one after each visit, in their own time; here they are told to.
        """
        script = (folder / "service-worker.js").read_text(encoding="utf-8")
        version = json.loads(script.removeprefix("const SITE = ").partition(";\n")[0])["version"]
        end = time.monotonic() + TIMEOUT_MS / 1000
        contact = self.site.url("en/contact/")
        saver = f"caches.match('{contact}').then((copy) => copy.headers.get('saved-by'))"
        while self.page.evaluate(saver) != version:
            assert time.monotonic() < end
            self.page.evaluate("navigator.serviceWorker.ready.then((own) => own.update())")
            self.page.wait_for_timeout(50)

    def registrations(self) -> int:
        count = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
        return int(self.page.evaluate(count))


def _has_newest(address: str, kept: Sequence[str]) -> bool:
    """Tell whether a page is the last one kept, beside those that are always there."""
    basics = [f"{tag}/{name}" for tag in ("en", "id") for name in ("", "contact/", "offline/")]
    own = [basic for basic in basics if basic.startswith(address[:3])]
    read = [path for path in kept if path.endswith("/") and path not in basics]
    return read[-1:] == [address] and set(own) <= set(kept)


Start = Callable[..., Reader]


@pytest.fixture
def start(browser: Browser) -> Iterator[Start]:
    """Start a reader on a site; the console may say what it likes about missing answers."""
    with contextlib.ExitStack() as everything:

        def begin(folder: Path, *, base: str = "/", locale: str = "en-US") -> Reader:
            context = everything.enter_context(browser.new_context(locale=locale))
            context.set_default_timeout(TIMEOUT_MS)
            hosts = everything.enter_context(contextlib.ExitStack())
            reader = Reader(context, hosts, base)
            reader.goes_online(folder)
            return reader

        yield begin


@contextlib.contextmanager
def silent_host(port: int) -> Iterator[None]:
    """Take connections and never answer, as a network does that is there by name only."""
    with socket.socket() as host:
        host.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        host.bind(("127.0.0.1", port))
        host.listen(50)
        yield


class _Busy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(503)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Busy</title><h1>Busy</h1>")

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def busy_host(port: int) -> Iterator[None]:
    """Answer everything with an error."""
    with ThreadingHTTPServer(("127.0.0.1", port), _Busy) as host:
        thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield
        finally:
            host.shutdown()
            thread.join()


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def saved_pages(page: Page) -> list[str]:
    """Return the titles that the offline page lists."""
    expect(page.locator("#hc-kept li").first).to_be_visible()
    return page.locator("#hc-kept li").all_inner_texts()


def test_pages_that_were_read_can_be_read_again_and_say_that_they_are_copies(
    start: Start, site_folder: Path
) -> None:
    reader = start(site_folder)
    reader.visits("en/account/reset/", "en/billing/pay/")
    reader.goes_offline()
    for address, title in (
        ("en/account/reset/", "Reset your password"),
        ("en/billing/pay/?from=mail#top", "Pay"),
    ):
        page = reader.opens(address)
        assert heading(page) == title
        expect(note_of(page)).to_have_text(COPY)
        # the look is there too
        assert page.evaluate("document.styleSheets.length") > 0
    picture = reader.opens("en/account/reset/").get_by_alt_text("picture")
    assert picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 0


def note_of(page: Page) -> Locator:
    """Return the note that says that a page is a copy; other parts of a page have a status too."""
    return page.locator(".offline-note[role=status]")


def test_the_note_goes_when_the_network_is_back(start: Start, site_folder: Path) -> None:
    reader = start(site_folder)
    reader.visits("en/account/reset/")
    note = note_of(reader.page)
    expect(note).to_be_empty()
    reader.goes_offline()
    reader.page.reload()
    expect(note).to_have_text(COPY)
    # the device thinks that it has a network again, but nothing answers
    reader.page.evaluate("dispatchEvent(new Event('online'))")
    reader.page.wait_for_timeout(200)
    expect(note).to_have_text(COPY)
    reader.goes_online(site_folder)
    reader.page.evaluate("dispatchEvent(new Event('online'))")
    expect(note).to_be_empty()
    reader.page.reload()
    assert reader.page.locator("html[data-copy]").count() == 0
    expect(note).to_be_empty()


def test_contact_and_home_are_there_without_having_been_visited(
    start: Start, site_folder: Path
) -> None:
    reader = start(site_folder)
    reader.visits("id/account/reset/")
    reader.goes_offline()
    page = reader.opens("id/contact/")
    assert page.locator("a[href='tel:+622157901234']").is_visible()
    expect(note_of(page)).to_contain_text("salinan")
    page.locator(".site-name").click()
    expect(page).to_have_url(reader.site.url("id/"))
    expect(note_of(page)).to_contain_text("salinan")


def test_a_page_that_was_not_read_gives_the_offline_page_of_its_language(
    start: Start, site_folder: Path
) -> None:
    reader = start(site_folder)
    reader.visits("en/billing/pay/", "id/account/reset/", "en/account/reset/")
    reader.goes_offline()
    page = reader.opens("en/billing/refund/")
    expect(page).to_have_url(reader.site.url("en/billing/refund/"))
    assert heading(page) == "You are offline"
    assert saved_pages(page) == ["Contact us", "Home", "Pay", "Reset your password"]
    expect(note_of(page)).to_be_empty()
    page.get_by_role("link", name="Pay").click()
    assert heading(page) == "Pay"
    page = reader.opens("id/billing/pay/")
    assert page.locator("html").get_attribute("lang") == "id"
    assert "Atur ulang kata sandi" in saved_pages(page)
    assert "Pay" not in saved_pages(page)


def test_the_button_of_the_offline_page_brings_the_page_once_there_is_a_network(
    start: Start, site_folder: Path
) -> None:
    reader = start(site_folder)
    reader.visits("en/billing/pay/")
    reader.goes_offline()
    page = reader.opens("en/billing/refund/")
    page.get_by_role("button", name="Try again").click()
    assert heading(page) == "You are offline"
    reader.goes_online(site_folder)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get a refund")
    expect(note_of(page)).to_be_empty()


def test_with_nothing_to_list_the_offline_page_says_so(start: Start, site_folder: Path) -> None:
    reader = start(site_folder)
    page = reader.opens("en/offline/")
    reader.waits_until(lambda kept: "en/contact/" in kept)
    reader.waits_until_nothing_more_comes()
    page.evaluate(
        "caches.keys().then((all) => Promise.all(all.map((name) => caches.delete(name))))"
    )
    session = reader.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setBypassServiceWorker", {"bypass": True})  # it would fill them again
    page.reload()
    expect(page.get_by_text("No page is saved on this device yet.")).to_be_visible()


def test_a_site_below_a_path_keeps_to_itself(start: Start, tmp_path: Path) -> None:
    reader = start(build(tmp_path, centre(base="/repo/")), base="/repo/")
    reader.visits("en/account/reset/")
    scope = reader.page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
    assert scope == f"{reader.site.origin}/repo/"
    assert all("://" not in address for address in reader.kept())
    names = reader.page.evaluate("caches.keys()")
    assert all(name.startswith("/repo/ ") for name in names)
    reader.goes_offline()
    page = reader.opens("en/account/reset/")
    expect(note_of(page)).to_have_text(COPY)
    page = reader.opens("en/billing/pay/")
    assert saved_pages(page) == ["Contact us", "Home", "Reset your password"]
    page.get_by_role("link", name="Contact us").first.click()
    expect(page).to_have_url(reader.site.url("en/contact/"))
    expect(note_of(page)).to_have_text(COPY)


def test_a_search_that_was_made_can_be_made_again(start: Start, site_folder: Path) -> None:
    reader = start(site_folder)
    reader.visits("en/account/reset/")
    page = reader.opens("en/search/?q=refund")
    result = page.locator("#hc-results a")
    expect(result.first).to_have_text("Get a refund")
    reader.waits_until(lambda kept: any(re.match("search/en-rows-", path) for path in kept))
    reader.goes_offline()
    page = reader.opens("en/search/?q=refund")
    expect(result.first).to_have_text("Get a refund")
    assert not [path for path in reader.kept() if path.startswith("search/id")]


def test_a_search_on_the_first_page_is_kept_too(start: Start, site_folder: Path) -> None:
    reader = start(site_folder)
    reader.visits("en/search/")
    end = time.monotonic() + TIMEOUT_MS / 1000
    while not reader.page.evaluate("navigator.serviceWorker.controller !== null"):
        assert time.monotonic() < end
        reader.page.wait_for_timeout(20)
    reader.page.locator("#hc-query").fill("refund")
    reader.waits_until(lambda kept: any(path.startswith("search/en-rows-") for path in kept))


def test_after_three_seconds_the_copy_is_better_than_a_slow_network(
    start: Start, site_folder: Path
) -> None:
    reader = start(site_folder)
    reader.visits("en/account/reset/")
    reader.goes_offline()
    with silent_host(reader.port):
        began = time.monotonic()
        page = reader.opens("en/account/reset/")
        assert 2.5 < time.monotonic() - began < 6
        assert heading(page) == "Reset your password"
        expect(note_of(page)).to_have_text(COPY)


def test_errors_and_other_answers_than_pages_are_not_kept(start: Start, site_folder: Path) -> None:
    reader = start(site_folder)
    reader.visits("en/account/reset/")
    response = reader.page.goto(reader.site.url("en/no-such-page/"))
    assert response is not None
    assert response.status == 404
    reader.page.goto(reader.site.url("en/account"))  # the host sends the reader on
    expect(reader.page).to_have_url(reader.site.url("en/account/"))
    reader.page.evaluate("fetch('/search/en.json', { method: 'HEAD' })")
    reader.page.evaluate("fetch('/en/billing/pay/')")  # a file, for all that the worker can tell
    reader.page.evaluate("fetch('/static/no-such-file.0123456789.js')")
    told = "navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ read: '%s' }))"
    reader.page.evaluate(told % reader.site.url("en/account"))
    reader.page.evaluate(told % "https://example.com/en/billing/pay/")
    reader.visits("en/account/close/")
    kept = {path for path in reader.kept() if not path.startswith(("static/", "assets/"))}
    basics = {"en/", "en/contact/", "en/offline/", "contact-hours.json"}
    assert kept == {"en/account/reset/", "en/account/", "en/account/close/", *basics}
    assert not [path for path in reader.kept() if "no-such" in path]


def test_a_page_that_the_site_has_no_more_is_dropped(start: Start, tmp_path: Path) -> None:
    reader = start(build(tmp_path, centre()))
    reader.visits("en/billing/refund/", "en/billing/pay/")
    without = {path: text for path, text in centre().items() if not path.endswith("refund.md")}
    build(tmp_path, without)
    assert heading(reader.opens("en/billing/refund/")) == "This page does not exist"
    reader.waits_until(lambda kept: "en/billing/refund/" not in kept)
    assert "en/billing/pay/" in reader.kept()


def test_a_broken_host_is_as_good_as_none(start: Start, site_folder: Path, tmp_path: Path) -> None:
    reader = start(site_folder)
    reader.visits("en/account/reset/")
    reader.goes_offline()
    with busy_host(reader.port):
        page = reader.opens("en/account/reset/")
        assert heading(page) == "Reset your password"
        expect(note_of(page)).to_have_text(COPY)
        assert heading(reader.opens("en/billing/pay/")) == "Busy"
        assert "en/billing/pay/" not in reader.kept()


def test_a_new_build_brings_new_files_and_takes_away_those_that_no_copy_needs(
    start: Start, tmp_path: Path
) -> None:
    reader = start(build(tmp_path, centre()))
    reader.visits("en/account/reset/", "en/billing/pay/")
    (old,) = styles_of(reader)
    own = "theme/assets/site.css"
    styles = (THEME / "assets" / "site.css").read_text(encoding="utf-8")
    build(tmp_path, centre() | {own: styles + "\n.of-the-new-build { color: inherit; }\n"})
    reader.visits("en/billing/pay/")
    reader.gets_version_of(tmp_path / "site")
    assert len(styles_of(reader)) == 2
    reader.goes_offline()
    page = reader.opens("en/account/reset/")
    assert page.locator(f"link[href$='{old.rpartition('/')[2]}']").count() == 1
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 10
    reader.goes_online(tmp_path / "site")
    reader.visits("en/account/reset/")
    build(tmp_path, centre() | {own: styles + "\n.of-the-last-build { color: inherit; }\n"})
    reader.visits("en/account/reset/", "en/billing/pay/")
    reader.gets_version_of(tmp_path / "site")
    # by now no copy names the first one; the second may still have been named, and goes next time
    reader.waits_until(lambda kept: old not in kept)
    reader.goes_offline()
    for address in ("en/", "en/contact/", "en/billing/pay/"):
        page = reader.opens(address)
        assert ".of-the-last-build" in page.evaluate(
            "[...document.styleSheets[0].cssRules].map((rule) => rule.cssText).join()"
        )


def styles_of(reader: Reader) -> list[str]:
    return [path for path in reader.kept() if path.startswith("static/site.") and ".css" in path]


def test_the_copy_of_the_contact_page_is_renewed_every_day(start: Start, tmp_path: Path) -> None:
    worker = (THEME / "service-worker.js").read_text(encoding="utf-8")
    in_a_hurry = worker.replace("DAY_MS = 24 * 60 * 60 * 1000;", "DAY_MS = 0;")
    assert in_a_hurry != worker
    files = centre() | {"theme/service-worker.js": in_a_hurry}
    reader = start(build(tmp_path, files))
    reader.visits("en/account/reset/")
    channels = files["content/channels.yml"].replace("5790 1234", "5790 9876")
    build(tmp_path, files | {"content/channels.yml": channels})
    reader.visits("en/billing/pay/")
    text = f"caches.match('{reader.site.url('en/contact/')}').then((copy) => copy.text())"
    end = time.monotonic() + TIMEOUT_MS / 1000
    while "5790 9876" not in reader.page.evaluate(text):
        assert time.monotonic() < end
        reader.page.wait_for_timeout(20)


def test_parts_of_an_old_search_index_go_with_the_new_one(start: Start, tmp_path: Path) -> None:
    reader = start(build(tmp_path, centre()))
    reader.visits("en/account/reset/")

    def parts() -> set[str]:
        page = reader.opens("en/search/?q=refund")
        expect(page.locator("#hc-results a").first).to_be_visible()
        reader.waits_until(lambda kept: any(path.startswith("search/en-rows-") for path in kept))
        return {path for path in reader.kept() if path.startswith("search/en-")}

    old = parts()
    added = {"content/en/billing/new.md": "---\ntitle: A new refund\n---\nText.\n"}
    site = build(tmp_path, centre() | added)
    gone = {path for path in old if not (site / path).is_file()}  # some parts are still the same
    assert gone
    parts()
    reader.waits_until(lambda kept: not gone & set(kept))


def test_parts_of_the_newest_search_index_stay(start: Start, site_folder: Path) -> None:
    reader = start(site_folder)
    reader.visits("en/account/reset/")
    page = reader.opens("en/search/?q=refund")
    expect(page.locator("#hc-results a").first).to_be_visible()
    reader.waits_until(lambda kept: any(path.startswith("search/en-texts-") for path in kept))
    reader.waits_until_nothing_more_comes()
    parts = {path for path in reader.kept() if path.startswith("search/en-")}
    assert {path.split("-")[1] for path in parts} == {"words", "terms", "rows", "texts"}
    # the worker looks what to drop whenever the index comes
    page.evaluate("fetch('/search/en.json').then((answer) => answer.text())")
    page.wait_for_timeout(300)
    reader.waits_until_nothing_more_comes()
    assert parts <= set(reader.kept())


def test_a_site_built_without_it_is_left_alone(start: Start, tmp_path: Path) -> None:
    reader = start(build(tmp_path, centre()))
    reader.visits("en/account/reset/", "en/billing/pay/")
    assert reader.registrations() == 1
    build(tmp_path, centre(options=""))
    reader.opens("en/billing/pay/")
    end = time.monotonic() + TIMEOUT_MS / 1000
    while reader.registrations() and time.monotonic() < end:
        reader.page.wait_for_timeout(20)
    assert reader.registrations() == 0
    # the page before its eyes is still the worker's, until the next one
    assert reader.page.evaluate("navigator.serviceWorker.controller !== null")
    reader.page.evaluate("fetch('/search/en.json').then((answer) => answer.text())")
    reader.page.wait_for_timeout(200)
    assert reader.kept() == []
    assert heading(reader.opens("en/account/reset/")) == "Reset your password"
    assert reader.kept() == []


def test_of_many_pages_the_oldest_go(start: Start, tmp_path: Path) -> None:
    worker = (THEME / "service-worker.js").read_text(encoding="utf-8")
    with_few = worker.replace("MOST_PAGES = 60;", "MOST_PAGES = 3;")
    assert with_few != worker
    reader = start(build(tmp_path, centre() | {"theme/service-worker.js": with_few}))
    pictured = "en/account/reset/"
    reader.visits(pictured, "en/account/close/", "en/billing/pay/", "en/account/close/")
    reader.waits_until(lambda kept: "assets/it's-wide.svg" in kept)
    reader.visits("en/billing/refund/", "id/billing/pay/")
    reader.waits_until(lambda kept: not {pictured, "en/billing/pay/"} & set(kept))
    assert {"en/account/close/", "en/billing/refund/", "id/billing/pay/"} <= set(reader.kept())
    # with the page its picture, but not what others need
    reader.waits_until(lambda kept: "assets/it's-wide.svg" not in kept)
    assert len(styles_of(reader)) == 1


def test_the_first_view_does_not_wait_for_the_worker(start: Start, site_folder: Path) -> None:
    reader = start(site_folder)
    held: list[Route] = []
    reader.context.route("**/*.svg", lambda route: held.append(route))
    address = reader.site.url("en/account/reset/")
    reader.page.goto(address, wait_until="domcontentloaded")
    reader.page.wait_for_timeout(300)
    assert held
    assert reader.registrations() == 0
    for route in held:
        route.continue_()
    reader.context.unroute("**/*.svg")
    reader.page.wait_for_load_state("load")
    assert reader.page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_a_browser_can_install_the_site(start: Start, tmp_path: Path) -> None:
    files = centre()
    files["mkdocs.yml"] += "theme: {name: material, favicon: assets/wide.svg}\n"
    reader = start(build(tmp_path, files))
    reader.visits("en/account/reset/")
    session = reader.context.new_cdp_session(reader.page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["url"] == reader.site.url("en/manifest.webmanifest")
    assert manifest["errors"] == []
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in found} <= {"in-incognito"}
