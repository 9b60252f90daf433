"""YAML as strings with places: every scalar as written, every fault with its line."""

import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load.yaml_tree import (
    DEEPEST_NESTING,
    YamlList,
    YamlMapping,
    YamlNode,
    YamlText,
    parse_yaml,
)
from hcgen.source import SourceFile

YAML_ISH = st.lists(
    st.one_of(
        st.text(max_size=4),
        st.sampled_from(
            [
                "a: ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", '"', "'", "&x ", "*x", "|\n",
                ">-\n", "---\n", "...\n", "# ", "? ", ": ", "!ENV ", "!!str ", "%", "@", "`", ",",
                "\ufeff", "\u2028", "\x85", "\x00", "\x07", "é", "😀", "<<: ", "\\", "- - ", "~",
            ]
        ),
    ),
    max_size=25,
).map("".join)  # fmt: skip


def nodes_of(node: YamlNode | None) -> list[YamlNode]:
    """Return a node and all that lie in it."""
    if node is None:
        return []
    found: list[YamlNode] = [node]
    if isinstance(node, YamlList):
        for item in node.items:
            found.extend(nodes_of(item))
    elif isinstance(node, YamlMapping):
        for _, value in node.entries:
            found.extend(nodes_of(value))
    return found


def text_of(node: YamlNode | None) -> str:
    assert isinstance(node, YamlText)
    return node.text.value


def parsed(text: str) -> YamlMapping:
    """Return a file that has to be a mapping without a fault."""
    findings = Findings()
    tree = parse_yaml(SourceFile("a.yml", text), findings)
    assert list(findings) == []
    assert isinstance(tree, YamlMapping)
    return tree


@settings(max_examples=400, deadline=None)
@given(YAML_ISH)
@example("\ufeffa: é")
@example("a: [*x]")
@example("{")
@example("a: 'x\n")
@example("a: |\n")
@example("\x00")
@example("a: &x\nb: *x")
@example("? [a]\n: b")
def test_any_text_is_read_or_reported_and_no_place_lies_outside_the_file(text: str) -> None:
    file = SourceFile("a.yml", text)
    findings = Findings()
    tree = parse_yaml(file, findings)
    for node in nodes_of(tree):
        assert 0 <= node.span.start <= node.span.end <= len(text)
        if isinstance(node, YamlMapping):
            for key, _ in node.entries:
                assert 0 <= key.span.start <= key.span.end <= len(text)
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.rule_name in ("unreadable-yaml", "duplicate-key")
        assert finding.message


@settings(max_examples=200, deadline=None)
@given(YAML_ISH, st.text("ab\n é", max_size=20), st.text("ab\n é", max_size=20))
def test_yaml_inside_a_longer_file_has_places_inside_its_part(
    text: str, before: str, after: str
) -> None:
    file = SourceFile("a.md", before + text + after)
    findings = Findings()
    end = len(before) + len(text)
    tree = parse_yaml(file, findings, start=len(before), end=end)
    spans = [node.span for node in nodes_of(tree)] + [finding.span for finding in findings]
    assert all(len(before) <= span.start <= span.end <= end for span in spans)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]))


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(WORDS, WORDS, max_size=8), st.sampled_from([None, '"', "'"]))
def test_a_mapping_of_strings_comes_back_with_spans_that_hold_what_was_written(
    mapping: dict[str, str], style: str | None
) -> None:
    written = yaml.safe_dump(
        mapping, allow_unicode=True, sort_keys=False, default_style=style, width=10_000
    )
    findings = Findings()
    tree = parse_yaml(SourceFile("a.yml", written), findings)
    assert list(findings) == []
    if not mapping:
        assert isinstance(tree, YamlMapping)
        assert tree.entries == ()
        return
    assert isinstance(tree, YamlMapping)
    assert [(key.value, text_of(value)) for key, value in tree.entries] == list(mapping.items())
    for key, value in tree.entries:
        assert yaml.load(key.span.text, Loader=yaml.BaseLoader) == key.value
        assert yaml.load(value.span.text, Loader=yaml.BaseLoader) == text_of(value)


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.text("abc é界😀:#-'\"", max_size=8),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("xyz"), inner),
        max_leaves=15,
    )
)
def test_nested_values_come_back_as_pyyaml_reads_them(value: object) -> None:
    written = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    findings = Findings()
    tree = parse_yaml(SourceFile("a.yml", written), findings)
    assert list(findings) == []
    assert _plain(tree) == (None if value == "" and tree is None else value)


