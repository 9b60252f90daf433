"""The part of Material's stylesheet that articles can show, and nothing else of it."""

import re

import pytest

from hcgen.pages.stylesheet.accent import DARK, LEAST_CONTRAST, LIGHT, Scheme, accent_properties
from hcgen.pages.stylesheet.colours import Colour
from hcgen.pages.stylesheet.contents import Contents
from hcgen.pages.stylesheet.material import reduced_material
from hcgen.pages.stylesheet.scanning import blocks_of, selectors_of
from hcgen.render import Fragment
from tests.pages.stylesheet.installed import (
    EVERYTHING,
    MAIN,
    SITE_CSS,
    properties_of,
    reduced,
)

ALL = reduced_material(MAIN, EVERYTHING)

NOTE = ("admonition", "admonition-title", "note")
NOTE_TYPES = "abstract bug danger example failure info note question quote success tip warning"

COMPONENTS = {
    "a note": (NOTE, ".md-typeset .note>.admonition-title:before"),
    "tabs": (
        ("tabbed-set", "tabbed-alternate", "tabbed-labels", "tabbed-content", "tabbed-block"),
        ".md-typeset .tabbed-block",
    ),
    "code": (("highlight", "k"), ".highlight .k"),
    "numbered code": (("highlighttable", "linenos"), ".highlighttable .linenos"),
    "a task list": (("task-list", "task-list-item"), ".md-typeset .task-list-item"),
    "a footnote": (("footnote",), ".md-typeset .footnote"),
    "a key": (("keys", "key-control"), ".md-typeset .keys .key-control:before"),
    "a change": (("critic",), ".md-typeset del.critic"),
    "a grid of cards": (("grid", "cards"), ".md-typeset .grid.cards>ul>li"),
    "an emoji": (("twemoji",), ".md-typeset .twemoji"),
    "a button": (("md-button",), ".md-typeset .md-button"),
}


def selectors(css: str) -> list[str]:
    layer = blocks_of(css)[0]
    assert layer.prelude == "@layer material"
    blocks = [inner for block in layer.blocks for inner in (block, *block.blocks)]
    lists = [block.prelude for block in blocks if not block.is_at_rule]
    return [selector for prelude in lists for selector in selectors_of(prelude)]


@pytest.mark.parametrize("name", COMPONENTS)
def test_what_articles_contain_has_its_rules_and_nothing_else_has_them(name: str) -> None:
    classes, selector = COMPONENTS[name]
    assert selector in selectors(reduced(*classes))
    others = {other for own, _ in COMPONENTS.values() for other in own if own != classes}
    assert selector not in selectors(reduced(*others))


@pytest.mark.parametrize(
    ("element", "selector"),
    [
        ("abbr", ".md-typeset abbr"),
        ("details", ".md-typeset summary::marker"),
        ("dl", ".md-typeset dd"),
        ("kbd", ".md-typeset kbd"),
        ("mark", ".md-typeset mark"),
    ],
)
def test_elements_that_are_used_have_their_rules(element: str, selector: str) -> None:
    assert selector in selectors(reduced(elements=(element,)))
    assert selector not in selectors(reduced(*NOTE))


def test_notes_of_other_types_are_left_out_with_their_icons() -> None:
    css = reduced(*NOTE)
    assert "--md-admonition-icon--note:url(" in css
    for other in set(NOTE_TYPES.split()) - {"note"}:
        assert not re.search(rf"[.-]{other}\b", css), other


def test_a_site_without_anything_special_gets_nothing() -> None:
    assert reduced() == ""
    assert reduced("align-center", "own", "md-typeset", "js", "md-header") == ""


def test_the_page_around_the_article_stays_out() -> None:
    assert ".md-header{" in MAIN
    classes = {name for one in selectors(ALL) for name in re.findall(r"\.(md-[\w-]+)", one)}
    assert classes == {"md-typeset", "md-button", "md-button--primary"}
    for unwanted in ("@font-face", "@page", "@keyframes", "[data-md-", "role=dialog", ".js "):
        assert unwanted not in ALL, unwanted


