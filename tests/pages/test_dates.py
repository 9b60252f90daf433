"""The day on which an article was brought up to date."""

from datetime import date
from pathlib import Path

from hcgen.load import load_help_centre
from hcgen.pages.dates import updated_on
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.load.repositories import commit, repository

REVIEWED = "content/en/account/reset.md"


def days(config: Path) -> dict[str, date | None]:
    centre = load_help_centre(config).centre
    return {article.file.path: updated_on(centre, article) for article in centre.articles}


def test_the_later_of_change_and_review_counts(tmp_path: Path) -> None:
    text = "---\ntitle: Reset\nreviewed: 2026-03-01\n---\nText.\n"
    repository(tmp_path, ("2026-02-01T12:00:00Z", CLEAN_CENTRE | {REVIEWED: text}))
    found = days(tmp_path / "mkdocs.yml")
    assert found[REVIEWED] == date(2026, 3, 1)
    assert found["content/en/billing/pay.md"] == date(2026, 2, 1)
    commit(tmp_path, "2026-04-01T12:00:00Z", {REVIEWED: text + "More.\n"})
    assert days(tmp_path / "mkdocs.yml")[REVIEWED] == date(2026, 4, 1)


def test_without_history_and_review_there_is_no_day(tmp_path: Path) -> None:
    repository(tmp_path)
    commit(tmp_path, "2026-04-01T12:00:00Z", CLEAN_CENTRE)
    (tmp_path / "content/en/account/close.md").write_text("---\ntitle: Close\n---\nText.\n")
    assert days(tmp_path / "mkdocs.yml")["content/en/account/close.md"] is None
