"""The rules: one folder a family, one file a rule, found by being there.

A rule's module has `RULE` and `check(context) -> Iterator[Diagnostic]`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules, walk_packages
from typing import Any

from hcgen.checks.context import FragmentsContext, SiteContext, SourceContext
from hcgen.diagnostics import Diagnostic, Rule, Stage


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the function that looks for it."""

    rule: Rule
    run: Callable[[Any], Iterator[Diagnostic]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every rule's check, by code."""
    found: list[Check] = []
    for family in iter_modules(__path__):
        if not family.ispkg:
            continue
        package = import_module(f"{__name__}.{family.name}")
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            loaded = import_module(module.name)
            rule = getattr(loaded, "RULE", None)
            if isinstance(rule, Rule):
                found.append(Check(rule, loaded.check))
    return tuple(sorted(found, key=lambda check: check.rule.code))


def run_checks(stage: Stage, context: SourceContext) -> Iterator[Diagnostic]:
    """Run all rules that belong to a stage on that stage's context."""
    for check in all_checks():
        if check.rule.stage is stage:
            yield from check.run(context)


__all__ = [
    "Check",
    "FragmentsContext",
    "SiteContext",
    "SourceContext",
    "all_checks",
    "run_checks",
]
