"""Runs the real `hcgen` command."""

import atexit
import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HCGEN = Path(sys.executable).parent / "hcgen"

RAW_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Characters that steer a terminal or turn a line around; output holds none but line ends."""

_READ_AT_THE_START = ("LANG", "LC_", "PYTHON")
"""How the variables begin that Python reads before it runs anything."""


def environment(**more: str) -> dict[str, str]:
    """Return our environment without what changes the output of commands."""
    unwanted = ("SOURCE_DATE_EPOCH", "PYTHONPATH", "PYTHONIOENCODING", "COLUMNS", "FORCE_COLOR")
    own = {name: value for name, value in os.environ.items() if name not in unwanted}
    return own | {"PYTHONUTF8": "1"} | more


def hcgen(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    timeout_s: float = 60,
    has_new_python: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run `hcgen` to its end; a traceback, which no input may cause, is an error.

    Args:
        has_new_python: Whether Python starts anew, with another order of its sets, which is slow;
            otherwise a Python that has loaded `hcgen` forks for the command.
    """
    command = [os.fsdecode(HCGEN), *(os.fsdecode(argument) for argument in arguments)]
    variables = environment(**(env or {}))
    ready = _ready_python()
    if has_new_python or not ready.can_run_with(variables):
        done = subprocess.run(
            command,
            cwd=cwd,
            env=variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout_s,
        )
    else:
        done = ready.run(command, cwd, variables, timeout_s)
    # by hand, because text mode would turn carriage returns into line ends
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


class _ReadyPython:
    """The process of ``ready_python.py``, and how it is asked."""

    def __init__(self) -> None:
        self._environment = environment()
        self._folder = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            # without the folder of the script, whose modules are no part of `hcgen`
            [sys.executable, "-P", Path(__file__).with_name("ready_python.py")],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )

    def can_run_with(self, variables: Mapping[str, str]) -> bool:
        return _read_at_the_start(variables) == _read_at_the_start(self._environment)

    def run(
        self, command: list[str], folder: Path, variables: Mapping[str, str], timeout_s: float
    ) -> subprocess.CompletedProcess[bytes]:
        out, err = (Path(self._folder.name, name) for name in ("out", "err"))
        asked = {
            "arguments": command,
            "folder": str(folder.absolute()),
            "environment": dict(variables),
            "out": str(out),
            "err": str(err),
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()
        if not select.select([self._process.stdout], [], [], timeout_s)[0]:
            self.end()
            raise subprocess.TimeoutExpired(command, timeout_s)
        status = int(self._process.stdout.readline())
        return subprocess.CompletedProcess(command, status, out.read_bytes(), err.read_bytes())

    def end(self) -> None:
        """End the process, and the command that it waits for."""
        _ready_python.cache_clear()
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.communicate()
        self._folder.cleanup()


@cache
def _ready_python() -> _ReadyPython:
    ready = _ReadyPython()
    atexit.register(ready.end)
    return ready


def _read_at_the_start(variables: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if name.startswith(_READ_AT_THE_START)}
