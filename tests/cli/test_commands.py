"""What each command says and writes."""

import json
import os
import pty
import re
import select
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hcgen import __version__
from hcgen.checks import all_checks
from hcgen.cli.rules import explain
from hcgen.diagnostics import Rule
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.cli.running import HCGEN, RAW_CONTROL, environment, hcgen
from tests.pipeline.building import read_site

OPTIONS = {
    "": ["--version", "--help", "build", "check", "new", "rules", "schema", "serve"],
    "build": [
        *("--config", "--site-dir", "--fail-on", "--strict", "--jobs", "--no-cache"),
        *("--profile", "--format", "--language"),
    ],
    "check": [
        *("FILES", "--config", "--format", "--output", "--report", "--select", "--ignore"),
        *("--fix", "--write-baseline", "--fail-on", "--strict", "--jobs", "--no-cache"),
    ],
    "merge": ["SHARD", "--site-dir"],
    "new": ["site", "article"],
    "new site": ["DIR", "--language"],
    "new article": ["PATH", "--config", "--title", "--language"],
    "probe": [
        *("--config", "--format", "--output", "--report", "--only", "--links", "--evidence"),
        *("--offline", "--control", "--starttls", "--rcpt", "--proxy", "--trust-proxy"),
        *("--fictional", "--fail-on", "--strict"),
    ],
    "rules": ["CODE"],
    "schema": ["NAME"],
    "queries": ["import"],
    "queries import": ["FILE", "--language", "--write", "--config"],
    "search": ["QUERY", "--lang", "--limit", "--format", "--config", "--site-dir", "--explain"],
    "serve": ["--config", "--port", "--jobs"],
    "translations": ["status", "accept"],
    "holidays update": ["--config", "--years"],
    "translations accept": ["FILES", "--all", "--lang", "--config"],
    "translations status": ["--lang", "--format", "--config"],
}
PYTHON_WORDS = re.compile(
    r"\b(None|True|False|dict|str|int|bool|tuple|Exception|Traceback|Raises|Args|Returns|kwargs|"
    r"pathlib|Python|Sentinel\w*)\b|__|<.*>"
)

FINDINGS = CLEAN_CENTRE | {
    "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"] + "nav: []\n",
    "content/en/account/reset.md": "---\ntitle: Reset\n---\nText and [gone](gone.md).\n"
    "![none](none.png)\n",
    "content/id/billing/pay.md": "---\ntitle: Bayar\n---\n[hilang](hilang.md)\n",
}
"""CFG006 in mkdocs.yml, LNK001 and LNK003 in English, LNK001 in Indonesian."""


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [found["code"] for found in json.loads(done.stdout)["diagnostics"]]


