"""A site comes to its place whole, in one step, and never at the cost of other people's files."""

import fcntl
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hcgen.publish import PublishError, Staging
from tests.pipeline.building import read_site

FILES_PER_SITE = 20


def publish(site: Path, files: Mapping[str, str]) -> None:
    staging = Staging(site)
    with staging.opened():
        for path, text in files.items():
            staging.write(path, text.encode())
        staging.publish()
    staging.remove_last()


def publish_by_link(site: Path, files: Mapping[str, str]) -> None:
    """Publish as on a system that cannot exchange two folders."""
    staging = Staging(site)
    with staging.opened():
        for path, text in files.items():
            staging.write(path, text.encode())
        staging._publish_by_link()
    staging.remove_last()


def start_python(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def names_in(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_first_site_is_published_where_nothing_was(tmp_path: Path) -> None:
    publish(tmp_path / "new" / "site", {"index.html": "1", "en/index.html": "2"})
    assert read_site(tmp_path / "new" / "site") == {"index.html": b"1", "en/index.html": b"2"}
    assert names_in(tmp_path / "new") == {"site", ".site.lock"}


def test_an_empty_folder_is_published_over(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", {"index.html": "1"})
    assert read_site(tmp_path / "site") == {"index.html": b"1"}


def test_nothing_of_the_old_site_remains(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": "1", "old/index.html": "1"})
    publish(tmp_path / "site", {"index.html": "2"})
    assert read_site(tmp_path / "site") == {"index.html": b"2"}
    assert names_in(tmp_path) == {"site", ".site.lock"}
    assert not (tmp_path / "site").is_symlink()


@pytest.mark.parametrize("publishes", [publish, publish_by_link])
def test_what_did_not_change_is_not_touched(
    tmp_path: Path, publishes: Callable[[Path, Mapping[str, str]], None]
) -> None:
    site = tmp_path / "site"
    publishes(site, {"index.html": "1", "en/a.html": "a", "en/b.html": "b"})
    before = {name: (site / name).stat() for name in ("index.html", "en/a.html", "en/b.html")}
    time.sleep(0.01)
    publishes(site, {"index.html": "1", "en/a.html": "A", "en/b.html": "b"})
    assert read_site(site) == {"index.html": b"1", "en/a.html": b"A", "en/b.html": b"b"}
    for name in ("index.html", "en/b.html"):
        now = (site / name).stat()
        assert (now.st_ino, now.st_mtime_ns) == (before[name].st_ino, before[name].st_mtime_ns)
        assert now.st_nlink == (1 if publishes is publish else 2)  # the last release stays
    assert (site / "en/a.html").stat().st_ino != before["en/a.html"].st_ino


def test_what_changed_is_told_before_it_is_published(tmp_path: Path) -> None:
    site = tmp_path / "site"
    picture = tmp_path / "picture.svg"
    picture.write_text("<svg/>")
    publish(site, {"index.html": "1", "a.html": "a", "picture.svg": "<svg/>", "old.svg": "<svg/>"})
    staging = Staging(site)
    with staging.opened():
        staging.write("index.html", b"1")
        staging.write("a.html", b"A")
        staging.write("new.html", b"n")
        staging.copy(picture, "picture.svg")
        picture.write_text("<SVG/>")
        staging.copy(picture, "old.svg")
        names = ("index.html", "a.html", "new.html", "picture.svg", "old.svg")
        assert [*map(staging.is_changed, names)] == [False, True, True, False, True]
        staging.publish()
    staging.remove_last()
    assert (site / "picture.svg").read_text() == "<svg/>"
    assert (site / "old.svg").read_text() == "<SVG/>"


def test_a_link_that_somebody_put_into_the_site_is_not_taken_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": "1", "a.html": "a"})
    (tmp_path / "mine.html").write_text("a")
    (site / "a.html").unlink()
    (site / "a.html").symlink_to(tmp_path / "mine.html")
    publish(site, {"index.html": "1", "a.html": "a"})
    assert not (site / "a.html").is_symlink()
    assert (tmp_path / "mine.html").stat().st_nlink == 1


def test_the_replaced_site_stays_until_it_is_told_to_go(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": "1"})
    staging = Staging(tmp_path / "site")
    with staging.opened():
        staging.write("index.html", b"2")
        staging.publish()
    assert read_site(tmp_path / ".site.last") == {"index.html": b"1"}
    staging.remove_last()
    assert not (tmp_path / ".site.last").exists()


def test_a_site_that_is_a_link_of_the_publisher_stays_a_link(tmp_path: Path) -> None:
    publish(tmp_path / "elsewhere", {"index.html": "1"})
    (tmp_path / "site").symlink_to("elsewhere")
    publish(tmp_path / "site", {"index.html": "2"})
    assert (tmp_path / "site").is_symlink()
    assert read_site(tmp_path / "site") == {"index.html": b"2"}
    assert read_site(tmp_path / "elsewhere") == {"index.html": b"1"}


def test_a_link_that_leads_nowhere_is_turned_to_the_new_site(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("gone")
    publish(tmp_path / "site", {"index.html": "1"})
    assert read_site(tmp_path / "site") == {"index.html": b"1"}


def test_without_exchange_of_folders_a_folder_becomes_a_link_to_a_release(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": "1"})
    for version in ("2", "3", "4"):
        publish_by_link(tmp_path / "site", {"index.html": version})
        assert (tmp_path / "site").is_symlink()
        assert read_site(tmp_path / "site") == {"index.html": version.encode()}
        assert len(names_in(tmp_path / ".site.releases")) <= 2
    assert names_in(tmp_path) == {"site", ".site.lock", ".site.releases"}


def test_without_exchange_of_folders_a_first_site_is_a_link_too(tmp_path: Path) -> None:
    publish_by_link(tmp_path / "site", {"index.html": "1"})
    assert (tmp_path / "site").readlink() == Path(".site.releases/1")
    assert read_site(tmp_path / "site") == {"index.html": b"1"}


def test_the_link_still_leads_to_the_site_when_both_are_moved(tmp_path: Path) -> None:
    publish_by_link(tmp_path / "a" / "site", {"index.html": "1"})
    (tmp_path / "a").rename(tmp_path / "b")
    assert read_site(tmp_path / "b" / "site") == {"index.html": b"1"}


@pytest.mark.parametrize(
    ("way", "pause_s"),
    # a link can be followed to a release that is gone two publishes later: none is that quick
    [(publish, 0), (publish_by_link, 0.03)],
    ids=["by exchange", "by link"],
)
def test_readers_never_miss_the_site_and_never_see_two_versions_in_one_folder(
    tmp_path: Path, way: Callable[[Path, Mapping[str, str]], None], pause_s: float
) -> None:
    site = tmp_path / "site"

    def version(number: int) -> dict[str, str]:
        pages = {f"{page}.html": str(number) for page in range(FILES_PER_SITE)}
        return {"index.html": str(number), **pages}

    way(site, version(0))
    reader = Reader(site)
    reader.start()
    for number in range(1, 51):
        way(site, version(number))
        time.sleep(pause_s)
    reader.stop()
    assert reader.wrong == []
    assert len(reader.seen) > 10, "the reader hardly ran beside the publishing"
    assert reader.seen == sorted(reader.seen)


@pytest.mark.parametrize(
    ("way", "pause_s"),
    # a link can be followed to a release that is gone two publishes later: none is that quick
    [(publish, 0), (publish_by_link, 0.03)],
    ids=["by exchange", "by link"],
)
def test_the_first_page_is_there_at_every_moment_of_a_hundred_publishes(
    tmp_path: Path, way: Callable[[Path, Mapping[str, str]], None], pause_s: float
) -> None:
    site = tmp_path / "site"
    way(site, {"index.html": "0"})
    # in a process of its own: a thread of this one rarely runs between two system calls
    script = (
        "import os, signal, sys\n"
        "path, is_over, looks, misses = sys.argv[1], [], 0, 0\n"
        "signal.signal(signal.SIGTERM, lambda *_: is_over.append(True))\n"
        "print('ready', flush=True)\n"
        "while not is_over:\n"
        "    looks += 1\n"
        "    try:\n"
        "        os.stat(path)\n"
        "    except FileNotFoundError:\n"
        "        misses += 1\n"
        "print(looks, misses)\n"
    )
    process = start_python(script, str(site / "index.html"))
    assert process.stdout is not None
    process.stdout.readline()
    for number in range(100):
        way(site, {"index.html": str(number)})
        time.sleep(pause_s)
    process.terminate()
    looks, misses = map(int, process.communicate(timeout=10)[0].split())
    assert looks > 1000
    assert misses == 0


class Reader(threading.Thread):
    """Reads a site over and over: its first page by its path, and all of it within one folder."""

    def __init__(self, site: Path) -> None:
        super().__init__()
        self._site = site
        self._is_over = threading.Event()
        self.seen: list[int] = []
        self.wrong: list[str] = []

    def run(self) -> None:
        while not self._is_over.is_set():
            try:
                self._read()
            except OSError as error:
                self.wrong.append(f"the site is not there: {error}")

    def stop(self) -> None:
        self._is_over.set()
        self.join()

    def _read(self) -> None:
        version = int((self._site / "index.html").read_text())
        if not self.seen or self.seen[-1] != version:
            self.seen.append(version)
        folder = os.open(self._site, os.O_RDONLY | os.O_DIRECTORY)
        try:
            versions = {
                text
                for page in ("index", *range(FILES_PER_SITE))
                if (text := text_in(folder, f"{page}.html")) is not None
            }
        finally:
            os.close(folder)
        if len(versions) > 1:
            self.wrong.append(f"one folder holds the versions {versions}")


def text_in(folder: int, name: str) -> str | None:
    """Return a file below an open folder; None once the folder has been replaced and removed."""
    try:
        file = os.open(name, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return None
    with os.fdopen(file) as stream:
        return stream.read()


def test_what_is_not_published_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": "1"})
    with Staging(tmp_path / "site").opened() as staging:
        staging.write("index.html", b"2")
        assert staging.read("index.html") == b"2"
    assert read_site(tmp_path / "site") == {"index.html": b"1"}
    assert names_in(tmp_path) == {"site", ".site.lock"}


def test_an_error_on_the_way_leaves_the_site_as_it_was_and_no_leftovers(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": "1"})
    with pytest.raises(IsADirectoryError):
        publish(tmp_path / "site", {"en/index.html": "2", "en": "a file where a folder is"})
    assert read_site(tmp_path / "site") == {"index.html": b"1"}
    assert names_in(tmp_path) == {"site", ".site.lock"}


def test_a_folder_with_other_files_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    with pytest.raises(PublishError, match="holds files but no site"):
        publish(tmp_path / "photos", {"index.html": "1"})
    assert read_site(tmp_path / "photos") == {"cat.jpg": b"cat"}
    assert names_in(tmp_path) == {"photos"}


def test_a_link_to_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    (tmp_path / "site").symlink_to("photos")
    with pytest.raises(PublishError, match="holds files but no site"):
        publish(tmp_path / "site", {"index.html": "1"})
    assert (tmp_path / "site").readlink() == Path("photos")


def test_a_file_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a list of addresses")
    with pytest.raises(PublishError, match="is a file"):
        publish(tmp_path / "site", {"index.html": "1"})
    assert (tmp_path / "site").read_text() == "a list of addresses"


@pytest.mark.parametrize("mark", [".git", "mkdocs.yml"])
def test_the_folder_of_a_project_is_refused_even_with_a_first_page_in_it(
    tmp_path: Path, mark: str
) -> None:
    project = {"index.html": b"mine", mark: b"mine"}
    (tmp_path / "project").mkdir()
    for name, data in project.items():
        (tmp_path / "project" / name).write_bytes(data)
    with pytest.raises(PublishError, match="is the folder of a project"):
        publish(tmp_path / "project", {"index.html": "1"})
    assert read_site(tmp_path / "project") == project


@pytest.mark.parametrize("place", [".", "..", "/"])
def test_places_without_a_name_are_judged_by_the_folder_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "notes.txt").write_text("mine")
    monkeypatch.chdir(tmp_path / "below")
    with pytest.raises(PublishError, match="holds files but no site"):
        publish(Path(place), {"index.html": "1"})
    assert names_in(tmp_path) == {"below"}
    assert names_in(tmp_path / "below") == {"notes.txt"}


def test_the_folder_one_is_in_can_be_published_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    publish(Path(), {"index.html": "1"})
    assert read_site(tmp_path / "site") == {"index.html": b"1"}
    assert names_in(tmp_path) == {"site", ".site.lock"}


def test_a_second_build_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Staging(site).opened() as first:
        first.write("index.html", b"first")
        with pytest.raises(PublishError, match="another build is publishing"):
            publish(site, {"index.html": "second"})
        first.publish()
    assert read_site(site) == {"index.html": b"first"}
    publish(site, {"index.html": "third"})
    assert read_site(site) == {"index.html": b"third"}


def test_two_sites_beside_each_other_are_built_at_once(tmp_path: Path) -> None:
    with Staging(tmp_path / "site").opened() as first:
        publish(tmp_path / "preview", {"index.html": "2"})
        first.write("index.html", b"1")
        first.publish()
    assert read_site(tmp_path / "site") == {"index.html": b"1"}
    assert read_site(tmp_path / "preview") == {"index.html": b"2"}


def test_a_refused_second_build_takes_nothing_from_the_first(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Staging(site).opened() as first:
        first.write("index.html", b"first")
        with pytest.raises(PublishError), Staging(site).opened():
            pass
        assert first.read("index.html") == b"first"


def test_a_forked_worker_does_not_hold_the_place(tmp_path: Path) -> None:
    # in a process of its own: a fork of this one, which has threads, is a warning from 3.12 on
    script = (
        "import os, sys, signal\n"
        "from pathlib import Path\n"
        "from hcgen.publish import Staging\n"
        "with Staging(Path(sys.argv[1])).opened():\n"
        "    if os.fork() == 0:\n"
        "        print(os.getpid(), flush=True)\n"
        "        signal.pause()\n"
        "    os.read(0, 1)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    process = start_python(script, str(tmp_path / "site"))
    assert process.stdin is not None
    assert process.stdout is not None
    worker = int(process.stdout.readline())
    try:
        with pytest.raises(PublishError, match="another build"):
            publish(tmp_path / "site", {"index.html": "1"})
        process.stdin.write("k")
        process.stdin.flush()
        process.wait(timeout=10)
        publish(tmp_path / "site", {"index.html": "1"})
    finally:
        os.kill(worker, 9)
        process.kill()
        process.communicate()
    assert read_site(tmp_path / "site") == {"index.html": b"1"}


def test_leftovers_of_a_killed_build_are_removed_by_the_next_one(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": "1"})
    for leftover in (".site.next/en", ".site.last/en"):
        (tmp_path / leftover).mkdir(parents=True)
        (tmp_path / leftover / "stale.html").write_text("0")
    publish(tmp_path / "site", {"index.html": "2"})
    assert read_site(tmp_path / "site") == {"index.html": b"2"}
    assert names_in(tmp_path) == {"site", ".site.lock"}


def test_leftovers_of_a_build_that_was_killed_at_its_link_are_removed_too(tmp_path: Path) -> None:
    publish_by_link(tmp_path / "site", {"index.html": "1"})
    (tmp_path / ".site.releases" / "2").mkdir()
    (tmp_path / ".site.releases" / "2" / "index.html").write_text("half")
    (tmp_path / ".site.link").symlink_to(".site.releases/2")
    publish(tmp_path / "site", {"index.html": "3"})
    assert read_site(tmp_path / "site") == {"index.html": b"3"}
    assert names_in(tmp_path) == {"site", ".site.lock", ".site.releases"}
    assert read_site(tmp_path / ".site.releases") == {
        "1/index.html": b"1",
        "3/index.html": b"3",
    }


def test_a_site_that_a_killed_build_had_just_moved_away_comes_back(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": "1"})
    (tmp_path / "site").rename(tmp_path / ".site.last")
    with Staging(tmp_path / "site").opened():
        assert read_site(tmp_path / "site") == {"index.html": b"1"}


def test_a_lock_file_that_nobody_holds_stops_nobody(tmp_path: Path) -> None:
    with (tmp_path / ".site.lock").open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
    publish(tmp_path / "site", {"index.html": "1"})
    assert read_site(tmp_path / "site") == {"index.html": b"1"}
