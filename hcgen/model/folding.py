"""Text without what people leave out when they type: case, accents, compatibility forms."""

import unicodedata
from functools import lru_cache

# scripts in which accents are ornaments of letters; elsewhere (Thai, Devanagari) marks are vowels
_FOLDED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
# letters of those scripts that Unicode does not decompose
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def folded(text: str) -> str:
    """Return text in lower case, without accents of Latin, Greek and Cyrillic letters; idempotent.

    Case is folded as in The Unicode Standard, section 3.13.
    """
    return text.lower() if text.isascii() else _folded(text)


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    # twice: a compatibility character may fold to one that decomposes again
    return _fold_once(_fold_once(text))


def _fold_once(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept: list[str] = []
    base_is_folded = False
    for char in decomposed:
        if unicodedata.category(char) == "Mn":
            if base_is_folded:
                continue
        else:
            base_is_folded = unicodedata.name(char, "").startswith(_FOLDED_SCRIPTS)
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS)
