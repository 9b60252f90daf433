"""A build that is killed, at whatever moment, leaves the last published site whole."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

ROOT = Path(__file__).parents[2]
HCGEN = Path(sys.executable).parent / "hcgen"
KILLS = 25


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_build_leaves_the_old_site_or_the_new_one_whole(tmp_path: Path, seed: int) -> None:
    articles = {
        f"content/{tag}/billing/q{number}.md": f"---\ntitle: Q {number}\n---\nText {number}.\n"
        for tag in ("en", "id")
        for number in range(10)
    }
    write_site(tmp_path / "a", CLEAN_CENTRE | articles)
    more = {f"content/{tag}/account/new.md": "---\ntitle: New\n---\nNew.\n" for tag in ("en", "id")}
    renamed = {"mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace("Help", "Answers")}
    write_site(tmp_path / "b", CLEAN_CENTRE | articles | more | renamed)

    told = subprocess.run(
        [sys.executable, "-m", "tests.publish.killing_builds", tmp_path, str(seed), str(KILLS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert told.returncode == 0, told.stderr
    report = json.loads(told.stdout)
    kills = report["kills"]
    assert [kill for kill in kills if kill["after"] == "neither"] == []
    assert len(kills) == KILLS
    assert sum(not kill["ended"] for kill in kills) > KILLS / 3, "most builds ended before the kill"
    assert {kill["before"] == kill["after"] for kill in kills} == {True, False}, (
        "the kills fell on one side of the swap only"
    )
    assert report["is_whole_at_last"]
    assert report["names"] == [".site.lock", "site"]


def test_the_workers_of_a_killed_build_end_and_the_next_build_works(tmp_path: Path) -> None:
    # enough work for several processes
    text = "One paragraph of **text** with a [link](../billing/pay.md).\n\n" * 40
    files = CLEAN_CENTRE | {
        f"content/{tag}/account/q{number}.md": f"---\ntitle: Q {number}\n---\n{text}"
        for tag in ("en", "id")
        for number in range(150)
    }
    write_site(tmp_path, files)
    command: list[str | Path] = [HCGEN, "build", "--jobs", "2"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    while "Rendering" not in process.stderr.readline():
        assert process.poll() is None
    time.sleep(0.2)
    assert process.poll() is None
    process.kill()
    # both streams end only when every worker, which has inherited them, has ended
    process.communicate(timeout=20)

    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert again.returncode == 0, again.stderr
    assert "published  site" in again.stdout
