"""What a build promises: the same bytes every time, all or nothing, and everything reported."""

import shutil
from pathlib import Path

import pytest

from hcgen.diagnostics import Severity
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import Clock, check_help_centre, render_help_centre
from hcgen.pipeline.rendering import date_of_today
from tests.checks.clean_centre import CLEAN_CENTRE, NOT_FOR_TINY_TEXTS
from tests.pipeline.building import DEMO, build_site, build_text, read_site


def test_the_same_input_gives_the_same_bytes_twice_and_in_another_folder(tmp_path: Path) -> None:
    # the history in git is a part of the input: copies have none
    for folder, name in ((tmp_path / "here", "first"), (tmp_path / "else" / "where", "second")):
        shutil.copytree(DEMO.parent / "content", folder / "content")
        shutil.copyfile(DEMO, folder / "mkdocs.yml")
        build_site(folder / "mkdocs.yml", tmp_path / name)
    assert read_site(tmp_path / "first") == read_site(tmp_path / "second")


def test_the_number_of_jobs_does_not_change_a_byte(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        f"content/en/billing/a{number}.md": f"---\ntitle: Article {number}\n---\n"
        f"## Steps\n\n[next](a{(number + 1) % 300}.md#steps)\n"
        for number in range(300)
    }
    build_text(tmp_path, files)
    config = tmp_path / "project" / "mkdocs.yml"
    build_site(config, tmp_path / "one", jobs=1)
    build_site(config, tmp_path / "three", jobs=3)
    assert read_site(tmp_path / "one") == read_site(tmp_path / "three")
    assert len(read_site(tmp_path / "three")) > 600


def test_an_error_keeps_the_published_site_and_everything_else_is_still_reported(
    tmp_path: Path,
) -> None:
    before = build_text(tmp_path, CLEAN_CENTRE)
    project = tmp_path / "project"
    (project / "content/en/account/reset.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (project / "content/en/billing/pay.md").write_text(
        "---\ntitle: Pay\n---\n[a](none.md) ![b](none.png) [c](#none)\n", encoding="utf-8"
    )
    (project / "content/topics.yml").write_text("topics: [\n", encoding="utf-8")
    result = build_site(project / "mkdocs.yml", tmp_path / "site")
    assert not result.is_published
    assert [diagnostic.rule.code for diagnostic in result.site.report.diagnostics] == [
        "CFG001",
        "LNK001",
        "LNK003",
        "LNK002",
        "CFG002",
    ]
    assert read_site(tmp_path / "site") == before


def test_warnings_stop_publishing_only_where_asked(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {"content/en/account/close.md": "---\ntitle: Close\n---\nText.\n"}
    build_text(tmp_path, files)
    config = tmp_path / "project" / "mkdocs.yml"
    result = build_site(config, tmp_path / "strict", fail_on="warning")
    assert not result.is_published
    assert result.site.report.count(Severity.WARNING) == 1
    assert not (tmp_path / "strict").exists()


def test_a_site_without_channels_is_published_when_nothing_may_stop_it(tmp_path: Path) -> None:
    files = {path: text for path, text in CLEAN_CENTRE.items() if "channels" not in path}
    site = build_text(tmp_path, files, fail_on="never")
    assert "No contact channels have been set up yet." in site["en/contact/index.html"].decode()


def test_old_content_becomes_a_help_centre(tmp_path: Path) -> None:
    site = build_text(
        tmp_path,
        {
            "mkdocs.yml": "site_name: Old docs\nsite_url: https://old.example.com/\n"
            "docs_dir: docs\nplugins: [hcgen]\n",
            "docs/index.md": "# Welcome\n\nHello.\n",
            "docs/Getting started/first steps.md": "# First steps\n\nGo [on](../more.md).\n",
            "docs/more.md": "More\n====\n\nText ![p](img/p.png)\n",
            "docs/img/p.png": "png",
        },
        fail_on="never",
    )
    page = site["en/getting-started/first-steps/index.html"].decode()
    assert page.count("First steps</h1>") == 1
    assert 'href="../../more/"' in page
    assert "<p>Hello.</p>" in site["en/index.html"].decode()
    assert "Getting started" in site["en/index.html"].decode()
    assert "img/p.png" in site


def test_the_clock_follows_the_organisation_and_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763830800")  # 22 November 2025, 17:00 UTC
    assert date_of_today("Asia/Jakarta").isoformat() == "2025-11-23"
    assert date_of_today("UTC").isoformat() == "2025-11-22"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(ValueError, match="soon"):
        date_of_today("UTC")


def test_an_article_that_takes_too_long_is_reported_and_the_others_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hcgen.render.rendering.LONGEST_RENDER_S", 0.5)
    files = CLEAN_CENTRE | {
        "content/en/account/reset.md": f"---\ntitle: Reset\n---\n{'[' * 20_000}\n"
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    clock = Clock()
    rendered = render_help_centre(tmp_path / "mkdocs.yml", clock=clock)
    theme = load_theme(rendered.centre.settings, rendered.root)
    codes = [found.rule.code for found in check_help_centre(rendered, theme).diagnostics]
    assert [code for code in codes if code not in NOT_FOR_TINY_TEXTS] == ["ART006"]
    assert dict(clock.seconds)["render"] < 5
    assert rendered.context.fragments["content/id/account/reset.md"].pieces[0]
