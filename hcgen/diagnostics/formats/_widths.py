"""How many columns of a terminal a text takes."""

from unicodedata import category, east_asian_width

_SOFT_HYPHEN = "\u00ad"


def columns(text: str) -> int:
    """Return the columns of a text without control characters.

    Wide and fullwidth characters take two (UAX #11), marks and format characters none.
    """
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    # the vowels and finals of Hangul written in parts join the consonant before them
    if category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return int(character == _SOFT_HYPHEN)
    return 1
