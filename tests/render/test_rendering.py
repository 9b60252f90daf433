"""Fragments: links cut out of sanitised HTML, and headings with ids that stay."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load.articles import load_article
from hcgen.load.settings import load_settings
from hcgen.render import Fragment, FragmentLink, Heading, Renderer, RenderOptions, render_options
from hcgen.source import SourceFile
from tests._site import write_site

PLAIN = RenderOptions(
    ("attr_list", "fenced_code", "md_in_html", "tables"),
    {"tables": {"use_align_attribute": True}},
    trusts_html=False,
)
RENDERER = Renderer(PLAIN)


def fragment_of(markdown: str, renderer: Renderer = RENDERER) -> Fragment:
    file = SourceFile("content/en/topic/a.md", markdown)
    return renderer.render(load_article(file, "en", "topic/a.md", Findings()))


def as_written(link: FragmentLink) -> str:
    return f' {link.attribute}="{escape(link.target)}"'


def anchors(markdown: str) -> list[str]:
    return [heading.anchor for heading in fragment_of(markdown).headings]


def test_a_fragment_is_cut_at_its_links() -> None:
    fragment = fragment_of("One [two](b.md) ![three](c.png) four.")
    assert fragment.links == (
        FragmentLink("a", "href", "b.md"),
        FragmentLink("img", "src", "c.png"),
    )
    assert len(fragment.pieces) == 3
    assert fragment.html(as_written) == (
        '<p>One <a href="b.md">two</a> <img alt="three" src="c.png"> four.</p>'
    )


def test_a_link_without_address_stays_text() -> None:
    fragment = fragment_of("One [two](b.md).")
    assert fragment.html(lambda link: "") == "<p>One <a>two</a>.</p>"


def test_entities_in_an_address_are_resolved() -> None:
    (link,) = fragment_of("[a](<b&c.md?x=1&y=2#z>)").links
    assert link.target == "b&c.md?x=1&y=2#z"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<video src="a.mp4" poster="b.png"></video>', [("src", "a.mp4"), ("poster", "b.png")]),
        ('<audio src="a.mp3"></audio>', [("src", "a.mp3")]),
        ('<video><source src="a.mp4" type="video/mp4"></video>', [("src", "a.mp4")]),
        ("<a title=' href=\"no\" ' href='yes'>x</a>", [("href", "yes")]),
        ("<a title='a > b' href='yes'>x</a>", [("href", "yes")]),
        ('<a title=" href=\'no\' " href="yes">x</a>', [("href", "yes")]),
        ("<a title=' href=' class='no'>x</a>", []),
        ("<p title='<a href=\"no\">'>x</p>", []),
        ('`<a href="no">`', []),
    ],
)
def test_addresses_are_cut_out_of_tags_only(html: str, expected: list[tuple[str, str]]) -> None:
    links = fragment_of(html).links
    assert [(link.attribute, link.target) for link in links] == expected


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=4),
            st.sampled_from(
                [
                    "[a](b.md)",
                    "![](c.png)",
                    "# ",
                    "\n\n",
                    "| a |\n|--|\n",
                    "<input>",
                    "<a href='x'>",
                ]
            ),
        ),
        max_size=12,
    ).map("".join)
)
def test_a_fragment_has_one_piece_more_than_links_and_every_anchor_once(text: str) -> None:
    fragment = fragment_of(text)
    assert fragment.error == ""
    assert len(fragment.pieces) == len(fragment.links) + 1
    found = [heading.anchor for heading in fragment.headings]
    assert len(found) == len(set(found))
    assert set(found) <= fragment.anchors
    html = fragment.html(as_written)
    assert all(f'id="{escape(anchor)}"' in html for anchor in found)


def test_one_renderer_forgets_the_article_before() -> None:
    fragment_of("[x][r] ## Steps\n\n[r]: before.md\n\n## Steps\n")
    fragment = fragment_of("[x][r]\n\n## Steps\n")
    assert fragment.links == ()
    assert fragment.headings == (Heading(2, "steps", "Steps"),)


def test_a_heading_has_its_level_its_id_and_its_words_without_markup() -> None:
    fragment = fragment_of("text\n\n## Pay *now* with `x < y` & [more](b.md)\n")
    (heading,) = fragment.headings
    assert heading == Heading(2, "pay-now-with-x-y-more", "Pay now with x < y & more")
    assert '<h2 id="pay-now-with-x-y-more">Pay <em>now</em>' in fragment.html(as_written)


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("How to pay", "how-to-pay"),
        ("Langkah 1: buka menu", "langkah-1-buka-menu"),
        ("Café Ünïcode", "cafe-unicode"),
        ("سؤال وجواب", "سؤال-وجواب"),
        ("忘记密码 怎么办", "忘记密码-怎么办"),
        ("パスワードを忘れた", "パスワードを忘れた"),
        ("วิธีจ่ายเงิน", "วิธีจ่ายเงิน"),
        ("पासवर्ड भूल गए", "पासवर्ड-भूल-गए"),
        ("???", "section"),
    ],
)
def test_a_heading_id_is_its_words_in_their_own_script(words: str, anchor: str) -> None:
    assert anchors(f"text\n\n## {words}\n") == [anchor]


def test_a_written_id_wins() -> None:
    fragment = fragment_of("text\n\n## How to pay {#bayar}\n")
    assert fragment.headings == (Heading(2, "bayar", "How to pay"),)
    assert fragment.repeated_anchors == ()


def test_a_heading_with_the_words_of_an_earlier_one_is_prefixed_by_its_parent() -> None:
    text = "text\n\n## Android\n### Steps\n## iPhone\n### Steps\n"
    assert anchors(text) == ["android", "steps", "iphone", "iphone-steps"]
    assert fragment_of(text).repeated_anchors == ()


def test_headings_that_their_parents_cannot_tell_apart_are_numbered_and_reported() -> None:
    fragment = fragment_of("text\n\n## Android\n### Steps\n### Steps\n### Steps\n")
    found = [heading.anchor for heading in fragment.headings]
    assert found == ["android", "steps", "android-steps", "steps-2"]
    assert fragment.repeated_anchors == ("steps",)


def test_a_written_id_that_stands_twice_is_numbered_and_reported() -> None:
    fragment = fragment_of("text\n\n## One {#same}\n## Two {#same}\n")
    assert [heading.anchor for heading in fragment.headings] == ["same", "same-2"]
    assert fragment.repeated_anchors == ("same",)


def test_a_written_id_further_down_is_not_taken_by_words_above_it() -> None:
    assert anchors("text\n\n## Steps\n## Other {#steps}\n") == ["steps-2", "steps"]


def test_inserting_a_section_leaves_the_other_ids_alone() -> None:
    before = "text\n\n## A\n### Steps\n## C\n### Steps\n"
    after = before.replace("## C", "## B\n### Steps\n## C")
    assert set(anchors(before)) <= set(anchors(after))


def test_anchors_are_all_ids_of_the_text() -> None:
    fragment = fragment_of('text\n\n## One\n\n<p id="note">x</p>\n\n<div id="box"></div>\n')
    assert fragment.anchors == {"one", "note", "box"}


def test_the_first_heading_that_repeats_the_title_is_not_in_the_body() -> None:
    fragment = fragment_of("# How to pay\n\nText.\n")
    assert fragment.html(as_written) == "<p>Text.</p>"
    assert fragment.headings == ()


def test_a_first_heading_that_differs_from_the_title_stays() -> None:
    fragment = fragment_of("---\ntitle: Payments\n---\n# How to pay\n\nText.\n")
    assert [heading.text for heading in fragment.headings] == ["How to pay"]


def test_code_above_the_first_heading_is_not_lost() -> None:
    html = fragment_of("```\ncode\n```\n# How to pay\n\nText.\n").html(as_written)
    assert "code" in html
    assert "Text." in html


@pytest.mark.parametrize("text", ["> " * 3000 + "x", "<div>" * 3000, "- " * 2000, "*" * 5000])
def test_deep_nesting_neither_raises_nor_hangs(text: str) -> None:
    fragment = fragment_of(text)
    assert len(fragment.pieces) == len(fragment.links) + 1


def test_a_fault_within_an_extension_is_told_not_raised() -> None:
    renderer = Renderer(RenderOptions(("tests.render.broken_extension",), {}, trusts_html=False))
    assert fragment_of("text", renderer) == Fragment(("",), error="RuntimeError: no luck")


def options_of(tmp_path: Path, mkdocs_yml: str) -> tuple[RenderOptions, list[str]]:
    findings = Findings()
    settings_ = load_settings(write_site(tmp_path, {"mkdocs.yml": mkdocs_yml}), findings)
    options = render_options(settings_, findings)
    places = [(finding.rule_name, finding.span.position) for finding in findings]
    return options, [f"{name} {place.line}:{place.column}" for name, place in places]


def test_the_extensions_of_the_site_come_on_top_of_ours(tmp_path: Path) -> None:
    options, findings = options_of(
        tmp_path,
        "site_name: A\nmarkdown_extensions:\n- admonition\n- tables\n- toc:\n    permalink: true\n",
    )
    assert findings == []
    assert sorted(options.extensions) == sorted([*PLAIN.extensions, "admonition"])


def test_superfences_takes_the_place_of_fenced_code(tmp_path: Path) -> None:
    options, _ = options_of(tmp_path, "markdown_extensions: [pymdownx.superfences]\n")
    assert "fenced_code" not in options.extensions
    html = fragment_of("- a\n\n    ```\n    x\n    ```\n", Renderer(options)).html(as_written)
    assert "<code>x" in html


def test_options_have_the_types_that_extensions_expect(tmp_path: Path) -> None:
    options, findings = options_of(
        tmp_path,
        "markdown_extensions:\n"
        "  pymdownx.tabbed:\n"
        "    alternate_style: true\n"
        "  footnotes:\n"
        '    BACKLINK_TEXT: "2"\n'
        "  pymdownx.tasklist:\n",
    )
    assert findings == []
    assert options.extension_options["pymdownx.tabbed"] == {"alternate_style": True}
    assert options.extension_options["footnotes"] == {"BACKLINK_TEXT": "2"}
    assert options.extension_options["pymdownx.tasklist"] == {}


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("- admonitoin", 2),
        ("- no.such.module", 2),
        ("- footnotes:\n    NO_SUCH_OPTION: x", 2),
        ("- admonition\n- admonitoin", 3),
    ],
)
def test_an_extension_that_cannot_be_used_is_reported_and_left_out(
    tmp_path: Path, entry: str, line: int
) -> None:
    options, findings = options_of(tmp_path, f"markdown_extensions:\n{entry}\n")
    assert findings == [f"unusable-markdown-extension {line}:3"]
    assert fragment_of("text", Renderer(options)).html(as_written) == "<p>text</p>"


def test_only_known_packages_are_imported_from_configuration(tmp_path: Path) -> None:
    options, findings = options_of(
        tmp_path,
        "markdown_extensions:\n"
        "  pymdownx.superfences:\n"
        "    custom_fences:\n"
        "    - name: mermaid\n"
        "      class: mermaid\n"
        "      format: !!python/name:pymdownx.superfences.fence_code_format\n"
        "  footnotes:\n"
        "    PLACE_MARKER: !!python/name:os.getcwd\n",
    )
    (fence,) = options.extension_options["pymdownx.superfences"]["custom_fences"]
    assert callable(fence["format"])
    assert "footnotes" not in options.extensions
    (finding,) = findings
    assert finding == "unusable-markdown-extension 7:3"


@pytest.mark.parametrize("name", ["pymdownx.superfences.nothing", "pymdownx.nothing.at_all"])
def test_a_name_that_cannot_be_imported_is_told(tmp_path: Path, name: str) -> None:
    options, findings = options_of(
        tmp_path, f"markdown_extensions:\n  footnotes:\n    PLACE_MARKER: !!python/name:{name}\n"
    )
    assert "footnotes" not in options.extensions
    (finding,) = findings
    assert finding == "unusable-markdown-extension 2:3"


@pytest.mark.parametrize("name", ["script", "title", "textarea", "style", "iframe", "select"])
def test_an_element_that_is_only_mentioned_swallows_nothing(name: str) -> None:
    fragment = fragment_of(f"Put it between <{name}> and </body>.\n\n## Next\n\nStep.\n")
    html = "".join(fragment.pieces)
    assert f"&lt;{name}" in html
    assert "Step." in html
    assert [heading.text for heading in fragment.headings] == ["Next"]


def test_words_that_look_like_an_id_are_no_anchor() -> None:
    text = 'text\n\n## One\n\n`<p id="no">` and id="no" <b title=" id=\'no\' ">x</b>\n'
    assert fragment_of(text).anchors == {"one"}


def test_an_id_with_entities_is_one_anchor() -> None:
    fragment = fragment_of("<p id='a&amp;b'>x</p>\n\n<h2 id='c&amp;d'>y</h2>")
    assert fragment.anchors == {"a&b", "c&d"}
