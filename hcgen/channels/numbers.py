"""What a written telephone number is in a country: which kind, and whether it can be dialled.

The numbering plans come from libphonenumber's metadata. It says “possible” of almost any digits,
takes short codes for wrong numbers, and a number without its ``+`` for another, good one; what it
does not say is said here.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType, shortnumberinfo


class Verdict(Enum):
    """What a number is worth."""

    GOOD = "a number of the country's plan"
    SHORT_CODE = "a short code that is known"
    UNKNOWN_SHORT_CODE = "as long as a short code, and not a known one"
    EMERGENCY = "reaches the police, the fire brigade or an ambulance"
    MISSING_PLUS = "begins with the country code, without the + in front"
    IMPOSSIBLE = "no number of the country's plan"
    UNREADABLE = "not a number"


class NumberKind(Enum):
    """Who pays for a call, and what it reaches."""

    FIXED = "fixed line"
    MOBILE = "mobile"
    FIXED_OR_MOBILE = "fixed line or mobile"
    TOLL_FREE = "toll-free"
    SHARED_COST = "shared cost"
    NATIONWIDE = "nationwide service number"
    PREMIUM = "premium rate"
    INTERNET = "internet telephone"
    OTHER = "other"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was read.

    Attributes:
        e164: With ``+`` and country code; of `GOOD` numbers, and of those without their ``+`` what
            they must be; else empty.
        reaches_from_abroad: A call from another country gets through.
    """

    verdict: Verdict
    kind: NumberKind = NumberKind.NONE
    e164: str = ""
    reaches_from_abroad: bool = False


_KINDS = {
    PhoneNumberType.FIXED_LINE: NumberKind.FIXED,
    PhoneNumberType.MOBILE: NumberKind.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: NumberKind.FIXED_OR_MOBILE,
    PhoneNumberType.TOLL_FREE: NumberKind.TOLL_FREE,
    PhoneNumberType.SHARED_COST: NumberKind.SHARED_COST,
    PhoneNumberType.UAN: NumberKind.NATIONWIDE,
    PhoneNumberType.PREMIUM_RATE: NumberKind.PREMIUM,
    PhoneNumberType.VOIP: NumberKind.INTERNET,
}
ORDINARY = (
    NumberKind.FIXED,
    NumberKind.MOBILE,
    NumberKind.FIXED_OR_MOBILE,
    NumberKind.INTERNET,
)
"""Kinds that can be dialled from other countries too."""

# published by those who answer them, and unknown to the metadata: Indonesia's directory enquiries,
# railway, PLN, protection of women and children, central bank, Pertamina, Telkom, OJK, BPJS
# Kesehatan and Telkomsel; Malaysia's National Scam Response Centre
_SHORT_CODES = {
    "ID": ("108", "121", "123", "129", "131", "135", "147", "157", "165", "188"),
    "MY": ("997",),
}
# from mobile telephones, Indonesians dial an area code in front of a short code: (021) 123
_AREA_CODE = {"ID": re.compile(r"0\d{2,3}(?=1\d\d$)")}
# Indonesia's search and rescue (KM 28/2004 has it among the emergency numbers)
_EMERGENCY = {"ID": ("115",)}

_EXTENSION = re.compile(r"\s*(?:;ext=|#|,|\b(?:ext|ext\.|x|samb\.?|pes\.?)\s*)\d{1,7}$", re.I)
_PLUS = re.compile(r"[\s(]*\+")
_LONGEST_SHORT_CODE = 6
_LONGEST_EMERGENCY = 5
_LEAST_WITH_COUNTRY_CODE = 9
_LONGEST = 17  # digits; E.164 has 15, and a prefix for calls abroad may come before them


@lru_cache(maxsize=2000)
def read_number(written: str, country: str) -> Number:
    """Return what a number is to people in a country.

    Args:
        country: ISO 3166-1 alpha-2, upper case; empty where it is not known.
    """
    text = _EXTENSION.sub("", written.strip())
    digits = re.sub(r"\D", "", text)
    if not digits or any(char.isalpha() for char in text):
        return Number(Verdict.UNREADABLE)
    if len(digits) > _LONGEST:
        return Number(Verdict.IMPOSSIBLE)
    has_plus = _PLUS.match(text) is not None
    if not has_plus and (told := _told_by_digits(digits, country)):
        return told
    try:
        parsed = phonenumbers.parse(text.replace("(0)", "") if has_plus else text, country or None)
    except phonenumbers.NumberParseException:
        parsed = None
    if parsed is not None and _is_of_a_plan(parsed):
        kind = _kind(parsed)
        return Number(Verdict.GOOD, kind, _e164(parsed), kind in ORDINARY or _is_uk_wide(parsed))
    if parsed is None and not country and not has_plus:
        return Number(Verdict.UNREADABLE)
    return _short_code(digits, country, has_plus=has_plus)


def _told_by_digits(digits: str, country: str) -> Number | None:
    """Return what digits without a ``+`` are before they are taken for a number of the country."""
    if not country:
        return None
    if len(digits) <= _LONGEST_EMERGENCY and _is_emergency(digits, country):
        return Number(Verdict.EMERGENCY)
    full = _with_plus(digits, country)
    return Number(Verdict.MISSING_PLUS, _kind(full), _e164(full)) if full else None