def _plain(node: YamlNode | None) -> object:
    if isinstance(node, YamlMapping):
        return {key.value: _plain(value) for key, value in node.entries}
    if isinstance(node, YamlList):
        return [_plain(item) for item in node.items]
    return None if node is None else node.text.value


@pytest.mark.parametrize(
    "written",
    [
        "08123456789",
        "+6221579012",
        "08:00",
        "no",
        "on",
        "yes",
        "null",
        "~",
        "1e3",
        "0x1F",
        "1_000",
        "2026-11-02",
        "12:30:45",
        ".inf",
        "1500 888",
    ],
)
def test_a_value_without_quotes_stays_as_written(written: str) -> None:
    tree = parsed(f"key: {written}\n")
    value = tree.get("key")
    assert isinstance(value, YamlText)
    assert value.text.value == written
    assert value.span.text == written
    assert not value.is_quoted


def test_keys_stay_as_written_too() -> None:
    tree = parsed("no: Norwegian\non: first day\n08: eight\n")
    assert [key.value for key, _ in tree.entries] == ["no", "on", "08"]


def test_the_span_of_a_quoted_value_includes_the_quotes() -> None:
    tree = parsed("number: \"1500 888\"\nother: 'it''s'\n")
    number, other = tree.get("number"), tree.get("other")
    assert isinstance(number, YamlText)
    assert isinstance(other, YamlText)
    assert (number.text.value, number.span.text) == ("1500 888", '"1500 888"')
    assert (other.text.value, other.span.text) == ("it's", "'it''s'")
    assert number.is_quoted


def test_block_scalars_count_as_quoted() -> None:
    value = parsed("text: |\n  one\n  two\n").get("text")
    assert isinstance(value, YamlText)
    assert value.text.value == "one\ntwo\n"
    assert value.is_quoted


def test_the_span_of_a_group_ends_with_its_last_value() -> None:
    text = "outer:\n  one: 1\n  two: 2\n\n\nnext: 3\n"
    outer = parsed(text).get("outer")
    assert outer is not None
    assert outer.span.text == "one: 1\n  two: 2"


def test_the_span_of_a_bracketed_list_includes_the_brackets() -> None:
    days = parsed("days: [mon, tue]  # all\n").get("days")
    assert days is not None
    assert days.span.text == "[mon, tue]"


def test_of_two_equal_keys_the_first_counts_and_the_second_is_reported_where_it_stands() -> None:
    findings = Findings()
    file = SourceFile("a.yml", "a: 1\nb: 2\n  \na: 3\nc: 4\n")
    tree = parse_yaml(file, findings)
    assert isinstance(tree, YamlMapping)
    assert [(key.value, text_of(value)) for key, value in tree.entries] == [
        ("a", "1"),
        ("b", "2"),
        ("c", "4"),
    ]
    (finding,) = findings
    assert finding.rule_name == "duplicate-key"
    assert (finding.span.position.line, finding.span.position.column) == (4, 1)
    assert "line 1" in finding.message


def test_a_duplicate_key_drops_its_whole_group_but_nothing_after_it() -> None:
    findings = Findings()
    tree = parse_yaml(SourceFile("a.yml", "a: 1\na:\n  b: [1, {c: 2}]\nd: 4\n"), findings)
    assert isinstance(tree, YamlMapping)
    assert [key.value for key, _ in tree.entries] == ["a", "d"]
    assert len(findings) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "   "])
def test_an_empty_document_is_nothing_and_no_fault(text: str) -> None:
    findings = Findings()
    assert parse_yaml(SourceFile("a.yml", text), findings) is None
    assert list(findings) == []


