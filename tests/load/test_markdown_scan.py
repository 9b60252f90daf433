"""Links, images and headings of Markdown, found where they stand."""

import re
import time
from html import unescape

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hcgen.load.markdown_scan import first_heading, scan_comments, scan_headings, scan_links
from hcgen.source import SourceFile

MARKDOWN_ISH = st.lists(
    st.one_of(
        st.text(max_size=4),
        st.sampled_from(
            [
                "[", "]", "(", ")", "![", "](", "<", ">", "`", "```\n", "~~~", "\n", "[a](b)",
                "<a href=", '"x"', "<!--", "-->", "\\", "[r]: ", "{#x}", "# ", "===\n", "https://e",
            ]
        ),
    ),
    max_size=20,
).map("".join)  # fmt: skip

WORD = st.text("abcxyz", min_size=1, max_size=6)
TARGET = st.from_regex(
    r"[a-z]{1,5}(/[a-zé%0-9-]{1,6}){0,3}(\.md|\.png)?(#[a-z]{1,4})?", fullmatch=True
)
TITLE = st.one_of(st.just(""), WORD.map(' "{}"'.format), WORD.map(" '{}'".format))


@st.composite
def links_and_text(draw: st.DrawFn) -> str:
    """Draw Markdown of paragraphs, lists and quotes with links, images and code between words."""
    blocks: list[str] = []
    definitions: list[str] = []
    for number in range(draw(st.integers(1, 5))):
        parts: list[str] = []
        for _ in range(draw(st.integers(1, 4))):
            word, target, title = draw(WORD), draw(TARGET), draw(TITLE)
            kind = draw(st.integers(0, 9))
            name = f"ref{number}-{len(parts)}"
            if kind in (6, 7, 8):
                definitions.append(f"[{name}]: {target}{title}")
            parts.append(
                [
                    f"[{word}]({target}{title})",
                    f"![{word}]({target}{title})",
                    f"[![{word}]({target})]({draw(TARGET)})",
                    f"[{word}](<{target}>{title})",
                    f"[**{word}** [x]]({target})",
                    f"`[{word}]({target})`",
                    f"[{word}][{name}]",
                    f"[{name}][]",
                    f"![{word}][{name}]",
                    word,
                ][kind]
            )
        lead = draw(st.sampled_from(["", "", "- ", "1. ", "> ", "## "]))
        blocks.append(lead + " ".join(parts))
    return "\n\n".join([*blocks, "\n".join(definitions)])


def targets(text: str, body_start: int = 0) -> list[str]:
    return [link.target.value for link in scan_links(SourceFile("a.md", text), body_start)]


@settings(max_examples=400, deadline=None)
@given(MARKDOWN_ISH, st.data())
@example("[a](b", None)
@example("\\[a](b)", None)
def test_the_place_of_every_link_holds_its_target(text: str, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text))) if data else 0
    file = SourceFile("a.md", text)
    found = scan_links(file, start)
    for link in found:
        assert link.target.span.text == link.target.value
        assert start <= link.target.span.start
    places = [link.target.span.start for link in found]
    assert places == sorted(places)


@settings(max_examples=200, deadline=None)
@given(MARKDOWN_ISH)
def test_the_place_of_every_heading_holds_its_text(text: str) -> None:
    file = SourceFile("a.md", text)
    for heading in scan_headings(file, 0):
        assert heading.text.span.text == heading.text.value
    first = first_heading(file, 0)
    assert first is None or first.text.span.text == first.text.value


@settings(max_examples=150, deadline=None)
@given(links_and_text())
def test_every_link_that_markdown_renders_is_found_with_the_same_target(text: str) -> None:
    html = markdown.markdown(text, output_format="html")
    rendered = {unescape(found) for found in re.findall(r'(?:href|src)="([^"]*)"', html)}
    assert rendered <= set(targets(text))