_SAME_DIGIT = re.compile(r"(\d)\1{7,}|^0*(\d)\2{4,}$")
_STAIRS = re.compile("0123456|1234567|2345678|3456789|9876543|8765432|7654321")
# North America: 555-0100 to 555-0199, and all of 555 where there is no area code, as in films;
# Britain: Ofcom's numbers for drama; Germany: those of the Bundesnetzagentur for media (148/2021)
_LOCAL_FICTION = re.compile(r"555\d{4}")
_FICTION = re.compile(
    r"\+1\d{3}55501\d\d"
    r"|\+44(?:2079460|2890180|2920180|1632960|7700900|8081570|9098790|3069990"
    r"|(?:11[3-8]|121|131|141|151|161)4960|1914980)\d{3}"
    r"|\+49(?:3023125|6990009|4066969|2214710|8999998)\d{2,3}"
    r"|\+49(?:15228817386|15254599371|172(?:9925904|9968532|9973185|9980752)"
    r"|174(?:9091317|9464308)|(?:17139200|176040690)\d\d)"
)


def is_placeholder(written: str, country: str) -> bool:
    """Tell whether a number keeps the place of a real one, or is set aside for films and books."""
    digits = re.sub(r"\D", "", written)
    if _SAME_DIGIT.search(digits) or _STAIRS.search(digits):
        return True
    if country in ("", "US", "CA") and _LOCAL_FICTION.fullmatch(digits):
        return True
    try:
        full = _e164(phonenumbers.parse(written, country or None))  # some are in no plan
    except phonenumbers.NumberParseException:
        return False
    return bool(_FICTION.fullmatch(full))


def _is_emergency(digits: str, country: str) -> bool:
    return bool(
        digits in _EMERGENCY.get(country, ())
        or shortnumberinfo.is_emergency_number(digits, country)
        or shortnumberinfo.connects_to_emergency_number(digits, country)
    )


def _with_plus(digits: str, country: str) -> PhoneNumber | None:
    """Return the number that digits are with a ``+`` in front, if it is one of the country.

    The 00 of other countries counts as such a ``+`` where it is not dialled.
    """
    code = str(phonenumbers.country_code_for_region(country))
    bare = digits.removeprefix("00")
    # North Americans do write the 1 in front, and it is right
    if code == "0" or (code == "1" and bare == digits) or not bare.startswith(code):
        return None
    if len(bare) < _LEAST_WITH_COUNTRY_CODE or (bare != digits and _dials_00(country)):
        return None
    digits = bare
    try:
        parsed = phonenumbers.parse(f"+{digits}", None)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_valid_number(parsed) else None


def _short_code(digits: str, country: str, *, has_plus: bool) -> Number:
    """Return what digits are that are no number of a plan: perhaps a short code."""
    if country in _AREA_CODE:
        code = _AREA_CODE[country].sub("", _domestic(digits, has_plus, country))
        if code in _SHORT_CODES[country]:
            return Number(Verdict.SHORT_CODE)
    if has_plus or not country or len(digits) > _LONGEST_SHORT_CODE or digits.startswith("0"):
        return Number(Verdict.IMPOSSIBLE)
    try:
        parsed = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        return Number(Verdict.IMPOSSIBLE)
    is_known = digits in _SHORT_CODES.get(country, ())
    if is_known or shortnumberinfo.is_valid_short_number_for_region(parsed, country):
        return Number(Verdict.SHORT_CODE)
    if shortnumberinfo.is_possible_short_number_for_region(parsed, country):
        return Number(Verdict.UNKNOWN_SHORT_CODE)
    return Number(Verdict.IMPOSSIBLE)


def _domestic(digits: str, has_plus: bool, country: str) -> str:
    """Return the digits of a number as people in the country dial it."""
    code = str(phonenumbers.country_code_for_region(country))
    return f"0{digits.removeprefix(code)}" if has_plus and digits.startswith(code) else digits


def _is_uk_wide(number: PhoneNumber) -> bool:
    """Tell whether it is one of Britain's 03 numbers, which public bodies publish with +44."""
    return number.country_code == 44 and str(number.national_number).startswith("3")


def _dials_00(country: str) -> bool:
    """Tell whether people of a country dial 00 before the code of another one."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(country)
    return (
        metadata is not None and re.fullmatch(metadata.international_prefix or "", "00") is not None
    )


_EXCHANGE_N11 = re.compile(r"\+1[2-9]\d\d[2-9]11\d{4}")


def _is_of_a_plan(number: PhoneNumber) -> bool:
    """Tell whether a number is one of its country's plan, or set aside there for films and books.

    North America has no exchange such as 911 outside of the toll-free codes, which metadata allows.
    """
    full = _e164(number)
    if _FICTION.fullmatch(full):
        return True
    is_n11 = _EXCHANGE_N11.fullmatch(full) and _kind(number) is NumberKind.FIXED_OR_MOBILE
    return phonenumbers.is_valid_number(number) and not is_n11


# by country code: how the number begins, and its kind where the metadata says something else
_OTHER_KINDS = {
    # callers of 1300 pay a local call, those of 1-700 what a personal number costs (MCMC)
    60: {"1300": NumberKind.SHARED_COST, "1700": NumberKind.OTHER},
    # Ofcom: 084 is a service charge of some pence; its numbers for drama are in no metadata
    44: {"84": NumberKind.SHARED_COST, "1632": NumberKind.FIXED, "77009": NumberKind.MOBILE},
    # Bundesnetzagentur: service numbers at one price in the whole country; numbers of no place
    49: {"180": NumberKind.NATIONWIDE, "32": NumberKind.INTERNET},
}


def _kind(number: PhoneNumber) -> NumberKind:
    national = str(number.national_number)
    for begins, kind in _OTHER_KINDS.get(number.country_code or 0, {}).items():
        if national.startswith(begins):
            return kind
    return _KINDS.get(phonenumbers.number_type(number), NumberKind.OTHER)


def _e164(number: PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, PhoneNumberFormat.E164))