def check_json(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return hcgen("check", "--format", "json", *arguments, cwd=folder)


def test_version_is_the_version(tmp_path: Path) -> None:
    assert hcgen("--version", cwd=tmp_path).stdout == f"hcgen, version {__version__}\n"


@pytest.mark.parametrize("command", OPTIONS)
def test_help_names_every_option_in_words_for_writers(tmp_path: Path, command: str) -> None:
    done = hcgen(*command.split(), "--help", cwd=tmp_path)
    assert done.returncode == 0
    for option in OPTIONS[command]:
        assert option in done.stdout
    assert not PYTHON_WORDS.search(done.stdout)
    assert "INTEGER" not in done.stdout
    assert done.stderr == ""


def test_help_of_every_command_is_tested(tmp_path: Path) -> None:
    listed = hcgen("--help", cwd=tmp_path).stdout.partition("Commands:\n")[2]
    commands = {line.split()[0] for line in listed.splitlines() if re.match(r"  \w", line)}
    assert commands == {command.split()[0] for command in OPTIONS if command}


# build


def test_build_json_lists_exactly_the_files_of_the_site(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    done = hcgen("build", "--format", "json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert list(told) == [
        "version",
        "published",
        "pages",
        "fallbacks",
        "languages",
        "rebuilt",
        "diagnostics",
        "summary",
    ]
    files = read_site(tmp_path / "site")
    assert told["rebuilt"] == sorted(files)
    assert told["pages"] == sum(path.endswith(".html") for path in files)
    assert (told["version"], told["published"], told["fallbacks"]) == (1, True, 0)
    assert told["languages"] == ["en", "id"]
    assert told["diagnostics"] == []
    assert told["summary"]["articles"] == 4
    again = json.loads(hcgen("build", "--format", "json", cwd=tmp_path).stdout)
    assert again == told | {"rebuilt": []}
    write_site(tmp_path, {"content/en/account/reset.md": "---\ntitle: Reset\n---\nOther text.\n"})
    changed = json.loads(hcgen("build", "--format", "json", cwd=tmp_path).stdout)["rebuilt"]
    assert "en/account/reset/index.html" in changed
    assert not [path for path in changed if path.startswith(("id/contact", "assets/", "static/"))]
    assert done.stderr == ""


def test_build_json_counts_fallbacks_and_has_the_diagnostics(tmp_path: Path) -> None:
    files = dict(FINDINGS)
    del files["content/id/account/reset.md"]
    write_site(tmp_path, files)
    told = json.loads(hcgen("build", "--format", "json", cwd=tmp_path).stdout)
    assert told["published"] is False
    assert told["fallbacks"] == 1
    assert "LNK001" in [found["code"] for found in told["diagnostics"]]
    assert not (tmp_path / "site").exists()


def test_build_sums_up_what_it_did(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    said = hcgen("build", cwd=tmp_path).stdout
    pages = sum(path.endswith(".html") for path in read_site(tmp_path / "site"))
    for line in (
        rf"pages +{pages}",
        r"languages +2 \(en, id\)",
        r"articles +4, 0 shown in another language",
        r"channels +1",
        r"found +0 errors, 0 warnings, 0 notes",
        r"time +\d+\.\d\d s \(.*render.*publish.*\)",
        r"published +site",
    ):
        assert re.search(f"^{line}$", said, re.MULTILINE), (line, said)


def test_build_publishes_where_it_is_told(tmp_path: Path) -> None:
    write_site(tmp_path / "project", CLEAN_CENTRE)
    config = "project/mkdocs.yml"
    done = hcgen("build", "--config", config, "--site-dir", "out/here", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "out" / "here" / "index.html").is_file()
    assert not (tmp_path / "project" / "site").exists()


def test_build_profile_shows_time_and_memory(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    said = hcgen("build", "--profile", cwd=tmp_path).stdout
    assert re.search(r"^render +\d+\.\d{3} +\d+\.\d%$", said, re.MULTILINE)
    assert re.search(r"most memory of one process: \d+ MB", said)


# check


def test_check_json_has_exactly_the_keys_of_version_1(tmp_path: Path) -> None:
    write_site(tmp_path, FINDINGS)
    told: dict[str, Any] = json.loads(check_json(tmp_path).stdout)
    assert list(told) == ["version", "diagnostics", "summary"]
    assert told["version"] == 1
    assert told["summary"] == {
        "errors": 3,
        "warnings": 1,
        "notes": 0,
        "articles": 4,
        "languages": 2,
        "channels": 1,
        "ignored": 0,
        "known": 0,
    }
    assert len(told["diagnostics"]) == 4
    broken = next(found for found in told["diagnostics"] if found["code"] == "LNK001")
    assert list(broken) == [
        "code",
        "name",
        "severity",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "message",
        "help",
        "fixable",
        "fingerprint",
    ]
    assert broken["path"] == "content/en/account/reset.md"
    assert (broken["name"], broken["severity"]) == ("broken-link", "error")
    assert (broken["line"], broken["column"]) == (4, 17)
    assert (broken["end_line"], broken["end_column"]) == (4, 24)
    assert "gone.md" in broken["message"]


def test_check_json_is_sorted_by_place(tmp_path: Path) -> None:
    write_site(tmp_path, FINDINGS)
    found = json.loads(check_json(tmp_path).stdout)["diagnostics"]
    places = [(entry["path"], entry["line"], entry["column"]) for entry in found]
    assert places == sorted(places)
    assert len(set(places)) == 4


def test_check_json_is_the_same_bytes_on_every_run_and_in_every_folder(tmp_path: Path) -> None:
    write_site(tmp_path / "here", FINDINGS)
    write_site(tmp_path / "there" / "deep", dict(reversed(FINDINGS.items())))

    def bytes_of(folder: Path, *arguments: str) -> str:
        command = ("check", "--format", "json", *arguments)
        return hcgen(*command, cwd=folder, has_new_python=True).stdout

    first = bytes_of(tmp_path / "here")
    assert bytes_of(tmp_path / "here") == first
    assert bytes_of(tmp_path / "there" / "deep") == first
    assert bytes_of(tmp_path, "--config", "here/mkdocs.yml") == first
    assert bytes_of(tmp_path / "here", "--jobs", "1") == first


def test_check_publishes_nothing(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    before = read_site(tmp_path)
    hcgen("check", "--no-cache", cwd=tmp_path)
    assert read_site(tmp_path) == before
    hcgen("check", cwd=tmp_path)
    kept = {path for path in read_site(tmp_path) if path.startswith(".cache/hcgen/")}
    assert read_site(tmp_path).keys() == before.keys() | kept


def test_check_output_goes_into_the_file_instead(tmp_path: Path) -> None:
    write_site(tmp_path, FINDINGS)
    done = check_json(tmp_path, "--output", "reports/found.json")
    assert done.returncode == 1
    assert done.stdout == ""
    assert (tmp_path / "reports" / "found.json").read_text() == check_json(tmp_path).stdout


def test_check_output_may_be_a_pipe_that_stays_one(tmp_path: Path) -> None:
    write_site(tmp_path, FINDINGS)
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(
        ["cat", "pipe"], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as reader:
        check_json(tmp_path, "--output", "pipe")
        assert reader.communicate(timeout=10)[0] == check_json(tmp_path).stdout
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--select", "LNK"), ["LNK001", "LNK003", "LNK001"]),
        (("--select", "LNK003,CFG"), ["LNK003", "CFG006"]),
        (("--select", "lnk003 cfg006"), ["LNK003", "CFG006"]),
        (("--ignore", "LNK"), ["CFG006"]),
        (("--ignore", "LNK001"), ["LNK003", "CFG006"]),
        (("--select", "LNK", "--ignore", "LNK001"), ["LNK003"]),
    ],
)
def test_rules_are_chosen_by_code_and_family(
    tmp_path: Path, options: tuple[str, ...], expected: list[str]
) -> None:
    write_site(tmp_path, FINDINGS)
    assert codes(check_json(tmp_path, *options)) == expected


def test_what_is_ignored_does_not_fail(tmp_path: Path) -> None:
    write_site(tmp_path, FINDINGS)
    assert check_json(tmp_path, "--ignore", "LNK").returncode == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_wrong_use_with_a_suggestion(tmp_path: Path, option: str) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    done = hcgen("check", option, "LNK01", cwd=tmp_path)
    assert done.returncode == 2
    assert "“LNK01” is no rule or family" in done.stderr
    assert "did you mean “LNK0" in done.stderr


def test_text_shows_the_line_with_carets_under_what_is_meant(tmp_path: Path) -> None:
    write_site(tmp_path, FINDINGS)
    said = hcgen("check", cwd=tmp_path).stdout.splitlines()
    at = next(number for number, line in enumerate(said) if "gone.md" in line)
    assert said[at].startswith("content/en/account/reset.md:4:17: error LNK001 (broken-link): ")
    assert said[at + 1] == "    4 | Text and [gone](gone.md)."
    assert said[at + 2] == "      | " + " " * 16 + "^" * 7
    assert said[at + 3].startswith("    help: ")
    assert said[-1] == "3 errors, 1 warning, 0 notes in 4 articles, 2 languages, 1 channel"


def test_the_caret_counts_letters_of_any_script(tmp_path: Path) -> None:
    text = "---\ntitle: Reset\n---\nカフェ é [x](gone.md)\n"
    write_site(tmp_path, CLEAN_CENTRE | {"content/en/account/reset.md": text})
    said = hcgen("check", cwd=tmp_path).stdout.splitlines()
    at = next(number for number, line in enumerate(said) if "gone.md" in line)
    assert ":4:11: " in said[at]
    # the three letters of カフェ are two columns wide each
    assert said[at + 2].index("^") == said[at + 1].index("gone.md") + 3


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[31m",
        "\x9b31m",
        "\u202ereset\u202c",
        "\u2066x\u2069",
        "\u200f",
        "\u061c",
        "\x7f",
        "\x08",
        "\u2028",
    ],
    ids=ascii,
)
@pytest.mark.parametrize("output_format", ["text", "json"])
def test_characters_that_steer_a_terminal_do_not_reach_it(
    tmp_path: Path, hostile: str, output_format: str
) -> None:
    files = CLEAN_CENTRE | {
        "content/en/account/reset.md": f"---\ntitle: Reset {hostile}\n---\n[a](gone.md) {hostile}\n"
        f"[b](go{hostile}ne.md)\n",
        f"content/en/account/{hostile.replace('/', '')}.md": "---\ntitle: x\n---\n[c](gone.md)\n",
    }
    write_site(tmp_path, files)
    done = hcgen("check", "--format", output_format, cwd=tmp_path)
    assert done.returncode == 1
    assert "gone.md" in done.stdout
    assert not RAW_CONTROL.search(done.stdout + done.stderr)
    # a line of the report begins where we began it
    assert "\u2028" not in done.stdout


def test_a_text_that_looks_like_a_command_of_the_host_does_not_begin_a_line(tmp_path: Path) -> None:
    command = "::error::all is lost"
    files = CLEAN_CENTRE | {
        "content/en/account/reset.md": f"---\ntitle: x\n---\n{command} [a](gone.md)\n\n"
        f"[b](<\n{command}>)\n"
        f"{command} [c](%0A::error::x.md)\n",
    }
    write_site(tmp_path, files)
    said = hcgen("check", cwd=tmp_path).stdout
    assert command in said
    assert [line for line in said.splitlines() if line.startswith("::")] == []


# progress


@pytest.mark.parametrize(
    "arguments", [("build",), ("check",), ("rules",), ("rules", "LNK001"), ("--help",)]
)
def test_output_that_is_not_for_a_terminal_is_plain(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    write_site(tmp_path, FINDINGS)
    done = hcgen(*arguments, cwd=tmp_path)
    assert done.stdout
    assert not RAW_CONTROL.search(done.stdout + done.stderr)


def test_progress_without_a_terminal_is_one_line_a_step(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    said = hcgen("build", cwd=tmp_path).stderr.splitlines()
    assert said[:3] == ["Reading ...", "Rendering articles ...", "Indexing for search ..."]
    assert len(said) == len(set(said))
    assert all(line.endswith(" ...") for line in said)


def test_progress_on_a_terminal_is_a_bar_that_fills(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    out, shown = run_on_a_terminal(tmp_path, "build")
    for name in ("Reading", "Rendering articles", "Making pages"):
        assert name in shown
    assert "\r" in shown
    assert re.search(r"Making pages +\[#+\] +100%", shown)
    assert not RAW_CONTROL.search(out)


@pytest.mark.parametrize("arguments", [("build", "--format", "json"), ("check", "--format=json")])
def test_json_comes_without_progress_even_on_a_terminal(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    out, shown = run_on_a_terminal(tmp_path, *arguments)
    assert json.loads(out)["version"] == 1
    assert shown == ""


def run_on_a_terminal(folder: Path, *arguments: str) -> tuple[str, str]:
    """Run with the error stream on a terminal; return standard output, and what that shows."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [HCGEN, *arguments],
        cwd=folder,
        env=environment(TERM="xterm"),
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            data = os.read(ours, 4096)
        except OSError:  # Linux says so when the other side has closed
            break
        if not data:
            break
        shown += data
    os.close(ours)
    out = process.communicate(timeout=30)[0]
    assert process.returncode == 0
    return out.decode(), shown.decode()


# rules


def test_rules_lists_every_rule(tmp_path: Path) -> None:
    said = hcgen("rules", cwd=tmp_path).stdout.splitlines()
    assert len(said) == len(all_checks())
    for line, check in zip(said, all_checks(), strict=True):
        rule = check.rule
        level = rule.severity.value if rule.is_on else "off"
        assert line.split()[:3] == [rule.code, level, rule.name]
        assert line.endswith(rule.summary)


@pytest.mark.parametrize("name", ["LNK001", "lnk001", "broken-link", "Broken-Link"])
def test_a_rule_is_explained_by_code_and_by_name(tmp_path: Path, name: str) -> None:
    said = hcgen("rules", name, cwd=tmp_path).stdout
    rule = next(check.rule for check in all_checks() if check.rule.code == "LNK001")
    assert said.startswith("LNK001 broken-link (error, since ")
    for text in (rule.summary, f"Why: {rule.why}", f"Fix: {rule.fix}", "Found in: ", "Fine: "):
        assert text in said


@pytest.mark.parametrize("rule", [pytest.param(c.rule, id=c.rule.code) for c in all_checks()])
def test_every_rule_is_explained_in_plain_text(rule: Rule) -> None:
    said = explain(rule)
    assert said.startswith(f"{rule.code} {rule.name} ")
    assert not RAW_CONTROL.search(said)


def test_an_unknown_rule_is_wrong_use_with_a_suggestion(tmp_path: Path) -> None:
    done = hcgen("rules", "broken-lnk", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean “broken-link”?" in done.stderr


# new


@pytest.mark.parametrize("tags", [(), ("en",), ("ms", "en"), ("id",)], ids=lambda tags: str(tags))
def test_a_new_site_has_no_findings_and_builds(tmp_path: Path, tags: tuple[str, ...]) -> None:
    languages = [word for tag in tags for word in ("--language", tag)]
    assert hcgen("new", "site", "help", *languages, cwd=tmp_path).returncode == 0
    told = check_json(tmp_path / "help", "--strict")
    assert json.loads(told.stdout)["diagnostics"] == []
    assert json.loads(told.stdout)["summary"]["languages"] == (len(tags) or 3)
    assert hcgen("build", "--strict", cwd=tmp_path / "help").returncode == 0
    site = read_site(tmp_path / "help" / "site")
    for tag in tags or ("id", "ms", "en"):
        assert f"{tag}/account/reset-password/index.html" in site
    folders = {path.name for path in (tmp_path / "help" / "content").iterdir() if path.is_dir()}
    assert folders == set(tags or ("id", "ms", "en"))


def test_a_new_site_may_come_into_an_empty_folder_that_is_there(tmp_path: Path) -> None:
    assert hcgen("new", "site", ".", cwd=tmp_path).returncode == 0
    assert hcgen("check", "--strict", cwd=tmp_path).returncode == 0


def test_a_new_site_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    write_site(tmp_path, {"help/notes.txt": "mine"})
    done = hcgen("new", "site", "help", cwd=tmp_path)
    assert done.returncode == 2
    assert "help is not empty" in done.stderr
    assert read_site(tmp_path / "help") == {"notes.txt": b"mine"}


def test_a_new_article_is_a_draft_that_passes_the_strictest_check(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    done = hcgen("new", "article", "billing/refund", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout == "created content/en/billing/refund.md\n"
    text = (tmp_path / "content" / "en" / "billing" / "refund.md").read_text()
    assert text.startswith('---\ntitle: "Refund"\n')
    assert "\ndraft: true" in text
    assert hcgen("check", "--strict", cwd=tmp_path).returncode == 0
    hcgen("build", cwd=tmp_path)
    assert not (tmp_path / "site" / "en" / "billing" / "refund").exists()


@pytest.mark.parametrize(
    ("arguments", "created"),
    [
        (("billing/refund.md",), "content/en/billing/refund.md"),
        (("new-topic/deep/question",), "content/en/new-topic/deep/question.md"),
        (("billing/refund", "--language", "id"), "content/id/billing/refund.md"),
        (("bantuan/Cara Bayar",), "content/en/bantuan/Cara Bayar.md"),
        (("帮助/问题",), "content/en/帮助/问题.md"),
    ],
)
def test_a_new_article_lies_where_its_path_says(
    tmp_path: Path, arguments: tuple[str, ...], created: str
) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    assert hcgen("new", "article", *arguments, cwd=tmp_path).returncode == 0
    assert (tmp_path / created).is_file()
    assert hcgen("check", "--strict", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    "title",
    ['Say "hello": {a} # b', "back\\slash", "- dash", "two\n---\nlines", "\x1b[31mred", "\udcff!"],
    ids=ascii,
)
def test_any_title_of_a_new_article_can_be_read_back(tmp_path: Path, title: str) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    raw = os.fsencode(title)
    subprocess.run([HCGEN, "new", "article", "a/b", "--title", raw], cwd=tmp_path, check=True)
    assert hcgen("check", "--strict", cwd=tmp_path).returncode == 0


def test_a_new_article_does_not_replace_one(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    done = hcgen("new", "article", "billing/pay", cwd=tmp_path)
    assert done.returncode == 2
    assert "is already there" in done.stderr
    pay = tmp_path / "content" / "en" / "billing" / "pay.md"
    assert pay.read_text() == CLEAN_CENTRE["content/en/billing/pay.md"]


@pytest.mark.parametrize(
    "path", ["../x", "a/../../x", "..", ".", "", "/", "a/./../..", "!!", "a\nb", "a/.hidden/.."]
)
def test_a_new_article_lies_below_its_language_or_not_at_all(tmp_path: Path, path: str) -> None:
    write_site(tmp_path / "project", CLEAN_CENTRE)
    before = read_site(tmp_path)
    done = hcgen("new", "article", path, cwd=tmp_path / "project")
    assert done.returncode == 2
    assert not RAW_CONTROL.search(done.stderr)
    assert read_site(tmp_path) == before


def test_a_new_article_wants_a_language_of_the_site(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    done = hcgen("new", "article", "billing/refund", "--language", "fr", cwd=tmp_path)
    assert done.returncode == 2
    assert "the site has en, id" in done.stderr


def titles(site: Mapping[str, bytes]) -> set[str]:
    return {
        match[1]
        for data in site.values()
        if (match := re.search(r"<h1[^>]*>(.*?)</h1>", data.decode("utf-8", "replace")))
    }


def test_a_new_article_is_published_once_it_is_no_draft_any_more(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    hcgen("new", "article", "billing/refund", "--title", "Money back?", cwd=tmp_path)
    file = tmp_path / "content" / "en" / "billing" / "refund.md"
    file.write_text(re.sub(r"draft: true.*\n", "", file.read_text()))
    hcgen("build", cwd=tmp_path)
    assert "Money back?" in titles(read_site(tmp_path / "site"))
