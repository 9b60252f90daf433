"""The hook that is offered to pre-commit stops a commit with a mistake in it."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.cli.running import environment
from tests.docs.pages import ROOT, boxes

PROGRAMS = Path(sys.executable).parent


def offered_hook() -> dict[str, Any]:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(hook, dict)
    return hook


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = {
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_NAME": "Writer" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "writer@example.com" for who in ("AUTHOR", "COMMITTER")},
    }
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment(**own),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_commit_with_a_mistake_is_refused_until_it_is_mended(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    assert git(tmp_path, "init", "--quiet").returncode == 0
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {offered_hook()['entry']}\n", encoding="utf-8")
    hook.chmod(0o755)
    article = tmp_path / "content/en/account/reset.md"
    good = article.read_text(encoding="utf-8")
    article.write_text(f"{good}\n[Go on](gone.md).\n", encoding="utf-8")
    assert git(tmp_path, "add", "content", "mkdocs.yml").returncode == 0
    refused = git(tmp_path, "commit", "-m", "Link")
    assert refused.returncode != 0
    assert "LNK001" in refused.stdout + refused.stderr
    article.write_text(good, encoding="utf-8")
    assert git(tmp_path, "commit", "-a", "-m", "Mend").returncode == 0


def test_the_hook_looks_at_everything_whenever_a_file_of_ours_changes() -> None:
    hook = offered_hook()
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == (
        "hcgen-check",
        "python",
        False,
    )
    for path in ("mkdocs.yml", "content/channels.yml", "content/id/account/a b.md"):
        assert re.search(hook["files"], path)
    for path in ("theme/base.html", "readme.mdx", "html.py"):
        assert not re.search(hook["files"], path)


def test_the_guide_shows_the_hook_that_is_offered() -> None:
    (text,) = (
        box.text
        for box in boxes(ROOT / "docs" / "checks.md")
        if box.title == ".pre-commit-config.yaml"
    )
    (repository,) = yaml.safe_load(text)["repos"]
    (shown,) = repository["hooks"]
    offered = offered_hook()
    for key in ("id", "name", "entry", "pass_filenames", "files"):
        assert shown[key] == offered[key], key