@settings(max_examples=100, deadline=None)
@given(links_and_text())
def test_every_link_that_is_found_is_rendered_or_defined_for_later(text: str) -> None:
    html = markdown.markdown(text, output_format="html")
    rendered = {unescape(found) for found in re.findall(r'(?:href|src)="([^"]*)"', html)}
    defined = set(re.findall(r"^\[[^\]]+\]: (\S+)", text, re.M))
    assert set(targets(text)) <= rendered | defined


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", ["b.md"]),
        ('[a](b.md "title")', ["b.md"]),
        ("[a]( b.md )", ["b.md"]),
        ("[a](<b c.md>)", ["b c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[a [b] c](d.md)", ["d.md"]),
        ("![a](b.png)", ["b.png"]),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("see [a][r]\n\n[r]: b.md", ["b.md"]),
        ("[r]: <b c.md> 'title'", ["b c.md"]),
        ("[r]:\n  b.md", ["b.md"]),
        ("<https://awan.example/>", ["https://awan.example/"]),
        ("<mailto:a@awan.example>", ["mailto:a@awan.example"]),
        ('<a class="x" href="b.md">', ["b.md"]),
        ("<a href='b.md'>", ["b.md"]),
        ("<a href=b.md>", ["b.md"]),
        ('<img alt="" src="b.png">', ["b.png"]),
        ("<A HREF='b.md'>", ["b.md"]),
        ("[a](#steps)", ["#steps"]),
        ("[カード](カード.md)", ["カード.md"]),
        ("one [a](b.md) two [c](d.md)", ["b.md", "d.md"]),
        ("| [a](b.md) | x |\n|---|---|\n", ["b.md"]),
        ("> [a](b.md)", ["b.md"]),
        ("[a]()", []),
        ("[a]", []),
        ("\\[a](b.md)", []),
        ("`[a](b.md)`", []),
        ("``[a](b.md) ` ``", []),
        ("```\n[a](b.md)\n```\n", []),
        ("~~~ text\n[a](b.md)\n~~~\n", []),
        ("```\n[a](b.md)\n", ["b.md"]),
        ("<!-- [a](b.md)", ["b.md"]),
        ("a ` b\n\n[a](b.md) ` c", ["b.md"]),
        ("[a](Kata sandi/lupa.md)", ["Kata sandi/lupa.md"]),
        ("[a](b c.md 'title')", ["b c.md"]),
        ("\\\\[a](b.md)", ["b.md"]),
        ("\\![a](b.md)", ["b.md"]),
        ("<!-- [a](b.md) -->", []),
        ("[^1]: a note", []),
        ("```\ncode\n```\n[a](b.md)", ["b.md"]),
        ("<!-- x --> [a](b.md)", ["b.md"]),
    ],
)
def test_links_are_found_as_markdown_reads_them(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_images_are_told_from_links() -> None:
    file = SourceFile("a.md", '[![a](b.png)](c.md) <img src="d.png"> <a href="e.md">')
    found = {link.target.value: link.is_image for link in scan_links(file, 0)}
    assert found == {"b.png": True, "c.md": False, "d.png": True, "e.md": False}


def test_links_of_the_front_matter_are_not_links_of_the_text() -> None:
    text = "---\ntitle: '[a](b.md)'\n---\n[c](d.md)"
    assert targets(text, text.index("[c]")) == ["d.md"]


def test_a_backtick_in_the_front_matter_opens_no_code() -> None:
    text = "---\ntitle: a ` b\n---\n[c](d.md) ` x"
    assert targets(text, text.index("[c]")) == ["d.md"]


def test_the_line_and_column_of_a_link_are_those_of_its_target() -> None:
    (link,) = scan_links(SourceFile("a.md", "one\n\nsee [the guide](guide.md) now"), 0)
    place = link.target.span.position
    assert (place.line, place.column) == (3, 17)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 10_000,
        "\\[" * 20_000,
        "[a](" * 5_000,
        "[" + "[a]" * 20_000,
        "<a " * 20_000,
        "<!--" * 20_000,
        "".join("`" * number + " " for number in range(600)),
        "# a" + " " * 20_000 + "b",
        "# " + "#" * 20_000 + "x",
        "# a {" + "#" * 20_000,
        "# " + "{#a " * 10_000,
    ],
    ids=lambda text: str(text[:8]),
)
def test_hostile_repetition_ends_soon(text: str) -> None:
    file = SourceFile("a.md", text)
    began = time.perf_counter()
    scan_links(file, 0)
    first_heading(file, 0)
    scan_headings(file, 0)
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    ("text", "words", "is_at_top", "rest"),
    [
        ("# How to pay\n\nText", "How to pay", True, "\n\nText"),
        ("\n\n# How to pay #\nText", "How to pay", True, "\nText"),
        ("How to pay\n=====\nText", "How to pay", True, "\nText"),
        ("# How to pay {#pay}\nText", "How to pay", True, "\nText"),
        ("#No blank\nText", "No blank", True, "\nText"),
        ("Text\n\n# How to pay\n", "How to pay", False, "\n"),
        ("## How to pay\n", "How to pay", False, "\n"),
        ("```\n# code\n```\n# How to pay", "How to pay", False, ""),
        ("<!-- # old -->\n# How to pay", "How to pay", True, ""),
        ("#\n# How to pay", "How to pay", False, ""),
        ("# Using `hcgen`\nText", "Using `hcgen`", True, "\nText"),
        ("# Two {words}\nText", "Two", True, "\nText"),
        ("# A{b}\nText", "A{b}", True, "\nText"),
    ],
)
def test_the_first_heading_is_found_with_its_place(
    text: str, words: str, is_at_top: bool, rest: str
) -> None:
    heading = first_heading(SourceFile("a.md", text), 0)
    assert heading is not None
    assert (heading.text.value, heading.is_at_top) == (words, is_at_top)
    assert heading.text.span.text == words
    assert text[heading.end :] == rest


