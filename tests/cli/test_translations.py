"""`hcgen translations` on real files."""

import json
from pathlib import Path

import pytest

from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.cli.running import hcgen

TRANSLATION = "content/id/account/reset.md"
SITE = CLEAN_CENTRE | {
    "content/en/billing/late.md": "---\ntitle: Pay late\nfeatured: true\n---\nWait 3 days.\n",
    "content/en/billing/tax.md": "---\ntitle: Tax\n---\nText.\n",
    "content/id/billing/lama.md": "---\ntitle: Lama\n---\nTeks.\n",
    "content/coverage.yml": "waivers:\n  - {article: billing/tax, languages: [id], owner: me,"
    " reason: local, until: 2099-01-01}\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path, SITE)
    return tmp_path


def states(site: Path) -> dict[str, tuple[str, str | None]]:
    done = hcgen("translations", "status", "--format", "json", cwd=site)
    assert done.returncode == 0
    return {
        each["article"]: (each["versions"]["id"]["state"], each["versions"]["id"]["changed"])
        for each in json.loads(done.stdout)["articles"]
    }


def test_status_tells_how_every_article_stands_featured_first(site: Path) -> None:
    found = states(site)
    assert next(iter(found)) == "billing/late"
    assert {key: state for key, (state, _) in found.items()} == {
        "billing/late": "missing",
        "account/reset": "unknown",
        "billing/lama": "orphan",
        "billing/pay": "unknown",
        "billing/tax": "waived",
    }


def test_what_coverage_requires_comes_next(site: Path) -> None:
    coverage = site / "content/coverage.yml"
    coverage.write_text(f"required:\n  - article: billing/pay\n{coverage.read_text()}")
    assert list(states(site))[:3] == ["billing/late", "billing/pay", "account/reset"]


def test_what_is_accepted_is_current_until_the_source_changes(site: Path) -> None:
    source = site / "content/en/account/reset.md"
    assert hcgen("translations", "accept", TRANSLATION, cwd=site).returncode == 0
    assert states(site)["account/reset"] == ("current", None)
    source.write_text(source.read_text().replace("Choose", "Pick"), encoding="utf-8")
    assert states(site)["account/reset"] == ("stale", "wording")
    source.write_text(source.read_text() + "Within 9 days.\n", encoding="utf-8")
    assert states(site)["account/reset"] == ("stale", "facts")
    source.write_text(source.read_text() + "\n## More\n\nText.\n", encoding="utf-8")
    assert states(site)["account/reset"] == ("stale", "structure")
    found = hcgen("check", "--select", "TRN003", cwd=site).stdout
    assert "headings, steps, pictures or code are different" in found


def test_a_table_for_people_ends_with_the_share(site: Path) -> None:
    assert hcgen("translations", "accept", "--all", cwd=site).returncode == 0
    lines = hcgen("translations", "status", cwd=site).stdout.splitlines()
    assert lines[0].split() == ["article", "id"]
    assert lines[1].split() == ["billing/late", "(featured)", "missing"]
    assert lines[-1] == "id: 66% current, 2 current, 1 missing, 1 waived, 1 orphan"


def test_accept_changes_only_the_line(site: Path) -> None:
    file = site / TRANSLATION
    file.write_bytes(b"\xef\xbb\xbf---\r\ntitle: Atur ulang\r\n---\r\nBuat yang baru.\r\n")
    before = {path: path.read_bytes() for path in site.rglob("*.md")}
    assert hcgen("translations", "accept", TRANSLATION, cwd=site).returncode == 0
    changed = {path for path, data in before.items() if path.read_bytes() != data}
    assert changed == {file}
    old, new = before[file].split(b"\r\n"), file.read_bytes().split(b"\r\n")
    assert old == new[:2] + new[3:]
    again = hcgen("translations", "accept", TRANSLATION, cwd=site)
    assert again.stdout.endswith("0 changed\n")


def test_what_is_not_understood_is_left_and_said(site: Path) -> None:
    (site / TRANSLATION).write_text("---\n{title: Atur ulang}\n---\nTeks.\n", encoding="utf-8")
    done = hcgen("translations", "accept", "--all", cwd=site)
    assert done.returncode == 1
    assert f"{TRANSLATION} has front matter" in done.stderr
    assert (site / TRANSLATION).read_text().startswith("---\n{title")
    assert states(site)["billing/pay"] == ("current", None)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "or --all"),
        ([TRANSLATION, "--all"], "not both"),
        (["content/en/account/reset.md"], "is written in the source language"),
        (["content/id/billing/lama.md"], "has no source"),
        (["mkdocs.yml"], "is no article"),
        (["--all", "--lang", "en"], "is the source language"),
        (["--all", "--lang", "xx"], "is no language of this site"),
    ],
)
def test_wrong_use_is_told(site: Path, arguments: list[str], said: str) -> None:
    done = hcgen("translations", "accept", *arguments, cwd=site)
    assert done.returncode == 2
    assert said in done.stderr
    assert "source_hash" not in (site / TRANSLATION).read_text()
