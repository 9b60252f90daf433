"""Stylesheets are taken apart where they may be, and nowhere else."""

import pytest

from hcgen.pages.stylesheet.scanning import Block, blocks_of, declarations_of, selectors_of


def test_rules_and_groups_of_rules_are_told_apart() -> None:
    assert blocks_of("a{b:c}@media print{d,e{f:g}h{}}") == [
        Block("a", "b:c"),
        Block("@media print", "", [Block("d,e", "f:g"), Block("h")]),
    ]


@pytest.mark.parametrize(
    "value",
    [
        '"}"',
        "'{'",
        r'"\"}"',
        '"/*"',
        'url("data:x,<svg>{;}</svg>")',
        "url(data:x,{;})",
        "1px/*}*/",
    ],
)
def test_braces_in_texts_and_addresses_and_comments_are_no_braces(value: str) -> None:
    assert blocks_of(f"a{{b:{value}}}c{{d:e}}") == [Block("a", f"b:{value}"), Block("c", "d:e")]


def test_statements_and_comments_before_a_rule_are_no_part_of_it() -> None:
    css = '@charset "UTF-8";/*! a.b */@import url(x;y);a{b:c;d:e}@media print{/* x */f{g:h}}'
    assert blocks_of(css) == [
        Block("a", "b:c;d:e"),
        Block("@media print", "", [Block("f", "g:h")]),
    ]


@pytest.mark.parametrize("css", ["}", "a{b:c", "a{b:c}}d{e:f}", "", "a", '"', "a{'}"])
def test_broken_styles_do_no_harm(css: str) -> None:
    assert all(block.prelude in ("a", "d") for block in blocks_of(css))


@pytest.mark.parametrize(
    ("prelude", "expected"),
    [
        ("a,b c", ["a", "b c"]),
        ("a:not(b,c:is(d,e)),f", ["a:not(b,c:is(d,e))", "f"]),
        ("a[b=','],c", ["a[b=',']", "c"]),
        ('a[b="]"],c', ['a[b="]"]', "c"]),
    ],
)
def test_lists_of_selectors_are_split(prelude: str, expected: list[str]) -> None:
    assert selectors_of(prelude) == expected


def test_declarations_are_split() -> None:
    text = '--a:url("x;y:z");b: c(d;e(f;g)) ;--h:"i;j";k:l;'
    assert declarations_of(text) == [
        ("--a", 'url("x;y:z")'),
        ("b", "c(d;e(f;g))"),
        ("--h", '"i;j"'),
        ("k", "l"),
    ]
