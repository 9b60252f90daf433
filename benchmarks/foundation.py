"""Builds generated help centres cold and prints time, memory and growth as a Markdown table.

Run as ``python -m benchmarks.foundation [ARTICLES]``; the default is 1000 articles in each of three
languages, then twice as many. Every build is a fresh process with an empty site folder.
"""

import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.corpus import LANGUAGES, write_corpus

_RUNS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians over the runs."""

    seconds: float
    peak_mb: float
    site_mb: float


def main() -> None:
    """Print the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{platform.python_version()}, {os.cpu_count()} cores, median of {_RUNS}\n")
    print("| articles | processes | seconds | peak memory | site | seconds, against half |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        before: dict[int, float] = {}
        for size in (articles, articles * 2):
            project = Path(folder) / str(size)
            write_corpus(project, size)
            for jobs in (1, 2):
                measured = _measure(project, jobs)
                growth = f"{measured.seconds / before[jobs]:.2f}" if jobs in before else ""
                before[jobs] = measured.seconds
                print(
                    f"| {size} x {len(LANGUAGES)} | {jobs} | {measured.seconds:.1f} | "
                    f"{measured.peak_mb:.0f} MB | {measured.site_mb:.0f} MB | {growth} |",
                    flush=True,
                )


def _measure(project: Path, jobs: int) -> Measured:
    seconds: list[float] = []
    peaks: list[float] = []
    for _ in range(_RUNS):
        shutil.rmtree(project / "site", ignore_errors=True)
        start = perf_counter()
        process = subprocess.Popen(
            [
                *(sys.executable, "-c", "from hcgen.cli import main; main()"),
                *("build", "--jobs", str(jobs), "--format", "json"),
            ],
            cwd=project,
            stdout=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"the build ended with status {process.returncode}")
        peaks.append(_megabytes(usage))
    size = sum(file.stat().st_size for file in (project / "site").rglob("*") if file.is_file())
    return Measured(statistics.median(seconds), statistics.median(peaks), size / 1e6)


def _megabytes(usage: resource.struct_rusage) -> float:
    # ru_maxrss counts kilobytes on Linux; of several processes it is the largest one
    return usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
