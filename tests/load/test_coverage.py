"""`coverage.yml`: accepted gaps."""

from datetime import date

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.coverage import load_waivers
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.coverage import Waiver
from hcgen.source import SourceFile


def waivers_of(text: str) -> tuple[tuple[Waiver, ...], list[str]]:
    findings = Findings()
    waivers = load_waivers(parse_yaml(SourceFile("coverage.yml", text), findings), findings)
    places = [(finding.rule_name, finding.span.position) for finding in findings]
    return waivers, [f"{name} {place.line}:{place.column}" for name, place in places]


def test_a_waiver_covers_its_article_in_its_languages_until_its_day() -> None:
    (waiver,), findings = waivers_of(
        "waivers:\n- {article: billing/refund, languages: [ms, id], owner: ops, reason: law, "
        "until: 2026-12-31}\n"
    )
    assert findings == []
    assert waiver.covers("billing/refund", "ms", date(2026, 12, 31))
    assert not waiver.covers("billing/refund", "ms", date(2027, 1, 1))
    assert not waiver.covers("billing/refund", "en", date(2026, 12, 31))
    assert not waiver.covers("billing/pay", "ms", date(2026, 12, 31))


def test_a_waiver_without_end_never_counts() -> None:
    (waiver,), _ = waivers_of("waivers:\n- {article: a/b, languages: ms}\n")
    assert not waiver.covers("a/b", "ms", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "expected", "count"),
    [
        ("waivers:\n- languages: [ms]\n- article: a/b\n", "unexpected-value 2:3", 1),
        ("waivers:\n- article: [a]\n- article: a/b\n", "unexpected-value 2:12", 1),
        ("waivers:\n- article: a/b\n  until: soon\n", "unexpected-value 3:10", 1),
        ("waivers:\n- article: a/b\n  language: ms\n", "unknown-key 3:3", 1),
        ("waiver: []\n", "unknown-key 1:1", 0),
        ("- article: a/b\n", "unexpected-value 1:1", 0),
    ],
)
def test_a_fault_is_told_at_its_place_and_other_waivers_stay(
    text: str, expected: str, count: int
) -> None:
    waivers, findings = waivers_of(text)
    assert (findings, len(waivers)) == ([expected], count)
