"""The Markdown copies: the writers' text, with links that work from where it lies."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from hcgen.load.markdown_scan import scan_links
from hcgen.model.url import output_file
from hcgen.source import SourceFile
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pages.planning import Planned, planned, planned_text
from tests.pipeline.building import DEMO

HOST = "https://help.example.com/"
RESET = "en/account/reset/index.html.md"


@pytest.fixture(scope="module")
def demo() -> Planned:
    return planned(DEMO)


def copies(site: Planned) -> list[str]:
    return [path for path in site.site.pages if path.endswith(".md")]


def broken(site: Planned, path: str, base: str = HOST) -> list[str]:
    """Return the targets in a copy that no file of the site answers."""
    found: list[str] = []
    for link in scan_links(SourceFile(path, site.text(path)), 0):
        absolute = urljoin(base + path, link.target.value)
        if absolute.startswith(base):
            file = unquote(urlsplit(absolute).path.removeprefix(urlsplit(base).path))
            if output_file(file) not in site.paths:
                found.append(link.target.value)
    return found


def body(folder: Path, text: str, *, front: str = "title: Reset", **files: str) -> str:
    """Return the copy of an article without its title."""
    more = {f"content/{path}": words for path, words in files.items()}
    article = {"content/en/account/reset.md": f"---\n{front}\n---\n{text}"}
    copy = planned_text(folder, CLEAN_CENTRE | more | article).text(RESET)
    assert copy.endswith("\n")
    assert not copy.endswith("\n\n")
    return copy.removeprefix("# Reset\n\n")


def test_every_link_in_every_copy_of_the_demo_leads_to_a_file(demo: Planned) -> None:
    assert len(copies(demo)) > 80
    links = 0
    for path in copies(demo):
        assert broken(demo, path, "https://bantuan.awan.example/") == [], path
        links += demo.text(path).count("index.html.md")
    assert links > 200


def test_every_article_and_page_in_its_own_language_has_one_and_no_other_page_has(
    demo: Planned,
) -> None:
    expected = {
        f"{entry.address}index.html.md"
        for entries in demo.composer.addresses.entries.values()
        for entry in entries.values()
        if not entry.is_fallback
    }
    assert set(copies(demo)) == expected
    assert "id/privacy/index.html.md" in expected
    assert "ms/account/two-step-login/index.html" in demo.paths
    assert "ms/account/two-step-login/index.html.md" not in demo.paths


def test_no_copy_of_the_demo_holds_front_matter(demo: Planned) -> None:
    for path in copies(demo):
        text = demo.text(path)
        assert text.startswith("# ")
        assert "owner: support" not in text
        assert not re.search(r"^---$", text, re.M)


def test_a_copy_begins_with_title_and_description(tmp_path: Path) -> None:
    front = 'title: "Set *it* ]](x)\\nanew"\ndescription: "- <b>In two\\nsteps</b> & done"'
    assert body(tmp_path, "\n\nText.\n\n\n", front=front) == (
        "# Set \\*it\\* \\]\\](x) anew\n\n> \\- &lt;b>In two steps&lt;/b> & done\n\nText.\n"
    )


def test_a_title_that_is_a_heading_stands_once(tmp_path: Path) -> None:
    assert body(tmp_path, "# Reset\n\nText.", front="order: 1") == "Text.\n"


def test_an_article_without_text_is_its_title(tmp_path: Path) -> None:
    assert body(tmp_path, "\n") == "# Reset\n"


def test_links_are_written_as_they_work_from_the_copy(tmp_path: Path) -> None:
    text = (
        '[pay](../billing/pay.md#how "How") [topic](../billing/index.md) [home](/en/index.md)\n'
        "[us](../contact.md?a=1&b=2) [find](/en/search.md) ![form](../../assets/form.svg)\n"
        "[other](../../id/billing/pay.md) [self](#steps) [out](https://example.com/a.md)\n"
        "<mailto:a@example.com> [gone](none.md) <a href='../billing/pay.md'>raw</a>\n"
        "[text][ref] [![form](../../assets/form.svg)](<../billing/pay.md>)\n\n"
        "## Steps {#steps}\n\n[ref]: ../billing/pay.md 'Pay'\n"
    )
    pay = {"en/billing/pay.md": "---\ntitle: Pay\n---\n## How {#how}\n\nBy card.\n"}
    copy = body(tmp_path, text, **pay)
    assert copy == (
        '[pay](../../billing/pay/index.html.md#how "How") [topic](../../billing/) [home](../../)\n'
        "[us](../../contact/?a=1&b=2) [find](../../search/) ![form](../../../assets/form.svg)\n"
        "[other](../../../id/billing/pay/index.html.md) [self](#steps) "
        "[out](https://example.com/a.md)\n"
        "<mailto:a@example.com> [gone](none.md) "
        "<a href='../../billing/pay/index.html.md'>raw</a>\n"
        "[text][ref] [![form](../../../assets/form.svg)](<../../billing/pay/index.html.md>)\n\n"
        "## Steps {#steps}\n\n[ref]: ../../billing/pay/index.html.md 'Pay'\n"
    )


def test_a_link_to_an_article_without_translation_leads_to_the_copy_of_its_source(
    tmp_path: Path,
) -> None:
    site = planned_text(
        tmp_path,
        CLEAN_CENTRE
        | {
            "content/en/account/only.md": "---\ntitle: Only English\n---\nText.\n",
            "content/id/account/reset.md": "---\ntitle: Atur ulang\n---\n[a](only.md)\n",
            "content/id/account/draft.md": "---\ntitle: Draf\ndraft: true\n---\n[b](reset.md)\n",
        },
    )
    copy = site.text("id/account/reset/index.html.md")
    assert copy == "# Atur ulang\n\n[a](../../../en/account/only/index.html.md)\n"
    assert "id/account/draft/index.html.md" not in site.paths


def test_targets_that_markdown_reads_otherwise_than_written_are_found(tmp_path: Path) -> None:
    files = {
        "en/billing/a & b (1).md": "---\ntitle: Odd\nslug: odd\n---\nText.\n",
        "en/billing/a_b.md": "---\ntitle: Odd too\nslug: odd-too\n---\nText.\n",
        "assets/It's (1).svg": "<svg/>",
    }
    text = (
        "[a](<../billing/a & b (1).md>) [b](../billing/a\\_b.md) "
        '<a href="../billing/a &amp; b (1).md">c</a> ![d](<../../assets/It\'s (1).svg>)\n'
    )
    assert body(tmp_path, text, **files) == (
        "[a](<../../billing/odd/index.html.md>) [b](../../billing/odd-too/index.html.md) "
        '<a href="../../billing/odd/index.html.md">c</a> '
        "![d](<../../../assets/It%27s%20%281%29.svg>)\n"
    )


CODE = (
    "```\n[a](../billing/pay.md)\n```\n",
    "Write `[a](../billing/pay.md)`.\n",
    "Text:\n\n    [a](../billing/pay.md)\n",
    "- Item\n\n        [a](../billing/pay.md)\n",
    "> Quote\n>\n>     [a](../billing/pay.md)\n",
    'Text:\n\n\t<a href="../billing/pay.md">a</a>\n',
)


@pytest.mark.parametrize("code", CODE)
def test_code_is_left_as_it_is(code: str, tmp_path: Path) -> None:
    copy = body(tmp_path, f"[pay](../billing/pay.md)\n\n{code}")
    assert copy == f"[pay](../../billing/pay/index.html.md)\n\n{code}"


def test_an_indented_link_is_no_code(tmp_path: Path) -> None:
    text = (
        "1. One\n\n    Then [pay](../billing/pay.md).\n\n!!! note\n    [pay](../billing/pay.md)\n"
    )
    assert body(tmp_path, text) == text.replace("pay.md", "pay/index.html.md").replace(
        "../", "../../"
    )


COMMENTS = {
    "A\n\n<!-- secret -->\n\nB": "A\n\nB",
    "A\n<!-- secret -->\nB": "A\nB",
    "A\n<!-- secret -->\n\nB": "A\n\nB",
    "<!-- secret -->\n\nB": "B",
    "A <!-- secret --> B": "A  B",
    "A\n\n<!--\nsecret\n\n[x](y.md)\n-->\nB": "A\n\nB",
    "A\n\n<!-- secret -->": "A",
    "<!-- secret ` one -->\nUse `a`.": "Use `a`.",
    "- A\n\n    <!-- secret -->\n    B": "- A\n\n    B",
    "<!-- secret --> <!-- secret -->\nA": "A",
    "<!-- secret\n```\nx\n```\n-->\nA\n\n```\ncode\n```": "A\n\n```\ncode\n```",
    "<!-- hcgen: ignore LNK001 secret -->\nA": "A",
    "A\n<!-- secret -->": "A",
    "```\n<!-- a -->\n```\n\nB\n<!-- a -->": "```\n<!-- a -->\n```\n\nB",
    "```\n<!-- a\n```\n\n- B\n\n    <!-- a\n    secret -->": "```\n<!-- a\n```\n\n- B",
}


@pytest.mark.parametrize("text", COMMENTS)
def test_comments_are_left_out(text: str, tmp_path: Path) -> None:
    assert body(tmp_path, text).strip() == COMMENTS[text]


SHOWN = (
    "```html\n<!-- shown -->\n```",
    "Write `<!-- shown -->`.",
    "Write `<!--` **before** and `-->` after.",
    "Text:\n\n    <!-- shown -->\n    <p>\n",
    "An end <!-- that never comes",
)


@pytest.mark.parametrize("text", SHOWN)
def test_comments_in_code_are_kept(text: str, tmp_path: Path) -> None:
    assert body(tmp_path, f"A <!-- secret -->\n\n{text}").strip() == f"A \n\n{text}".strip()


def test_what_trusted_html_hides_stays_out_of_the_copy(tmp_path: Path) -> None:
    config = CLEAN_CENTRE["mkdocs.yml"].replace("[en, id]", "[en, id], trust_html: true")
    files = {
        "mkdocs.yml": config,
        "content/en/account/reset.md": "---\ntitle: Reset\n---\nA\n\n    <!-- shown -->\n\n"
        "B <!-- secret -->\n\n- C\n\n    <!-- secret -->\n",
    }
    copy = planned_text(tmp_path, CLEAN_CENTRE | files).text(RESET)
    assert "<!-- shown -->" in copy
    assert "secret" not in copy


def test_an_article_that_cannot_be_rendered_is_copied_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hcgen.render.rendering.LONGEST_RENDER_S", 0.2)
    text = f"{'[' * 20_000}\n\n[pay](../billing/pay.md)\n"
    assert body(tmp_path, text) == text
