"""Which facts and which message belong to a request, and what stands between braces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load.articles import load_article
from hcgen.load.requests import load_requests
from hcgen.load.topics import load_topics
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.request import (
    DEFAULT_FACTS,
    NO_REQUESTS,
    Placeholder,
    Requests,
    known_placeholders,
    message_template,
    needed_facts,
    placeholders,
)
from hcgen.model.topic import Topic
from hcgen.source import SourceFile


def loaded(topics_yml: str) -> tuple[dict[str, Topic], Requests]:
    """Return topics `a`, `a/b`, `a/b/c` and `d`, and the requests, as a file describes them."""
    findings = Findings()
    articles = [
        load_article(SourceFile(f"content/en/{path}", "# X\n"), "en", path, findings)
        for path in ("a/b/c/x.md", "d/x.md")
    ]
    tree = parse_yaml(SourceFile("content/topics.yml", topics_yml), findings)
    topics = load_topics(tree, articles, findings)
    requests = load_requests(tree, {}, (), findings)
    assert list(findings) == []
    return dict(topics), requests


NESTED = """\
topics:
  - path: a
    facts: [account]
    message: {en: "A {problem}", id: "A-id {problem}"}
  - path: a/b/c
    facts: [error]
    message: {en: "C {problem}"}
"""


@pytest.mark.parametrize(
    ("topic", "facts"),
    [
        ("a/b/c", ("error",)),
        ("a/b", ("account",)),
        ("a/b/not-there", ("account",)),
        ("a", ("account",)),
        ("d", ("since", "domain")),
        ("", ("since", "domain")),
    ],
)
def test_the_nearest_list_of_facts_counts(topic: str, facts: tuple[str, ...]) -> None:
    topics, requests = loaded(f"{NESTED}requests:\n  facts: [since, domain]\n")
    assert needed_facts(topic, topics, requests) == facts


def test_a_site_that_names_no_facts_asks_for_the_usual_three() -> None:
    topics, requests = loaded(NESTED)
    assert needed_facts("d", topics, requests) == DEFAULT_FACTS == ("error", "tried", "since")
    assert needed_facts("", {}, NO_REQUESTS) == DEFAULT_FACTS


@pytest.mark.parametrize(
    ("topic", "tag", "template"),
    [
        ("a/b/c", "en", "C {problem}"),
        ("a/b/c", "id", "A-id {problem}"),  # not in English, which the customer would send
        ("a/b", "en", "A {problem}"),
        ("a", "ms", "S {problem}"),
        ("d", "en", "S {problem}"),
        ("", "id", "S {problem}"),
    ],
)
def test_the_nearest_message_that_is_there_in_the_language_counts(
    topic: str, tag: str, template: str
) -> None:
    topics, requests = loaded(f'{NESTED}requests:\n  message: "S {{problem}}"\n')
    text = message_template(topic, topics, requests, tag)
    assert text is not None
    assert text.value == template


def test_a_site_without_a_message_in_the_language_has_none() -> None:
    topics, requests = loaded(NESTED)
    assert message_template("a/b/c", topics, requests, "ms") is None
    assert message_template("d", topics, requests, "en") is None


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ("Hello. {problem}{facts}", ["problem", "facts"]),
        ("{a} {a}", ["a", "a"]),
        ("{not known} { a }", ["not known", " a "]),
        ("{{a}} {{ a }} {{{a}}} {{a} {a}}", []),
        ("{ {a} }", ["a"]),
        ("{a {b} c} d}", ["b"]),
        ("{a\n} {} { } } {", []),
        ("{{ channel:mail }}{a}{{ channel:mail:promise }}", ["a"]),
        ("{{channel:a}}}{b}", ["b"]),
        ("", []),
    ],
)
def test_placeholders_stand_in_single_braces(template: str, names: list[str]) -> None:
    found = placeholders(template)
    assert [placeholder.name for placeholder in found] == names
    for it in found:
        assert template[it.start : it.end] == f"{{{it.name}}}"


@given(st.text(alphabet="{}ab: \n", max_size=30))
def test_placeholders_of_any_text_lie_where_they_say(template: str) -> None:
    end = 0
    for it in placeholders(template):
        assert it == Placeholder(it.name, it.start, it.end)
        assert template[it.start : it.end] == f"{{{it.name}}}"
        assert it.start >= end
        end = it.end


def test_a_message_may_name_parts_usual_facts_and_every_fact_of_the_site() -> None:
    topics, requests = loaded(
        "topics:\n- {path: d, facts: [asked]}\n"
        "requests: {facts: [always]}\nfacts:\n- {name: own, label: Own}\n"
    )
    known = known_placeholders(topics, requests)
    assert known >= {"problem", "facts", "trail", "topic", "account", "screenshot"}
    assert known >= {"asked", "always", "own"}
    assert "other" not in known


def test_a_fact_has_its_own_form_or_the_usual_one() -> None:
    _, requests = loaded(
        "facts:\n- {name: proof, form: attachment}\n- {name: order}\n"
        "- {name: tried, hint: x}\n- {name: error, form: line}\n"
    )
    forms = {
        name: requests.form(name)
        for name in ("proof", "order", "tried", "error", "screenshot", "since", "unknown")
    }
    assert forms == {
        "proof": "attachment",
        "order": "line",
        "tried": "text",
        "error": "line",
        "screenshot": "attachment",
        "since": "line",
        "unknown": "line",
    }
