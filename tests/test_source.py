"""Places in files: offsets, lines, columns, spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.source import Position, SourceFile, Text

LINES = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\n\t é界😀")))


@given(LINES, st.data())
def test_an_offset_comes_back_from_its_line_and_column(text: str, data: st.DataObject) -> None:
    file = SourceFile("a.md", text)
    offset = data.draw(st.integers(0, len(text)))
    place = file.position(offset)
    assert file.offset_of_line(place.line) + place.column - 1 == offset
    assert 1 <= place.column <= len(file.line_text(place.line)) + 1


@given(LINES)
def test_lines_are_what_newlines_separate(text: str) -> None:
    file = SourceFile("a.md", text)
    lines = text.split("\n")
    assert [file.line_text(number) for number in range(1, len(lines) + 1)] == lines
    assert file.position(len(text)).line == len(lines)


@given(LINES, st.data())
def test_a_span_holds_the_text_between_its_two_positions(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = SourceFile("a.md", text).span(start, end)
    first, last = span.position, span.end_position
    assert span.text == text[start:end]
    assert (first.line, first.column) <= (last.line, last.column)
    assert last.line - first.line == text[start:end].count("\n")


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [
        (0, 1, 1),
        (1, 1, 2),
        (2, 1, 3),
        (3, 2, 1),
        (4, 3, 1),
        (5, 3, 2),
        (-5, 1, 1),
        (999, 3, 2),
    ],
)
def test_columns_count_code_points_and_offsets_outside_are_pulled_in(
    offset: int, line: int, column: int
) -> None:
    file = SourceFile("a.md", "😀é\n\n界")
    assert file.position(offset) == Position(line, column)


def test_a_line_that_does_not_exist_is_empty_and_starts_at_the_end() -> None:
    file = SourceFile("a.md", "one\ntwo")
    assert file.offset_of_line(3) == 7
    assert file.line_text(3) == ""


def test_the_start_of_a_file_is_line_1_column_1_and_empty() -> None:
    span = SourceFile("a.md", "text").start()
    assert (span.position, span.end_position, span.text) == (Position(1, 1), Position(1, 1), "")


def test_a_slice_counts_from_the_start_of_its_span() -> None:
    span = SourceFile("a.md", "see [text](target)").span(4, 18)
    assert span.slice(1, 5).text == "text"
    assert span.slice(6).text == "(target)"
    assert span.slice(0, 0).text == ""


def test_spans_of_the_same_file_are_equal_by_their_ends() -> None:
    file = SourceFile("a.md", "text")
    assert file.span(1, 2) == file.span(1, 2)
    assert file.span(1, 2) != file.span(1, 3)
    assert file.span(1, 2) != SourceFile("a.md", "text").span(1, 2)


def test_a_text_shows_its_value_without_quotes() -> None:
    file = SourceFile("a.yml", 'number: "0812"')
    text = Text("0812", file.span(8, 14))
    assert str(text) == "0812"
    assert text.span.text == '"0812"'
