"""`check` and `build` ask nobody: with every socket forbidden they do all that they do."""

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hcgen.load import load_help_centre
from hcgen.load.evidence import evidence_text
from hcgen.model.evidence import Evidence, Record, State, target_key
from hcgen.model.probe import Verdict
from tests.cli.running import environment
from tests.pipeline.building import DEMO

_WITHOUT_SOCKETS = """
import sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"asked for {event} {arguments!r}")

sys.addaudithook(forbid)
from hcgen.cli import main
main()
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo whose first channels have an incident."""
    folder = tmp_path_factory.mktemp("demo")
    for name in ("content", "theme"):
        shutil.copytree(DEMO.parent / name, folder / name)
    shutil.copy(DEMO, folder)
    contact = load_help_centre(folder / "mkdocs.yml").centre.contact
    now = datetime.now(UTC)
    record = Record(State.OPEN, Verdict.BROKEN, "name-not-found", checked_at=now, since=now)
    evidence = {target_key(each, contact.organisation): record for each in contact.channels}
    (folder / "evidence.json").write_text(evidence_text(Evidence(evidence)), encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _WITHOUT_SOCKETS, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_check_opens_no_socket_and_tells_what_the_evidence_says(demo: Path) -> None:
    done = run(demo, "check", "--format", "json")
    assert done.returncode == 0, done.stderr
    codes = [each["code"] for each in json.loads(done.stdout)["diagnostics"]]
    assert codes.count("PRB001") == 6


def test_build_opens_no_socket_and_publishes_despite_incidents(demo: Path) -> None:
    done = run(demo, "build", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    assert "Not working right now" in (demo / "site/en/index.html").read_text("utf-8")


def test_a_socket_would_have_been_noticed(demo: Path) -> None:
    code = _WITHOUT_SOCKETS.replace("main()", "import socket; socket.create_connection(('::1', 9))")
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "asked for socket." in done.stderr
