"""A rule that has a new code still goes by the old one."""

import json
from pathlib import Path

import pytest

from hcgen.checks import all_checks, rule_of
from hcgen.checks.selection import matching
from hcgen.diagnostics import Diagnostic
from hcgen.diagnostics.baseline import baseline_entries, baseline_text, without_known
from hcgen.source import SourceFile
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.cli.running import hcgen

CHANNELS = (
    "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always,\n"
    "     attested: {on: 2020-01-31, valid_for: 90d}}%s\n"
)


def site(folder: Path, comment: str) -> Path:
    files = {"content/channels.yml": CHANNELS % comment}
    write_site(folder, {**CLEAN_CENTRE, **files})
    return folder


def found(folder: Path, *arguments: str) -> list[str]:
    done = hcgen("check", "--format", "json", "--fail-on", "never", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return [each["code"] for each in json.loads(done.stdout)["diagnostics"]]


@pytest.mark.parametrize("word", ["CON012", "con012", "PRB005", "outdated-attestation"])
def test_each_of_its_names_means_it(word: str) -> None:
    assert matching((check.rule for check in all_checks()), word) == (rule_of("PRB005"),)


def test_the_old_family_does_not_mean_it_any_more() -> None:
    family = matching((check.rule for check in all_checks()), "CON")
    assert rule_of("PRB005") not in family
    assert family


@pytest.mark.parametrize("word", ["CON012", "PRB"])
def test_a_comment_accepts_it_by_each_of_its_names(tmp_path: Path, word: str) -> None:
    folder = site(tmp_path, f"  # hcgen: ignore {word} we call every day")
    assert found(folder) == []


def test_it_is_ignored_by_its_old_code_on_the_command_line(tmp_path: Path) -> None:
    folder = site(tmp_path, "")
    assert found(folder) == ["PRB005"]
    assert found(folder, "--ignore", "CON012") == []


def test_it_is_explained_by_the_old_code(tmp_path: Path) -> None:
    explained = hcgen("rules", "CON012", cwd=tmp_path).stdout
    assert "PRB005 outdated-attestation" in explained
    assert "formerly CON012" in explained


def test_a_baseline_with_the_old_code_still_knows_it() -> None:
    file = SourceFile("content/channels.yml", "one\n")
    found = [Diagnostic(rule_of("PRB005"), file.span(0, 3), "“a” was last tried long ago")]
    text = baseline_text(found)
    for written in (text, text.replace("PRB005", "CON012")):
        entries, _ = baseline_entries(SourceFile("baseline.lock", written))
        parted = without_known(found, entries)
        assert (parted.new, len(parted.known), parted.fixed) == ((), 1, ())
