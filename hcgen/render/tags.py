"""How tags, their attributes and the text between them are told apart in finished HTML."""

import re
from html import unescape

FRAME_PREFIX = "hc-"
"""Ids that begin so belong to what a page has around its text; no text may have one."""

ATTRIBUTES = r"""(?:[^<>"']++|"[^"]*"|'[^']*')*+"""
"""Pattern of what stands between a tag's name and its ``>``; values may hold a ``>`` too."""

# whole attributes one after another, so that nothing within a value is taken for one
ATTRIBUTE = re.compile(
    r"""\s?(?P<name>[^\s"'<>/=]+)
        (?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>]+)))?""",
    re.X,
)
_TAG = re.compile(rf"<[a-zA-Z/][^\s<>\"']*{ATTRIBUTES}>")
_TAG_WITH_ATTRIBUTES = re.compile(rf"<[a-zA-Z][^\s<>\"'/]*(?=\s)(?P<attributes>{ATTRIBUTES})>")
_MAY_BE_ID = re.compile(r"\sid\s*=", re.I)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|code|em|i|kbd|mark|s|small|span|strong|sub|sup|u)(?=[\s>])[^<>]*>"
)


def attribute(name: str, attributes: str) -> re.Match[str] | None:
    """Return the first attribute of that name in the inside of a tag."""
    found = ATTRIBUTE.finditer(attributes)
    return next((each for each in found if each["name"].lower() == name), None)


def value_of(found: re.Match[str]) -> str:
    """Return the value of an attribute, without entities; empty where it has none."""
    return unescape(found["double"] or found["single"] or found["bare"] or "")


def ids_in(html: str) -> set[str]:
    """Return every ``id`` that a tag has; text that looks like one is none."""
    if not _MAY_BE_ID.search(html):
        return set()
    tags = (tag["attributes"] for tag in _TAG_WITH_ATTRIBUTES.finditer(html))
    found = (attribute("id", attributes) for attributes in tags)
    return {anchor for each in found if each and (anchor := value_of(each))}


def text_of(html: str) -> str:
    """Return what can be read, in one line, with nothing in the place of tags."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def words_of(html: str) -> str:
    """Return what can be read; a tag between two words keeps them apart unless it is inline."""
    return " ".join(unescape(_TAG.sub(" ", _INLINE_TAG.sub("", html))).split())
