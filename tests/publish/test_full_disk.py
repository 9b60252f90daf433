"""A disk that takes no more leaves the last published site whole and says so in one line."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import read_site

HCGEN = Path(sys.executable).parent / "hcgen"

MORE = {
    f"content/{tag}/billing/new.md": "---\ntitle: New\n---\n" + "A long text.\n\n" * 2000
    for tag in ("en", "id")
}
"""Articles of 30 KB."""


def test_a_write_that_fails_halfway_ends_with_3_and_leaves_the_site_whole(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    subprocess.run([HCGEN, "build"], cwd=tmp_path, capture_output=True, check=True)
    before = read_site(tmp_path / "site")
    write_site(tmp_path, MORE)

    # no file beyond 16 KB, which the pages of the new articles are
    limited = ["bash", "-c", 'ulimit -f 16; exec "$0" build --jobs 1', str(HCGEN)]
    done = subprocess.run(limited, cwd=tmp_path, capture_output=True, text=True)

    assert done.returncode == 3
    assert complaints(done.stderr) == ["hcgen: File too large"]
    assert done.stdout == ""
    assert read_site(tmp_path / "site") == before
    assert {entry.name for entry in tmp_path.iterdir()} == {
        ".cache",
        "content",
        "mkdocs.yml",
        "site",
        ".site.lock",
    }

    done = subprocess.run([HCGEN, "build"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0
    assert "en/billing/new/index.html" in read_site(tmp_path / "site")


ON_A_SMALL_DISK = """
set -e
mount -t tmpfs -o size=2m none disk
"$0" build --site-dir disk/site >/dev/null 2>&1
cp -r disk/site before
rm -r content
mv more content
dd if=/dev/zero of=disk/filling bs=4k >/dev/null 2>&1 || truncate -s -"$1" disk/filling
status=0
"$0" build --jobs 1 --site-dir disk/site || status=$?
cp -r disk/site after
ls -A disk > names
exit $status
"""


@pytest.mark.parametrize("left", ["0", "4K", "12K", "40K"])
def test_a_full_disk_ends_with_3_and_leaves_the_site_whole(tmp_path: Path, left: str) -> None:
    # a disk of its own, seen by this one process only
    alone = ["unshare", "--map-root-user", "--mount"]
    mounting = [*alone, "mount", "-t", "tmpfs", "none", "/mnt"]
    if subprocess.run(mounting, capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    (tmp_path / "disk").mkdir()
    write_site(tmp_path, CLEAN_CENTRE)
    for path, text in {**CLEAN_CENTRE, **MORE}.items():
        if path.startswith("content/"):
            write_site(tmp_path / "more", {path.removeprefix("content/"): text})

    command = [*alone, "bash", "-c", ON_A_SMALL_DISK, str(HCGEN), left]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    assert done.returncode == 3, done.stderr
    assert len(complaints(done.stderr)) == 1
    assert complaints(done.stderr)[0].endswith(": No space left on device")
    assert read_site(tmp_path / "before")
    assert read_site(tmp_path / "after") == read_site(tmp_path / "before")
    assert set((tmp_path / "names").read_text().split()) == {"site", "filling", ".site.lock"}


def complaints(told: str) -> list[str]:
    """Return the lines that are not about progress."""
    return [line for line in told.splitlines() if not line.endswith("...")]
