"""Asks git on which day each file of the content folder was last changed.

The repository may be anybody's, so nothing that its configuration names is run: no hooks, monitors,
signature programs or transports. Whatever does not work, there are simply no days.
"""

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from shutil import which

LONGEST_GIT_S = 10
"""Ten thousand commits take about a second."""

_SAFELY = (
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    *("-c", "safe.bareRepository=explicit"),
)
_AS_THE_DEFAULTS = ("-c", "log.follow=false", "-c", "log.showRoot=true")
_HISTORY = "log --no-merges --no-renames --no-color --name-only --relative -z --format=/%ct".split()


def days_of_change(content: Path) -> Mapping[str, date]:
    """Return path below the content folder -> day (UTC) of the last commit that changed the file.

    Files that are not committed are absent. Empty outside a git work tree, without git, and in a
    shallow clone, whose oldest commit would seem to have changed every file.
    """
    answer = _git(content, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "HEAD")
    is_inside, is_shallow, commit = (*answer.decode("ascii", "replace").split(), "", "", "")[:3]
    if is_inside != "true" or is_shallow != "false" or not commit:
        return {}
    return _days_at(content.resolve(), commit)


@lru_cache(maxsize=4)
def _days_at(content: Path, commit: str) -> Mapping[str, date]:
    """Read the history of a commit; previews ask again and again about the same one."""
    seconds: dict[str, int] = {}
    time = 0
    for part in _git(content, *_HISTORY, commit, "--", ".").split(b"\0"):
        # a commit's time is told by the slash, which no path begins with; its first path stands
        # behind a line end
        name = part.removeprefix(b"\n")
        if name.startswith(b"/"):
            time = int(name[1:]) if name[1:].isdigit() else 0
        elif name and time:
            path = os.fsdecode(name)
            # commits are not always listed in the order of their clocks
            seconds[path] = max(time, seconds.get(path, time))
    return {path: day for path, time in seconds.items() if (day := _day(time)) is not None}


def _day(seconds: int) -> date | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, OSError, ValueError):
        return None


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git prints in a folder; nothing when it is not there, fails or is too slow."""
    program = which("git")
    if program is None:
        return b""
    # a hook that builds the site has variables that point git at another place
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    # a partial clone must not fetch what it lacks
    environment |= {"GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with fixed arguments, no shell
            [program, *_SAFELY, *_AS_THE_DEFAULTS, *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_GIT_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""
