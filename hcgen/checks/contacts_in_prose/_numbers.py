"""Telephone numbers in articles, told from prices, days, accounts and all other digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from phonenumbers import Leniency, PhoneNumberMatcher

from hcgen.channels.whatsapp import number_of_address
from hcgen.checks.contacts_in_prose._known import (
    Known,
    digits_of,
    known_contacts,
    number_keys,
)
from hcgen.checks.contacts_in_prose._prose import Passage, passages
from hcgen.checks.context import FragmentsContext
from hcgen.checks.once import OncePerRun
from hcgen.model.article import Link
from hcgen.source import Span


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number for customers to call or write to.

    Attributes:
        span: The number, or the target of a link.
        whole: The link around it, where it stands in one that is written in brackets; else the
            number.
        is_in_words: Customers read it; else only a link holds it.
        channel_ids: Of the channels whose own number it is.
        is_known: `channels.yml` has it.
    """

    number: str
    span: Span
    whole: Span
    is_in_words: bool
    channel_ids: tuple[str, ...]
    is_known: bool


_DIGITS = re.compile(r"[+(]?[0-9](?:[ \u00a0()./\u2010-\u2013-]{0,2}[0-9]){6}")
_SHORT_CODE = re.compile(
    r"(?<![\w.,/+-])(?:1[ \u00a0-]?500[ \u00a0-]?[0-9]{3}|140[0-9]{2}"
    r"|1[ \u00a0-]?[38]00[ \u00a0-]?[0-9]{2}[ \u00a0-]?[0-9]{4})(?![\w/-]|[.,][0-9])"
)
_SPEAKS_OF_CALLING = re.compile(
    r"""\b(?:telepon|telefon|telp|telpon|tlp|hubungi|menghubungi|dihubungi|panggilan|panggil
        |pusat\ layanan|layanan\ pelanggan|khidmat\ pelanggan|talian|hp|ponsel|nomor\ kami
        |call(?:ing)?|phone|telephone|dial|tel|hotline|contact(?:ing)?|ring|fax|faks|sms|text
        |wa|whats\s?app|customer\ (?:service|care)|care\ line|helpline)\b""",
    re.X | re.I,
)
_OTHER_DIGITS = re.compile(
    r"""\b(?:rekening|rek|account|akun|akaun|nik|npwp|nib|ktp|kk|ic|mykad|virtual|va|order|pesanan
        |tiket|ticket|case|kasus|invoice|invois|faktur|tagihan|bil|resi|tracking|isbn|issn|imei|iccid
        |serial|seri|siri|versi|version|build|revision|kode|kod|code|id|pin|otp|token|zip|postcode
        |postal|pos|poskod|port|hash|licen[cs]e|lisensi|lesen|kartu|kad|card|iban|swift|sort|routing
        |reference|referensi|rujukan|ref|transaksi|transaction|model|patent|rfc|bug|issue|passport
        |paspor|policy|polis|member|anggota|ahli|pelanggan\ no|customer\ (?:no|number|id))\b""",
    re.X | re.I,
)
_PRICE = re.compile(r"(?:\b(?:rp|idr|rm|myr|usd|sgd|eur|gbp|aud)|[$€£¥₹])\.?\s*$", re.I)
_AMOUNT = re.compile(
    r"\s*(?:%|[kmgt]i?b\b|bytes?\b|byte\b|px\b|piksel|pixels?|m?s\b|[kmg]?hz\b|kali\b|times\b"
    r"|rupiah|ringgit|dolar|dollars?|euros?|juta|ribu|rb\b|idr|usd|,-|,[0-9]{2}\b)",
    re.I,
)
_SAMPLE = re.compile(
    r"""\b(?:e\.?g|for\ (?:example|instance)|example|such\ as|like|sample|format|misalnya|misal
        |contoh(?:nya)?|seperti|umpamanya|mis)\b""",
    re.X | re.I,
)
_RISING = re.compile(r"0?123456|234567|345678|456789|000000|111111|999999")
_DATE = re.compile(r"[0-9]{4}([-/. ])[0-9]{1,2}\1[0-9]{1,4}|[0-9]{1,2}([-/. ])[0-9]{1,2}\2[0-9]{4}")
_GROUPS = re.compile(r"[0-9]{1,3}(?:([. ])[0-9]{3})(?:\1[0-9]{3})*")
_IP_ADDRESS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_ALL_DOTS = re.compile(r"[0-9]+(?:\.[0-9]+)+")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}\s*[-\u2013/]\s*(?:19|20)[0-9]{2}")
_AMERICAN = re.compile(r"\(?[2-9][0-9]{2}\)?[ .-]?[2-9][0-9]{2}[ .-][0-9]{4}")
_LOOKED_BACK = 60
_EMERGENCY_LENGTH = 3


@OncePerRun
def numbers_in_articles(context: FragmentsContext) -> tuple[FoundNumber, ...]:
    """Return every telephone number of the published articles."""
    known = known_contacts(context)
    return tuple(number for passage in passages(context) for number in _numbers(passage, known))


