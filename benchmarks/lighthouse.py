"""Measures the built demo with Lighthouse as a middling phone sees it; prints a Markdown table.

Run as ``python -m benchmarks.lighthouse [LIGHTHOUSE]``; the default takes `lighthouse` from npm.
Each page is loaded five times; the table has the medians.
"""

import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.host import serving
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import build_help_centre, render_help_centre

_PORT = 8765
_RUNS = 5
_PAGES = {"home": "id/", "article": "id/account/reset-password/", "contact": "id/contact/"}
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_NPM = "npx --yes lighthouse@12"  # the last ones that run with Node 20
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"


def main() -> None:
    """Print the table."""
    command = shlex.split(sys.argv[1] if len(sys.argv) > 1 else _NPM)
    with tempfile.TemporaryDirectory() as name:
        site = _build(Path(name))
        with serving(site, _PORT) as address:
            print(f"| page | {' | '.join(_CATEGORIES)} | largest paint | transferred |")
            print("| --- |" + " --- |" * (len(_CATEGORIES) + 2))
            for page, path in _pages(site).items():
                reports = [_run(command, address + path, Path(name)) for _ in range(_RUNS)]
                print(f"| {page} | {' | '.join(_row(reports))} |", flush=True)


def _build(folder: Path) -> Path:
    """Build the demo for the address that it is measured at: it is a part of what is judged."""
    text = Path("mkdocs.yml").read_text(encoding="utf-8")
    wanted = [
        f"site_url: http://127.0.0.1:{_PORT}/" if line.startswith("site_url:") else line
        for line in text.splitlines()
    ]
    config = folder / "mkdocs.yml"
    config.write_text("\n".join(wanted) + "\n", encoding="utf-8")
    (folder / "content").symlink_to(Path("content").resolve())
    rendered = render_help_centre(config)
    theme = load_theme(rendered.centre.settings, rendered.root)
    build_help_centre(rendered, theme, folder / "site", fail_on="never")
    return folder / "site"


def _pages(site: Path) -> dict[str, str]:
    missing = [path for path in _PAGES.values() if not (site / path / "index.html").is_file()]
    assert not missing, missing
    return _PAGES


def _run(command: list[str], url: str, folder: Path) -> dict[str, float]:
    report = folder / "report.json"
    flags = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={_FLAGS}"]
    subprocess.run(
        [*command, url, *flags],
        check=True,
        env={**os.environ, "CHROME_PATH": "/usr/bin/chromium"},
        stdout=subprocess.DEVNULL,
    )
    found = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: 100 * found["categories"][name]["score"] for name in _CATEGORIES}
    audits = found["audits"]
    for name in _CATEGORIES:
        for reference in found["categories"][name]["auditRefs"]:
            audit = audits[reference["id"]]
            if reference["weight"] and audit["score"] not in (None, 1) and scores[name] < 100:
                print(f"{url}: {name}: {reference['id']} {audit['score']}", file=sys.stderr)
    return scores | {
        "paint": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "bytes": audits["total-byte-weight"]["numericValue"] / 1000,
    }


def _row(reports: list[dict[str, float]]) -> list[str]:
    middle = {name: statistics.median(one[name] for one in reports) for name in reports[0]}
    scores = [f"{middle[name]:.0f}" for name in _CATEGORIES]
    return [*scores, f"{middle['paint']:.2f} s", f"{middle['bytes']:.1f} KB"]


if __name__ == "__main__":
    main()
