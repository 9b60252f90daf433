"""What a text begins with, and how much of it there is to read."""

import re
from unicodedata import category

from hcgen.render.tags import ATTRIBUTES, attribute, value_of, words_of

_BLOCK = re.compile(
    rf"""<(?P<end>/)?
        (?P<name>blockquote|details|div|dl|figure|h[1-6]|ol|p|pre|table|ul)
        (?=[\s/>])(?P<attributes>{ATTRIBUTES})>""",
    re.X | re.I,
)
_NOTE_CLASSES = frozenset({"admonition", "tabbed-set"})
_FOOTNOTE_MARK = re.compile(r'<sup id="fnref[^<>]*+>(?:<a\s[^<>]*+>)?[^<>]*+(?:</a>)?</sup>')


def opening_of(html: str) -> str:
    """Return the text of the first paragraph that is prose, in one line; empty if there is none.

    Notes, tabs, quotations, lists, tables, figures and headings are passed over with all that is
    in them.
    """
    depth = 0  # of open elements that set their text apart
    divisions: list[bool] = []  # whether each open div does
    start = -1
    for block in _BLOCK.finditer(html):
        if start >= 0 and (words := words_of(_FOOTNOTE_MARK.sub("", html[start : block.start()]))):
            return words
        start = -1
        is_end, name = block["end"] is not None, block["name"].lower()
        if name == "p":
            start = block.end() if not depth and not is_end else -1
            continue
        if name != "div":
            sets_apart = True
        elif is_end:
            sets_apart = divisions.pop() if divisions else False
        else:
            sets_apart = _is_note(block["attributes"])
            divisions.append(sets_apart)
        if sets_apart:
            depth = max(0, depth - 1) if is_end else depth + 1
    return ""


def letters_in(text: str) -> int:
    """Return how many letters, digits and marks a text has, in any script."""
    unread = (char for char in set(text) if category(char)[0] not in "LNM")
    return len(text) - sum(map(text.count, unread))


def _is_note(attributes: str) -> bool:
    classes = attribute("class", attributes) if attributes else None
    return classes is not None and not _NOTE_CLASSES.isdisjoint(value_of(classes).split())
