"""Links of the own site, old addresses, and the files that were meant."""

from pathlib import Path

import pytest

from hcgen.checks import Selection, selection
from hcgen.checks.links._links import FileNames, links_with_places, own_address
from hcgen.checks.links._redirects import normalised
from hcgen.diagnostics import Findings, Report
from hcgen.load import load_help_centre, load_settings
from hcgen.mkdocs_site import load_theme
from hcgen.model.settings import RuleSettings
from hcgen.pipeline import check_help_centre, fix_until_done, render_help_centre
from tests._site import write_site
from tests.checks.clean_centre import TINY_CENTRE


def links_only() -> Selection:
    return selection(RuleSettings(), select=("LNK",))


@pytest.mark.parametrize(
    ("site_url", "target", "address"),
    [
        ("https://a.example/", "https://a.example/id/x/", "id/x/"),
        ("https://a.example/", "http://a.example/id/x/?q#s", "id/x/"),
        ("https://a.example/", "//a.example/id/%C3%A9/", "id/é/"),
        ("https://a.example/", "https://A.example", ""),
        ("https://a.example/help/", "https://a.example/help", ""),
        ("https://a.example/help/", "https://a.example/help/id/", "id/"),
        ("https://a.example/help/", "https://a.example/shop/", None),
        ("https://a.example/", "https://b.example/id/x/", None),
        ("https://a.example/", "https://a.example:8080/id/x/", None),
        ("https://a.example/", "https://a.example.evil.example/", None),
        ("https://a.example/", "mailto:x@a.example", None),
        ("https://a.example/", "https://[broken", None),
    ],
)
def test_a_whole_address_is_told_to_be_of_the_own_site(
    tmp_path: Path, site_url: str, target: str, address: str | None
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A\nsite_url: {site_url}\n")
    assert own_address(load_settings(tmp_path / "mkdocs.yml", Findings()), target) == address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/id/old/page/", "id/old/page/"),
        ("old/page", "en/old/page/"),
        ("/old/page.html", "en/old/page/"),
        ("id/old/index.html", "id/old/"),
        ("  /old.md ", "en/old/"),
    ],
)
def test_an_old_address_may_be_written_in_many_ways(written: str, address: str) -> None:
    assert normalised(written, "en", ("en", "id")) == address


def test_a_file_of_that_very_name_comes_first_then_one_of_the_same_language(
    tmp_path: Path,
) -> None:
    files = {
        "mkdocs.yml": "site_name: A\n",
        "content/en/a/start.md": "# Start\n",
        "content/en/b/other place.md": "# Other\n",
        "content/id/b/pay.md": "# Bayar\n",
        "content/en/c/pay.md": "# Pay\n",
        "content/id/c/only.md": "# Satu\n",
    }
    write_site(tmp_path, files)
    centre = load_help_centre(tmp_path / "mkdocs.yml").centre
    article = centre.by_path["en/a/start.md"]
    names = FileNames(centre)
    assert "“../c/pay.md”" in names.nearest(article, "../b/pay.md#x")
    assert "“../../id/c/only.md”" in names.nearest(article, "only.md")
    assert "“../c/pay.md”" in names.nearest(article, "pya.md")
    assert "“../b/other place.md”" in names.nearest(article, "other%20place.md")
    assert "did you mean" not in names.nearest(article, "zzzzzz.md")


def test_links_are_found_once_for_all_rules(tmp_path: Path) -> None:
    write_site(tmp_path, TINY_CENTRE)
    context = render_help_centre(tmp_path / "mkdocs.yml").context
    assert links_with_places(context) is links_with_places(context)


