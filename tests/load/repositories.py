"""Makes real git repositories for tests."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests._site import write_site

PERSON = {
    "GIT_AUTHOR_NAME": "Writer",
    "GIT_AUTHOR_EMAIL": "writer@example.com",
    "GIT_COMMITTER_NAME": "Writer",
    "GIT_COMMITTER_EMAIL": "writer@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str, at: str = "2026-01-01T12:00:00Z") -> str:
    """Run git in a folder, at a moment; return what it prints."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=os.environ | PERSON | {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout


def repository(folder: Path, *commits: tuple[str, Mapping[str, str]]) -> Path:
    """Make a repository with a commit for each moment and its files; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for moment, files in commits:
        commit(folder, moment, files)
    return folder


def commit(folder: Path, moment: str, files: Mapping[str, str]) -> None:
    write_site(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Change", at=moment)
