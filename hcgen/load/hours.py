"""Reads opening hours: named or in place, per weekday, with exceptions."""

import re
from collections.abc import Mapping

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, YamlNode, YamlText
from hcgen.model.hours import (
    ALWAYS,
    MINUTES_PER_DAY,
    WEEKDAYS,
    Hours,
    HoursException,
    Interval,
    Week,
)
from hcgen.model.nearest import nearest
from hcgen.model.week import overlapping_days
from hcgen.source import Text

_INTERVAL = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})")
_EXAMPLE = 'write times such as "08:00-12:00, 13:00-17:00", or closed'


def load_named_hours(mapping: YamlMapping | None, findings: Findings) -> Mapping[str, Hours]:
    """Return name -> hours of the section ``hours``; ``always`` is always there."""
    named: dict[str, Hours] = {"always": ALWAYS}
    for name, node in mapping.entries if mapping else ():
        hours = load_hours(node, named, findings)
        if hours is not None:
            named[name.value] = hours
    return named


def load_hours(
    node: YamlNode | None, named: Mapping[str, Hours], findings: Findings
) -> Hours | None:
    """Return hours written as a name or in place; None where there are none."""
    if node is None:
        return None
    if isinstance(node, YamlText):
        hours = named.get(node.text.value)
        if hours is None:
            findings.report(
                "unexpected-value",
                node.span,
                f"there are no hours named “{node.text.value}”",
                help=nearest(node.text.value, named),
            )
        return hours
    if not isinstance(node, YamlMapping):
        findings.report(
            "unexpected-value", node.span, "a list stands where hours are wanted", help=_EXAMPLE
        )
        return None
    days = {key.value for key, _ in node.entries if _weekdays(key.value)}
    fields = Fields(node, findings, {"holidays", "exceptions", *WEEKDAYS, *days})
    holidays = fields.text("holidays")
    if holidays is not None and holidays.value not in ("open", "closed"):
        findings.report(
            "unexpected-value",
            holidays.span,
            f"“holidays” is “{holidays.value}”",
            help="write open or closed",
        )
    is_open_on_holidays = holidays is not None and holidays.value == "open"
    exceptions = tuple(
        exception
        for entry in fields.mappings("exceptions")
        if (exception := _exception(entry, findings)) is not None
    )
    return Hours(False, _week(node, findings), is_open_on_holidays, exceptions)


def _exception(mapping: YamlMapping, findings: Findings) -> HoursException | None:
    days = {key.value for key, _ in mapping.entries if _weekdays(key.value)}
    fields = Fields(mapping, findings, {"from", "to", "reason", *WEEKDAYS, *days})
    first, last = fields.date("from"), fields.date("to")
    if first is None or last is None:
        if fields.text("from") and fields.text("to"):
            return None  # a day that does not exist has been reported
    elif first <= last:
        return HoursException(
            first,
            last,
            _week(mapping, findings),
            fields.localized("reason"),
            place=fields.places["to"],
        )
    findings.report(
        "unexpected-value",
        mapping.span.slice(0, 0),
        "this exception has no first and last day in that order",
        help="write from: 2027-02-10 and to: 2027-03-11",
    )
    return None


def _week(mapping: YamlMapping, findings: Findings) -> Week:
    week: dict[str, tuple[Interval, ...]] = {}
    written: dict[str, Text] = {}
    for key, node in mapping.entries:
        days = _weekdays(key.value)
        if not days:
            continue
        if not isinstance(node, YamlText):
            findings.report(
                "unexpected-value", node.span, "times are written on one line", help=_EXAMPLE
            )
            continue
        intervals = _intervals(node.text, findings)
        for day in days:
            week[day] = intervals
            written[day] = node.text
    _report_overlaps(week, written, findings)
    return week


def _report_overlaps(week: Week, written: Mapping[str, Text], findings: Findings) -> None:
    """Report times that begin before others have ended, once for each line."""
    told: list[Text] = []
    for day, earlier in overlapping_days(week):
        text = written[day]
        if text in told:
            continue
        told.append(text)
        if written[earlier] is text:
            message = f"“{text.value}” has times that overlap"
        else:
            before = written[earlier].value
            message = f"“{text.value}” begins while “{before}” of “{earlier}” has not ended"
        findings.report(
            "overlapping-hours",
            text.span,
            message,
            help="let each time begin when the one before it has ended, or later",
        )


def _weekdays(name: str) -> tuple[str, ...]:
    """Return the weekdays that a key names, such as ``sat`` or ``fri-mon``; else none."""
    first, separator, last = map(str.strip, name.casefold().replace("–", "-").partition("-"))
    if first not in WEEKDAYS or (separator and last not in WEEKDAYS):
        return ()
    if not separator:
        return (first,)
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    length = (end - start) % 7 + 1
    return tuple(WEEKDAYS[(start + step) % 7] for step in range(length))


def _intervals(text: Text, findings: Findings) -> tuple[Interval, ...]:
    if text.value.strip().casefold() == "closed":
        return ()
    found: list[Interval] = []
    for part in text.value.split(","):
        match = _INTERVAL.fullmatch(part.strip())
        interval = _interval(match) if match else None
        if interval is None:
            findings.report(
                "unexpected-value",
                text.span,
                f"“{part.strip()}” is not a time of the day with a beginning and an end",
                help=_EXAMPLE,
            )
            return ()
        found.append(interval)
    found.sort(key=lambda interval: interval.opens)
    return tuple(found)


def _interval(match: re.Match[str]) -> Interval | None:
    opens = int(match[1]) * 60 + int(match[2])
    closes = int(match[3]) * 60 + int(match[4])
    if opens >= MINUTES_PER_DAY or closes > MINUTES_PER_DAY or opens == closes:
        return None
    if int(match[2]) > 59 or int(match[4]) > 59:
        return None
    return Interval(opens, closes)
