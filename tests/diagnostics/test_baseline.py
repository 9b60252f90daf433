"""The baseline: what is known is not shown, what is new is, what is gone is told."""

from hypothesis import given
from hypothesis import strategies as st

from hcgen.checks import rule_of
from hcgen.diagnostics import Diagnostic
from hcgen.diagnostics.baseline import (
    BASELINE_FILE,
    BaselineEntry,
    baseline_entries,
    baseline_text,
    without_known,
)
from hcgen.source import SourceFile

RULE = rule_of("LNK001")


def found_in(text: str, *words: str) -> list[Diagnostic]:
    """Return one diagnostic a word, in the order of the text."""
    file = SourceFile("content/en/a/b.md", text)
    places = sorted(text.index(word) for word in words)
    return [
        Diagnostic(RULE, file.span(start, start + 3), f"“{text[start : start + 3]}” is broken")
        for start in places
    ]


def known(diagnostics: list[Diagnostic]) -> tuple[BaselineEntry, ...]:
    entries, others = baseline_entries(SourceFile(BASELINE_FILE, baseline_text(diagnostics)))
    assert others == ()
    return entries


def test_what_is_written_down_is_known_again() -> None:
    diagnostics = found_in("one\ntwo\nthree\n", "one", "two")
    parted = without_known(diagnostics, known(diagnostics))
    assert parted.new == ()
    assert list(parted.known) == diagnostics
    assert parted.fixed == ()


def test_lines_that_come_in_above_change_nothing() -> None:
    entries = known(found_in("one\ntwo\n", "one", "two"))
    parted = without_known(found_in("new line\n\none\n  two\n", "one", "two"), entries)
    assert (parted.new, parted.fixed) == ((), ())


def test_a_finding_in_another_text_is_new() -> None:
    entries = known(found_in("one\ntwo\n", "one"))
    parted = without_known(found_in("one\ntwo\n", "one", "two"), entries)
    assert [found.span.text for found in parted.new] == ["two"]
    assert [found.span.text for found in parted.known] == ["one"]


def test_an_entry_stands_for_one_finding_only() -> None:
    entries = known(found_in("one\n", "one"))
    file = SourceFile("content/en/a/b.md", "one\none\n")
    twice = [Diagnostic(RULE, file.span(start, start + 3), "x") for start in (0, 4)]
    parted = without_known(twice, entries)
    assert len(parted.new) == 1
    assert len(parted.known) == 1


def test_what_is_gone_is_told_with_its_line() -> None:
    entries = known(found_in("one\ntwo\n", "one", "two"))
    parted = without_known(found_in("two\n", "two"), entries)
    (gone,) = parted.fixed
    assert gone.span.position.line == 3
    assert "“one” is broken" in gone.span.text


def test_lines_that_are_none_are_told() -> None:
    file = SourceFile(BASELINE_FILE, "# x\nLNK001 blanks instead of tabs\n\nLNK001\tab\tc\n")
    entries, others = baseline_entries(file)
    assert [(entry.code, entry.fingerprint, entry.path) for entry in entries] == [
        ("LNK001", "ab", "c")
    ]
    assert [span.position.line for span in others] == [2]


@given(st.text(min_size=3), st.text())
def test_no_text_breaks_out_of_its_line(text: str, message: str) -> None:
    file = SourceFile("content/en/a/b.md", text)
    diagnostics = [Diagnostic(RULE, file.span(0, len(text)), message)]
    assert baseline_text(diagnostics).count("\n") == 3
    parted = without_known(diagnostics, known(diagnostics))
    assert parted.new == ()
