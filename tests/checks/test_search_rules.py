"""When and how rules ask the search of a help centre."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hcgen.diagnostics import Diagnostic
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import Indexer, check_help_centre, render_help_centre
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_site

QUERIES = "queries:\n  - {query: credit card, article: account/reset}\n"


def check(folder: Path, files: Mapping[str, str]) -> list[Diagnostic]:
    write_site(folder, {**CLEAN_CENTRE, **files})
    rendered = render_help_centre(folder / "mkdocs.yml")
    theme = load_theme(rendered.centre.settings, rendered.root)
    return list(check_help_centre(rendered, theme).diagnostics)


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Tags of the languages whose index was made."""
    tags: list[str] = []
    make = Indexer.index_of

    def index_of(self: Indexer, language: Any) -> Any:
        tags.append(language.tag)
        return make(self, language)

    monkeypatch.setattr(Indexer, "index_of", index_of)
    return tags


def test_a_site_without_queries_pays_for_no_index(tmp_path: Path, indexed: list[str]) -> None:
    assert check(tmp_path, {}) == []
    assert indexed == []


def test_a_file_without_queries_costs_nothing_either(tmp_path: Path, indexed: list[str]) -> None:
    check(tmp_path, {"content/queries/en.yml": "queries: []\n"})
    assert indexed == []


def test_all_rules_share_one_index_of_each_language_asked(
    tmp_path: Path, indexed: list[str]
) -> None:
    found = check(tmp_path, {"content/queries/en.yml": QUERIES})
    assert [one.rule.code for one in found] == ["SRH002"]
    assert indexed == ["en"]


def test_a_build_asks_the_files_that_it_publishes(tmp_path: Path, indexed: list[str]) -> None:
    write_site(tmp_path, CLEAN_CENTRE | {"content/queries/en.yml": QUERIES})
    result = build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert [one.rule.code for one in result.site.report.diagnostics] == ["SRH002"]
    assert not result.is_published
    assert indexed == ["en", "id"]


def test_the_message_says_where_and_the_help_says_why(tmp_path: Path) -> None:
    (found,) = check(
        tmp_path,
        {
            "content/en/billing/pay.md": "---\ntitle: Pay\n---\nType your password, then pay.\n",
            "content/queries/en.yml": "queries:\n"
            "  - {query: choose password, article: billing/pay}\n",
        },
    )
    assert found.message == "“choose password” finds “billing/pay” in place 2, not first"
    assert "write “choose” into its title, questions or keywords" in found.help
    above = r"above it \(in points of 100\): “account/reset” has “choose” (\d+), “password” (\d+)"
    points = re.search(rf"{above}; it has “password” (\d+)$", found.help)
    assert points is not None
    choose, password, own = map(int, points.groups())
    assert choose + password == 100
    assert 0 < own < password


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (
            {"content/en/about.md": "---\ntitle: About\n---\nWho we are.\n"}
            | {"content/queries/en.yml": "queries:\n  - {query: about, article: about}\n"},
            "which is a page: search finds articles only",
        ),
        (
            {"content/en/billing/old.md": "---\ntitle: Old\ndraft: true\n---\nText.\n"}
            | {"content/queries/en.yml": "queries:\n  - {query: old, article: billing/old}\n"},
            "which is not published in English",
        ),
    ],
)
def test_what_search_can_never_find_is_told_as_such(
    tmp_path: Path, files: Mapping[str, str], reason: str
) -> None:
    (found,) = [one for one in check(tmp_path, files) if one.rule.code == "SRH002"]
    assert found.message.endswith(reason)
