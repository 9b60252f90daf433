"""What customers are told of their request before they send it."""

import json
import random
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from hcgen.languages import load_language
from hcgen.model.lexicon import RequestWords
from hcgen.model.request_norms import norms_in_force
from hcgen.pages.parts.request_words import request_words
from hcgen.source import SourceFile, Span, Text
from tests.browser.serving import serving

THEME = Path(__file__).parents[2] / "theme"
TABLES = Path(__file__).parent / "request_texts"
ASKED = ("account", "since")
MARKS = re.compile("[⟦⟧‖]")
KINDS = ("thin", "long", "several", "harsh", "no_facts", "secret", "capitals")
LANGUAGES = ("id", "ms", "en")
MOST_MS = 100
"""Of 100,000 characters on a busy machine; some 20 on an idle one."""


@dataclass(frozen=True)
class Case:
    """A marked text, the facts beside it, and the kind of advice it is to get, if any."""

    kind: str | None
    marked: str
    facts: Mapping[str, str]

    @property
    def text(self) -> str:
        return MARKS.sub("", self.marked)

    @property
    def advice(self) -> list[dict[str, Any]]:
        places: dict[str, list[int]] = {mark: [] for mark in "⟦⟧‖"}
        for number, match in enumerate(MARKS.finditer(self.marked)):
            places[match.group()].append(units(self.marked[: match.start()]) - number)
        if self.kind is None:
            return []
        ranges = [list(pair) for pair in zip(places["⟦"], places["⟧"], strict=True)]
        more: dict[str, Any] = {"ranges": ranges} if ranges else {}
        return [{"kind": self.kind} | more | ({"places": places["‖"]} if places["‖"] else {})]


def units(text: str) -> int:
    """Return the length of a text as browsers count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cases(tag: str) -> list[Case]:
    table = tomllib.loads((TABLES / f"{tag}.toml").read_text(encoding="utf-8"))
    some, none = {"account": "budi99", "since": ""}, dict.fromkeys(ASKED, "")
    found = [Case(None, text, some) for text in table["quiet"]]
    found += [Case(None, text, none) for text in table["quiet_without_facts"]]
    for kind in KINDS:
        for text in table[kind]:
            times = load_language(tag).norms.title_letters[1] if kind == "long" else 1
            found.append(Case(kind, text * times, none if kind == "no_facts" else some))
    return found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with serving(THEME) as site:
        page = browser.new_page()
        page.goto(site.url("assets/request-advice.js"))
        page.evaluate("async (url) => { window.advice = await import(url); }", page.url)
        yield page
        page.close()


def words(tag: str) -> dict[str, Any]:
    norms = load_language(tag).request
    assert norms is not None
    return dict(request_words(norms))


def advise(page: Page, text: str, tag: str = "en", **facts: str) -> list[dict[str, Any]]:
    return advise_by(page, text, words(tag), facts or {"account": "budi99"})


def advise_by(
    page: Page, text: str, norms: Mapping[str, Any], facts: Mapping[str, str]
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(
        "([problem, facts, norms]) => advice.advise({ problem, facts }, norms)",
        [text, dict(facts), dict(norms)],
    )
    return found


def kinds(advice: list[dict[str, Any]]) -> list[str]:
    return [one["kind"] for one in advice]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_customers_write_gets_the_advice_that_the_tables_name(page: Page, tag: str) -> None:
    wrong = [
        f"{case.marked}\n  wanted {case.advice}\n  got {got}"
        for case in cases(tag)
        if (got := advise_by(page, case.text, words(tag), case.facts)) != case.advice
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_tables_are_large_and_half_of_them_ordinary(tag: str) -> None:
    all_of_them = cases(tag)
    ordinary = [case for case in all_of_them if case.kind is None]
    assert len(all_of_them) >= 60
    assert len(ordinary) * 2 >= len(all_of_them)
    assert len({case.text for case in all_of_them}) == len(all_of_them)
