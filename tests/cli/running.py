"""Runs the real `hcgen` command."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

HCGEN = Path(sys.executable).parent / "hcgen"

RAW_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Characters that steer a terminal or turn a line around; output holds none but line ends."""


def environment(**more: str) -> dict[str, str]:
    """Return our environment without what changes the output of commands."""
    unwanted = ("SOURCE_DATE_EPOCH", "PYTHONPATH", "PYTHONIOENCODING", "COLUMNS", "FORCE_COLOR")
    own = {name: value for name, value in os.environ.items() if name not in unwanted}
    return own | {"PYTHONUTF8": "1"} | more


def hcgen(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None, timeout_s: float = 60
) -> subprocess.CompletedProcess[str]:
    """Run `hcgen` to its end; a traceback, which no input may cause, is an error."""
    done = subprocess.run(
        [HCGEN, *arguments],
        cwd=cwd,
        env=environment(**(env or {})),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=timeout_s,
    )
    # by hand, because text mode would turn carriage returns into line ends
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