@pytest.mark.parametrize(
    "text", ["", "Text only", "`# code`", "    # code block\n", "#\n", "a # b"]
)
def test_a_text_without_heading_has_none(text: str) -> None:
    assert first_heading(SourceFile("a.md", text), 0) is None


def test_headings_have_their_explicit_ids() -> None:
    file = SourceFile("a.md", "# One\n\n## Two {#second .wide}\n\n```\n# no\n```\n### Three ###\n")
    found = [(heading.text.value, heading.anchor) for heading in scan_headings(file, 0)]
    assert found == [("One", ""), ("Two", "second"), ("Three", "")]


def test_comments_outside_code_are_found() -> None:
    text = (
        "<!-- one -->\nA <!-- two --> `<!-- no -->` b\n\n```\n<!-- no -->\n```\n"
        "<!-- three\n\n` -->\nand `<!-- no -->`\n\nopen <!-- no"
    )
    found = [span.text for span in scan_comments(SourceFile("a.md", text), 0)]
    assert found == ["<!-- one -->", "<!-- two -->", "<!-- three\n\n` -->"]
    assert scan_comments(SourceFile("a.md", text), text.index("A <!--"))[0].text == "<!-- two -->"


def test_a_backtick_in_a_comment_hides_no_link() -> None:
    file = SourceFile("a.md", "<!-- don`t -->\n[a](b.md) and `code`\n")
    assert [link.target.value for link in scan_links(file, 0)] == ["b.md"]


@given(MARKDOWN_ISH)
def test_comments_of_any_text_are_apart_and_in_their_order(text: str) -> None:
    spans = scan_comments(SourceFile("a.md", text), 0)
    for span in spans:
        assert span.text.lstrip(" ").startswith("<!--")
        assert span.text.endswith("-->")
    places = [place for span in spans for place in (span.start, span.end)]
    assert places == sorted(places)
