"""Front matter: where it ends, what it holds, and what becomes of a broken one."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load.front_matter import split_front_matter
from hcgen.source import SourceFile

PIECES = st.sampled_from(
    [
        "---\n",
        "---",
        "...\n",
        "\n",
        "title: How\n",
        "a: [",
        "\t",
        "  ",
        "# Heading\n",
        "é",
        "--- \n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=15).map("".join))
@example("---")
@example("---\n")
@example("---\n---")
@example("---\n...\n")
@example("---\n\x00\n---\n")
def test_any_text_splits_without_raising_and_places_lie_in_the_file(text: str) -> None:
    file = SourceFile("a.md", text)
    findings = Findings()
    parts = split_front_matter(file, findings)
    assert 0 <= parts.body_start <= len(text)
    spans = [finding.span for finding in findings]
    if parts.mapping is not None:
        spans.append(parts.mapping.span)
        spans.extend(key.span for key, _ in parts.mapping.entries)
        assert parts.mapping.span.end <= parts.body_start
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@given(st.text(alphabet=st.characters(codec="utf-8")).filter(lambda text: text[:3] != "---"))
def test_text_that_does_not_begin_with_dashes_is_all_body(text: str) -> None:
    findings = Findings()
    parts = split_front_matter(SourceFile("a.md", text), findings)
    assert (parts.mapping, parts.body_start, len(findings)) == (None, 0, 0)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_the_body_below_front_matter_is_kept_to_the_letter(body: str) -> None:
    text = f"---\ntitle: How\n---\n{body}"
    parts = split_front_matter(SourceFile("a.md", text), Findings())
    assert text[parts.body_start :] == body


def test_keys_have_their_places_in_the_whole_file() -> None:
    file = SourceFile("a.md", "---\ntitle: How to pay\norder: 3\n---\nText\n")
    mapping = split_front_matter(file, Findings()).mapping
    assert mapping is not None
    (title, words), (order, _) = mapping.entries
    assert (title.span.position.line, order.span.position.line) == (2, 3)
    assert words.span.text == "How to pay"
    assert words.span.position.column == 8


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: How\n---\nText",
        "---\ntitle: How\n...\nText",
        "---  \ntitle: How\n--- \t\nText",
        "---\ntitle: How\n# a note\n---\nText",
    ],
)
def test_front_matter_ends_with_dashes_or_dots_and_blanks_do_not_matter(text: str) -> None:
    parts = split_front_matter(SourceFile("a.md", text), Findings())
    assert parts.mapping is not None
    assert text[parts.body_start :] == "Text"


@pytest.mark.parametrize("text", ["\n---\na: b\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n"])
def test_front_matter_with_a_slip_above_it_is_still_front_matter(text: str) -> None:
    parts = split_front_matter(SourceFile("a.md", text), Findings())
    assert parts.mapping is not None
    assert text[parts.body_start :] == ""


@pytest.mark.parametrize(
    "text", ["----\nText", "--\nText", " ---\nText\n---\n", "\n---\n\nText: b\n"]
)
def test_other_lines_do_not_open_front_matter(text: str) -> None:
    assert split_front_matter(SourceFile("a.md", text), Findings()).body_start == 0


def test_front_matter_that_is_not_closed_is_reported_and_its_keys_are_not_shown() -> None:
    findings = Findings()
    file = SourceFile("a.md", "---\ntitle: How\norder: 3\n\nThe text.\n")
    parts = split_front_matter(file, findings)
    (finding,) = findings
    assert finding.rule_name == "unclosed-front-matter"
    assert (finding.span.position.line, finding.span.position.column) == (1, 1)
    assert finding.span.text == "---"
    assert file.text[parts.body_start :] == "The text.\n"


def test_empty_front_matter_is_no_fault() -> None:
    findings = Findings()
    file = SourceFile("a.md", "---\n---\nText\n")
    parts = split_front_matter(file, findings)
    assert (parts.mapping, list(findings)) == (None, [])
    assert file.text[parts.body_start :] == "Text\n"


def test_front_matter_that_holds_no_keys_is_reported_and_the_body_still_begins_below_it() -> None:
    findings = Findings()
    file = SourceFile("a.md", "---\nHow to pay\n---\nText\n")
    parts = split_front_matter(file, findings)
    (finding,) = findings
    assert finding.rule_name == "unreadable-yaml"
    assert finding.span.text == "How to pay"
    assert parts.mapping is None
    assert file.text[parts.body_start :] == "Text\n"


def test_a_tab_in_front_matter_is_reported_at_its_line_of_the_file() -> None:
    findings = Findings()
    file = SourceFile("a.md", "---\ntitle: How\n\torder: 3\n---\nText\n")
    parts = split_front_matter(file, findings)
    (finding,) = findings
    assert (finding.span.position.line, finding.span.position.column) == (3, 1)
    assert "tab" in finding.message
    assert file.text[parts.body_start :] == "Text\n"


def test_a_second_key_of_the_same_name_is_reported_at_its_line_of_the_file() -> None:
    findings = Findings()
    split_front_matter(SourceFile("a.md", "---\ntitle: A\nid: x\ntitle: B\n---\n"), findings)
    (finding,) = findings
    assert finding.rule_name == "duplicate-key"
    assert finding.span.position.line == 4
