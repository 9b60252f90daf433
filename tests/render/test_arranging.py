"""What every fragment has on top of its Markdown: sized images, scrolling tables, safe ids."""

import re
import time
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hcgen.render import FragmentLink, Heading, Renderer
from hcgen.render.arranging import fragment_of
from hcgen.render.sanitising import sanitised
from tests.render.articles import CAREFUL, TRUSTING, html_of, rendered

TABLE = "| a |\n|---|\n| 1 |\n"
FRAME = '<div class="table" tabindex="0"'
NAMED = FRAME + ' role="group" aria-labelledby="{}"><table>'


class Tags(HTMLParser):
    """Collects start tags as a browser sees them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), "an attribute stands twice"
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def ids_of(html: str) -> list[str]:
    return [attributes["id"] for _, attributes in Tags(html).found if "id" in attributes]


def test_every_image_but_the_first_waits_until_it_is_near() -> None:
    html = html_of('![A](a.png) ![B](b.png)\n\n![C](c.png "T")\n\n| ![D](d.png) |\n|---|\n')
    assert re.findall("<img[^>]*>", html) == [
        '<img alt="A" src="a.png">',
        '<img loading="lazy" decoding="async" alt="B" src="b.png">',
        '<img loading="lazy" decoding="async" alt="C" src="c.png">',
        '<img loading="lazy" decoding="async" alt="D" src="d.png">',
    ]


def test_how_a_trusted_image_loads_is_for_its_writer_to_say() -> None:
    html = html_of("<img src='a.png'>\n\n<img loading=eager src='b.png'>\n", TRUSTING)
    assert '<img decoding="async" loading=eager src="b.png">' in html


@pytest.mark.parametrize(
    ("image", "is_sized"),
    [
        ("![A](a.png)", False),
        ("![width=1](a.png)", False),
        ("![A](a.png){width=20}", True),
        ("![A](a.png){height=20}", True),
        ('<img src="a.png" width="20" height="10" alt="">', True),
        ('<video src="a.mp4" width="20"></video>', False),
    ],
)
def test_a_link_knows_whether_its_image_has_a_size(image: str, is_sized: bool) -> None:
    assert [link.is_sized for link in rendered(image).links] == [is_sized]


def test_a_table_scrolls_in_a_region_with_the_name_of_the_heading_above() -> None:
    html = html_of(f"Text.\n\n## One\n\n### Two\n\n{TABLE}\n\n## Three\n\n{TABLE}")
    assert re.findall(r'<div class="table".*', html) == [
        NAMED.format("two"),
        NAMED.format("three"),
    ]
    assert html.count("</table></div>") == 2


def test_a_table_without_a_heading_above_only_scrolls() -> None:
    html = html_of(f"{TABLE}\n\n## Below\n")
    assert "role" not in html_of(f'<p id="no-heading">Text.</p>\n\n{TABLE}')
    assert f"{FRAME}><table>" in html
    assert "role" not in html


def test_the_name_of_a_tables_region_may_be_in_any_script() -> None:
    html = html_of(f"نص\n\n## خطط الأسعار\n\n{TABLE}")
    assert NAMED.format("خطط-الأسعار") in html
    assert '<h2 id="خطط-الأسعار">' in html


def test_a_heading_whose_id_holds_a_blank_or_a_quote_names_nothing_else() -> None:
    assert "role" not in html_of(f'<h2 id="a b">A</h2>\n\n{TABLE}')
    html = html_of(f"<h2 id='a\"&amp;'>A</h2>\n\n{TABLE}")
    assert NAMED.format("a&quot;&amp;") in html
    assert ("h2", {"id": 'a"&'}) in Tags(html).found


def test_a_table_in_a_list_or_a_note_scrolls_too() -> None:
    inner = TABLE.replace("|", "    |", 1).replace("\n|", "\n    |")
    assert f"{FRAME}>" in html_of(f"- item\n\n{inner}")
    assert f"{FRAME}>" in html_of(f'!!! note "N"\n\n{inner}')


def test_a_table_in_a_table_scrolls_with_the_outer_one() -> None:
    nested = "<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>"
    html = html_of(f"{nested}\n\n{TABLE}")
    assert html.count("<table>") == 3
    assert html.count(FRAME) == html.count("</table></div>") == 2
    assert "<td><table>" in html


def test_code_can_be_reached_without_a_mouse() -> None:
    html = html_of("```\na\n```\n\n    indented\n\n- item\n\n    ```\n    b\n    ```\n")
    assert html.count("<pre") == html.count('<pre tabindex="0">') == 3


def test_writers_bring_no_roles_and_no_places_in_the_tab_order_of_their_own() -> None:
    hostile = (
        '<table tabindex="5" role="alert"><tr><td>x</td></tr></table>\n\n'
        '<pre tabindex="7" role="button">x</pre>\n\n'
        '<div class="table" tabindex="9" role="group" aria-labelledby="hc-search">x</div>\n'
    )
    html = html_of(hostile)
    assert re.findall(r'tabindex="\d+"', html) == ['tabindex="0"'] * 2
    assert "role" not in html
    assert "aria" not in html


def test_trusted_code_keeps_its_own_place_in_the_tab_order() -> None:
    html = html_of("<pre tabindex='-1'>x</pre>\n", TRUSTING)
    assert html == "<pre tabindex='-1'>x</pre>"


def test_words_within_an_attribute_are_no_tags() -> None:
    text = "<p title=\"<table> <pre> <img src='x.png'> <h1 id=hc-x>\">text</p>\n"
    for renderer in (CAREFUL, TRUSTING):
        fragment = rendered(text, renderer)
        assert fragment.links == ()
        assert fragment.classes == fragment.anchors == frozenset()
        assert "<div" not in fragment.pieces[0]
    assert html_of(text, TRUSTING) == text.strip()


def test_a_trusted_table_without_an_end_takes_in_nothing() -> None:
    html = html_of("<table>\n\nText.\n\n| a |\n|---|\n| 1 |\n", TRUSTING)
    assert "<div" not in html
    assert "</div>" not in html
    assert "<div" not in html_of("text </table>\n", TRUSTING)


@pytest.mark.parametrize(
    "kept",
    [
        "<script>\nconst html = \"<table><tr><h1 id='hc-x'>\";\n</script>",
        "<!-- <table> <img src='a.png'> ![A](a.png) -->",
        "<style>\n/* <table> </table> */\n</style>",
        "<textarea>\n<table></table><pre>\n</textarea>",
    ],
)
def test_trusted_scripts_and_comments_are_not_touched(kept: str) -> None:
    fragment = rendered(f"Before.\n\n{kept}\n\n{TABLE}\n\nAfter.\n", TRUSTING)
    (piece,) = fragment.pieces
    assert kept in piece
    assert piece.count(FRAME) == 1
    assert fragment.text == "Before. a 1 After."
    assert fragment.anchors == frozenset()


def test_a_comment_that_begins_within_a_script_ends_with_it() -> None:
    html = '<script>a = "<!-- ";</script><p>One <b class="x">two</b></p><!-- three --><pre>x</pre>'
    fragment = fragment_of(html, is_sanitised=False)
    assert fragment.pieces == (html.replace("<pre>", '<pre tabindex="0">'),)
    assert fragment.text == "One two x"
    assert fragment.classes == {"x"}


def test_addresses_of_other_trusted_tags_are_left_as_they_are() -> None:
    html = "<iframe src='player.html'></iframe>"
    assert fragment_of(html, is_sanitised=False).pieces == (html,)


def test_trusted_html_may_be_written_in_capitals_and_without_quotes() -> None:
    text = "<A HREF=b.md CLASS=go>x</A> <TABLE><TR><TD>1</TABLE>\n\n<H2 ID=two>Two</H2>\n"
    fragment = rendered(text, TRUSTING)
    assert fragment.links == (FragmentLink("a", "href", "b.md"),)
    assert fragment.classes == {"go", "table"}
    assert fragment.headings == (Heading(2, "two", "Two"),)
    assert "</TABLE></div>" in fragment.pieces[-1]


def test_classes_are_those_of_tags_wherever_they_come_from() -> None:
    text = (
        '!!! warning "W"\n    x\n\n| a |\n|--:|\n| 1 |\n\n```python\nx\n```\n\n'
        'text{.one .two} `class="no"` class="no"\n\n<b title="class=\'no\'">x</b>\n'
    )
    classes = rendered(text).classes
    assert {"admonition", "admonition-title", "warning", "align-right", "table"} <= classes
    assert {"one", "two"} <= rendered("text\n{: .one .two }\n").classes
    assert "no" not in classes
    assert rendered("Text.\n").classes == frozenset()


def test_every_class_in_the_html_is_told() -> None:
    text = (
        '=== "A"\n\n    x\n\n??? note "N"\n    y\n\n```python\nx = 1\n```\n\nz[^1]\n\n[^1]: note\n'
    )
    found = {
        name
        for _, attributes in Tags(html_of(text)).found
        for name in attributes.get("class", "").split()
    }
    assert "tabbed-set" in found
    assert rendered(text).classes == found


def test_a_cell_with_a_class_keeps_it() -> None:
    html = html_of('<table><tr><td class="x" align="right">1</td></tr></table>')
    assert '<td class="x">' in html


@pytest.mark.parametrize("renderer", [CAREFUL, TRUSTING])
def test_the_ids_of_the_page_are_not_for_articles(renderer: Renderer) -> None:
    text = (
        '<div id="hc-search">x</div>\n\n## Steps {#hc-steps}\n\n## HC 2\n\n'
        '<h2 id="hc-contact">Raw</h2>\n\n<p id="own">x</p>\n'
    )
    fragment = rendered(text, renderer)
    anchors = ["steps", "section-hc-2", "raw"]
    assert [heading.anchor for heading in fragment.headings] == anchors
    assert fragment.anchors == {*anchors, "own"}
    assert sorted(ids_of("".join(fragment.pieces))) == sorted(fragment.anchors)


def test_no_way_of_telling_headings_apart_leads_to_an_id_of_the_page() -> None:
    html = html_of("Text.\n\n## A\n### B\n## HC\n### B\n## HC\n## HC\n")
    found = ids_of(html)
    assert len(found) == len(set(found)) == 6
    assert not [anchor for anchor in found if anchor.startswith("hc-")]


def test_an_id_that_stands_twice_stays_where_it_stands_first() -> None:
    html = html_of('<p id="x">one</p>\n\n<p id="x">two</p>\n\n<p id="">three</p>\n')
    assert html.split() == ["<p", 'id="x">one</p>', "<p>two</p>", "<p>three</p>"]


def test_an_id_that_a_heading_has_too_is_the_headings() -> None:
    fragment = rendered('<p id="steps">one</p>\n\n## Steps {#steps}\n\n<p id="steps">two</p>\n')
    (piece,) = fragment.pieces
    assert ids_of(piece) == ["steps"]
    assert '<h2 id="steps">' in piece
    assert fragment.headings == (Heading(2, "steps", "Steps"),)


def test_the_title_is_the_only_heading_of_its_level() -> None:
    text = (
        "---\ntitle: T\n---\n# One\n\n## Two\n\n### Three\n\n<h1 class='x'>Four</h1>\n\n"
        "<h2><div><h1>Five</h1></div></h2>\n"
    )
    html = html_of(text)
    assert re.findall(r"</?h\d", html)[:8] == [
        *("<h2", "</h2", "<h2", "</h2", "<h3", "</h3", "<h2", "</h2"),
    ]
    assert "h1" not in html
    levels = [(heading.level, heading.text) for heading in rendered(text).headings]
    assert levels[:4] == [(2, "One"), (2, "Two"), (3, "Three"), (2, "Four")]


def test_a_title_in_capitals_of_trusted_html_is_shown_a_level_lower() -> None:
    html = html_of("---\ntitle: T\n---\n<H1>One</H1>\n\n<div><h1>Two</h1></div>\n", TRUSTING)
    assert "1>" not in html
    assert html.count("h2") == 4


def test_headings_of_level_1_still_tell_those_below_apart() -> None:
    fragment = rendered("---\ntitle: T\n---\n# Android\n\n## Steps\n\n# iPhone\n\n## Steps\n")
    anchors = [heading.anchor for heading in fragment.headings]
    assert anchors == ["android", "steps", "iphone", "iphone-steps"]
    assert fragment.repeated_anchors == ()


MANY = 10_000


@pytest.mark.parametrize(
    "text",
    [
        "<table>" * MANY,
        "</table>" * MANY,
        "<table><tr><td>" * 1000 + "x",
        "<h2>" * MANY,
        "<h1>" * MANY + "</h1>" * MANY,
        "<h2>Same</h2>" * MANY,
        "<p>" * MANY,
        "<p><img title='x'>" * MANY,
        '<p><a href="x"><img title="' * MANY,
        "<figure>" * MANY,
        '<div class="admonition">' * MANY,
        "<script>" * MANY * 5,
        "<!--" * MANY,
        "<!-- <table> -->" * MANY,
        '<a "' * MANY,
        "<a '\"" * MANY,
        "<a" + " " * MANY * 10 + "x>",
        "<a " + "x = " * MANY + ">",
        '<p id="x">' * MANY,
        "<" * MANY,
        "<p>" + (" " * 100 + "<img") * 1000,
    ],
    ids=lambda text: text[:24],
)
@pytest.mark.parametrize("is_sanitised", [True, False])
def test_hostile_html_takes_no_longer_than_its_length(text: str, is_sanitised: bool) -> None:
    # the parser before takes the square of some of these, so they are handed over as they are
    started = time.process_time()
    html = sanitised(text) if is_sanitised else text
    fragment = fragment_of(html, is_sanitised=is_sanitised)
    assert time.process_time() - started < 3
    assert len(fragment.pieces) == len(fragment.links) + 1


def test_ten_thousand_open_brackets_are_an_article() -> None:
    fragment = rendered("[" * 1000 + "\n\n" + "| a |\n|---|\n| 1 |\n\n" * 1000)
    assert "".join(fragment.pieces).count(FRAME) == 1000


# everything that a fragment may hold, so that nothing but the shape of the HTML can change
_EVERYTHING = nh3.Cleaner(
    tags=set(
        "a b blockquote br code dd details div dl dt em figcaption figure h1 h2 h3 img li ol p pre "
        "section span strong summary table tbody td th thead tr ul".split()
    ),
    attributes={
        "*": {"aria-labelledby", "class", "id", "role", "tabindex", "title"},
        "img": {"alt", "decoding", "height", "loading", "src", "width"},
    },
    link_rel=None,
)
PIECES = st.sampled_from(
    [
        *("<table>", "</table>", "<tr>", "<td>", "</td>", "<p>", "</p>", "<div>", "</div>", "<ul>"),
        *("<li>", "</ul>", "<h1>", "</h1>", "<h2 id='x'>", "</h2>", "<pre>", "</pre>", "<figure>"),
        *(
            "</figure>",
            "<img src='a.png' title='T'>",
            "<p><img title='T' alt=''></p>",
            "text",
            "<b>",
        ),
        *("</b>", "<span>", "</span>", "<section>", "</section>", "<a id='hc-a'>", "</a>", "<br>"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_browsers_read_the_arranged_html_as_it_is_written(text: str) -> None:
    plain = sanitised(sanitised(sanitised(text)))  # tables without cells move at first
    assume(_EVERYTHING.clean(plain) == plain)
    fragment = fragment_of(plain, is_sanitised=True)
    html = fragment.html(lambda link: "")
    assert _EVERYTHING.clean(html) == html
    found = ids_of(html)
    assert len(found) == len(set(found))
    assert set(found) == fragment.anchors