def number_of_link(target: str) -> str:
    """Return the number that a link dials or opens a conversation with; empty for other links."""
    target = target.strip()
    if target[:4].lower() == "tel:":
        return unquote(target[4:]).partition(";")[0].strip()
    return number_of_address(target)


def _numbers(passage: Passage, known: Known) -> Iterator[FoundNumber]:
    linked: list[tuple[int, int]] = []
    if passage.may_hold_link:
        for link in passage.links:
            number = number_of_link(link.target.value)
            if len(re.sub(r"[^0-9]", "", number)) > _EMERGENCY_LENGTH:
                found = _of_link(link, number, known)
                linked.append((found.whole.start, found.whole.end))
                yield found
    if not passage.may_hold_number:
        return
    if not any(any(_in_prose(words, known.country)) for words in passage.near_numbers):
        return
    for block in passage.blocks:
        for start, end, number in _in_prose(block.prose, known.country):
            span = block.span.slice(start, end)
            if not any(first <= span.start < last for first, last in linked):
                yield _found(number, span, span, known, is_in_words=True)


def _of_link(link: Link, number: str, known: Known) -> FoundNumber:
    """Return the number of a link; the place is that of its words where they are the number."""
    target = link.target.span
    if link.words is None:
        return _found(number, target, target, known, is_in_words=False)
    words, text = link.words.span, target.file.text
    whole = target
    if text[words.start - 1] == "[" and text[words.end : target.start] == "](":
        closing = text[target.end : target.end + 1] == ")"
        whole = target.file.span(words.start - 1, target.end + 1) if closing else target
    keys = set(number_keys(number, known.country))
    is_in_words = not keys.isdisjoint(number_keys(link.words.value, known.country))
    place = words if is_in_words else target
    return _found(number, place, whole, known, is_in_words=is_in_words)


def _found(number: str, span: Span, whole: Span, known: Known, *, is_in_words: bool) -> FoundNumber:
    if digits_of(number) in known.alternatives:
        return FoundNumber(number, span, whole, is_in_words, (), is_known=True)
    for key in number_keys(number, known.country):
        if (one := known.numbers.get(key)) is not None:
            return FoundNumber(number, span, whole, is_in_words, one.channel_ids, is_known=True)
    return FoundNumber(number, span, whole, is_in_words, (), is_known=False)


def _in_prose(prose: str, country: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a number stands in the words of a block, and the number."""
    done = 0
    if _DIGITS.search(prose):
        for match in PhoneNumberMatcher(prose, country or None, leniency=Leniency.VALID):
            # the bracket in front of a number is not always one around its area code
            number = match.raw_string
            if number.startswith("(") and ")" not in number:
                number = number[1:]
            start = match.end - len(number)
            if _is_number(prose, start, number, country):
                done = match.end
                yield start, match.end, number
    for short in _SHORT_CODE.finditer(prose):
        before = prose[max(0, short.start() - _LOOKED_BACK) : short.start()]
        if short.start() >= done and _is_for_calling(before) and not _is_amount(prose, short.end()):
            yield short.start(), short.end(), short.group()


def _is_number(prose: str, start: int, raw: str, country: str) -> bool:
    """Tell whether digits that could be a telephone number are one."""
    before = prose[max(0, start - _LOOKED_BACK) : start]
    digits = re.sub(r"[^0-9]", "", raw)
    if _looks_otherwise(raw) or _PRICE.search(before) or _is_amount(prose, start + len(raw)):
        return False
    if _RISING.search(digits) or _SAMPLE.search(before[-30:]):
        return False
    if before[-1:] in ("#", "=", "-", "/", ".") or prose[start - 1 : start].isalnum():
        return False
    if raw.startswith("+"):
        return True
    if country in ("US", "CA") and _AMERICAN.fullmatch(raw):
        return not _OTHER_DIGITS.search(before)
    if raw.startswith(("0", "(0")):
        return not _is_other(before)
    return _is_for_calling(before)


def _looks_otherwise(raw: str) -> bool:
    """Tell whether digits have the form of a day, an amount, an address or a version."""
    forms = (_DATE, _IP_ADDRESS, _ALL_DOTS, _YEARS)
    is_grouped = not raw.startswith("0") and _GROUPS.fullmatch(raw) is not None
    return is_grouped or any(form.fullmatch(raw) for form in forms)


def _is_amount(prose: str, end: int) -> bool:
    return _AMOUNT.match(prose, end) is not None


def _is_for_calling(before: str) -> bool:
    """Tell whether the words in front of a number speak of calling, and of nothing else later."""
    return _SPEAKS_OF_CALLING.search(before) is not None and not _is_other(before)


def _is_other(before: str) -> bool:
    """Tell whether the words in front of digits speak of accounts and the like, not of calling."""
    others = [match.end() for match in _OTHER_DIGITS.finditer(before)]
    if not others:
        return False
    calls = [match.end() for match in _SPEAKS_OF_CALLING.finditer(before)]
    return not calls or calls[-1] < others[-1]
