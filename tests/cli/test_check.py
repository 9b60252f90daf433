"""What `hcgen check` chooses, accepts, writes down and puts right."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from hcgen.diagnostics.baseline import BASELINE_FILE
from tests._site import write_site
from tests.checks.clean_centre import NOT_FOR_TINY_TEXTS, TINY_CENTRE
from tests.cli.running import HCGEN, environment, hcgen

QUIET = ", ".join(NOT_FOR_TINY_TEXTS)
RESET = "content/en/account/reset.md"


def configured(rules: str) -> str:
    return TINY_CENTRE["mkdocs.yml"].replace("[en, id]", f"[en, id], rules: {{{rules}}}")


def site(folder: Path, body: str, **more: str) -> Path:
    """Write the clean centre with another body of one article."""
    files = {path: text for path, text in TINY_CENTRE.items() if "/assets/" not in path} | {
        "mkdocs.yml": configured(f"ignore: [{QUIET}]"),
        RESET: f"---\ntitle: Reset your password\n---\n{body}",
    }
    write_site(folder, files | more)
    return folder


def found(folder: Path, *arguments: str | Path) -> list[str]:
    """Return code and severity of what is found."""
    done = hcgen("check", "--format", "json", "--fail-on", "never", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return [f"{each['code']} {each['severity']}" for each in json.loads(done.stdout)["diagnostics"]]


BROKEN = "See [gone](gone.md) and [none](#none).\n"


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("select: [LNK001]", ["LNK001 error"]),
        ("select: [broken-link, LNK002]", ["LNK001 error", "LNK002 error"]),
        ("select: [LNK], ignore: [LNK001]", ["LNK002 error"]),
        ("select: [LNK], severity: {LNK001: note}", ["LNK001 note", "LNK002 error"]),
        ("select: [LNK], severity: {LNK002: note, LNK: warning}",
         ["LNK001 warning", "LNK002 note"]),
        ("select: [lnk001]", ["LNK001 error"]),
        ("select: [CFG]", []),
    ],
)  # fmt: skip
def test_a_site_chooses_its_rules(tmp_path: Path, rules: str, expected: list[str]) -> None:
    assert found(site(tmp_path, BROKEN, **{"mkdocs.yml": configured(rules)})) == expected


def test_the_command_line_selects_instead_and_ignores_besides(tmp_path: Path) -> None:
    site(tmp_path, BROKEN, **{"mkdocs.yml": configured("select: [CFG], ignore: [LNK002]")})
    assert found(tmp_path, "--select", "LNK") == ["LNK001 error"]
    assert found(tmp_path, "--select", "LNK", "--ignore", "LNK001") == []


def test_the_severity_that_a_site_gives_decides_about_the_status(tmp_path: Path) -> None:
    site(tmp_path, BROKEN, **{"mkdocs.yml": configured("select: [LNK], severity: {LNK: note}")})
    assert hcgen("check", "--strict", cwd=tmp_path).returncode == 0
    assert hcgen("build", "--strict", cwd=tmp_path).returncode == 0


def test_only_what_is_in_the_files_that_are_named_is_told(tmp_path: Path) -> None:
    site(tmp_path, BROKEN, **{"content/id/billing/pay.md": "---\ntitle: Bayar\n---\n[x](x.md)\n"})
    assert found(tmp_path) == ["LNK001 error", "LNK002 error", "LNK001 error"]
    assert found(tmp_path, RESET) == ["LNK001 error", "LNK002 error"]
    assert found(tmp_path, "content/id") == ["LNK001 error"]
    assert found(tmp_path, RESET, "content/id") == ["LNK001 error", "LNK002 error", "LNK001 error"]
    assert found(tmp_path, "content/id/account/reset.md") == []


@pytest.mark.parametrize("path", ["content/en/none.md", "/etc/hostname"])
def test_a_file_that_is_not_there_or_not_of_the_project_is_wrong_use(
    tmp_path: Path, path: str
) -> None:
    done = hcgen("check", path, cwd=site(tmp_path, "Text.\n"))
    assert done.returncode == 2
    assert path in done.stderr


def test_a_comment_accepts_a_finding_and_is_told_when_it_does_not(tmp_path: Path) -> None:
    ignore = "<!-- hcgen: ignore LNK001, LNK002 both come in March -->\n"
    assert found(site(tmp_path, ignore + BROKEN)) == []
    assert found(site(tmp_path, f"{ignore}\n## Text\n\n{BROKEN}")) == [
        "CFG012 warning", "CFG012 warning", "LNK001 error", "LNK002 error",
    ]  # fmt: skip
    assert found(tmp_path, "--select", "CFG") == []  # the links were not looked at


def test_how_many_were_accepted_is_counted(tmp_path: Path) -> None:
    ignore = "<!-- hcgen: ignore LNK both come in March -->\n"
    done = hcgen("check", "--format", "json", cwd=site(tmp_path, ignore + BROKEN))
    assert json.loads(done.stdout)["summary"]["ignored"] == 2
    assert "2 accepted" in hcgen("check", cwd=tmp_path).stdout


def test_a_baseline_hides_what_is_there_today_and_nothing_new(tmp_path: Path) -> None:
    site(tmp_path, BROKEN)
    done = hcgen("check", "--write-baseline", cwd=tmp_path)
    assert done.returncode == 0
    assert "2 findings" in done.stdout
    assert found(tmp_path) == []
    assert "2 known" in hcgen("check", cwd=tmp_path).stdout
    assert hcgen("build", cwd=tmp_path).returncode == 0
    site(tmp_path, f"New.\n\n{BROKEN}\n[new](new.md)\n")
    assert found(tmp_path) == ["LNK001 error"]
    site(tmp_path, "Mended.\n")
    assert found(tmp_path) == ["CFG013 note", "CFG013 note"]
    hcgen("check", "--fix", cwd=tmp_path)
    assert found(tmp_path) == []
    assert "LNK" not in (tmp_path / BASELINE_FILE).read_text()


def test_writing_a_baseline_again_changes_nothing(tmp_path: Path) -> None:
    site(tmp_path, BROKEN)
    hcgen("check", "--write-baseline", cwd=tmp_path)
    before = (tmp_path / BASELINE_FILE).read_bytes()
    hcgen("check", "--write-baseline", cwd=tmp_path)
    assert (tmp_path / BASELINE_FILE).read_bytes() == before


@pytest.mark.parametrize("arguments", [("--select", "LNK"), ("--ignore", "LNK"), (RESET,)])
def test_a_baseline_of_a_part_is_wrong_use(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = hcgen("check", "--write-baseline", *arguments, cwd=site(tmp_path, BROKEN))
    assert done.returncode == 2
    assert not (tmp_path / BASELINE_FILE).exists()


@pytest.mark.parametrize("data", [b"\xff\xfe", b"not a baseline\n", b"\0", b"LNK001\tonly two\n"])
def test_a_broken_baseline_is_told_and_the_rest_is_checked(tmp_path: Path, data: bytes) -> None:
    site(tmp_path, BROKEN)
    (tmp_path / BASELINE_FILE).write_bytes(data)
    codes = found(tmp_path)
    assert "LNK001 error" in codes
    assert {"CFG001 error", "CFG005 error"} & set(codes)


FIXABLE = "<!-- hcgen: ignore LNK001 the page comes later -->\nText.\n"


def test_fixing_changes_what_it_says_and_leaves_the_rest(tmp_path: Path) -> None:
    site(tmp_path, f"{FIXABLE}\n{BROKEN}")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.*") if file.is_file()}
    done = hcgen("check", "--fix", cwd=tmp_path)
    assert done.returncode == 1
    assert f"fixed 1 in {RESET}" in done.stderr
    assert "LNK001" in done.stdout
    changed = {file for file, data in before.items() if file.read_bytes() != data}
    assert changed == {tmp_path / RESET}
    assert (tmp_path / RESET).read_text().endswith(f"---\nText.\n\n{BROKEN}")


def test_fixing_keeps_to_the_files_that_are_named(tmp_path: Path) -> None:
    other = "content/id/account/reset.md"
    text = f"---\ntitle: Atur ulang kata sandi\n---\n{FIXABLE}"
    site(tmp_path, FIXABLE, **{other: text})
    hcgen("check", "--fix", RESET, cwd=tmp_path)
    assert (tmp_path / other).read_text() == text
    assert "hcgen: ignore" not in (tmp_path / RESET).read_text()


def test_one_run_writes_several_reports(tmp_path: Path) -> None:
    site(tmp_path, BROKEN)
    done = hcgen(
        "check", "--report", "json=a/findings.json", "--report", "junit=b.xml", cwd=tmp_path
    )
    assert "LNK001" in done.stdout
    assert json.loads((tmp_path / "a/findings.json").read_text())["version"] == 1
    assert (tmp_path / "b.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize("word", ["json", "json=", "word=file", "=file"])
def test_a_report_without_format_or_file_is_wrong_use(tmp_path: Path, word: str) -> None:
    done = hcgen("check", "--report", word, cwd=site(tmp_path, BROKEN))
    assert done.returncode == 2
    assert "sarif=findings.sarif" in done.stderr


def test_github_gets_annotations_and_a_summary_behind_what_is_there(tmp_path: Path) -> None:
    site(tmp_path, BROKEN)
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    done = hcgen(
        "check", "--format", "github", cwd=tmp_path, env={"GITHUB_STEP_SUMMARY": str(summary)}
    )
    assert done.stdout.startswith("::error ")
    assert summary.read_text().startswith("before\n")
    assert "LNK002" in summary.read_text()


def test_colours_are_for_terminals_only(tmp_path: Path) -> None:
    site(tmp_path, BROKEN)
    assert "\x1b[" not in hcgen("check", cwd=tmp_path).stdout
    assert "\x1b[" in on_a_terminal(tmp_path)
    assert "\x1b[1m" not in on_a_terminal(tmp_path, NO_COLOR="1")


def on_a_terminal(folder: Path, **more: str) -> str:
    """Return what `hcgen check` writes to a terminal."""
    own, theirs = os.openpty()
    process = subprocess.Popen(
        [HCGEN, "check"], cwd=folder, env=environment(**more), stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(own, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    process.wait(timeout=60)
    os.close(own)
    return b"".join(parts).decode()
