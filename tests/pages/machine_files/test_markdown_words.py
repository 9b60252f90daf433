"""Writers' plain text in files for machines stays what it was: text, on its line."""

import re
from xml.etree import ElementTree

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hcgen.pages.machine_files.markdown_words import escaped, heading, link, one_line, quote

# no tilde: that it strikes through is GitHub's addition, and so is the backslash before it
TEXT = st.text(
    st.one_of(
        st.sampled_from("[]()`*_#<>&;!\\-+=.{}\"' \n\t1ab"),
        st.characters(codec="utf-8", exclude_characters="~"),
    ),
    max_size=30,
)
HOSTILE = (
    "]](x)",
    "[a](b)",
    "<b>&amp; &",
    "a\nb\r\nc",
    "# x #",
    "`*_",
    "<!-- x -->",
    "\\[",
    "1. a",
)
DIRECTIONS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069"


def shown(line: str, tag: str) -> str:
    """Return the text of a line's only element of that name, as Markdown shows it."""
    root = ElementTree.fromstring(f"<r>{markdown.markdown(line)}</r>")
    (found,) = root.iter(tag)
    return " ".join("".join(found.itertext()).split())


def words(text: str) -> str:
    return " ".join(one_line(text).split())


@given(TEXT.filter(words))
@example("Wi-Fi ]](x) <script>")
def test_any_text_is_one_line_that_xml_and_utf_8_can_hold(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() == [line]
    assert ElementTree.fromstring(f"<r>{line.replace('&', '').replace('<', '')}</r>") is not None


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    for line, tag in ((heading(1, text), "h1"), (quote(text), "p"), (link(text, "x"), "a")):
        assert "\n" not in line
        assert shown(line, tag) == words(text)


@given(TEXT.filter(words))
def test_any_text_is_shown_as_it_is_within_a_line(text: str) -> None:
    assert shown(f"a {escaped(text)} z", "p") == words(f"a {one_line(text)} z")


def test_ordinary_titles_are_not_changed() -> None:
    for text in ("C# & .NET, 5 > 3", "file_name (2.5 GB)", "Apa itu “SSL”?", "R&D – Wi-Fi"):
        assert escaped(text) == text


def test_a_link_closes_only_at_its_own_bracket() -> None:
    assert link("a", "b(1)'.md") == "[a](b%281%29%27.md)"


@given(st.text(st.sampled_from(DIRECTIONS + "ab "), max_size=20))
@example("\u202e" * 3)
@example("\u2066\u202a\u2069")
@example("\u2069\u202cx")
def test_directions_end_with_the_text(text: str) -> None:
    line = one_line(text)
    waiting: list[str] = []
    for char in line:
        if char in "\u202a\u202b\u202d\u202e":
            waiting.append("\u202c")
        elif char in "\u2066\u2067\u2068":
            waiting.append("\u2069")
        elif char == "\u2069":
            assert "\u2069" in waiting
            while waiting.pop() != char:
                pass
        elif char == "\u202c":
            assert waiting.pop() == char
    assert waiting == []
    letters = re.sub(f"[{DIRECTIONS}]", "", line)
    assert letters.split() == re.sub(f"[{DIRECTIONS}]", "", text).split()


def test_half_a_character_is_replaced() -> None:
    assert one_line("a\ud800b\uffff") == "a\ufffdb\ufffd"
    assert one_line("a\u00a0b") == "a\u00a0b"
