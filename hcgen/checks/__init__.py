"""The rules: one folder a family, one file a rule, found by being there.

A rule's module has `RULE` and `check(context) -> Iterator[Diagnostic]`.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules, walk_packages
from typing import Any

from hcgen.checks.articles._sketch import sketch_of
from hcgen.checks.context import (
    ArticleContext,
    FragmentsContext,
    IndexContext,
    ReportContext,
    SiteContext,
    SourceContext,
)
from hcgen.checks.reading import ArticleReading
from hcgen.checks.selection import Selection
from hcgen.diagnostics import Diagnostic, Rule, Stage
from hcgen.model.settings import RuleSettings
from hcgen.translations import facts_of


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


def selection(
    settings: RuleSettings, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Selection:
    """Return which rules count by the configuration and the command line."""
    rules = (check.rule for check in all_checks())
    return Selection.of(rules, settings, select=select, ignore=ignore)


@cache
def checks_at(stage: Stage) -> tuple[Check, ...]:
    """Return the checks that belong to a stage, by code."""
    return tuple(check for check in all_checks() if check.rule.stage is stage)


@cache
def rule_of(code: str) -> Rule:
    """Return the rule with a code.

    Raises:
        KeyError: There is no such rule.
    """
    return {check.rule.code: check.rule for check in all_checks()}[code]


def run_checks(
    stage: Stage, context: SourceContext | ReportContext, codes: Container[str]
) -> Iterator[Diagnostic]:
    """Run those rules of a stage that count, on that stage's context or a later one's."""
    for check in checks_at(stage):
        if check.rule.code in codes:
            yield from check.run(context)


def read_articles(contexts: Sequence[ArticleContext]) -> list[ArticleReading]:
    """Return what is known of each article by itself.

    Args:
        contexts: About fifty. One rule looks at all of them before the next one does, which is
            twice as fast as the other way round: the rule's code stays in the processor's cache.
    """
    found: list[list[Diagnostic]] = [[] for _ in contexts]
    for check in checks_at(Stage.ARTICLE):
        for context, diagnostics in zip(contexts, found, strict=True):
            if not context.fragment.error:
                diagnostics += check.run(context)
    facts = [facts_of(context.article, context.blocks) for context in contexts]
    sketches = [sketch_of(context.fragment.text) for context in contexts]
    return [
        ArticleReading(tuple(diagnostics), article_facts, sketch)
        for diagnostics, article_facts, sketch in zip(found, facts, sketches, strict=True)
    ]


__all__ = [
    "ArticleContext",
    "ArticleReading",
    "Check",
    "FragmentsContext",
    "IndexContext",
    "ReportContext",
    "Selection",
    "SiteContext",
    "SourceContext",
    "all_checks",
    "read_articles",
    "rule_of",
    "run_checks",
    "selection",
]
