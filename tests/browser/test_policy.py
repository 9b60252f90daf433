"""The policy in the pages themselves, where no host sends headers: strict, and not in the way."""

import contextlib
import io
import re
import threading
import time
import wave
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from hcgen.preview import PreviewServer, Workspace
from tests._site import write_site
from tests.browser.conftest import TIMEOUT_MS
from tests.browser.serving import POLICY
from tests.checks.clean_centre import CLEAN_CENTRE

CONFIG = (
    "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins:\n  - hcgen:\n      languages: [en]\n      trust_html: true\n"
)
ARTICLE = "content/en/account/reset.md"
HELP = {path: text for path, text in CLEAN_CENTRE.items() if not path.startswith("content/id/")} | {
    "mkdocs.yml": CONFIG
}


class Head(HTMLParser):
    """Collects the policies of a page, and what stands before the first one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.before: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(attributes["content"] or "")
        elif not self.policies:
            self.before.append(tag)


def test_pages_and_hosts_of_the_demo_have_exactly_the_policy_of_these_tests(
    demo_folder: Path,
) -> None:
    pages = list(demo_folder.rglob("*.html"))
    assert len(pages) > 100
    for file in pages:
        head = Head(file.read_text(encoding="utf-8"))
        assert head.policies == [POLICY], file
        # it counts from where it stands
        assert head.before == ["html", "head", "meta"], file
    sent = [
        line.partition(": ")[2]
        for line in (demo_folder / "_headers").read_text().splitlines()
        if line.startswith("  Content-Security-Policy: ")
    ]
    assert sent == [f"{POLICY}; frame-ancestors 'self'"]


class Previewed:
    """A preview, which sends no policy, open in a browser.

    Attributes:
        heard: Everything that the page had to say in the console.
    """

    def __init__(self, workspace: Workspace, page: Page, origin: str) -> None:
        self.workspace = workspace
        self.page = page
        self.origin = origin
        self.heard: list[str] = []
        page.on("console", lambda message: self.heard.append(message.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))

    def open(self, address: str) -> None:
        self.page.goto(self.origin + address)

    @property
    def refused(self) -> list[str]:
        """What the policy has kept from happening."""
        return [text for text in self.heard if "Content Security Policy" in text]

    def wait_until_refused(self, words: str) -> None:
        deadline = time.monotonic() + TIMEOUT_MS / 1000
        while not any(words in text for text in self.refused):
            assert time.monotonic() < deadline, (words, self.heard)
            self.page.wait_for_timeout(20)


@contextlib.contextmanager
def previewing(
    browser: Browser, folder: Path, files: Mapping[str, str | bytes]
) -> Iterator[Previewed]:
    workspace = Workspace(write_site(folder, files), jobs=1)
    server = PreviewServer(0)
    server.workspace = workspace
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        with browser.new_context(locale="en-US") as context:
            context.set_default_timeout(TIMEOUT_MS)
            yield Previewed(workspace, context.new_page(), server.address())
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_the_preview_shows_findings_and_reloads_under_the_policy(
    browser: Browser, tmp_path: Path
) -> None:
    with previewing(browser, tmp_path, HELP) as preview:
        preview.open("en/account/reset/")
        preview.page.get_by_role("heading", name="Reset your password").wait_for()
        write_site(tmp_path, {ARTICLE: "---\ntitle: Reset it\n---\n[Gone](gone.md)\n"})
        preview.workspace.refresh(frozenset({tmp_path / ARTICLE}))
        expect(preview.page.get_by_role("heading", name="Reset it")).to_be_visible()
        panel = preview.page.locator(".hc-preview summary")
        expect(panel).to_have_text(re.compile(r"^\d+ findings?$"))
        expect(preview.page.locator(".hc-preview")).to_contain_text("LNK001")
        preview.page.emulate_media(color_scheme="dark")
        style = "getComputedStyle(document.querySelector('.hc-preview code'))"
        assert preview.page.evaluate(f"{style}.backgroundColor") == "rgba(0, 0, 0, 0)"
        assert preview.page.evaluate(f"{style}.color") == "rgb(28, 37, 48)"
        colour = "getComputedStyle(document.querySelector('.hc-preview')).position"
        assert preview.page.evaluate(colour) == "fixed"
        assert preview.heard == []


HOSTILE = """
<script>document.title = "taken"</script>

<a href="#" id="go" onclick="document.title = 'taken'">Go</a>

<p style="position: fixed">Over all</p>

<img alt="" src="https://images.example.net/a.png">

<iframe src="https://films.example.net/a"></iframe>

<form id="ask" action="https://forms.example.net/"><input name="password"></form>

<base href="https://elsewhere.example.net/">
"""


def test_what_the_policy_does_not_allow_does_not_happen(browser: Browser, tmp_path: Path) -> None:
    files = HELP | {ARTICLE: f"---\ntitle: Reset\n---\n{HOSTILE}\n"}
    with previewing(browser, tmp_path, files) as preview:
        preview.open("en/account/reset/")
        preview.page.evaluate("document.querySelector('#go').click()")
        preview.page.evaluate("document.querySelector('#ask').requestSubmit()")
        for source in ("script-src", "style-src", "img-src", "form-action", "base-uri", "//films."):
            preview.wait_until_refused(source)
        assert "taken" not in preview.page.title()
        assert preview.page.evaluate("document.baseURI") == preview.page.url.partition("#")[0]


def sound() -> bytes:
    """Return a tenth of a second of silence."""
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(1)
        written.setframerate(8000)
        written.writeframes(b"\x80" * 800)
    return file.getvalue()


def test_a_sound_of_the_site_itself_can_be_played(browser: Browser, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **HELP,
        "content/assets/ring.wav": sound(),
        ARTICLE: '---\ntitle: Reset\n---\n<audio controls src="../../assets/ring.wav"></audio>\n',
    }
    with previewing(browser, tmp_path, files) as preview:
        preview.open("en/account/reset/")
        preview.page.wait_for_function("document.querySelector('audio').readyState > 0")
        assert preview.refused == []