def test_a_quoted_empty_value_is_a_value() -> None:
    value = parsed('a: ""\n').get("a")
    assert isinstance(value, YamlText)
    assert value.is_quoted


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\n\tb: 2\n", 2, 1, "tab"),
        ("a:\n\t- b\n", 2, 1, "tab"),
        ("title: Paid: what now?\n", 1, 12, "second “: ”"),
        ("a: 1\n b: 2\n", 2, 3, ""),
        ("a: *nothing\n", 1, 4, "points at nothing"),
        ("a: &x [*x]\n", 1, 8, "lies inside"),
        ("a: @mention\n", 1, 4, "“@” may not begin a value"),
        ("a: `code`\n", 1, 4, "“`” may not begin a value"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
        ("[a]: b\n", 1, 1, "where a name is wanted"),
        ("a: b\x07c\n", 1, 5, "U+0007"),
    ],
)
def test_a_fault_is_reported_where_it_stands(text: str, line: int, column: int, words: str) -> None:
    findings = Findings()
    assert parse_yaml(SourceFile("a.yml", text), findings) is None
    (finding,) = findings
    assert finding.rule_name == "unreadable-yaml"
    assert words in finding.message
    assert (finding.span.position.line, finding.span.position.column) == (line, column)


@pytest.mark.parametrize("text", ["a: [1, 2\n", 'a: "open\n', "a: {b: 1\n", "a: 'open\nb: 1\n"])
def test_what_is_left_open_is_reported(text: str) -> None:
    findings = Findings()
    assert parse_yaml(SourceFile("a.yml", text), findings) is None
    assert [finding.rule_name for finding in findings] == ["unreadable-yaml"]


def test_an_alias_stands_for_what_it_points_at() -> None:
    tree = parsed("a: &times [08:00, 12:00]\nb: *times\n")
    first, second = tree.get("a"), tree.get("b")
    assert isinstance(second, YamlList)
    assert first == second


def test_an_alias_bomb_is_refused_at_once() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 40):
        levels.append(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]")
    findings = Findings()
    began = time.perf_counter()
    assert parse_yaml(SourceFile("a.yml", "\n".join(levels)), findings) is None
    assert time.perf_counter() - began < 2
    (finding,) = findings
    assert finding.rule_name == "unreadable-yaml"
    assert "100,000" in finding.message


def test_aliases_of_small_things_may_be_many() -> None:
    lines = ["a: &a [x, y]", "b:"] + ["  - *a"] * 1000
    items = parsed("\n".join(lines)).get("b")
    assert isinstance(items, YamlList)
    assert len(items.items) == 1000


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{? "])
def test_200_000_open_brackets_are_refused_at_once(opening: str) -> None:
    findings = Findings()
    began = time.perf_counter()
    assert parse_yaml(SourceFile("a.yml", opening * 200_000), findings) is None
    assert time.perf_counter() - began < 5
    (finding,) = findings
    assert finding.rule_name == "unreadable-yaml"
    assert finding.span.position.line == 1


def test_nesting_is_bounded_exactly() -> None:
    deepest = "[" * DEEPEST_NESTING + "]" * DEEPEST_NESTING
    findings = Findings()
    assert parse_yaml(SourceFile("a.yml", deepest), findings) is not None
    assert list(findings) == []
    assert parse_yaml(SourceFile("a.yml", f"[{deepest}]"), findings) is None
    (finding,) = findings
    assert finding.span.position.column == DEEPEST_NESTING + 1


def test_a_tag_is_kept_and_nothing_is_made_of_it() -> None:
    tree = parsed('a: !!python/object/apply:os.system ["true"]\nb: !ENV [HOME, x]\nc: !!int "3"\n')
    first, second, third = tree.get("a"), tree.get("b"), tree.get("c")
    assert isinstance(first, YamlList)
    assert isinstance(second, YamlList)
    assert second.tag == "!ENV"
    assert text_of(third) == "3"


def test_a_list_at_the_top_is_a_list() -> None:
    findings = Findings()
    tree = parse_yaml(SourceFile("a.yml", "- 1\n- 2\n"), findings)
    assert isinstance(tree, YamlList)
    assert [text_of(item) for item in tree.items] == ["1", "2"]


def test_a_key_that_is_absent_gives_none() -> None:
    assert parsed("a: 1\n").get("b") is None