def test_the_typography_of_the_site_is_its_own() -> None:
    assert ".md-typeset h1{" in MAIN
    assert ".md-typeset{" in MAIN
    bare = [
        one
        for one in selectors(ALL)
        if re.fullmatch(r"(?:html |\.md-typeset ?|[a-z0-9]+|[ >+~]|\*)+", one)
        and not re.search(r"abbr|details|summary|kbd|mark|d[dlt]\b", one)
    ]
    assert bare == []


def test_what_material_does_by_script_is_done_by_the_browser() -> None:
    assert "focus-visible" in MAIN
    assert ":focus-visible" in ALL
    assert not re.search(r"(?<!:)focus-visible|no-js", ALL)
    # the current tab has its line without a script
    line = re.search(r"\.tabbed-labels>:first-child[^{]*\{border-color:", ALL)
    assert line
    assert "no-js" not in line.group()


def test_only_properties_that_are_needed_are_defined() -> None:
    css = reduced("highlight", "k")
    names = set(re.findall(r"(--md-[\w-]+):", css))
    assert names == set(re.findall(r"var\((--md-[\w-]+)", css))
    assert "--md-code-hl-keyword-color" in names
    assert "--md-code-hl-string-color" not in names


def test_properties_that_others_refer_to_are_defined() -> None:
    css = (
        ":root{--one:var(--two);--two:var(--three) 1px;--three:.8rem;--four:0}"
        ".md-typeset .highlight{margin:var(--one)}"
    )
    found = reduced_material(css, Contents(frozenset({"highlight"})))
    assert ":root{--one:var(--two);--three:1rem;--two:var(--three) 1px}" in found


def test_every_property_is_defined_by_somebody() -> None:
    everything = ALL + accent_properties("", "") + SITE_CSS
    defined = set(re.findall(r"(--[\w-]+):", everything))
    used = set(re.findall(r"var\((--[\w-]+)\)", ALL))
    assert len(used) > 60
    assert used <= defined


def test_root_sizes_are_those_of_a_root_element_of_100_percent() -> None:
    css = (
        ".highlight{margin:-.4rem 1.6rem 0rem;"
        "content:'1rem';background:url(1rem.svg);width:calc(100% - .1rem);--deep:.05rem}"
    )
    found = reduced_material(css, Contents(frozenset({"highlight"})))
    assert (
        ".highlight{margin:-.5rem 2rem 0rem;"
        "content:'1rem';background:url(1rem.svg);width:calc(100% - .125rem);--deep:.0625rem}"
    ) in found


def test_media_queries_are_kept_around_what_is_kept() -> None:
    css = (
        "@media print{.md-header{color:red}.md-typeset .grid{color:blue}}"
        "@media screen{.md-nav{color:red}}@supports (a:b){@media print{.grid{color:green}}}"
    )
    found = reduced_material(css, Contents(frozenset({"grid"})))
    assert found == (
        "@layer material{\n@media print{\n.md-typeset .grid{color:blue}\n}\n"
        "@supports (a:b){\n@media print{\n.grid{color:green}\n}\n}\n}\n"
    )


def test_the_direction_is_that_of_the_element_itself() -> None:
    css = (
        "[dir=ltr] .md-typeset .grid,[dir=rtl] .md-typeset .grid:before{left:0}"
        "[dir=rtl] .md-typeset .grid::marker{right:0}"
    )
    found = reduced_material(css, Contents(frozenset({"grid"})))
    assert ".md-typeset .grid:dir(ltr),.md-typeset .grid:dir(rtl):before{left:0}" in found
    assert ".md-typeset .grid:dir(rtl)::marker{right:0}" in found
    assert "[dir=" not in ALL


