"""Days of changes: from real repositories, whatever is in them, and never at a risk."""

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from hcgen.load import load_help_centre
from hcgen.load.git_dates import days_of_change
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.load.repositories import commit, git, repository

NEW_YEAR = "2026-01-01T12:00:00Z"


@pytest.fixture(params=("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"))
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_zone")
def test_a_file_has_the_day_of_its_last_change_in_utc(tmp_path: Path) -> None:
    folder = repository(
        tmp_path,
        ("2026-01-01T12:00:00Z", {"content/a.md": "1", "content/b.md": "1", "mkdocs.yml": ""}),
        ("2026-03-01T23:30:00-05:00", {"content/b.md": "2"}),
        ("2026-04-01T12:00:00Z", {"elsewhere.md": "1"}),
    )
    assert days_of_change(folder / "content") == {
        "a.md": date(2026, 1, 1),
        "b.md": date(2026, 3, 2),
    }


def test_names_in_any_script_and_projects_inside_a_repository_are_found(tmp_path: Path) -> None:
    names = [
        "id/Kata Sandi/lupa.md",
        "zh/帮助/问题.md",
        'en/"quoted" \\ name.md',
        "en/1767225600.md",
    ]
    files = {f"sites/help centre/content/{name}": "text" for name in names}
    folder = repository(tmp_path, (NEW_YEAR, files | {"content/other.md": "text"}))
    content = folder / "sites" / "help centre" / "content"
    assert days_of_change(content) == dict.fromkeys(names, date(2026, 1, 1))


def test_a_change_that_was_merged_keeps_its_day(tmp_path: Path) -> None:
    folder = repository(tmp_path, (NEW_YEAR, {"content/a.md": "1", "content/b.md": "1"}))
    git(folder, "switch", "--quiet", "--create", "branch")
    commit(folder, "2026-02-01T12:00:00Z", {"content/a.md": "2"})
    git(folder, "switch", "--quiet", "main")
    commit(folder, "2026-03-01T12:00:00Z", {"content/b.md": "2"})
    git(folder, "merge", "--quiet", "--no-edit", "branch", at="2026-04-01T12:00:00Z")
    assert days_of_change(folder / "content") == {
        "a.md": date(2026, 2, 1),
        "b.md": date(2026, 3, 1),
    }


def test_a_clock_that_went_backwards_does_not_make_a_file_older(tmp_path: Path) -> None:
    folder = repository(
        tmp_path,
        ("2026-05-01T12:00:00Z", {"content/a.md": "1"}),
        ("2026-02-01T12:00:00Z", {"content/a.md": "2"}),
    )
    assert days_of_change(folder / "content") == {"a.md": date(2026, 5, 1)}


def test_what_is_not_committed_has_no_day_and_a_new_commit_counts_at_once(tmp_path: Path) -> None:
    folder = repository(tmp_path, (NEW_YEAR, {"content/a.md": "1"}))
    write_site(folder, {"content/a.md": "2", "content/new.md": "1"})
    assert days_of_change(folder / "content") == {"a.md": date(2026, 1, 1)}
    commit(folder, "2026-02-01T12:00:00Z", {})
    both = dict.fromkeys(("a.md", "new.md"), date(2026, 2, 1))
    assert days_of_change(folder / "content") == both


def test_there_are_no_days_without_a_repository_a_commit_or_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, {"plain/content/a.md": "1", "empty/content/a.md": "1"})
    assert days_of_change(tmp_path / "plain" / "content") == {}
    assert days_of_change(tmp_path / "missing") == {}
    repository(tmp_path / "empty")
    assert days_of_change(tmp_path / "empty" / "content") == {}
    commit(tmp_path / "empty", NEW_YEAR, {})
    assert days_of_change(tmp_path / "empty" / "content") == {"a.md": date(2026, 1, 1)}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert days_of_change(tmp_path / "empty" / "content") == {}


