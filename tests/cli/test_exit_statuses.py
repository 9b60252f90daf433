"""Every way in which a command can end, as CI sees it: 0, 1, 2 or 3, and never a traceback."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.cli.running import HCGEN, environment, hcgen
from tests.pipeline.building import read_site

WARNING = {"mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"] + "nav: []\n"}
ERROR = {"content/en/account/reset.md": "---\ntitle: Reset\n---\n[gone](gone.md)\n"}


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_clean_help_centre_is_0(tmp_path: Path, command: str) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    assert hcgen(command, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("command", ["check", "build"])
def test_findings_are_1(tmp_path: Path, command: str) -> None:
    write_site(tmp_path, CLEAN_CENTRE | ERROR)
    done = hcgen(command, cwd=tmp_path)
    assert done.returncode == 1
    assert "LNK001" in done.stdout


def test_findings_keep_a_build_from_publishing(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    hcgen("build", cwd=tmp_path)
    before = read_site(tmp_path / "site")
    write_site(tmp_path, ERROR)
    done = hcgen("build", cwd=tmp_path)
    assert "not published" in done.stderr
    assert read_site(tmp_path / "site") == before


@pytest.mark.parametrize("command", ["check", "build"])
def test_findings_are_0_with_fail_on_never(tmp_path: Path, command: str) -> None:
    write_site(tmp_path, CLEAN_CENTRE | ERROR)
    done = hcgen(command, "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0
    assert "LNK001" in done.stdout


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize(
    ("options", "status"), [((), 0), (("--strict",), 1), (("--fail-on", "warning"), 1)]
)
def test_warnings_fail_only_when_asked_to(
    tmp_path: Path, command: str, options: tuple[str, ...], status: int
) -> None:
    write_site(tmp_path, CLEAN_CENTRE | WARNING)
    done = hcgen(command, *options, cwd=tmp_path)
    assert "CFG006" in done.stdout
    assert done.returncode == status


def test_fail_on_of_the_command_line_beats_that_of_the_configuration(tmp_path: Path) -> None:
    configured = CLEAN_CENTRE["mkdocs.yml"].replace("hcgen: {", "hcgen: {fail_on: warning, ")
    write_site(tmp_path, CLEAN_CENTRE | {"mkdocs.yml": configured + "nav: []\n"})
    assert hcgen("check", cwd=tmp_path).returncode == 1
    assert hcgen("check", "--fail-on", "error", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("command", ["build", "check", "serve", "rules"])
def test_an_unknown_option_is_2_and_named(tmp_path: Path, command: str) -> None:
    done = hcgen(command, "--colour", cwd=tmp_path)
    assert done.returncode == 2
    assert "--colour" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "arguments", [("biuld",), ("check", "--format", "xml"), ("check", "--jobs", "0"), ("new", "x")]
)
def test_wrong_use_is_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert hcgen(*arguments, cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    "arguments", [("build",), ("check",), ("serve", "--port", "0"), ("new", "article", "a/b")]
)
def test_a_missing_configuration_is_2_with_a_way_out(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = hcgen(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no mkdocs.yml" in done.stderr
    assert "hcgen new site" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_unreadable_configuration_is_2_with_its_place(tmp_path: Path, command: str) -> None:
    write_site(tmp_path, {"mkdocs.yml": 'site_name: Help\nplugins: [{hcgen: "\n'})
    done = hcgen(command, cwd=tmp_path)
    assert done.returncode == 2
    assert re.search(r"^mkdocs\.yml:2:\d+: \S", done.stderr, re.MULTILINE)
    assert done.stdout == ""


@pytest.mark.parametrize(
    "text", [b"\xff\xfe", b"", b"- a list", b"just words", b"a: \0", b"&a [*a, *a]"]
)
def test_a_configuration_that_is_no_configuration_is_2(tmp_path: Path, text: bytes) -> None:
    write_site(tmp_path, {"mkdocs.yml": text})
    assert hcgen("check", cwd=tmp_path).returncode == 2


def test_a_site_folder_with_other_files_is_3_and_kept(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE | {"photos/cat.jpg": "cat"})
    done = hcgen("build", "--site-dir", "photos", cwd=tmp_path)
    assert done.returncode == 3
    assert "hcgen: photos holds files but no site" in done.stderr
    assert read_site(tmp_path / "photos") == {"cat.jpg": b"cat"}


@pytest.mark.parametrize("place", [".", "/", ".."])
def test_a_site_folder_that_holds_the_project_or_the_world_is_3(tmp_path: Path, place: str) -> None:
    write_site(tmp_path / "project", CLEAN_CENTRE)
    done = hcgen("build", "--site-dir", place, cwd=tmp_path / "project")
    assert done.returncode == 3
    assert "choose another" in done.stderr
    assert (tmp_path / "project" / "mkdocs.yml").is_file()


def test_a_site_folder_that_cannot_be_made_is_3(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE | {"notes.txt": "mine"})
    done = hcgen("build", "--site-dir", "notes.txt/site", cwd=tmp_path)
    assert done.returncode == 3
    last = done.stderr.splitlines()[-1]
    assert last.startswith("hcgen: ")
    assert "notes.txt" in last
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_site_folder_that_is_a_file_is_wrong_use(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE | {"notes.txt": "mine"})
    assert hcgen("build", "--site-dir", "notes.txt", cwd=tmp_path).returncode == 2
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_an_output_that_cannot_be_written_is_3(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    done = hcgen("check", "--output", "mkdocs.yml/report.txt", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1].startswith("hcgen: ")


@pytest.mark.parametrize("epoch", ["abc", "1.5", "9" * 30])
def test_a_wrong_source_date_epoch_is_2_in_one_line(tmp_path: Path, epoch: str) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    done = hcgen("check", cwd=tmp_path, env={"SOURCE_DATE_EPOCH": epoch})
    assert done.returncode == 2
    complaints = [line for line in done.stderr.splitlines() if not line.endswith("...")]
    assert complaints == [
        f"hcgen: SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds since 1970"
    ]


@pytest.mark.parametrize("arguments", [("check",), ("rules",), ("build", "--format", "json")])
def test_a_reader_that_goes_away_causes_no_words(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as stream:
        done = subprocess.run(
            [HCGEN, *arguments],
            cwd=tmp_path,
            env=environment(),
            stdout=stream,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert [line for line in done.stderr.splitlines() if not line.endswith("...")] == []
    assert done.returncode != 70


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["check", "build"])
def test_closed_streams_do_not_matter(tmp_path: Path, command: str, closed: str) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    done = subprocess.run(
        ["bash", "-c", f'"$0" {command} {closed}', HCGEN], cwd=tmp_path, capture_output=True
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_output_that_a_full_disk_does_not_take_is_3(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [HCGEN, "check"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1] == "hcgen: No space left on device"


def test_a_terminal_that_is_not_utf_8_gets_codes(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE | ERROR)
    done = subprocess.run(
        [HCGEN, "check"],
        cwd=tmp_path,
        env=environment(PYTHONUTF8="0", PYTHONIOENCODING="latin-1"),
        capture_output=True,
    )
    assert done.returncode == 1
    assert b"\\u201cgone.md\\u201d" in done.stdout
    assert b"Traceback" not in done.stderr


def test_ctrl_c_ends_a_build_of_several_processes_in_one_line(tmp_path: Path) -> None:
    text = "One paragraph of **text**.\n\n" * 60
    files = CLEAN_CENTRE | {
        f"content/{tag}/account/q{number}.md": f"---\ntitle: Q {number}\n---\n{text}"
        for tag in ("en", "id")
        for number in range(200)
    }
    write_site(tmp_path, files)
    process = subprocess.Popen(
        [HCGEN, "build", "--jobs", "2"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    while "Rendering" not in process.stderr.readline():
        assert process.poll() is None
    time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 3
    assert err.strip().splitlines() == ["stopped"]
    assert out == ""
    assert not (tmp_path / "site").exists()


def test_a_worker_that_the_system_ends_is_3(tmp_path: Path) -> None:
    text = "One paragraph of **text**.\n\n" * 60
    files = CLEAN_CENTRE | {
        f"content/{tag}/account/q{number}.md": f"---\ntitle: Q {number}\n---\n{text}"
        for tag in ("en", "id")
        for number in range(200)
    }
    write_site(tmp_path, files)
    process = subprocess.Popen(
        [HCGEN, "build", "--jobs", "2"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    while "Rendering" not in process.stderr.readline():
        assert process.poll() is None
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    until = time.monotonic() + 10
    while not (workers := children.read_text().split()) and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(int(workers[0]), signal.SIGKILL)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 3
    assert "Traceback" not in err
    assert "--jobs 1" in err.splitlines()[-1]


def test_a_bug_of_ours_is_70_with_all_that_a_report_needs(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from hcgen.cli.main import commands, run\n"
        "@commands.command()\n"
        "def crash():\n"
        "    raise KeyError('kind')\n"
        "sys.exit(run(['crash']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 70
    assert "KeyError: 'kind'" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("hcgen: this is a bug in hcgen")


@pytest.mark.parametrize(
    ("template", "place"),
    [
        ("one\n{% if %}\n", "theme/home.html:2: "),
        ("one\n\n{{ nothing.at_all }}\n", "theme/home.html:3: "),
        ("{% extends 'gone.html' %}", "theme/home.html:1: "),
    ],
)
def test_a_template_of_the_site_that_does_not_work_is_3_with_its_place(
    tmp_path: Path, template: str, place: str
) -> None:
    write_site(tmp_path, CLEAN_CENTRE | {"theme/home.html": template})
    done = hcgen("build", cwd=tmp_path)
    assert done.returncode == 3
    last = done.stderr.splitlines()[-1]
    assert place in last
    assert last.startswith("hcgen: ")
