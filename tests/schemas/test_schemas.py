"""The JSON Schemas say what the loaders take, no more and no less."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hcgen.channels import kinds
from hcgen.diagnostics import Findings
from hcgen.load import load_help_centre
from hcgen.load.articles import FRONT_MATTER
from hcgen.load.channels import EVERY_CHANNEL, ORGANISATION, SECTIONS
from hcgen.load.coverage import COVERAGE_FIELDS, REQUIRED_FIELDS, WAIVER_FIELDS
from hcgen.load.front_matter import split_front_matter
from hcgen.load.holidays import EXTRA_FIELDS, HOLIDAY_FIELDS
from hcgen.load.lexicon import FORBIDDEN_FIELDS, LEXICON_FIELDS, REQUEST_FIELDS, SYNONYM_FIELDS
from hcgen.load.notices import NOTICE_FIELDS
from hcgen.load.queries import QUERY_FIELDS
from hcgen.load.requests import FACT_FIELDS, REQUESTS_FIELDS
from hcgen.load.topics import SECTIONS as SECTIONS_OF_TOPICS
from hcgen.load.topics import TOPIC_FIELDS
from hcgen.model.channel import PROMISE_FIELDS
from hcgen.model.coverage import QUESTIONS
from hcgen.schemas import schema_text, schemas
from hcgen.source import SourceFile
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.docs.pages import PAGES, ROOT, boxes
from tests.schemas.reading import read_as_editors_do

SCAFFOLD = ROOT / "hcgen" / "cli" / "scaffold"


def faults(name: str, value: object) -> list[str]:
    errors = Draft202012Validator(schemas()[name]).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in errors]


def schema_of(path: str) -> str | None:
    """Return the name of the schema of a file, told from its path."""
    folder, _, name = path.rpartition("/")
    if os.path.basename(folder) in ("queries", "lexicon"):
        return os.path.basename(folder)
    stem = name.removesuffix(".yml")
    return stem if name.endswith(".yml") and stem in schemas() else None


def keys(schema: Mapping[str, Any], *path: str) -> set[str]:
    """Return the keys of the group that lies below some keys; lists are stepped into."""
    for name in path:
        schema = schema["properties"][name]
        schema = schema.get("items", schema)
    return set(schema["properties"])


def test_each_schema_is_a_schema() -> None:
    for name, schema in schemas().items():
        Draft202012Validator.check_schema(schema)
        assert schema["title"], name
        assert schema["description"], name


@pytest.mark.parametrize(
    ("name", "path", "fields"),
    [
        ("channels", (), SECTIONS),
        ("channels", ("organisation",), ORGANISATION),
        ("channels", ("organisation", "holidays"), HOLIDAY_FIELDS),
        ("channels", ("organisation", "holidays", "extra"), EXTRA_FIELDS),
        ("channels", ("escalation",), ("complain_to", "follow_up")),
        ("topics", (), SECTIONS_OF_TOPICS),
        ("topics", ("facts",), FACT_FIELDS),
        ("topics", ("requests",), REQUESTS_FIELDS),
        ("topics", ("topics",), TOPIC_FIELDS),
        ("coverage", (), COVERAGE_FIELDS),
        ("coverage", ("answers",), QUESTIONS),
        ("queries", ("queries",), QUERY_FIELDS),
        ("lexicon", (), LEXICON_FIELDS),
        ("lexicon", ("forbidden",), FORBIDDEN_FIELDS),
        ("lexicon", ("synonyms",), SYNONYM_FIELDS),
        ("lexicon", ("request",), REQUEST_FIELDS),
        ("front-matter", (), FRONT_MATTER),
    ],
)
def test_a_schema_has_the_keys_of_the_loader(
    name: str, path: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    assert keys(schemas()[name], *path) == set(fields)


def test_entries_of_two_sorts_have_together_the_keys_of_the_loader() -> None:
    for name, fields in (("required", REQUIRED_FIELDS), ("waivers", WAIVER_FIELDS)):
        sorts = schemas()["coverage"]["properties"][name]["items"]["oneOf"]
        assert set().union(*(sort["properties"] for sort in sorts)) == set(fields)
    one = schemas()["notice"]["anyOf"][1]
    assert set(one["properties"]) == set(NOTICE_FIELDS)


def test_a_channel_has_the_keys_of_its_kind() -> None:
    sorts = schemas()["channels"]["properties"]["channels"]["items"]["oneOf"]
    by_kind = {sort["properties"]["kind"]["const"]: sort for sort in sorts}
    assert by_kind.keys() == kinds().keys()
    for name, kind in kinds().items():
        own = {field.name for field in kind.fields}
        assert set(by_kind[name]["properties"]) == own | set(EVERY_CHANNEL), name
        needed = {field.name for field in kind.fields if field.is_required}
        assert set(by_kind[name]["required"]) == needed | {"kind"}, name
    assert set(schemas()["channels"]["$defs"]["promise"]["properties"]) == set(PROMISE_FIELDS)


def test_no_group_takes_keys_that_it_does_not_name() -> None:
    for name, schema in schemas().items():
        for group in groups(schema):
            assert "additionalProperties" in group, (name, group)


def test_every_key_is_explained() -> None:
    for name, schema in schemas().items():
        for group in groups(schema):
            for key, value in group["properties"].items():
                explained = "$ref" in value or value.get("description")
                assert explained, (name, key)


def groups(node: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield node
        for value in node.values():
            yield from groups(value)
    elif isinstance(node, list):
        for value in node:
            yield from groups(value)


def data_files() -> Iterator[tuple[str, str, str]]:
    """Yield place, schema and text of everything that we show to be right."""
    for folder in (ROOT / "content", SCAFFOLD / "content"):
        for file in sorted(folder.rglob("*.yml")):
            name = schema_of(file.as_posix())
            assert name is not None, file
            yield file.relative_to(ROOT).as_posix(), name, file.read_text(encoding="utf-8")
    for page in PAGES:
        for box in boxes(page):
            name = schema_of(box.title) if box.language == "yaml" else None
            if name is not None:
                yield f"{page.name}: {box.title}", name, box.text


def articles() -> Iterator[tuple[str, str]]:
    for folder in (ROOT / "content", SCAFFOLD / "content"):
        for file in sorted(folder.rglob("*.md")):
            yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")
    for page in PAGES:
        for box in boxes(page):
            if box.language == "markdown" and box.text.startswith("---\n"):
                yield f"{page.name}: {box.title}", box.text


DATA = list(data_files())
ARTICLES = list(articles())


@pytest.mark.parametrize(
    ("name", "text"), [pytest.param(name, text, id=place) for place, name, text in DATA]
)
def test_our_own_files_fit_their_schema(name: str, text: str) -> None:
    assert faults(name, read_as_editors_do(text)) == []


def test_our_own_front_matter_fits_its_schema() -> None:
    assert len(ARTICLES) > 100
    for place, text in ARTICLES:
        parts = split_front_matter(SourceFile(place, text), Findings())
        if parts.mapping is None:
            continue
        span = parts.mapping.span
        assert faults("front-matter", read_as_editors_do(span.text)) == [], place


def test_what_names_a_schema_names_one_that_is_there() -> None:
    named = [
        (place, name, match[1])
        for place, name, text in DATA
        if (match := re.search(r"yaml-language-server: \$schema=(\S+)", text))
    ]
    assert len(named) > 5
    for place, name, target in named:
        assert os.path.basename(target) == f"{name}.json", place
        if place.startswith("content/"):
            file = (ROOT / place).parent / target
            assert json.loads(file.read_text(encoding="utf-8")) == json.loads(schema_text(name))


CHANNEL = "channels:\n- {id: a, kind: phone, number: 1500888"
WRONG = [
    ("content/channels.yml", f"{CHANNEL}, hourz: always}}\n"),
    ("content/channels.yml", f"{CHANNEL}, recorded: perhaps}}\n"),
    ("content/channels.yml", f"{CHANNEL}, hours: {{mon-fri: 8-12}}}}\n"),
    ("content/channels.yml", f"{CHANNEL}, hours: {{monday: 08:00-12:00}}}}\n"),
    ("content/channels.yml", f"{CHANNEL}, promise: {{answer_within: soon}}}}\n"),
    ("content/channels.yml", f"{CHANNEL}, promise: {{answer_within: 3 business minutes}}}}\n"),
    ("content/channels.yml", f"{CHANNEL}, languages: [Indonesian]}}\n"),
    ("content/channels.yml", f"{CHANNEL}, attested: {{on: yesterday}}}}\n"),
    ("content/channels.yml", "channels:\n- {id: a, kind: phone}\n"),
    ("content/channels.yml", "channels:\n- {id: a, kind: fax, number: 1}\n"),
    ("content/channels.yml", "channels:\n- {kind: email, address: a@b.example, number: 1}\n"),
    ("content/channels.yml", "organisation: {timezone: WIB}\n"),
    ("content/channels.yml", "channels: {a: b}\n"),
    ("content/topics.yml", "topics:\n- {path: account, titel: Account}\n"),
    ("content/topics.yml", "topics:\n- {title: Account}\n"),
    ("content/topics.yml", "topics: [account]\n"),
    ("content/topics.yml", "topics:\n- {path: account, facts: [Invoice No]}\n"),
    ("content/topics.yml", "requests: {facts: problem}\n"),
    ("content/topics.yml", "requests: {messages: a}\n"),
    ("content/topics.yml", "facts:\n- {label: a}\n"),
    ("content/topics.yml", "facts:\n- {name: Invoice No}\n"),
    ("content/topics.yml", "facts:\n- {name: topic}\n"),
    ("content/topics.yml", "facts:\n- {name: a, form: paragraph}\n"),
    ("content/topics.yml", "facts: {name: a}\n"),
    ("content/coverage.yml", "waivers:\n- {languages: [id]}\n"),
    ("content/coverage.yml", "waivers:\n- {article: account/reset, until: soon}\n"),
    ("content/coverage.yml", "waivers:\n- {article: account/reset, topic: account}\n"),
    ("content/coverage.yml", "required:\n- {topic: account, at_least: 0}\n"),
    ("content/coverage.yml", "required:\n- {article: account/reset, at_least: 1}\n"),
    ("content/coverage.yml", "answers: {when: account/reset}\n"),
    ("content/queries/en.yml", "queries:\n- {query: a}\n"),
    ("content/queries/en.yml", "queries:\n- {query: a, article: account/reset, within: 2}\n"),
    ("content/lexicon/en.yml", "synonyms: [[a, b]]\n"),
    ("content/lexicon/en.yml", "forbidden:\n- {word: a, because: b}\n"),
    ("content/notice.yml", "notices:\n- {severity: warning}\n"),
    ("content/notice.yml", "{text: a, severity: bad}\n"),
    ("content/notice.yml", "{text: a, until: 9 o'clock}\n"),
]


@pytest.mark.parametrize(("path", "text"), WRONG)
def test_what_a_schema_refuses_the_loader_tells(path: str, text: str, tmp_path: Path) -> None:
    name = schema_of(path)
    assert name is not None
    assert faults(name, read_as_editors_do(text)) != []
    loaded = load_help_centre(write_site(tmp_path, {**CLEAN_CENTRE, path: text}))
    assert [finding for finding in loaded.findings if finding.span.file.path == path]


RIGHT = [
    ("content/channels.yml", f"{CHANNEL}, hours: {{mon: 08:00-24:00, sat-mon: closed}}}}\n"),
    ("content/channels.yml", f"{CHANNEL}, recorded: yes, cost: 1500, label: {{id: 1, en: x}}}}\n"),
    ("content/channels.yml", f"{CHANNEL}, hours: , promise: }}\n"),
    ("content/channels.yml", "organisation: {country: NO, timezone: UTC}\nchannels:\n"),
    ("content/topics.yml", "requests: {facts: error, message: {en: '{problem}'}}\nfacts:\n"),
    ("content/topics.yml", "facts:\n- {name: a-1, label: 1, good: {en: 2}, thin: , form: }\n"),
    ("content/coverage.yml", "waivers:\n- {article: account/reset, until: 2026-11-02}\n"),
    ("content/queries/en.yml", "queries:\n- {query: 404, article: account/reset, within: 3}\n"),
    ("content/lexicon/en.yml", "stop_words: yes\nvariants: {1: one}\n"),
    ("content/notice.yml", "{text: {en: a}, until: 2026-11-22 9:00}\n"),
]


@pytest.mark.parametrize(("path", "text"), RIGHT)
def test_what_a_loader_takes_a_schema_takes(path: str, text: str, tmp_path: Path) -> None:
    name = schema_of(path)
    assert name is not None
    assert faults(name, read_as_editors_do(text)) == []
    loaded = load_help_centre(write_site(tmp_path, {**CLEAN_CENTRE, path: text}))
    told = [finding for finding in loaded.findings if finding.span.file.path == path]
    assert [finding.message for finding in told] == []
