"""Numbers, domains and words that only keep the place of a real value."""

import re

_WORD = re.compile(
    r"(?<![^\W_])(?:lorem ipsum|tbd|tba|todo|fixme|x{3,}|your[_-]?(?:name|handle|number|company)"
    r"|username|isi di sini)(?![^\W_])",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?i:lorem ipsum)|\b(?:TBD|TBA|TODO|FIXME|X{3,})\b")
"""“todo” is a word in Spanish and Portuguese, so labels have them in capitals only."""

_LETTERS = re.compile(r"(?<![^\W\d_])x{2,}(?![^\W\d_])", re.IGNORECASE)
_RUN = re.compile(r"1234567|9876543|7654321|0{7}|([0-9])\1{8}")
_NORTH_AMERICA = re.compile(r"1?[2-9][0-9]{2}55501[0-9]{2}|55501[0-9]{2}")
_BRITAIN = re.compile(
    # Ofcom, telephone numbers for drama use
    r"207946[0-9]{4}|1(?:1[3-8]|[2-6]1)4960[0-9]{3}|1914980[0-9]{3}|2896496[0-9]{3}"
    r"|29201[0-9]{5}|1632960[0-9]{3}|7700900[0-9]{3}|8081570[0-9]{3}|3069990[0-9]{3}"
)
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
    if _LETTERS.search(number):
        return True
    digits = re.sub(r"[^0-9]", "", number)
    if len(digits) >= 5 and len(set(digits.lstrip("0"))) <= 1 and len(set(digits)) <= 2:
        return True
    if _RUN.search(digits):
        return True
    if number.lstrip().startswith("+"):
        country = {"1": "US", "4": "GB"}.get(digits[:1], "") if digits else ""
        if country == "GB":
            return digits.startswith("44") and bool(_BRITAIN.fullmatch(digits[2:].lstrip("0")))
        return country == "US" and bool(_NORTH_AMERICA.fullmatch(digits))
    if country in ("", "CA", "US") and _NORTH_AMERICA.fullmatch(digits):
        return True
    return country in ("", "GB") and bool(_BRITAIN.fullmatch(digits.lstrip("0")))


def is_placeholder_domain(domain: str) -> bool:
    """Tell whether a registered domain is one for examples (RFC 2606, and what people make up)."""
    name, _, ending = domain.partition(".")
    return name in _EXAMPLES or ending == "example" or domain == "example"
