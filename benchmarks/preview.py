"""Measures how long a saved change takes to be in the browser, and prints it as a Markdown table.

Run as ``python -m benchmarks.preview [PROJECT]``; the default is the demo. A copy of the project is
served, Chromium shows an article, the article is saved with another sentence, and the time until
the page holds that sentence is taken, twenty times.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which
from time import perf_counter, sleep

from playwright.sync_api import sync_playwright

_RUNS = 20
_PAUSE_MS = 3000
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def main() -> None:
    """Print the table."""
    project = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(project / "content", folder / "content")
        shutil.copyfile(project / "mkdocs.yml", folder / "mkdocs.yml")
        file = sorted((folder / "content" / "id").glob("*/*.md"))[0]
        seconds = sorted(_measure(folder, file))
    articles = sum(1 for _ in (project / "content").rglob("*.md"))
    print("| articles, all languages | median | slowest of 20 | scroll position kept |")
    print("| --- | --- | --- | --- |")
    print(f"| {articles} | {statistics.median(seconds):.3f} s | {seconds[-1]:.3f} s | yes |")


def _measure(folder: Path, file: Path) -> list[float]:
    # into a file: of a pipe that nobody reads a large site's findings would stop the server
    log = folder / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [sys.executable, "-c", "from hcgen.cli import main; main()", "serve", "--port", "0"],
            cwd=folder,
            stdout=output,
        )
    try:
        while not (told := re.search("Serving at (\\S+) ", log.read_text(encoding="utf-8"))):
            sleep(0.1)
        address = told[1]
        path = file.relative_to(folder / "content").with_suffix("").as_posix()
        text = file.read_text(encoding="utf-8") + "\n" + "Text.\n\n" * 60
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=which("chromium-headless-shell") or "/usr/bin/chromium",
                args=list(_ARGUMENTS),
            )
            # what Playwright waits for is evaluated in the page, which the policy forbids
            page = browser.new_page(bypass_csp=True)
            page.set_default_timeout(60_000)  # the first page waits for the index
            page.goto(f"{address}{path}/")
            found: list[float] = []
            for run in range(_RUNS):
                page.evaluate("scrollTo(0, 300)")
                # nobody saves twice a second; meanwhile the rules are run for what was saved last
                page.wait_for_timeout(_PAUSE_MS)
                start = perf_counter()
                file.write_text(f"{text}\nSaved for the {run}th time.\n", encoding="utf-8")
                page.get_by_text(f"Saved for the {run}th time.").wait_for(state="attached")
                found.append(perf_counter() - start)
                if run:
                    # browsers bring the position back once the page has its height
                    page.wait_for_function("scrollY === 300", timeout=2000)
            browser.close()
            return found
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
