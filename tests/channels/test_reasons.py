"""Every reason that can be given is one, and is reached by a test."""

import ast
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from hcgen.model.probe_reasons import REASONS

ROOT = Path(__file__).parents[2]
MODULES = ("connections", "doors", "mail", "pages", "profiles", "running")
OURS = sorted(
    key for name in MODULES for key in import_module(f"hcgen.model.probe_reasons.{name}").REASONS
)


@cache
def texts(*folders: str) -> set[str]:
    """Return every text that stands by itself in the modules of some folders."""
    found: set[str] = set()
    for folder in folders:
        for file in sorted((ROOT / folder).glob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found


@pytest.mark.parametrize("reason", OURS)
def test_each_reason_is_given_and_is_reached_by_a_test(reason: str) -> None:
    assert reason in texts("hcgen/net", "hcgen/channels", "hcgen/probes", "hcgen/cli")
    assert reason in texts("tests/net", "tests/channels", "tests/probes", "tests/cli")


def test_no_group_has_a_reason_of_another() -> None:
    assert len(OURS) == len(set(OURS))
    assert set(OURS) <= set(REASONS)


def test_each_reason_that_is_given_is_explained() -> None:
    given: set[str] = set()
    for file in [*(ROOT / "hcgen/net").glob("*.py"), *(ROOT / "hcgen/channels").glob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                place = {"Failure": 0, "Observation": 2, "_Row": 2, "seen": 1, "_mx": 1}.get(name)
                if place is not None and len(node.args) > place:
                    reason = node.args[place]
                    if isinstance(reason, ast.Constant):
                        given.add(str(reason.value))
    assert len(given) > 50
    assert given <= set(REASONS)
