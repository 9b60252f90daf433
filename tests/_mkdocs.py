"""Runs the real `mkdocs`, or what goes by its rules."""

import subprocess
import sys
from pathlib import Path

from tests.cli.running import environment

MKDOCS = Path(sys.executable).parent / "mkdocs"
DAY = {"SOURCE_DATE_EPOCH": "1795305600", "NO_MKDOCS_2_WARNING": "1"}
"""Builds on both sides of midnight are compared, so the day is fixed: 22 November 2026."""


def mkdocs(
    *arguments: str | Path, cwd: Path, program: Path = MKDOCS, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; a traceback is an error.

    The log is in ``stderr``; what a build was stopped with, in ``stdout``.
    """
    done = subprocess.run(
        [program, *arguments],
        cwd=cwd,
        env=environment(**(DAY | env)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done
