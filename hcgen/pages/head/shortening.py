"""Texts for places that hold only so many characters."""

import unicodedata

from hcgen.model.article import Article

LONGEST_DESCRIPTION = 155
"""About what search engines show of a description."""

_ELLIPSIS = "…"


def search_description(article: Article, opening: str) -> str:
    """Return what search engines and messengers are told about an article.

    The writer's description; without one, the beginning of the text.

    Args:
        opening: First paragraph of the text, as readers see it.
    """
    if article.description is not None and article.description.value:
        return article.description.value
    return shortened(opening, LONGEST_DESCRIPTION)


def shortened(text: str, length: int) -> str:
    """Return a text in one line of at most so many characters, cut after a word with “…”.

    Where blanks are rare (Chinese, Japanese, Thai) the cut comes after a letter with its marks.
    """
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    room = length - len(_ELLIPSIS)
    end = text.rfind(" ", 0, room + 1)
    if end <= room // 2:
        end = room
        while end > 1 and _continues(text[end]):
            end -= 1
    return text[:end].rstrip(" ,;:.-–—、。，") + _ELLIPSIS


def _continues(char: str) -> bool:
    """Tell whether a character belongs to the one before it: marks and joiners."""
    return unicodedata.category(char)[0] == "M" or char in "\u200c\u200d"
