"""Typed values out of a YAML mapping; what does not fit is told with its place."""

from datetime import date

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, parse_yaml
from hcgen.model.nearest import nearest
from hcgen.source import SourceFile


def fields_of(text: str, known: tuple[str, ...] | None = None) -> tuple[Fields, Findings]:
    findings = Findings()
    tree = parse_yaml(SourceFile("a.yml", text), findings)
    assert isinstance(tree, YamlMapping)
    return Fields(tree, findings, known), findings


@pytest.mark.parametrize("text", ["other: 1", "key:", "key: ''", 'key: "  "', "key: # comment"])
def test_a_key_that_is_absent_or_empty_has_the_empty_value_and_no_finding(text: str) -> None:
    fields, findings = fields_of(text)
    assert fields.text("key") is None
    assert fields.string("key", "default") == "default"
    assert fields.texts("key") == ()
    assert fields.flag("key") is None
    assert fields.integer("key") is None
    assert fields.date("key") is None
    assert fields.days("key") is None
    assert list(findings) == []


@pytest.mark.parametrize("text", ["other: 1", "key:", "key: # comment"])
def test_a_group_or_list_that_is_absent_or_empty_has_no_finding(text: str) -> None:
    fields, findings = fields_of(text)
    assert fields.mapping_of("key") is None
    assert fields.mappings("key") == ()
    assert not fields.localized("key")
    assert list(findings) == []


@pytest.mark.parametrize("written", ["0812 3456", "+6221", "08:00", "no", "on", "null", "1e3", "~"])
def test_a_text_stays_as_written(written: str) -> None:
    text = fields_of(f"key: {written}")[0].text("key")
    assert text is not None
    assert text.value == written
    assert text.span.position.column == 6


def test_a_text_is_stripped() -> None:
    assert fields_of('key: "  a b "')[0].string("key") == "a b"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("key: [a, b]", ["a", "b"]),
        ("key: a", ["a"]),
        ("key:\n- a\n-\n- ' b '", ["a", "b"]),
        ("key: []", []),
    ],
)
def test_a_list_of_words_may_be_one_word(text: str, values: list[str]) -> None:
    assert [item.value for item in fields_of(text)[0].texts("key")] == values


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("yes", True), ("on", True), ("True", True), ('"true"', True),
     ("false", False), ("no", False), ("OFF", False)],
)  # fmt: skip
def test_a_flag_is_written_in_many_ways(written: str, value: bool) -> None:
    assert fields_of(f"key: {written}")[0].flag("key") is value


@pytest.mark.parametrize(("written", "value"), [("10", 10), ("-3", -3), ("007", 7)])
def test_a_whole_number_is_read(written: str, value: int) -> None:
    assert fields_of(f"key: {written}")[0].integer("key") == value


@pytest.mark.parametrize(
    ("written", "value"), [("180d", 180), ("180 days", 180), ("1 day", 1), ("30D", 30)]
)
def test_days_are_read(written: str, value: int) -> None:
    assert fields_of(f"key: {written}")[0].days("key") == value


def test_a_day_of_the_calendar_is_read() -> None:
    assert fields_of("key: 2028-02-29")[0].date("key") == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("getter", "written"),
    [
        ("text", "[a]"),
        ("text", "{a: b}"),
        ("texts", "{a: b}"),
        ("flag", "maybe"),
        ("flag", "1"),
        ("integer", "ten"),
        ("integer", "1.5"),
        ("integer", "9999999999"),
        ("date", "2027-02-29"),
        ("date", "2 Nov 2026"),
        ("date", "20261102"),
        ("date", "2026-W45-1"),
        ("days", "180"),
        ("days", "6 months"),
        ("localized", "[a]"),
        ("mapping_of", "a"),
        ("mapping_of", "[a]"),
        ("mappings", "a"),
        ("mappings", "{a: b}"),
    ],
)
def test_a_value_that_does_not_fit_is_told_where_it_stands(getter: str, written: str) -> None:
    fields, findings = fields_of(f"first: 1\nkey: {written}\n")
    assert not getattr(fields, getter)("key")
    (finding,) = findings
    assert finding.rule_name == "unexpected-value"
    assert (finding.span.position.line, finding.span.position.column) == (2, 6)
    assert "key" in finding.message
    assert finding.help


def test_what_does_not_fit_in_a_list_is_left_out_and_told() -> None:
    fields, findings = fields_of("key:\n- a: 1\n- words\n- b: 2\n")
    assert [mapping.entries[0][0].value for mapping in fields.mappings("key")] == ["a", "b"]
    assert [finding.span.text for finding in findings] == ["words"]
    fields, findings = fields_of("key: [a, [b], c]")
    assert [text.value for text in fields.texts("key")] == ["a", "c"]
    assert [finding.span.text for finding in findings] == ["[b]"]


def test_text_per_language_or_for_all_is_read() -> None:
    fields, findings = fields_of("one: Akun\nmany: {id: Akun, ms: Akaun, en: }\n")
    assert fields.localized("one").get("fr") == "Akun"
    many = fields.localized("many")
    assert (many.get("ms"), set(many.by_language)) == ("Akaun", {"id", "ms"})
    assert list(findings) == []


def test_the_language_tag_no_stays_a_tag() -> None:
    assert fields_of("key: {no: Konto}")[0].localized("key").by_language["no"].value == "Konto"


def test_an_unknown_key_is_told_with_the_nearest_name() -> None:
    _, findings = fields_of("title: A\nkeyword: b\nzzz: c\n", ("title", "keywords"))
    first, second = findings
    assert (first.rule_name, first.span.text, first.span.position.line) == (
        "unknown-key",
        "keyword",
        2,
    )
    assert first.help == "did you mean “keywords”?"
    assert second.help == "known here: keywords, title"


def test_the_nearest_name_is_found_or_all_are_listed() -> None:
    assert nearest("Phoen", ["phone", "email"]) == "did you mean “phone”?"
    assert nearest("qqq", ["phone", "email"]) == "known here: email, phone"
    assert nearest("qqq", []) == ""
