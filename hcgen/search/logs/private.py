"""What people type about themselves and others; it never leaves the log."""

import re
from collections.abc import Callable

from hcgen.model.folding import folded

_ADDRESS = re.compile(r"\S@\S|(?<!\S)@\w|\w://|\bwww\.", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")

# what stands before a name, in the languages of most logs; folded
_BEFORE_NAMES = frozenset(
    "pak bapak bpk bu ibu mas mbak bang kak tuan puan encik cik datuk haji hj mr mrs ms miss dr "
    "sir madam herr frau monsieur madame senor senora sr sra nama namaku".split()
)
_NAME_PHRASES = re.compile(
    r"\b(?:nama saya|nama aku|nama sy|my name is|name is|i am called|atas nama|bernama|ich heisse"
    r"|je m appelle|me llamo)\b"
)


def is_private(query: str, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a query may name a person, or hold an address, a number or a name.

    Args:
        is_known: Tells whether the site itself has a word, and so may everybody; folded.
    """
    if _ADDRESS.search(query):
        return True
    words = _WORD.findall(query)
    plain = [folded(word) for word in words]
    if _NAME_PHRASES.search(" ".join(plain)):
        return True
    for number, (word, form) in enumerate(zip(words, plain, strict=True)):
        if is_known(form):
            continue
        if any(char.isdigit() for char in word) and (len(word) > 3 or word.isdecimal()):
            return True
        if number and plain[number - 1] in _BEFORE_NAMES:
            return True
        if word[:1].isupper() and not query.isupper() and (number or len(words) == 1):
            return True
    return False
