"""Fixes in the writers' own files: what is meant is changed, every other byte is not."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.checks import rule_of
from hcgen.diagnostics import Diagnostic, Edit, Report
from hcgen.pipeline.fixing import applicable, edited, fix_until_done
from hcgen.source import SourceFile

RULE = rule_of("LNK001")
WRONG, RIGHT = "worng", "right"


def report_on(folder: Path) -> Report:
    """Find every “worng” in a folder as hcgen reads it: line ends as one character, no BOM."""
    found: list[Diagnostic] = []
    for place in sorted(folder.rglob("*.md")):
        text = place.read_bytes().removeprefix(b"\xef\xbb\xbf").decode()
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        file = SourceFile(place.relative_to(folder).as_posix(), text)
        start = text.find(WRONG)
        while start >= 0:
            span = file.span(start, start + len(WRONG))
            found.append(Diagnostic(RULE, span, "x", fix=(Edit(span, RIGHT),)))
            start = text.find(WRONG, start + 1)
    return Report(tuple(found), articles=0, languages=0, channels=0)


PIECES = st.lists(
    st.sampled_from([WRONG, "\r\n", "\n", "\r", "é", "😀", "a ", "\t", "wor", "ng"]), max_size=20
).map("".join)


@given(PIECES, st.booleans())
def test_fixing_twice_is_fixing_once_and_the_rest_stays_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, text: str, has_mark: bool
) -> None:
    folder = tmp_path_factory.mktemp("fix")
    mark = b"\xef\xbb\xbf" if has_mark else b""
    (folder / "a.md").write_bytes(mark + text.encode())
    first = fix_until_done(folder, lambda: report_on(folder))
    assert (folder / "a.md").read_bytes() == mark + text.replace(WRONG, RIGHT).encode()
    assert first.report.diagnostics == ()
    again = fix_until_done(folder, lambda: report_on(folder))
    assert (again.count, again.changed) == (0, ())


def test_a_file_without_findings_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"fine\r\n")
    (tmp_path / "b.md").write_bytes(b"worng\n")
    before = (tmp_path / "a.md").stat().st_mtime_ns, (tmp_path / "a.md").stat().st_ino
    fixed = fix_until_done(tmp_path, lambda: report_on(tmp_path))
    assert fixed.changed == ("b.md",)
    assert ((tmp_path / "a.md").stat().st_mtime_ns, (tmp_path / "a.md").stat().st_ino) == before


def test_only_the_files_that_were_named_are_fixed(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("worng")
    fixed = fix_until_done(tmp_path, lambda: report_on(tmp_path), paths={"b.md"})
    assert fixed.changed == ("b.md",)
    assert (tmp_path / "a.md").read_text() == "worng"


def test_a_file_that_changed_since_it_was_checked_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("worng")
    report = report_on(tmp_path)
    (tmp_path / "a.md").write_text("worng, but not as it was")
    fixed = fix_until_done(tmp_path, lambda: report)
    assert fixed.count == 0
    assert (tmp_path / "a.md").read_text() == "worng, but not as it was"


def test_who_may_read_a_file_stays_and_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("worng")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "a.md").symlink_to("real")
    assert fix_until_done(tmp_path, lambda: report_on(tmp_path)).count == 1
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real").read_text() == RIGHT
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_new_lines_end_as_the_file_s_own_do(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one\r\ntwo\r\n")
    file = SourceFile("a.md", "one\ntwo\n")
    fix = (Edit(file.span(4, 4), "new\nnew\n"), Edit(file.span(7, 7), "!"))
    report = Report((Diagnostic(RULE, file.span(4, 7), "x", fix=fix),), 0, 0, 0)
    fix_until_done(tmp_path, lambda: report)
    assert (tmp_path / "a.md").read_bytes() == b"one\r\nnew\r\nnew\r\ntwo!\r\n"


EDITS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 5), st.text("xyz", max_size=3)), max_size=6
)


@given(EDITS)
def test_edits_that_touch_one_another_are_not_made_together(
    edits: list[tuple[int, int, str]],
) -> None:
    file = SourceFile("a.md", "abcdefghijklmnopqrstuvwxyz")
    found = [
        Diagnostic(
            RULE, file.span(start, start + length), str(number),
            fix=(Edit(file.span(start, start + length), text),),
        )
        for number, (start, length, text) in enumerate(edits)
    ]  # fmt: skip
    taken, count = applicable(found)
    assert count == len(taken)
    for before, after in pairwise(taken):
        assert before.span.end < after.span.start
    removed = sum(edit.span.end - edit.span.start for edit in taken)
    added = sum(len(edit.text) for edit in taken)
    assert len(edited(file.text, taken)) == len(file.text) - removed + added
