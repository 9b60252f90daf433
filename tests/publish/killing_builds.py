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
    digests = {}
    seconds, tail = 0.0, 0.0
    for version in ("a", "b", "a", "b"):
        whole, tail = measured_build(folder / version, site)
        seconds = max(seconds, whole)
        digests[digest_of(site)] = version
    assert len(digests) == 2, "the two versions do not differ"
    chance = random.Random(seed)
    left: list[dict[str, object]] = []
    there = "b"
    for number in range(kills):
        version = "b" if there == "a" else "a"
        near_publishing = number % 2 == 1
        span = tail if near_publishing else seconds
        ended = kill_build(
            folder / version, site, chance.uniform(0, 1.1 * span), after_pages=near_publishing
        )
        found = digests.get(digest_of(site), "neither")
        left.append({"near_publishing": near_publishing, "ended": ended, "before": there})
        left[-1]["after"] = found
        there = found if found != "neither" else there
    last = "b" if there == "a" else "a"
    build(folder / last, site, silent)
    print(
        json.dumps(
            {
                "kills": left,
                "is_whole_at_last": digests.get(digest_of(site)) == last,
                "names": sorted(entry.name for entry in site.parent.iterdir()),
            }
        )
    )


def build(project: Path, site: Path, progress: Progress) -> None:
    rendered = render_help_centre(project / "mkdocs.yml")
    theme = load_theme(rendered.centre.settings, rendered.root)
    result = build_help_centre(rendered, theme, site, fail_on="error", progress=progress)
    assert result.is_published
    result.remove_last()


def measured_build(project: Path, site: Path) -> tuple[float, float]:
    """Build in a child; return how long all of it took, and the part after the last page."""
    start = time.perf_counter()
    child, pages_done = fork_build(project, site)
    os.read(pages_done, 1)
    middle = time.perf_counter()
    status = os.waitpid(child, 0)[1]
    os.close(pages_done)
    assert status == 0
    end = time.perf_counter()
    return end - start, end - middle


def kill_build(project: Path, site: Path, delay_s: float, *, after_pages: bool) -> bool:
    """Kill a build after a delay, counted from its last page or its start; tell if it had ended."""
    child, pages_done = fork_build(project, site)
    if after_pages:
        os.read(pages_done, 1)
    wait(delay_s)
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    os.close(pages_done)
    return os.WIFEXITED(status)


def fork_build(project: Path, site: Path) -> tuple[int, int]:
    """Return a child that builds, and a pipe from which one byte comes after its last page."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader

    def progress(step: str, done: int, total: int) -> None:
        if step == "compose" and done == total:
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
