"""The part of Material's stylesheet that the articles of a site can show.

Material's page around the article, its typography and everything that needs its script stay out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from hcgen.pages.stylesheet.contents import COMPONENT_ELEMENTS, Contents
from hcgen.pages.stylesheet.properties import DARK, LIGHT, RULES, SHARED
from hcgen.pages.stylesheet.scanning import Block, blocks_of, declarations_of, selectors_of

_WRAPPER = "md-typeset"
_OFFERED = frozenset({"md-button", "md-button--primary"})
"""Classes of Material that writers use; any other that begins so belongs to its page or script."""

_INSIDE = {"dd": "dl", "dt": "dl", "summary": "details"}
"""Element -> the one that it occurs in."""

_SWITCH = re.compile(r"\[(?:data-md-|role=)|\.js\b")  # of Material's page and script
_ANYHOW = re.compile(r":(?:has|is|not|where)\([^()]*\)|\[[^\]]*\]")
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_ELEMENT = re.compile(r"(?<![\w.:#-])[a-z][a-z0-9]*")
_DIRECTION = re.compile(r"^\[dir=(ltr|rtl)\] (.*?)((?:::?(?:after|before)|::[\w-]+)?)$")
_VARIABLE = re.compile(r"var\((--[\w-]+)")
_DOUBLED = re.compile(r"-webkit-(mask-[a-z]+):([^;]*);(?=\1:\2(?:;|$))")
_REM = re.compile(r"""("[^"]*"|'[^']*'|url\([^)]*\))|(?<!\w)(\d*\.?\d+)rem\b""")
_ROOT_SIZE = 1.25  # Material's `html{font-size:125%}`; ours is left as the reader has it


def reduced_material(css: str, contents: Contents) -> str:
    """Return the rules for what articles contain; empty where they contain nothing special.

    Material's are in the layer ``material``: whatever is in no layer wins over them.

    Args:
        css: Material's main stylesheet, minified.
    """
    blocks, content = blocks_of(css), _Content(contents)
    rules = "\n".join(_kept(blocks, content))
    if not rules:
        return ""
    ours = "".join(f"{rule}\n" for rule in _kept(blocks_of(RULES), content))
    theirs = {
        name: _scaled(value)
        for block in blocks
        if block.prelude.startswith(":root")
        for name, value in declarations_of(block.declarations)
        if name.startswith("--")
    }
    needed = _needed(rules, theirs | SHARED | LIGHT)
    shared = _root(needed, theirs | SHARED | LIGHT)
    dark = _root(needed, DARK)
    if dark:
        shared += f"@media (prefers-color-scheme:dark){{\n{dark}}}\n"
    return f"@layer material{{\n{shared}{rules}\n}}\n{ours}"


class _Content:
    """Tells which selectors can match within articles."""

    def __init__(self, contents: Contents) -> None:
        self._classes = frozenset(
            name for name in contents.classes if not name.startswith("md-") or name in _OFFERED
        )
        self._elements = contents.elements

    def matches(self, selector: str) -> bool:
        """Tell whether a selector needs nothing but what there is, and is not about bare text."""
        if _SWITCH.search(selector):
            return False
        bare = _ANYHOW.sub("", selector)
        classes = set(_CLASS.findall(bare))
        if not classes - {_WRAPPER} <= self._classes:
            return False
        elements = {_INSIDE.get(name, name) for name in _ELEMENT.findall(bare)}
        components = elements.intersection(COMPONENT_ELEMENTS)
        if not components <= self._elements:
            return False
        return bool(classes - {_WRAPPER} or (classes and components))


def _kept(blocks: Iterable[Block], content: _Content) -> Iterator[str]:
    """Yield the rules that match something, and groups of such rules."""
    for block in blocks:
        if block.blocks:
            inner = "\n".join(_kept(block.blocks, content))
            if inner:
                yield f"{block.prelude}{{\n{inner}\n}}"
        else:
            own = map(_on_our_pages, selectors_of(block.prelude))
            selectors = ",".join(dict.fromkeys(filter(content.matches, own)))
            if selectors:
                declarations = _scaled(_DOUBLED.sub("", block.declarations))
                yield f"{selectors}{{{declarations}}}"


def _on_our_pages(selector: str) -> str:
    """Return a selector as it has to be without Material's page and script.

    Its script sets ``.focus-visible`` and takes ``.no-js`` away. A ``dir`` stands on the page and
    on an article in another language, so that an ancestor with one says nothing: the element has to
    be asked itself, with the same specificity.
    """
    if ".no-js" in selector or ".focus-visible" in selector:
        selector = selector.replace(".no-js ", "").replace(".focus-visible", ":focus-visible")
    return _DIRECTION.sub(r"\2:dir(\1)\3", selector)


def _scaled(declarations: str) -> str:
    """Return declarations for a root element of 100 %."""

    def scale(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        number = f"{float(match[2]) * _ROOT_SIZE:.4f}".rstrip("0").rstrip(".")
        return (number.removeprefix("0") or "0") + "rem"

    return _REM.sub(scale, declarations) if "rem" in declarations else declarations


def _needed(rules: str, definitions: Mapping[str, str]) -> frozenset[str]:
    """Return the custom properties that rules refer to, and those that these refer to."""
    found: set[str] = set()
    pending = set(_VARIABLE.findall(rules))
    while pending:
        found |= pending
        values = " ".join(definitions.get(name, "") for name in sorted(pending))
        pending = set(_VARIABLE.findall(values)) - found
    return frozenset(found)


def _root(needed: frozenset[str], definitions: Mapping[str, str]) -> str:
    own = ";".join(f"{name}:{definitions[name]}" for name in sorted(needed & definitions.keys()))
    return f":root{{{own}}}\n" if own else ""
