"""Patterns that cannot match are not asked, and nothing else changes."""

from collections.abc import Sequence
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.render.channel_references import ChannelReferences
from hcgen.render.quick_inline import QuickInline
from tests.pipeline.building import DEMO

PLAIN: tuple[str, ...] = ("attr_list", "fenced_code", "md_in_html", "tables")
MANY: tuple[str, ...] = (
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "smarty"),
    *("pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.emoji", "pymdownx.keys"),
    *("pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.superfences"),
    *("pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde", "pymdownx.inlinehilite"),
)
PARTS = (
    *("word ", "Two words", "\n", "\n\n", "  \n", "- ", "1. ", "> ", "# ", "    ", "| a | b |\n"),
    *("*", "**", "_", "__", "~", "~~", "^", "==", "`", "``", "\\", "\\*", "!", "[", "]", "(", ")"),
    *("[a](b.md)", "![a](b.png)", "[a][b]", "[b]: c.md\n", "<https://a.example>", "<a@b.example>"),
    *("<b>", "</b>", "<!-- -->", "&", "&amp;", "&#65;", "{{ channel:mail }}", "{#x}", "{: .y }"),
    *(
        ":smile:",
        "++ctrl+a++",
        "(c)",
        "-->",
        "https://a.example/b",
        "[^1]",
        "[^1]: note\n",
        '"',
        "'",
    ),
)


def readers(extensions: Sequence[str]) -> tuple[markdown.Markdown, markdown.Markdown]:
    usual: list[Any] = [*extensions, ChannelReferences()]
    return (
        markdown.Markdown(extensions=usual),
        markdown.Markdown(extensions=[*usual, QuickInline()]),
    )


READERS = {extensions: readers(extensions) for extensions in (PLAIN, MANY)}


@pytest.mark.parametrize("extensions", [PLAIN, MANY], ids=["plain", "many"])
@given(parts=st.lists(st.sampled_from(PARTS), max_size=30))
def test_any_text_becomes_the_same(extensions: tuple[str, ...], parts: list[str]) -> None:
    usual, quick = READERS[extensions]
    text = "".join(parts)
    assert quick.reset().convert(text) == usual.reset().convert(text)


@pytest.mark.parametrize("extensions", [PLAIN, MANY], ids=["plain", "many"])
def test_the_demo_becomes_the_same(extensions: tuple[str, ...]) -> None:
    usual, quick = READERS[extensions]
    for file in sorted((DEMO.parent / "content" / "en").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        assert quick.reset().convert(text) == usual.reset().convert(text), file


def test_most_patterns_are_not_asked_about_plain_words() -> None:
    _, quick = readers(PLAIN)
    asked: list[str] = []
    patterns: list[Any] = list(quick.inlinePatterns)
    for pattern in patterns:
        compiled = pattern.compiled_re

        class Watched:
            def __init__(self, compiled: Any) -> None:
                self._compiled = compiled

            def finditer(self, *given: Any) -> Any:
                asked.append(self._compiled.pattern)
                return self._compiled.finditer(*given)

        pattern.compiled_re = Watched(compiled)
    quick.convert("Plain words only.")
    assert not asked
    quick.convert("Plain [words](a.md) *only*.")
    assert asked
