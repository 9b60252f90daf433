"""One text file: its size, its encoding, its line ends."""

from pathlib import Path

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.reading import read_text_file


def read(tmp_path: Path, data: bytes, limit_bytes: int = 1000) -> tuple[str | None, list[str]]:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    findings = Findings()
    source = read_text_file(file, "content/a.md", findings, limit_bytes=limit_bytes)
    assert {finding.rule_name for finding in findings} <= {"unreadable-file"}
    assert {finding.span.file.path for finding in findings} <= {"content/a.md"}
    places = [(finding.message, finding.span.position) for finding in findings]
    found = [f"{place.line}:{place.column} {message}" for message, place in places]
    return (source.text if source else None), found


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("é界😀\n".encode(), "é界😀\n"),
        (b"\xef\xbb\xbfa", "a"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\r\r\nb", "a\n\nb"),
        ("a\u2028b\x85c".encode(), "a\u2028b\x85c"),
    ],
)
def test_utf_8_is_read_with_one_kind_of_line_end(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path, data) == (text, [])


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"one\ncaf\xe9 two", "2:4 “content/a.md” is not UTF-8: the byte 0xE9"),
        (b"\xef\xbb\xbfone\r\n\xff", "2:1 “content/a.md” is not UTF-8: the byte 0xFF"),
        ("界".encode()[:2], "1:1 “content/a.md” is not UTF-8: the byte 0xE7"),
        (b"\xed\xa0\x80", "1:1 “content/a.md” is not UTF-8: the byte 0xED"),
        ("text".encode("utf-16"), "1:1 “content/a.md” is saved as UTF-16"),
        (b"\xfe\xff\x00a", "1:1 “content/a.md” is saved as UTF-16"),
        ("text".encode("utf-32"), "1:1 “content/a.md” is saved as UTF-32"),
        ("text".encode("utf-16-le"), "1:2 “content/a.md” holds a null character"),
        (b"a\nb\0c", "2:2 “content/a.md” holds a null character"),
        (b"x" * 1001, "1:1 “content/a.md” is larger than"),
    ],
)
def test_what_is_not_utf_8_is_told_at_its_place(tmp_path: Path, data: bytes, start: str) -> None:
    text, (finding,) = read(tmp_path, data)
    assert text is None
    assert finding.startswith(start)


def test_a_file_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"x" * 1000) == ("x" * 1000, [])


@pytest.mark.parametrize("name", ["missing.md", "."])
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    findings = Findings()
    assert read_text_file(tmp_path / name, "content/x.md", findings, limit_bytes=10) is None
    (finding,) = findings
    assert finding.rule_name == "unreadable-file"
    assert finding.span.file.path == "content/x.md"
