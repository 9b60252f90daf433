"""Times `hcgen check` on a generated help centre, cold and warm, and what the rules add to it.

Run as ``python -m benchmarks.checks [ARTICLES]``; the default is 1000 articles in each of three
languages. Every check is a fresh process; “without rules” loads and renders the same articles, and
does nothing that is done for rules alone: no blocks, no facts, no sketches, no rule. Prints a
Markdown table of medians.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.corpus import LANGUAGES, write_corpus
from hcgen.pipeline.store import FOLDER

_RUNS = 5
_CHECK = "from hcgen.cli import main; main()"
# loads and renders the same articles; everything that is done for rules alone is taken out
_WITHOUT_RULES = f"""
from dataclasses import fields
from hcgen import checks
from hcgen.pipeline import reading
from hcgen.translations import Facts
nothing = checks.ArticleReading((), Facts(*([()] * len(fields(Facts)))), ())
checks.checks_at = lambda stage: ()
reading.read_articles = lambda contexts: [nothing] * len(contexts)
reading.scan_blocks = lambda file, start: ()
{_CHECK}
"""


def main() -> None:
    """Print the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{platform.python_version()}, {os.cpu_count()} cores, median of {_RUNS}\n")
    print(f"| {articles} x {len(LANGUAGES)} articles | seconds | fastest | slowest |")
    print("| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_corpus(project, articles)
        runs: dict[str, list[float]] = {}
        for _ in range(_RUNS):
            # one after another, so that a busy minute of the machine meets all of them
            for name, code, is_warm in (
                ("cold, all rules", _CHECK, False),
                ("warm, all rules", _CHECK, True),
                ("cold, without rules", _WITHOUT_RULES, False),
            ):
                if not is_warm:
                    shutil.rmtree(project / FOLDER, ignore_errors=True)
                runs.setdefault(name, []).append(_seconds(project, code))
        for name, seconds in runs.items():
            middle = statistics.median(seconds)
            print(f"| {name} | {middle:.2f} | {min(seconds):.2f} | {max(seconds):.2f} |")
        pairs = zip(runs["cold, all rules"], runs["cold, without rules"], strict=True)
        added = statistics.median(one - other for one, other in pairs)
        print(f"| what the rules add when cold | {added:.2f} | | |")


def _seconds(project: Path, code: str) -> float:
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--fail-on", "never", "--format", "json"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"the check ended with status {done.returncode}")
    return perf_counter() - start


if __name__ == "__main__":
    main()
