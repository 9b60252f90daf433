"""`llms.txt`: everything there is to read in a language, and nothing that leads nowhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from hcgen.model.article import Role
from hcgen.model.url import output_file
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pages.planning import Planned, planned, planned_text
from tests.pipeline.building import DEMO

HOST = "https://bantuan.awan.example/"
LINE = re.compile(r"- \[(?P<title>(?:\\.|[^\[\]\\])+)\]\((?P<url>[^()\s]+)\)(?:: (?P<about>.+))?")


@pytest.fixture(scope="module")
def demo() -> Planned:
    return planned(DEMO)


def sections(text: str) -> dict[str, list[re.Match[str]]]:
    """Return heading -> its lines, each of which is a link."""
    found: dict[str, list[re.Match[str]]] = {}
    for block in text.partition("\n## ")[2].split("\n## "):
        title, _, lines = block.partition("\n\n")
        matches = [LINE.fullmatch(line) for line in lines.strip().splitlines()]
        assert all(matches), lines
        found[title] = [match for match in matches if match]
    return found


def addresses(site: Planned, path: str, base: str = HOST) -> Iterator[str]:
    for lines in sections(site.text(path)).values():
        for line in lines:
            absolute = urljoin(base + path, line["url"])
            assert absolute.startswith(base)
            yield unquote(absolute.removeprefix(base))


def test_every_address_in_the_lists_of_the_demo_is_there(demo: Planned) -> None:
    for path in ("llms.txt", "id/llms.txt", "ms/llms.txt", "en/llms.txt"):
        found = list(addresses(demo, path))
        assert len(found) == len(set(found)) > 20
        assert {output_file(address) for address in found} <= demo.paths
        text = demo.text(path)
        assert text.startswith("# Awan Hosting\n\n> ")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert all(line["url"].startswith(HOST) for line in LINE.finditer(text))


def test_a_list_holds_every_text_of_its_language_and_no_fallback(demo: Planned) -> None:
    for tag in ("id", "ms", "en"):
        found = set(addresses(demo, f"{tag}/llms.txt"))
        entries = demo.composer.addresses.entries[tag].values()
        assert {path for path in found if path.endswith(".md")} == {
            entry.markdown_copy for entry in entries if not entry.is_fallback
        }
        assert found >= {f"{tag}/contact/", "contact.json"}
        pages = {entry.markdown_copy for entry in entries if entry.article.role is Role.PAGE}
        last = list(sections(demo.text(f"{tag}/llms.txt")).items())[-1]
        assert last[0] == "Optional"
        assert {unquote(line["url"].removeprefix(HOST)) for line in last[1]} == pages - {""}


def test_the_sites_list_names_the_languages_and_goes_on_in_the_first_one(demo: Planned) -> None:
    found = sections(demo.text("llms.txt"))
    assert [line["title"] for line in found["Bahasa"]] == [
        "Bahasa Indonesia",
        "Bahasa Melayu",
        "English",
    ]
    own = sections(demo.text("id/llms.txt"))
    assert list(found) == ["Bahasa", *own]
    assert demo.text("llms.txt").endswith(demo.text("id/llms.txt").partition("\n## ")[2])


def test_a_line_says_title_and_description_and_sections_follow_the_topics(tmp_path: Path) -> None:
    site = planned_text(
        tmp_path,
        CLEAN_CENTRE
        | {
            "content/topics.yml": "topics:\n  - {path: account, title: 'Your [account]'}\n"
            "  - {path: account/safety, title: Safety}\n",
            "content/en/account/reset.md": '---\ntitle: "Set ]](x) &amp; <b>\\nit"\n'
            'description: "In *one*\\n## step"\n---\nText.\n',
            "content/en/account/safety/codes.md": "---\ntitle: Codes\n---\nText.\n",
            "content/en/index.md": "---\ntitle: Start\ndescription: Ask us\n---\nText.\n",
        },
    )
    assert site.text("en/llms.txt") == (
        "# Help\n\n> Ask us\n\n"
        "## Your \\[account\\]\n\n"
        "- [Set \\]\\](x) &amp;amp; &lt;b> it]"
        "(https://help.example.com/en/account/reset/index.html.md): In \\*one\\* ## step\n\n"
        "## Your \\[account\\] / Safety\n\n"
        "- [Codes](https://help.example.com/en/account/safety/codes/index.html.md)\n\n"
        "## Billing\n\n"
        "- [Pay](https://help.example.com/en/billing/pay/index.html.md)\n\n"
        "## Contact us\n\n"
        "- [Contact us](https://help.example.com/en/contact/): "
        f"{site.composer.wording('en').text('contact.intro')}\n"
        "- [contact.json](https://help.example.com/contact.json)\n"
    )


def test_addresses_are_relative_where_that_of_the_site_is_not_known(tmp_path: Path) -> None:
    config = CLEAN_CENTRE["mkdocs.yml"].replace("site_url: https://help.example.com/\n", "")
    site = planned_text(tmp_path, CLEAN_CENTRE | {"mkdocs.yml": config})
    for path in ("llms.txt", "en/llms.txt"):
        found = set(addresses(site, path, "https://any.example/below/"))
        assert {output_file(address) for address in found} <= site.paths
    assert "- [Reset your password](account/reset/index.html.md)" in site.text("en/llms.txt")
    assert "- [English](en/llms.txt)" in site.text("llms.txt")


def test_a_site_in_one_language_has_one_list(tmp_path: Path) -> None:
    site = planned_text(
        tmp_path,
        {
            "mkdocs.yml": "site_name: Help\nsite_description: All of it\nplugins: [hcgen]\n",
            "content/account/reset.md": "---\ntitle: Reset\n---\nText.\n",
        },
    )
    assert [path for path in site.site.pages if path.endswith("llms.txt")] == ["llms.txt"]
    text = site.text("llms.txt")
    assert text.startswith("# Help\n\n> All of it\n\n## Account\n\n- [Reset](en/account/reset/")
    assert "contact.json" not in text
