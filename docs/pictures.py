"""Takes the pictures of the README and the guide from the built demo.

Run as ``python docs/pictures.py``; it writes ``docs/pictures/*.png``. Look at them before you
commit: other fonts on another machine give other pictures, so they are no part of the tests.
"""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import build_help_centre, render_help_centre

PROJECT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "pictures"


@dataclass(frozen=True, slots=True)
class Picture:
    """What to show: a page of the demo, in a window of so many CSS pixels."""

    name: str
    address: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


PICTURES = (
    Picture("home", "id/", 1120, 760),
    Picture("article", "en/contacting/good-request/", 1120, 860),
    Picture("article-phone-dark", "ms/account/reset-password/", 360, 720, "dark"),
    Picture("search-phone", "id/search/?q=kata+sandi", 360, 720),
    Picture("contact-phone", "en/contact/", 360, 720),
    Picture("request", "en/contact/?about=billing#hc-request", 900, 1300),
    Picture("fallback-phone", "ms/account/two-step-login/", 360, 720),
)


def main() -> None:
    """Write all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as name,
        _served(_build(Path(name))) as origin,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for picture in PICTURES:
            page = chromium.new_page(
                viewport={"width": picture.width, "height": picture.height},
                color_scheme=picture.scheme,
            )
            page.goto(f"{origin}/{picture.address}", wait_until="networkidle")
            page.screenshot(path=FOLDER / f"{picture.name}.png")
            page.close()
        chromium.close()


def _build(folder: Path) -> Path:
    rendered = render_help_centre(PROJECT / "mkdocs.yml")
    theme = load_theme(rendered.centre.settings, rendered.root)
    build_help_centre(rendered, theme, folder / "site", fail_on="never")
    return folder / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


if __name__ == "__main__":
    main()
