from dataclasses import replace

from hcgen.diagnostics import Diagnostic
from hcgen.diagnostics.fingerprints import fingerprints
from hcgen.source import SourceFile
from tests.diagnostics.reports import BROKEN, VAGUE


def found(text: str, word: str = "gone.md", path: str = "a.md") -> Diagnostic:
    start = text.index(word)
    return Diagnostic(
        BROKEN, SourceFile(path, text).span(start, start + len(word)), "leads nowhere"
    )


def mark(diagnostic: Diagnostic) -> str:
    return fingerprints([diagnostic])[0]


def test_lines_above_and_below_do_not_count() -> None:
    assert mark(found("see gone.md\n")) == mark(found("new\n\nsee gone.md\nend"))


def test_blanks_do_not_count() -> None:
    assert mark(found("see gone.md")) == mark(found("  see \t gone.md "))


def test_the_message_the_help_and_the_severity_do_not_count() -> None:
    here = found("see gone.md")
    assert mark(here) == mark(replace(here, message="other", help="other"))


def test_the_line_the_path_and_the_code_count() -> None:
    here = found("see gone.md")
    others = (
        found("look at gone.md"),
        found("see gone.md", path="b.md"),
        replace(here, rule=VAGUE),
    )
    assert mark(here) not in {mark(other) for other in others}


def test_all_lines_of_a_span_count() -> None:
    assert mark(found("a\nb\n", "a\nb")) != mark(found("a\nc\n", "a\nc"))
    assert mark(found("a\nb\n", "a\n")) == mark(found("a\nc\n", "a\n"))


def test_equal_ones_are_numbered() -> None:
    here = found("see gone.md")
    marks = fingerprints([here, here, replace(here, rule=VAGUE), here])
    assert len(set(marks)) == 4
    assert fingerprints([here, here]) == marks[:2]


def test_what_is_said_about_a_whole_file_outlives_its_first_line() -> None:
    marks = {
        mark(Diagnostic(BROKEN, SourceFile("a.md", text).start(), "too long"))
        for text in ("# A", "# B\n")
    }
    assert len(marks) == 1


def test_half_a_character_has_a_fingerprint_of_16_digits() -> None:
    assert len(mark(found("\ud800 gone.md", path="\udfff.md"))) == 16
