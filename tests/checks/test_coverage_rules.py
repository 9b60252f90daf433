"""Rules about coverage, where the examples do not show it: several languages, names, one cause."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hcgen.checks import selection
from hcgen.diagnostics import Example
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import check_help_centre, render_help_centre
from tests.checks.test_rules import lay_out

EN = "content/en/account/close.md"
CLOSE = "---\ntitle: Close your account\n---\nText.\n"
MARKED = "    owner: support\n    reason: law\n    until: 2099-01-31\n"


def found(folder: Path, files: Mapping[str, str], *select: str) -> list[tuple[str, str]]:
    """Return code and message of what the rules COV, TRN001 and the named ones find."""
    lay_out(folder, Example(files), "")
    rendered = render_help_centre(folder / "mkdocs.yml")
    settings = rendered.centre.settings
    chosen = selection(settings.rules, select=select or ("COV", "TRN001"), ignore=("COV006",))
    report = check_help_centre(rendered, load_theme(settings, rendered.root), chosen=chosen)
    return [(diagnostic.rule.code, diagnostic.message) for diagnostic in report.diagnostics]


def test_a_required_article_that_lacks_a_translation_is_said_once(tmp_path: Path) -> None:
    files = {EN: CLOSE, "content/coverage.yml": "required:\n- article: account/close\n"}
    assert found(tmp_path, files) == [
        ("COV001", "“account/close” is required and has no Indonesian version")
    ]


def test_an_article_may_be_required_by_its_id(tmp_path: Path) -> None:
    files = {
        EN: CLOSE.replace("---\n", "---\nid: bye\n", 1),
        "content/coverage.yml": "required:\n- {article: bye, languages: [en]}\n"
        "- {article: account/close, languages: [id]}\n",
    }
    assert [code for code, _ in found(tmp_path, files)] == ["COV001"]


@pytest.mark.parametrize(
    ("waiver", "expected"),
    [
        (f"    languages: [id]\n{MARKED}", []),
        (f"    languages: [id]\n{MARKED}".replace("2099", "2019"), ["COV004"]),
        ("    languages: [id]\n    owner: a\n    reason: b\n", ["COV003"]),
        (MARKED, ["COV003"]),
        (f"    languages: [en]\n{MARKED}", ["COV005", "TRN001"]),
        # what is no day is said by CFG005
        (f"    languages: [id]\n{MARKED}".replace("2099-01-31", "soon"), []),
    ],
)
def test_a_waiver_that_does_not_count_is_said_in_place_of_the_gap(
    waiver: str, expected: list[str], tmp_path: Path
) -> None:
    files = {
        EN: CLOSE,
        "content/coverage.yml": f"waivers:\n  - article: account/close\n{waiver}",
    }
    assert [code for code, _ in found(tmp_path, files)] == expected


def test_a_waiver_of_what_is_there_is_unneeded_and_nothing_else(tmp_path: Path) -> None:
    files = {"content/coverage.yml": "waivers:\n- {article: account/reset, until: 2019-01-31}\n"}
    assert [code for code, _ in found(tmp_path, files)] == ["COV005"]


def test_a_waiver_of_a_required_article_that_nobody_has_written_counts(tmp_path: Path) -> None:
    files = {
        "content/coverage.yml": "required:\n- article: account/close\n"
        f"waivers:\n  - article: account/close\n    languages: [id]\n{MARKED}"
    }
    # English is not waived, so the article has to be written
    assert found(tmp_path, files) == [("COV001", "“account/close” is required and does not exist")]
    files["content/coverage.yml"] = files["content/coverage.yml"].replace("[id]", "[en, id]")
    assert found(tmp_path, files) == []


def test_languages_that_the_site_does_not_have_are_told(tmp_path: Path) -> None:
    files = {
        "content/coverage.yml": "required:\n- {article: billing/pay, languages: [ms]}\n"
        "- {topic: billing, languages: [ms]}\n"
    }
    assert [code for code, _ in found(tmp_path, files)] == ["COV001", "COV002"]


def test_a_topic_that_needs_more_articles_says_how_many(tmp_path: Path) -> None:
    files = {
        EN: CLOSE,
        "content/coverage.yml": "required:\n- {topic: account, at_least: 2}\n",
    }
    assert ("COV002", "the topic “account” has 1 article in Indonesian and must have 2") in found(
        tmp_path, files
    )


def test_a_topic_that_is_required_and_empty_is_said_once(tmp_path: Path) -> None:
    files = {
        "content/id/account/reset.md": "---\ntitle: Atur ulang\ndraft: true\n---\nTeks.\n",
        "content/coverage.yml": "required:\n- topic: account\n",
    }
    assert found(tmp_path, files) == [
        ("COV002", "the topic “account” has no articles in Indonesian and must have 1")
    ]


def test_a_file_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    lay_out(tmp_path, Example({EN: CLOSE}), "")
    files = {"content/coverage.yml": "required:\n- article: account/close\n"}
    (tmp_path / "content/id/account").mkdir(parents=True, exist_ok=True)
    (tmp_path / "content/id/account/close.md").write_bytes(b"\xff\xfe\xff")
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(
    ("channels", "expected"),
    [
        ("channels: []\n", ["reach you", "complain", "data"]),
        (
            "channels: [{id: a, kind: email, address: help@example.com}]\n",
            ["they can reach you", "a reply takes", "complain", "data"],
        ),
        ("channels: [{kind: email}\n", ["data"]),
    ],
)
def test_each_question_that_nobody_answers_is_told(
    channels: str, expected: list[str], tmp_path: Path
) -> None:
    lay_out(tmp_path, Example({"content/channels.yml": channels}), "")
    rendered = render_help_centre(tmp_path / "mkdocs.yml")
    settings = rendered.centre.settings
    chosen = selection(settings.rules, select=("COV006",))
    report = check_help_centre(rendered, load_theme(settings, rendered.root), chosen=chosen)
    messages = [diagnostic.message for diagnostic in report.diagnostics]
    assert len(messages) == len(expected), messages
    for words in expected:
        assert any(message.endswith(words) for message in messages), (words, messages)
