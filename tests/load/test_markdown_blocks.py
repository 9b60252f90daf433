"""Blocks of Markdown and where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from hcgen.load.markdown_blocks import BlockKind, scan_blocks
from hcgen.source import SourceFile

MARKDOWN = st.lists(
    st.sampled_from(
        [
            "# ",
            "## ",
            "1. ",
            "2) ",
            "- ",
            "> ",
            "    ",
            "\n",
            "\n\n",
            "```\n",
            "`",
            "<!--",
            "-->",
            "![a](b)",
            "[a](b.md)",
            "| a | b |\n|---|---|\n",
            '!!! note "T"\n',
            "===\n",
            "---\n",
            "<div>",
            "é ทำ 你",
            "word ",
            "{#id}",
            "*",
            "&amp;",
        ]
    ),
    max_size=30,
).map("".join)


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(b.kind, b.span.text) for b in scan_blocks(SourceFile("a.md", text), 0)]


def test_each_kind_is_told_and_placed_without_its_marks() -> None:
    assert kinds(
        "# Top {#top}\n\nText\nmore.\n\n1. One\n2. Two\n\n- Dot\n\n| a |\n|---|\n\n```\ncode\n```\n"
    ) == [
        (BlockKind.HEADING, "Top"),
        (BlockKind.PARAGRAPH, "Text\nmore."),
        (BlockKind.ITEM, "One"),
        (BlockKind.ITEM, "Two"),
        (BlockKind.ITEM, "Dot"),
        (BlockKind.TABLE, "| a |\n|---|"),
        (BlockKind.CODE, "```\ncode\n```"),
    ]


def test_a_number_with_a_bracket_begins_no_list() -> None:
    assert kinds("1) One\n2) Two\n") == [(BlockKind.PARAGRAPH, "1) One\n2) Two")]


def test_prose_leaves_out_code_and_targets() -> None:
    (block,) = scan_blocks(SourceFile("a.md", "See [how](b.md) and `code`.\n"), 0)
    assert block.words.split() == ["See", "how", "and", "."]


@given(MARKDOWN, st.sampled_from(["", "---\ntitle: T\n---\n"]))
def test_blocks_are_in_order_within_the_body_and_prose_stands_where_the_text_does(
    body: str, front_matter: str
) -> None:
    text = front_matter + body
    last = len(front_matter)
    for block in scan_blocks(SourceFile("a.md", text), len(front_matter)):
        assert last <= block.span.start < block.span.end <= len(text)
        last = block.span.start
        assert len(block.prose) == len(block.span.text)
        for shown, written in zip(block.prose, block.span.text, strict=True):
            assert shown in (written, " ")


def test_a_line_that_is_all_code_is_a_line() -> None:
    assert kinds("- `.prod`\n- `.dev`\n\n## `a`\n\nText\n`b`\nmore.\n\n`c`\n---\n") == [
        (BlockKind.ITEM, "`.prod`"),
        (BlockKind.ITEM, "`.dev`"),
        (BlockKind.HEADING, "`a`"),
        (BlockKind.PARAGRAPH, "Text\n`b`\nmore."),
        (BlockKind.HEADING, "`c`"),
    ]


def test_raw_code_is_no_text() -> None:
    assert kinds("Text\n\n<pre><code>a:\n\n# b\n\n- c\n</code></pre>\n\nMore.\n") == [
        (BlockKind.PARAGRAPH, "Text"),
        (BlockKind.CODE, "<pre><code>a:\n\n# b\n\n- c\n</code></pre>"),
        (BlockKind.PARAGRAPH, "More."),
    ]


def test_an_indented_sign_makes_a_heading_only_inside_a_list_or_note() -> None:
    assert kinds("Text\n    # no\n\n # no\n\n- item\n\n    ## yes\n") == [
        (BlockKind.PARAGRAPH, "Text\n    # no"),
        (BlockKind.PARAGRAPH, "# no"),
        (BlockKind.ITEM, "item"),
        (BlockKind.HEADING, "yes"),
    ]


def test_a_heading_may_be_written_in_html() -> None:
    text = 'Text\n\n<h3 id="a">Pay <em>now</em></h3>\n\nMore.\n\n<h4>\n  Last\n</h4>\n'
    found = scan_blocks(SourceFile("a.md", text), 0)
    assert [(block.kind, block.words, block.level) for block in found] == [
        (BlockKind.PARAGRAPH, "Text", 0),
        (BlockKind.HEADING, "Pay now", 3),
        (BlockKind.PARAGRAPH, "More.", 0),
        (BlockKind.HEADING, "Last", 4),
    ]


def test_a_table_between_tags_is_a_table() -> None:
    assert kinds("Text.\n\n<table>\n<tr><td>Word\n\n</td></tr>\n</table>\n\nMore.") == [
        (BlockKind.PARAGRAPH, "Text."),
        (BlockKind.TABLE, "<table>\n<tr><td>Word\n\n</td></tr>\n</table>"),
        (BlockKind.PARAGRAPH, "More."),
    ]


def test_a_backtick_without_a_partner_takes_in_no_item_below() -> None:
    assert kinds("- One ` here\n- Two ` there\n") == [
        (BlockKind.ITEM, "One ` here"),
        (BlockKind.ITEM, "Two ` there"),
    ]
    assert kinds("Code `over\ntwo` lines\n") == [(BlockKind.PARAGRAPH, "Code `over\ntwo` lines")]
