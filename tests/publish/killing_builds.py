"""Kills builds at random moments and says what they left: ``python -m`` this module.

It runs in a process of its own because it forks, and a fork is safe only without threads.
"""

import hashlib
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import build_help_centre, render_help_centre, silent

Progress = Callable[[str, int, int], None]


def main(folder: Path, seed: int, kills: int) -> None:
    """Print, as JSON, which version was there after each kill, and what it was killed at.

    Args:
        folder: With the help centres ``a`` and ``b``; the site is published beside them.
    """
    site = folder / "public" / "site"
    # what one build keeps in this process for the next one, its children need not make again
    build(folder / "a", folder / "first" / "site", silent)
    digests = {}
    for version in ("a", "b", "a", "b"):
        steps, seconds, tail_seconds = measured_build(folder / version, site)
        digests[digest_of(site)] = version
    assert len(digests) == 2, "the two versions do not differ"
    chance = random.Random(seed)
    spans = {True: tail_seconds, False: seconds}
    left: list[dict[str, object]] = []
    there = "b"
    for number in range(kills):
        version = "b" if there == "a" else "a"
        near_publishing = number % 2 == 1
        delay_s = chance.uniform(0, spans[near_publishing])
        ended = kill_build(
            folder / version, site, delay_s, after_steps=steps if near_publishing else 0
        )
        # follow the machine: two builds in three are killed on their way, however busy it is
        spans[near_publishing] *= 0.8 if ended else 1.12
        found = digests.get(digest_of(site), "neither")
        left.append({"near_publishing": near_publishing, "ended": ended, "before": there})
        left[-1]["after"] = found
        there = found if found != "neither" else there
    last = "b" if there == "a" else "a"
    build(folder / last, site, silent)
    report = {
        "kills": left,
        "is_whole_at_last": digests.get(digest_of(site)) == last,
        "names": sorted(entry.name for entry in site.parent.iterdir()),
    }
    sys.stdout.write(json.dumps(report))


def build(project: Path, site: Path, progress: Progress) -> None:
    rendered = render_help_centre(project / "mkdocs.yml")
    theme = load_theme(rendered.centre.settings, rendered.root)
    result = build_help_centre(rendered, theme, site, fail_on="error", progress=progress)
    assert result.is_published
    result.remove_last()


def measured_build(project: Path, site: Path) -> tuple[int, float, float]:
    """Build in a child; return how many steps tell their end, and the time: all, after the last."""
    start = time.perf_counter()
    child, steps = fork_build(project, site)
    ends = []
    while os.read(steps, 1):
        ends.append(time.perf_counter())
    status = os.waitpid(child, 0)[1]
    os.close(steps)
    assert status == 0
    end = time.perf_counter()
    return len(ends), end - start, end - ends[-1]


def kill_build(project: Path, site: Path, delay_s: float, *, after_steps: int) -> bool:
    """Kill a build some time after so many of its steps; tell whether it had ended by then."""
    child, steps = fork_build(project, site)
    for _ in range(after_steps):
        os.read(steps, 1)
    wait(delay_s)
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    os.close(steps)
    return os.WIFEXITED(status)


def fork_build(project: Path, site: Path) -> tuple[int, int]:
    """Return a child that builds, and a pipe from which one byte comes at the end of each step."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader

    def progress(step: str, done: int, total: int) -> None:
        if done == total:
            os.write(writer, b".")

    status = 1
    try:
        build(project, site, progress)
        status = 0
    finally:
        os._exit(status)


def wait(seconds: float) -> None:
    """Wait to the microsecond: publishing is over in less than the system sleeps at least."""
    end = time.perf_counter() + seconds
    if seconds > 0.005:
        time.sleep(seconds - 0.002)
    while time.perf_counter() < end:
        pass


def digest_of(folder: Path) -> str:
    """Return a hash over all paths, kinds and bytes below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b"folder"
        digest.update(f"{path.relative_to(folder)}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
