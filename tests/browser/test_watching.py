"""What the visits of the other tests would miss, they could not promise."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import watch
from tests.browser.serving import serving


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p style='color: red'>", "style-src"),
        ("<script>1</script>", "script-src"),
        ("<script src='thrown.js'></script>", "exception: "),
        ("<script src='warned.js'></script>", "warning: careful"),
        ("<img src='missing.png'>", "404: "),
        ("<link rel='stylesheet' href='http://elsewhere.test/a.css'>", "elsewhere.test"),
    ],
)
def test_a_fault_of_a_page_is_noticed(
    browser: Browser, tmp_path: Path, html: str, found: str
) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>t</title>{html}")
    (tmp_path / "404.html").write_text("missing")
    (tmp_path / "thrown.js").write_text("throw new Error('thrown')")
    (tmp_path / "warned.js").write_text("console.warn('careful')")
    problems: list[str] = []
    with serving(tmp_path) as site, browser.new_context() as context:
        watch(context, site, problems)
        context.new_page().goto(site.url(""))
    assert any(found in problem for problem in problems), problems