def test_fixed_links_lead_to_the_same_page_and_keep_their_anchor(tmp_path: Path) -> None:
    pay = "---\ntitle: Pay\naliases: [/en/how-to-pay/]\n---\n## How {#how}\n\nPay by card.\n"
    text = (
        "---\ntitle: Reset your password\n---\n"
        "[a](https://help.example.com/en/billing/pay/#how), "
        "[b](https://help.example.com/en/billing/pay/index.html \"t\"), "
        "[c](https://help.example.com/en/how-to-pay/#how), [d](../../id/billing/pay.md), "
        "[e](https://help.example.com/en/contact/), [f](https://help.example.com/en/account/), "
        "[g][1] <a href=\"https://help.example.com/en/billing/pay/\">h</a>\n\n"
        "[1]: https://help.example.com/en/billing/pay/#how\n"
    )  # fmt: skip
    write_site(
        tmp_path,
        TINY_CENTRE
        | {"content/en/account/reset.md": text, "content/en/billing/pay.md": pay}
        | {"content/id/billing/pay.md": pay.replace("aliases: [/en/how-to-pay/]\n", "")},
    )

    def check() -> object:
        rendered = render_help_centre(tmp_path / "mkdocs.yml")
        theme = load_theme(rendered.centre.settings, rendered.root)
        return check_help_centre(rendered, theme, chosen=links_only())

    fixed = fix_until_done(tmp_path, check)  # type: ignore[arg-type]
    written = (tmp_path / "content/en/account/reset.md").read_text().partition("---\n[")[2]
    assert written == (
        "a](../billing/pay.md#how), [b](../billing/pay.md \"t\"), [c](../billing/pay.md#how), "
        "[d](../billing/pay.md), [e](../contact.md), [f](index.md), "
        "[g][1] <a href=\"../billing/pay.md\">h</a>\n\n[1]: ../billing/pay.md#how\n"
    )  # fmt: skip
    assert [
        found.rule.code for found in fixed.report.diagnostics if found.rule.code != "LNK005"
    ] == []


def test_a_link_to_another_language_is_not_changed_where_the_heading_has_another_id(
    tmp_path: Path,
) -> None:
    text = (
        "---\ntitle: Reset your password\n---\n"
        "[a](../../id/billing/pay.md#cara) and [b](../../id/account/reset.md)\n"
    )
    write_site(
        tmp_path,
        TINY_CENTRE
        | {"content/en/account/reset.md": text}
        | {"content/id/billing/pay.md": "---\ntitle: Bayar\n---\n## Cara\n\nBayar.\n"},
    )

    def check() -> Report:
        rendered = render_help_centre(tmp_path / "mkdocs.yml")
        theme = load_theme(rendered.centre.settings, rendered.root)
        return check_help_centre(rendered, theme, chosen=links_only())

    fixed = fix_until_done(tmp_path, check)
    assert [each.span.text for each in fixed.report.diagnostics if each.rule.code == "LNK007"] == [
        "../../id/billing/pay.md"
    ]
    assert (tmp_path / "content/en/account/reset.md").read_text() == text


def codes_of(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """Return code and file of what the rules about links say of a small help centre."""
    write_site(folder, {**TINY_CENTRE, **files})
    rendered = render_help_centre(folder / "mkdocs.yml")
    theme = load_theme(rendered.centre.settings, rendered.root)
    report = check_help_centre(rendered, theme, chosen=links_only())
    return [(found.rule.code, found.span.file.path) for found in report.diagnostics]


def test_a_file_that_an_unreadable_article_names_is_not_called_unused(tmp_path: Path) -> None:
    unused = {"content/assets/only-here.svg": "<svg/>\n"}
    told = ("LNK005", "content/assets/only-here.svg")
    assert told in codes_of(tmp_path / "all-read", unused)
    unreadable = {"content/en/account/menu.md": "![Menu](../../assets/only-here.svg) \0\n"}
    found = codes_of(
        tmp_path / "one-not", {**unused, **unreadable, "content/assets/other.svg": "<svg/>\n"}
    )
    assert told not in found
    assert ("LNK005", "content/assets/other.svg") in found


def test_files_are_used_by_what_used_files_name_in_turn(tmp_path: Path) -> None:
    files = {
        "content/en/account/menu.md": "---\ntitle: Menu\n---\n[Open](../../assets/menu.html)\n",
        "content/assets/menu.html": '<link rel="stylesheet" href="../css/menu.css">\n',
        "content/css/menu.css": "@import 'more%20colours.css'; a {background: url(./a.png)}\n",
        "content/css/more colours.css": "/* nothing */\n",
        "content/css/other.css": "b {background: url(b.png)}\n",
        "content/css/b.png": "only a file that nothing names shows it\n",
    }
    told = [path for code, path in codes_of(tmp_path, files) if code == "LNK005"]
    assert [path for path in told if "/css/" in path] == [
        "content/css/b.png",
        "content/css/other.css",
    ]
