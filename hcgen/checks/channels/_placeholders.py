"""Numbers, domains and words that only keep the place of a real value."""

import re

from hcgen.channels.numbers import is_placeholder

_WORD = re.compile(
    r"(?<![^\W_])(?:lorem ipsum|tbd|tba|todo|fixme|x{3,}|your[_-]?(?:name|handle|number|company)"
    r"|username|isi di sini)(?![^\W_])",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?i:lorem ipsum)|\b(?:TBD|TBA|TODO|FIXME|X{3,})\b")
"""“todo” is a word in Spanish and Portuguese, so labels have them in capitals only."""

_LETTERS = re.compile(r"(?<![^\W\d_])x{2,}(?![^\W\d_])", re.IGNORECASE)
_EXAMPLES = frozenset(
    ("contoh", "domainanda", "example", "your-company", "your-domain", "yourcompany", "yourdomain")
)


def placeholder_word(text: str) -> str:
    """Return the word in a number, address or handle that stands in for it; empty if none."""
    match = _WORD.search(text)
    return match[0] if match else ""


def placeholder_in_label(text: str) -> str:
    """Return the word in a text for customers that is not meant for them; empty if none."""
    match = _LABEL.search(text)
    return match[0] if match else ""


def is_placeholder_number(number: str, country: str) -> bool:
    """Tell whether a number was made up.

    Args:
        country: Of the organisation (ISO 3166-1 alpha-2); may be empty.
    """
    return bool(_LETTERS.search(number)) or is_placeholder(number, country)


def is_placeholder_domain(domain: str) -> bool:
    """Tell whether a registered domain is one for examples (RFC 2606, and what people make up)."""
    name, _, ending = domain.partition(".")
    return name in _EXAMPLES or ending == "example" or domain == "example"