def test_the_same_declaration_is_not_made_twice_for_old_browsers() -> None:
    assert "-webkit-mask" in MAIN
    assert "-webkit-mask" not in ALL
    assert "mask-image:var(--md-admonition-icon--note)" in ALL
    assert "-webkit-user-select" in ALL  # which Safari has under no other name


def test_the_colours_of_buttons_win_over_those_of_links() -> None:
    layer, _, rest = reduced("md-button", "md-button--primary").rpartition("\n}\n")
    assert ".md-typeset .md-button--primary{" in layer
    assert re.search(
        r"^\.md-typeset \.md-button--primary\{[^}]*color: var\(--on-accent\)", rest, re.M
    )
    assert "on-accent" not in reduced("md-button")
    assert ".tabbed" not in rest


def test_classes_and_elements_are_found_in_fragments() -> None:
    first = Fragment(("<p>a <kbd>b</kbd>", "</p>"), classes=frozenset({"a", "b"}))
    second = Fragment(("<p>&lt;details></p><dl class='c'></dl>",), classes=frozenset({"c"}))
    contents = Contents.of(iter((first, second)))
    assert contents == Contents(frozenset("abc"), frozenset({"dl", "kbd"}))


def composite(top: str, behind: Colour) -> Colour:
    """Return the colour of a translucent ``#rrggbbaa`` on another one."""
    red, green, blue, alpha = bytes.fromhex(top.removeprefix("#"))
    part = alpha / 255
    return Colour(
        round(red * part + behind.red * (1 - part)),
        round(green * part + behind.green * (1 - part)),
        round(blue * part + behind.blue * (1 - part)),
    )


def own_colour(value: str, scheme: Scheme) -> Colour:
    match = re.fullmatch(r"var\(--(\w+)\)", value)
    colour = getattr(scheme, match[1]) if match else Colour.of(value)
    assert isinstance(colour, Colour), value
    return colour


SCHEMES = pytest.mark.parametrize(("scheme", "is_dark"), [(LIGHT, False), (DARK, True)])


@SCHEMES
def test_every_colour_of_code_can_be_read(scheme: Scheme, is_dark: bool) -> None:
    light, dark = properties_of(ALL)
    values = {**light, **dark} if is_dark else light
    assert values["--md-code-bg-color"] == "var(--raised)"
    line = composite(values["--md-code-hl-color--light"], scheme.raised)
    names = [
        name
        for name in values
        if re.fullmatch(r"--md-code-(fg|hl-\w+)-color", name) and name != "--md-code-hl-color"
    ]
    assert len(names) >= 13
    for name in names:
        colour = own_colour(values[name], scheme)
        assert colour.contrast(scheme.raised) >= LEAST_CONTRAST, name
        assert colour.contrast(line) >= LEAST_CONTRAST, name


@SCHEMES
def test_every_title_of_a_note_can_be_read(scheme: Scheme, is_dark: bool) -> None:
    light, _ = properties_of(ALL)
    assert light["--md-admonition-bg-color"] == "var(--surface)"
    assert light["--md-admonition-fg-color"] == "var(--text)"
    titles = dict(
        re.findall(
            r"\.(\w+)>\.admonition-title[^{]*\{background-color:(#[0-9a-f]{8})\}",
            ALL,
        )
    )
    assert set(titles) == set(NOTE_TYPES.split())
    for name, colour in titles.items():
        title = composite(colour, scheme.surface)
        assert scheme.text.contrast(title) >= LEAST_CONTRAST, name


@SCHEMES
def test_marked_added_and_deleted_words_can_be_read(scheme: Scheme, is_dark: bool) -> None:
    light, dark = properties_of(ALL)
    values = {**light, **dark} if is_dark else light
    for name in ("mark", "del", "ins"):
        for surface in (scheme.surface, scheme.raised):
            behind = composite(values[f"--md-typeset-{name}-color"], surface)
            assert scheme.text.contrast(behind) >= LEAST_CONTRAST, name
