"""Reads holidays: which ones an organisation keeps, and the frozen days in `holidays.lock.json`."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping
from hcgen.model.holidays import NO_HOLIDAYS, Holiday, HolidayCalendar, Holidays
from hcgen.model.localized import Localized
from hcgen.model.nearest import nearest
from hcgen.source import SourceFile, Span, Text

LOCK_FILE = "holidays.lock.json"
LOCK_VERSION = 1

HOLIDAY_FIELDS = ("calendar", "extra", "include", "subdivision")
EXTRA_FIELDS = ("from", "reason", "to")
CATEGORIES = (
    *("public", "government", "bank", "armed_forces", "de_facto", "optional", "optional_women"),
    *("restricted_settlement", "school", "unofficial"),
    *("catholic", "christian", "hebrew", "hindu", "islamic", "orthodox", "protestant", "sabian"),
    *("yazidi", "albanian", "armenian", "bosnian", "roma", "serbian", "turkish", "vlach"),
)
"""Of the `holidays` package, but for half days, and days on which people work for once."""

_LONGEST_EXTRA_DAYS = 366
_CODE = re.compile(r"[A-Za-z]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEY = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_ANEW = "write the file anew: hcgen holidays update"


def load_holidays(mapping: YamlMapping | None, findings: Findings) -> Holidays:
    """Return which holidays an organisation keeps, with those days that it names itself."""
    if mapping is None:
        return NO_HOLIDAYS
    fields = Fields(mapping, findings, HOLIDAY_FIELDS)
    calendar = _calendar(fields, findings)
    days: dict[date, Holiday] = {}
    for entry in fields.mappings("extra"):
        days |= {holiday.day: holiday for holiday in _extra(entry, findings)}
    return Holidays(dict(sorted(days.items())), None if calendar is None else date.min, calendar)


def _calendar(fields: Fields, findings: Findings) -> HolidayCalendar | None:
    code = fields.text("calendar")
    include: list[str] = []
    for text in fields.texts("include"):
        if text.value in CATEGORIES:
            include.append(text.value)
            continue
        findings.report(
            "unexpected-value",
            text.span,
            f"“{text.value}” is no sort of holidays",
            help=nearest(
                text.value, CATEGORIES, otherwise="write public, or public and government"
            ),
        )
    if code is None:
        return None
    if not _CODE.fullmatch(code.value):
        findings.report(
            "unexpected-value",
            code.span,
            f"“calendar” is “{code.value}”, not the two letters of a country",
            help="write two letters, for example ID, MY, SG",
        )
        return None
    return HolidayCalendar(
        code=code.value.upper(),
        include=tuple(sorted(set(include))) or ("public",),
        subdivision=fields.string("subdivision"),
        place=code.span,
    )


def _extra(mapping: YamlMapping, findings: Findings) -> tuple[Holiday, ...]:
    fields = Fields(mapping, findings, EXTRA_FIELDS)
    first, last = fields.date("from"), fields.date("to")
    if first is None and fields.text("from"):
        return ()  # a day that does not exist has been reported
    if last is None:
        if fields.text("to"):
            return ()
        last = first
    if first is None or last is None or not first <= last:
        findings.report(
            "unexpected-value",
            mapping.span.slice(0, 0),
            "these holidays have no first and last day in that order",
            help="write from: 2027-03-10 and to: 2027-03-11",
        )
        return ()
    length = (last - first).days + 1
    if length > _LONGEST_EXTRA_DAYS:
        findings.report(
            "unexpected-value",
            mapping.span.slice(0, 0),
            f"these holidays last {length:,} days",
            help=f"write the days of one year, {_LONGEST_EXTRA_DAYS} at most",
        )
        return ()
    reason = fields.localized("reason")
    return tuple(
        Holiday(first + timedelta(step), reason, is_estimated=False, place=mapping.span.slice(0, 0))
        for step in range(length)
    )


def with_frozen_days(
    holidays: Holidays, calendar: HolidayCalendar, lock: SourceFile | None, findings: Findings
) -> Holidays:
    """Return holidays with the days of the lock; as they are where it is no use.

    Days that the organisation names itself win, and make an estimate certain.

    Args:
        lock: None where there is no such file.
    """
    if lock is None:
        findings.report(
            "missing-holiday-lock",
            calendar.place,
            f"the holidays of “{calendar.code}” are not there yet: every day counts as a working "
            "day",
            help="fetch them with “hcgen holidays update”, and commit the file that it writes",
        )
        return holidays
    frozen = _Lock(lock, findings)
    if not frozen.fits(calendar):
        return holidays
    valid_through = frozen.day("valid_through")
    last = frozen.day("last")
    days = frozen.days()
    if frozen.is_damaged or valid_through is None or last is None:
        return holidays
    own = {
        day: holiday if holiday.name or day not in days else replace(holiday, name=days[day].name)
        for day, holiday in holidays.days.items()
    }
    guesses = [day for day, holiday in days.items() if holiday.is_estimated]
    if _after(valid_through) in guesses:
        open_guesses = [day for day in guesses if day not in own and day > valid_through]
        valid_through = min(open_guesses) - timedelta(1) if open_guesses else last
    return replace(
        holidays, days=dict(sorted({**days, **own}.items())), valid_through=valid_through
    )


def _after(day: date) -> date | None:
    return None if day == date.max else day + timedelta(1)


class _Lock:
    """Takes values out of the lock; what is wrong becomes a finding at its place, once.

    Attributes:
        is_damaged: Something in it is not as hcgen writes it.
    """

    def __init__(self, file: SourceFile, findings: Findings) -> None:
        self.is_damaged = False
        self._file = file
        self._findings = findings
        self._places = _places(file)
        self._data: Mapping[str, Any] = {}
        try:
            data = json.loads(file.text)
        except json.JSONDecodeError as error:
            self._refuse(file.span(error.pos, error.pos), "the file is no JSON from here on")
        except (ValueError, RecursionError):
            # numbers of thousands of digits, brackets in brackets without end
            self._refuse(file.start(), "the file is not as hcgen writes it")
        else:
            if isinstance(data, dict):
                self._data = data
            else:
                self._refuse(file.start(), "the file is not as hcgen writes it")

    def fits(self, calendar: HolidayCalendar) -> bool:
        """Tell whether the lock is of a known version and for this calendar; report if not."""
        if self.is_damaged:
            return False
        version = self._data.get("version")
        if version != LOCK_VERSION or isinstance(version, bool):
            self._refuse(
                self._place("version"),
                "this version of the file is not known",
                help=f"update hcgen, or {_ANEW}",
            )
            return False
        wanted: Mapping[str, object] = {
            "calendar": calendar.code,
            "subdivision": calendar.subdivision,
            "include": list(calendar.include),
        }
        for key, value in wanted.items():
            if self._data.get(key) != value:
                self._findings.report(
                    "holiday-lock-outdated",
                    self._place(key),
                    f"the holidays are not for the “{key}” that channels.yml names",
                    help=_ANEW,
                )
                return False
        return True

    def day(self, key: str) -> date | None:
        """Return the day that a key holds."""
        day = _day(self._data.get(key))
        if day is None:
            self._refuse(self._place(key), f"“{key}” is no day of the calendar")
        return day

    def days(self) -> Mapping[date, Holiday]:
        """Return the holidays in rising order."""
        listed = self._data.get("days")
        found: dict[date, Holiday] = {}
        for entry in listed if isinstance(listed, list) else [None]:
            values = entry if isinstance(entry, dict) else {}
            written = values.get("day")
            place = self._place(written if isinstance(written, str) else "days")
            day, name = _day(written), _name(values.get("names"), place)
            is_estimated = values.get("estimated", False)
            if day is None or name is None or not isinstance(is_estimated, bool):
                self._refuse(place, "this is no holiday as hcgen writes it")
                break
            found[day] = Holiday(day, name, is_estimated, place)
        return dict(sorted(found.items()))

    def _place(self, text: str) -> Span:
        """Return where a key or a day stands; the beginning of the file if it does not."""
        return self._places.get(text, self._file.start())

    def _refuse(self, span: Span, message: str, *, help: str = _ANEW) -> None:
        if not self.is_damaged:
            self._findings.report("unexpected-value", span, message, help=help)
        self.is_damaged = True


def _places(file: SourceFile) -> Mapping[str, Span]:
    """Return each text in quotes -> where it stands first."""
    places: dict[str, Span] = {}
    for match in _KEY.finditer(file.text):
        places.setdefault(match[1], file.span(*match.span(1)))
    return places


def _day(value: object) -> date | None:
    try:
        return (
            date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else None
        )
    except ValueError:
        return None


def _name(value: object, place: Span) -> Localized | None:
    if not isinstance(value, dict):
        return None
    for text in (*value, *value.values()):
        # JSON can write half a character, which no page can hold
        if not isinstance(text, str) or any("\ud800" <= letter <= "\udfff" for letter in text):
            return None
    return Localized({tag: Text(text, place) for tag, text in value.items()})


@dataclass(frozen=True, slots=True)
class FrozenDay:
    """A day as the lock holds it; ``names`` by language tag."""

    day: date
    names: Mapping[str, str]
    is_estimated: bool


def lock_text(
    calendar: HolidayCalendar, days: Iterable[FrozenDay], first: date, last: date, made_with: str
) -> str:
    """Return the text of a lock: sorted, one line a day, the same for the same days.

    Args:
        first: The first day that it covers.
        last: The last one.
        made_with: Name and version of what knew the days.
    """
    ordered = sorted(days, key=lambda frozen: frozen.day)
    guesses = [frozen.day for frozen in ordered if frozen.is_estimated]
    head = {
        "version": LOCK_VERSION,
        "calendar": calendar.code,
        "subdivision": calendar.subdivision,
        "include": list(calendar.include),
        "made_with": made_with,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "valid_through": (min(guesses) - timedelta(1) if guesses else last).isoformat(),
    }
    lines = [f"  {_json(key)}: {_json(value)}," for key, value in head.items()]
    entries = ",\n".join(
        "    "
        + _json(
            {"day": frozen.day.isoformat(), "names": dict(sorted(frozen.names.items()))}
            | ({"estimated": True} if frozen.is_estimated else {})
        )
        for frozen in ordered
    )
    inside = f"\n{entries}\n  " if entries else ""
    return "{\n" + "\n".join(lines) + f'\n  "days": [{inside}]\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
