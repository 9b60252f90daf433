"""CON026: articles that tell other opening hours than the channels do."""

import re
from collections.abc import Iterator, Mapping

from hcgen.checks.contacts_in_prose._known import Known, known_contacts
from hcgen.checks.contacts_in_prose._prose import passages
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.hours import WEEKDAYS, Interval, Week

_EN = "content/en/account/reset.md"
_ID = "content/id/account/reset.md"
_EN_TITLE = "---\ntitle: Reset your password\n---\n"
_ID_TITLE = "---\ntitle: Atur ulang kata sandi\n---\n"
_CHANNELS = {
    "content/channels.yml": "hours:\n  office: {mon-fri: '08:00-12:00, 13:00-17:00', "
    "sat: '09:00-12:00'}\nchannels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: office}\n"
}

RULE = Rule(
    code="CON026",
    name="hours-in-prose-differ",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="An article tells opening hours that no channel has.",
    why="Customers call when nobody is there.",
    fix="Write the hours that channels.yml has, or refer to them: {{ channel:ID:hours }}",
    since="0.1.0",
    bad=(
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}We are open ⟦Monday to Friday, 9 am to 5 pm⟧.\n"}),
        Example({**_CHANNELS, _ID: f"{_ID_TITLE}Jam layanan: ⟦Senin-Sabtu 08.00-17.00⟧ WIB.\n"}),
        Example({**_CHANNELS, _ID: f"{_ID_TITLE}Kami melayani Anda ⟦24 jam⟧.\n"}),
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}Our support is available ⟦24/7⟧.\n"}),
    ),
    good=(
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}We are open Mon-Fri, 8 am to 5 pm.\n"}),
        Example({**_CHANNELS, _ID: f"{_ID_TITLE}Kami buka Senin-Jumat 08.00-12.00.\n"}),
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}The link is open for 24 hours.\n"}),
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}Open the calendar and mark 9 am to 5 pm.\n"}),
        Example({**_CHANNELS, _ID: f"{_ID_TITLE}Buka lagi setelah 24 jam, kata tim kami.\n"}),
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}We are open {{{{ channel:mail:hours }}}}.\n"}),
    ),
)

