"""What examples of the rules about articles do not show."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from hcgen.checks.articles._same import bare
from hcgen.checks.articles.missing_title import _fix, _in_yaml
from hcgen.checks.articles.review_overdue import _check_article
from hcgen.diagnostics import Findings
from hcgen.load.articles import load_article
from hcgen.model.article import Article
from hcgen.pipeline import render_help_centre
from hcgen.source import SourceFile
from tests.checks.clean_centre import CLEAN_CENTRE


def article_of(text: str) -> Article:
    return load_article(SourceFile("content/en/a/b.md", text), "en", "a/b.md", Findings())


@pytest.mark.parametrize(("days_later", "count"), [(0, 0), (180, 0), (181, 1)])
def test_a_review_is_overdue_on_the_day_after_it_is_due(days_later: int, count: int) -> None:
    article = article_of("---\nreviewed: 2026-01-01\nreview_every: 180d\n---\n")
    today = date(2026, 1, 1) + timedelta(days_later)
    assert len(list(_check_article(article, today))) == count


def test_a_day_that_cannot_be_read_is_not_said_to_be_missing() -> None:
    article = article_of("---\nreviewed: soon\nreview_every: 180d\n---\n")
    assert list(_check_article(article, date(2026, 1, 1))) == []


def test_vowel_signs_tell_titles_apart() -> None:
    assert bare("กิน") != bare("กัน")
    assert bare("Où, là?") == bare("ou la")


@pytest.mark.parametrize(
    "text",
    [
        '# The *new*: "x" \\ y {#top}\n\nText.\n',
        "---\nowner: a\n---\nText.\n\n## How: to\n\nText.\n",
        "\n\nTop\n===\n\nText.\n",
    ],
)
def test_a_page_with_its_title_written_down_stays_the_same(text: str, tmp_path: Path) -> None:
    (edit,) = _fix(article_of(text))
    fixed = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert article_of(fixed).has_title
    shown = []
    for name, content in (("before", text), ("after", fixed)):
        for path, clean in {**CLEAN_CENTRE, "content/en/account/reset.md": content}.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(clean, encoding="utf-8")
        rendered = render_help_centre(tmp_path / name / "mkdocs.yml")
        article = rendered.centre.by_path["en/account/reset.md"]
        shown.append((article.title.value, rendered.context.fragments[article.file.path]))
    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    "text", ["Text.\n", "---\n{owner: a}\n---\n# T\n", "---\ntitle:\n---\n# T\n"]
)
def test_a_title_that_cannot_be_written_safely_is_left_to_the_writer(text: str) -> None:
    assert not [edit for edit in _fix(article_of(text)) if not edit.text.startswith("title")]


@pytest.mark.parametrize("title", ["Pay", "Class: Item", "# 1", "- a", "Pay #2", "Why:", "“Pay”"])
def test_the_title_that_a_writer_is_told_to_add_is_read_as_that_title(title: str) -> None:
    assert article_of(f"---\ntitle: {_in_yaml(title)}\n---\nText.\n").title.value == title
    assert _in_yaml("Pay your bill?") == "Pay your bill?"
