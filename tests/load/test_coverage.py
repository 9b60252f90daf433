"""`coverage.yml`: what is required, accepted gaps, and which article answers what."""

from datetime import date

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.coverage import load_coverage
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.coverage import NO_COVERAGE, Coverage
from hcgen.source import SourceFile


def coverage_of(text: str) -> tuple[Coverage, list[str]]:
    findings = Findings()
    file = SourceFile("coverage.yml", text)
    coverage = load_coverage(file, parse_yaml(file, findings), findings)
    places = [(finding.rule_name, finding.span.position) for finding in findings]
    return coverage, [f"{name} {place.line}:{place.column}" for name, place in places]


def test_a_waiver_covers_its_article_in_its_languages_until_its_day() -> None:
    coverage, findings = coverage_of(
        "waivers:\n- {article: billing/refund, languages: [ms, id], owner: ops, reason: law, "
        "until: 2026-12-31}\n"
    )
    assert findings == []
    (waiver,) = coverage.waivers
    assert waiver.covers("billing/refund", "ms", date(2026, 12, 31))
    assert not waiver.covers("billing/refund", "ms", date(2027, 1, 1))
    assert not waiver.covers("billing/refund", "en", date(2026, 12, 31))
    assert not waiver.covers("billing/pay", "ms", date(2026, 12, 31))


def test_a_waiver_without_end_never_counts() -> None:
    coverage, _ = coverage_of("waivers:\n- {article: a/b, languages: ms}\n")
    assert not coverage.is_waived({"a/b"}, "ms", date(2026, 1, 1))
    assert coverage.has_waiver({"a/b"}, "ms")


def test_a_waiver_may_be_about_a_topic() -> None:
    coverage, findings = coverage_of("waivers:\n- {topic: /a/, languages: ms, until: 2026-12-31}\n")
    assert findings == []
    assert coverage.is_waived({"a"}, "ms", date(2026, 12, 31))
    assert coverage.named_gaps(["ms"]) == frozenset()


def test_gaps_that_are_named_are_those_of_waivers_and_of_required_articles() -> None:
    coverage, _ = coverage_of(
        "waivers:\n- {article: a/b, languages: ms}\n- article: a/c\n"
        "required:\n- {article: a/d, languages: [id]}\n- article: a/e\n- topic: a\n"
    )
    assert coverage.named_gaps(["id", "ms"]) == {
        ("a/b", "ms"),
        ("a/c", "id"),
        ("a/c", "ms"),
        ("a/d", "id"),
        ("a/e", "id"),
        ("a/e", "ms"),
    }


def test_required_articles_and_topics_and_answers_are_read() -> None:
    coverage, findings = coverage_of(
        "required:\n"
        "- {article: billing/refund.md, languages: [id], audience: owners}\n"
        "- {topic: billing, at_least: 3}\n"
        "- topic: account\n"
        "answers: {data: privacy, complain: contacting/complaint}\n"
    )
    assert findings == []
    (article,) = coverage.articles
    assert (article.article.value, [tag.value for tag in article.languages]) == (
        "billing/refund",
        ["id"],
    )
    assert [word.value for word in article.audience] == ["owners"]
    assert [(entry.topic.value, entry.at_least) for entry in coverage.topics] == [
        ("billing", 3),
        ("account", 1),
    ]
    answers = {question: text.value for question, text in coverage.answers.items()}
    assert answers == {"data": "privacy", "complain": "contacting/complaint"}


def test_without_the_file_nothing_is_said() -> None:
    assert load_coverage(None, None, Findings()) == NO_COVERAGE


@pytest.mark.parametrize(
    ("text", "expected", "count"),
    [
        ("waivers:\n- languages: [ms]\n- article: a/b\n", "unexpected-value 2:3", 1),
        ("waivers:\n- article: [a]\n- article: a/b\n", "unexpected-value 2:12", 1),
        ("waivers:\n- article: a/b\n  until: soon\n", "unexpected-value 3:10", 1),
        ("waivers:\n- article: a/b\n  language: ms\n", "unknown-key 3:3", 1),
        ("waivers:\n- {article: a/b, topic: a}\n", "unexpected-value 2:25", 1),
        ("waiver: []\n", "unknown-key 1:1", 0),
        ("- article: a/b\n", "unexpected-value 1:1", 0),
        ("required:\n- languages: [ms]\n- article: a/b\n", "unexpected-value 2:3", 1),
        ("required:\n- {article: a/b, at_least: 2}\n", "unexpected-value 2:18", 1),
        ("required:\n- {topic: a, audience: b}\n", "unexpected-value 2:14", 1),
        ("required:\n- {topic: a, at_least: 0}\n", "unexpected-value 2:24", 1),
        ("required:\n- {topic: a, at_least: many}\n", "unexpected-value 2:24", 1),
        ("required:\n- {article: a/b, owner: ops}\n", "unknown-key 2:18", 1),
        ("answers: {when: a/b}\n", "unknown-key 1:11", 0),
        ("answers: [a/b]\n", "unexpected-value 1:10", 0),
    ],
)
def test_a_fault_is_told_at_its_place_and_other_entries_stay(
    text: str, expected: str, count: int
) -> None:
    coverage, findings = coverage_of(text)
    entries = len(coverage.waivers) + len(coverage.articles) + len(coverage.topics)
    assert (findings, entries) == ([expected], count)