def test_a_shallow_clone_tells_nothing_rather_than_something_wrong(tmp_path: Path) -> None:
    origin = repository(
        tmp_path / "origin",
        (NEW_YEAR, {"content/a.md": "1"}),
        ("2026-02-01T12:00:00Z", {"content/b.md": "1"}),
    )
    git(tmp_path, "clone", "--quiet", "--depth", "1", origin.as_uri(), "shallow")
    git(tmp_path, "clone", "--quiet", origin.as_uri(), "whole")
    assert days_of_change(tmp_path / "shallow" / "content") == {}
    assert days_of_change(tmp_path / "whole" / "content")["a.md"] == date(2026, 1, 1)


def test_options_of_the_repository_change_nothing(tmp_path: Path) -> None:
    folder = repository(tmp_path, (NEW_YEAR, {"content/a.md": "1"}))
    for option in ("log.showRoot=false", "log.follow=true", "color.ui=always", "log.date=iso"):
        git(folder, "config", *option.split("="))
    assert days_of_change(folder / "content") == {"a.md": date(2026, 1, 1)}


def test_nothing_that_the_repository_names_is_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    program = tmp_path / "program"
    program.write_text(
        f'#!/bin/sh\necho "$@" >> "{trace}"\ncat > "{os.devnull}"\n'
        "printf '\\n[GNUPG:] SIG_CREATED \\n' >&2\n"
        "echo -----BEGIN PGP SIGNATURE-----\necho\necho -----END PGP SIGNATURE-----\n"
    )
    program.chmod(0o755)
    folder = repository(tmp_path / "site", (NEW_YEAR, {"content/a.md": "1"}))
    for option in ("gpg.program", "core.fsmonitor", "core.pager", "diff.external"):
        git(folder, "config", option, str(program))
    git(folder, "config", "log.showSignature", "true")
    write_site(folder, {"content/a.md": "2"})
    git(folder, "commit", "--quiet", "--all", "--gpg-sign", "--message", "Signed", at=NEW_YEAR)
    git(folder, "log")
    assert trace.read_text()  # the traps work
    trace.unlink()
    assert days_of_change(folder / "content") == {"a.md": date(2026, 1, 1)}
    assert not trace.exists()


def test_a_partial_clone_is_not_completed_over_the_network(tmp_path: Path) -> None:
    origin = repository(
        tmp_path / "origin",
        (NEW_YEAR, {"content/a.md": "1"}),
        ("2026-02-01T12:00:00Z", {"content/a.md": "2"}),
    )
    git(origin, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter", "tree:0", origin.as_uri(), "partial")
    partial = tmp_path / "partial"
    before = sorted((partial / ".git" / "objects").rglob("*"))
    assert days_of_change(partial / "content") == {}
    assert sorted((partial / ".git" / "objects").rglob("*")) == before


def test_a_hook_that_builds_the_site_does_not_point_git_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository(tmp_path / "site", (NEW_YEAR, {"content/a.md": "1"}))
    other = repository(tmp_path / "other", ("2020-01-01T12:00:00Z", {"content/a.md": "1"}))
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert days_of_change(folder / "content") == {"a.md": date(2026, 1, 1)}


def test_a_git_that_does_not_end_is_left_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr("hcgen.load.git_dates.LONGEST_GIT_S", 0.1)
    start = perf_counter()
    assert days_of_change(tmp_path) == {}
    assert perf_counter() - start < 5


def test_a_help_centre_knows_the_days_by_the_paths_of_its_files(tmp_path: Path) -> None:
    repository(tmp_path, (NEW_YEAR, CLEAN_CENTRE))
    centre = load_help_centre(tmp_path / "mkdocs.yml").centre
    for article in centre.articles:
        assert centre.changed[article.file.path] == date(2026, 1, 1)
    assert "mkdocs.yml" not in centre.changed


def test_asking_again_about_the_same_commit_costs_next_to_nothing() -> None:
    content = Path(__file__).parents[2] / "content"
    days_of_change(content)
    fastest = min(_seconds(content) for _ in range(5))
    assert fastest < 0.03


def _seconds(content: Path) -> float:
    start = perf_counter()
    days_of_change(content)
    return perf_counter() - start
