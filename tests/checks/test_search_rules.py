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


WORDS = (
    "amber black blue brown coral cream green grey ivory khaki lilac mauve ochre olive pink plum "
    "purple red"
).split()
RESET = (
    "---\ntitle: {title}\nkeywords: [password, forgot, reset]\n---\n"
    "Open the login page and choose Forgot password. Type your email address, then open the "
    "link that we send. Choose a new password of twelve letters and save it.\n"
)
LOST = (
    "---\ntitle: {title}\nkeywords: [password, forgot, reset]\n---\n"
    "Did you lose your password? On the login page, Forgot password asks for your email address. "
    "We send a link. Open it, type twelve letters as the new password, and save.\n"
)
HELPLESS = (
    "---\ntitle: {title}\nkeywords: [password, forgot, reset]\n---\n"
    "On the login page choose Forgot password. We send a link to your email address. Open it and "
    "type a new password of twelve letters. Did you save it? You do not lose the password again.\n"
)
TWINS = {
    "content/en/account/lost.md": LOST.format(title="Forgot your password? Reset it"),
    "content/en/account/reset.md": RESET.format(title="Reset a forgotten password"),
    "content/en/billing/card.md": "---\ntitle: Cards we take\n---\nVisa, from any bank.\n",
    "content/en/billing/refund.md": "---\ntitle: Get money back\n---\nWithin thirty days.\n",
}
# words of three articles in a handful would be no rare ones
PLANS = {
    f"content/{tag}/billing/n{number}.md": f"---\ntitle: Plan n{number}\n---\nSize {number}.\n"
    for number in range(9)
    for tag in ("en", "id")
}


def twins(folder: Path, files: Mapping[str, str]) -> list[Diagnostic]:
    return [one for one in check(folder, {**TWINS, **files}) if one.rule.code == "SRH007"]


def test_a_pair_is_told_once_with_both_places_and_how_alike_they_are(tmp_path: Path) -> None:
    (found,) = twins(tmp_path, {})
    assert found.span.file.path == "content/en/account/reset.md"
    assert (found.span.position.line, found.span.position.column) == (2, 8)
    assert re.fullmatch(
        r"“Reset a forgotten password” and “Forgot your password\? Reset it” "
        r"\(content/en/account/lost\.md:2:8\) are \d\d % alike",
        found.message,
    )
    assert "make one article of the two" in found.help


def test_of_three_alike_two_are_told(tmp_path: Path) -> None:
    third = HELPLESS.format(title="A password forgotten? Reset it")
    found = twins(tmp_path, {"content/en/account/z.md": third, **PLANS})
    assert [one.span.file.path for one in found] == [
        "content/en/account/reset.md",
        "content/en/account/z.md",
    ]


def test_the_same_text_under_the_same_title_or_nearly_the_same_is_told_once(
    tmp_path: Path,
) -> None:
    title = "Forgot your password? Reset it"
    for number, (text, code) in enumerate(
        ((LOST.format(title="Reset a forgotten password"), "ART012"),
         (RESET.format(title=title), "ART011"))
    ):  # fmt: skip
        found = check(tmp_path / str(number), {**TWINS, "content/en/account/reset.md": text})
        codes = [one.rule.code for one in found if one.rule.code in ("SRH007", "ART011", "ART012")]
        assert codes == [code]


def test_no_pair_is_told_at_both_ends(tmp_path: Path) -> None:
    # the second of the three has words of the first, and its twin is the third
    first = "---\ntitle: Close it\nkeywords: [password, forgot, reset]\n---\nUnder Profile.\n"
    (found,) = twins(tmp_path, {"content/en/account/first.md": first})
    assert found.span.file.path == "content/en/account/reset.md"
    assert "content/en/account/lost.md" in found.message


def test_texts_that_stand_in_for_translations_are_told_in_their_own_language(
    tmp_path: Path,
) -> None:
    texts = {"content/en/account/forgot.md": TWINS["content/en/account/reset.md"]}
    unlike = {"content/en/account/reset.md": "---\ntitle: Change it\n---\nOpen Profile.\n"}
    found = twins(tmp_path, {**texts, **unlike})
    assert [one.span.file.path for one in found] == ["content/en/account/lost.md"]


def test_a_text_that_stands_in_for_a_translation_is_no_twin(tmp_path: Path) -> None:
    files = {
        "content/en/account/reset.md": "---\ntitle: Change it\n---\nOpen Profile.\n",
        "content/id/account/hilang.md": "---\ntitle: Sandi\n"
        "keywords: [password, forgot, forgotten, reset]\n---\nMinta tautan baru.\n",
        "content/id/account/z.md": TWINS["content/en/account/reset.md"],
    }
    assert twins(tmp_path, {**files, **PLANS}) == []


def test_what_is_not_published_has_no_twin(tmp_path: Path) -> None:
    text = TWINS["content/en/account/lost.md"].replace("title", "draft: true\ntitle")
    assert twins(tmp_path, {"content/en/account/lost.md": text}) == []


def test_only_a_language_with_suspects_pays_for_an_index(
    tmp_path: Path, indexed: list[str]
) -> None:
    assert len(twins(tmp_path, {})) == 1
    assert indexed == ["en"]


def test_a_word_or_two_in_common_are_no_reason_to_make_an_index(
    tmp_path: Path, indexed: list[str]
) -> None:
    files = {
        "content/en/billing/card.md": "---\ntitle: Cards we take from any bank\n---\nVisa.\n",
        "content/en/billing/lost.md": "---\ntitle: Lost cards must be blocked\n---\nAt once.\n",
    }
    check(tmp_path, files)
    assert indexed == []


def test_a_text_that_was_copied_and_worked_over_is_told_under_any_title(tmp_path: Path) -> None:
    steps = [f"Turn the {word} screw until the {word} lamp is lit." for word in WORDS]
    others = [f"Then look at the {word} once more." for word in WORDS[:6]]
    texts = {
        "content/en/account/first.md": ("Mount the shelf", steps),
        "content/en/account/second.md": ("Shelf on a wall", steps[:12] + others),
    }
    files = {
        path: f"---\ntitle: {title}\n---\n{' '.join(lines)}\n"
        for path, (title, lines) in texts.items()
    }
    found = [
        one for one in check(tmp_path, {**files, **PLANS}) if one.rule.code in ("SRH007", "ART012")
    ]
    assert [(one.rule.code, one.span.file.path) for one in found] == [
        ("SRH007", "content/en/account/second.md")
    ]


def test_a_build_finds_the_same_twins(tmp_path: Path) -> None:
    checked = check(tmp_path, TWINS)
    built = build_site(tmp_path / "mkdocs.yml", tmp_path / "site", fail_on="never")
    assert [one.message for one in checked if one.rule.code == "SRH007"]
    assert [(one.rule.code, one.message) for one in built.site.report.diagnostics] == [
        (one.rule.code, one.message) for one in checked
    ]