_DAY_NAMES = (
    ("monday", "mon", "senin", "isnin"),
    ("tuesday", "tue", "tues", "selasa"),
    ("wednesday", "wed", "rabu"),
    ("thursday", "thu", "thurs", "kamis", "khamis"),
    ("friday", "fri", "jumat", "jum'at", "jum\u2019at", "jumaat"),
    ("saturday", "sat", "sabtu"),
    ("sunday", "sun", "minggu", "ahad"),
)
_DAYS: Mapping[str, int] = {
    name: number for number, names in enumerate(_DAY_NAMES) for name in names
}
_DAY = rf"(?:{'|'.join(sorted(_DAYS, key=len, reverse=True))})"
_TO = r"\s*(?:-|\u2013|\u2014|s/d|s\.d\.?|to|until|till|through|sampai(?:\ dengan)?|hingga)\s*"
_HALF = r"(?:\s?[ap](?:m\b|\.\s?m\.)|\s?(?:pagi|siang|sore|petang|malam|tengah\ hari)\b)"
_TIME = rf"[0-9]{{1,2}}(?:[.:][0-9]{{2}})?(?![0-9]){_HALF}?"
_HOURS = re.compile(
    rf"""(?:\b(?P<first>{_DAY})s?\b(?:{_TO}(?P<last>{_DAY})s?\b)?
           [,:(]?\s*(?:from|pukul|jam|pkl\.?|dari|mulai|between|at)?\s*)?
        (?<![0-9.:])(?P<opens>{_TIME}){_TO}(?P<closes>{_TIME})(?![0-9.:]*[0-9])""",
    re.X | re.I,
)
_ROUND_THE_CLOCK = re.compile(
    r"(?<![0-9x.,\u00d7-])24[ -]?(?:jam|hours?)\b"
    r"(?!\s*(?:kerja|bekerja|pertama|first|before|after))"
    r"|\b24/7\b|\b(?:a)?round[ -]the[ -]clock\b",
    re.I,
)
_OPENING = re.compile(
    r"""\b(?:jam\ (?:kerja|layanan|operasi\w*|buka|pelayanan)|waktu\ (?:operasi|perniagaan|bekerja
        |kerja|layanan|buka)|buka|dibuka|melayani|beroperasi|tersedia|siaga
        |(?:opening|office|business|working|service|support)\ hours|open|available|staffed|reachable
        |on\ duty)\b""",
    re.X | re.I,
)
# somebody is open, not something: a menu, a file
_SOMEBODY = re.compile(
    r"""\b(?:we|us|our|kami|tim|pasukan|petugas|ejen|call\ cent(?:re|er)|hotline|helpdesk
        |service\ desk|pusat\ (?:panggilan|layanan|bantuan)|layanan\ pelanggan|khidmat\ pelanggan
        |customer\ (?:service|care|support)|kantor|cabang|pejabat|cawangan|office
        |branch|chat|telepon|telefon|phone|whatsapp
        |hubungi|jam\ (?:layanan|operasi\w*|buka|pelayanan|kerja)|waktu\ (?:operasi|perniagaan)
        |(?:opening|office|business|service|support)\ hours)\b""",
    re.X | re.I,
)
_LASTING = re.compile(
    r"""\b(?:dalam|selama|setelah|sesudah|selepas|tiap|setiap|sebelum|maksimal|maksimum|hingga|sampai
        |kira-kira|sekitar|kurang\ dari|lebih\ dari|waktu|tempoh|masa|in|within|for|after|every|last
        |next|first|past|about|up\ to|than|least|most|another|until)\s*(?:about\s|the\s)?$""",
    re.X | re.I,
)
_LOOKED_BACK, _LOOKED_AHEAD = 90, 40


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at times of the day near words of opening."""
    if context.centre.contact.file is None:
        return
    known = known_contacts(context)
    if not known.has_hours:
        return
    for passage in passages(context):
        if not passage.may_hold_hours:
            continue
        # opening is spoken of less often than times are told
        near = (words for words in passage.near_hours if _OPENING.search(words))
        if not any(any(_found(words, known)) for words in near):
            continue
        for block in passage.blocks:
            for start, end in sorted(_found(block.prose, known)):
                words = " ".join(block.prose[start:end].split())
                yield Diagnostic(
                    RULE,
                    block.span.slice(start, end),
                    f"no channel is open “{words}”",
                    help="write the hours of channels.yml, or {{ channel:ID:hours }}",
                )


def _found(prose: str, known: Known) -> Iterator[tuple[int, int]]:
    """Yield where somebody is said to be open when no channel is."""
    return (place for place in _others(prose, known) if _is_opening(prose, *place))


def _others(prose: str, known: Known) -> Iterator[tuple[int, int]]:
    """Yield where hours stand that no channel has."""
    if not known.is_always_open and ("24" in prose or "clock" in prose):
        for match in _ROUND_THE_CLOCK.finditer(prose):
            if not _LASTING.search(prose[: match.start()]):
                yield match.span()
    for match in _HOURS.finditer(prose):
        interval = _interval(match["opens"], match["closes"])
        if interval and not any(_agrees(week, interval, _days(match)) for week in known.hours):
            yield match.span()


def _is_opening(prose: str, start: int, end: int) -> bool:
    before = prose[max(0, start - _LOOKED_BACK) : start]
    after = prose[end : end + _LOOKED_AHEAD]
    near = f"{before} {after}"
    return _OPENING.search(before) is not None and _SOMEBODY.search(near) is not None


def _days(match: re.Match[str]) -> tuple[str, ...]:
    """Return the weekdays that are named; empty for none."""
    if match["first"] is None:
        return ()
    first = _DAYS[match["first"].lower()]
    last = _DAYS[match["last"].lower()] if match["last"] else first
    length = (last - first) % len(WEEKDAYS) + 1
    return tuple(WEEKDAYS[(first + day) % len(WEEKDAYS)] for day in range(length))


def _agrees(week: Week, interval: Interval, days: tuple[str, ...]) -> bool:
    """Tell whether a week has an interval on all of some days; without days, on any."""
    if days:
        return all(interval in week.get(day, ()) for day in days)
    return any(interval in intervals for intervals in week.values())


def _interval(opens: str, closes: str) -> Interval | None:
    """Return two written times; None for what may be no times, such as “8-12”."""
    is_clear = any(mark in opens + closes for mark in ".:") or re.search("[a-z]", closes, re.I)
    first = _minutes(opens, _half(opens) or (_half(closes) if _is_early(opens, closes) else ""))
    last = _minutes(closes, _half(closes))
    return Interval(first, last) if is_clear and first is not None and last is not None else None


def _is_early(opens: str, closes: str) -> bool:
    """Tell whether the half of the day stands for both times, as in “9-11 am”."""
    return _half(closes) == "a" or (_half(closes) == "p" and _number(opens) < _number(closes) % 12)


def _number(time: str) -> int:
    match = re.match("[0-9]+", time)
    return int(match.group()) if match else 0


def _half(time: str) -> str:
    """Return “a” or “p” where the time says so; else nothing."""
    found = re.search(r"[ap](?=\.?\s?m)|pagi|siang|sore|petang|malam|tengah", time, re.I)
    if not found:
        return ""
    words = found.group().lower()
    return words if words in ("a", "p") else ("a" if words == "pagi" else "p")


def _minutes(time: str, half: str) -> int | None:
    match = re.match(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?", time)
    if not match:
        return None
    hours, minutes = int(match[1]), int(match[2] or 0)
    if hours > 24 or minutes > 59:
        return None
    if half and hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    return hours * 60 + minutes
