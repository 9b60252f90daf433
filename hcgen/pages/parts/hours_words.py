"""Opening hours in words, in the reader's language."""

from hcgen.languages import Wording
from hcgen.model.hours import WEEKDAYS, Hours, HoursException, Interval, Week


def hours_lines(hours: Hours | None, words: Wording) -> tuple[str, ...]:
    """Return one line for each run of days, then the exceptions and the holidays.

    Empty when the hours are not known.
    """
    if hours is None:
        return ()
    if hours.is_always:
        return (words.text("hours.always"),)
    lines = [
        *_week_lines(hours.week, words),
        *(_exception_line(exception, words) for exception in hours.exceptions),
    ]
    if not hours.is_open_on_holidays:
        lines.append(words.text("hours.holidays_closed"))
    return tuple(lines)


def hours_in_line(hours: Hours | None, words: Wording, zone: str) -> str:
    """Return the week's hours as a part of a sentence; closed days and exceptions are left out.

    Args:
        zone: Short name of the time zone, such as WIB.
    """
    if hours is None:
        return ""
    if hours.is_always:
        always = words.text("hours.always")
        return always[:1].lower() + always[1:]
    runs = [
        f"{_short_range(words.weekday(first), words.weekday(last))} "
        + words.items(
            [
                _short_range(words.time_of_day(each.opens), words.time_of_day(each.closes))
                for each in intervals
            ]
        )
        for first, last, intervals in _runs(hours.week)
        if intervals
    ]
    return f"{'; '.join(runs)} {zone}".strip() if runs else ""


def _short_range(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _exception_line(exception: HoursException, words: Wording) -> str:
    first, last = words.date(exception.first), words.date(exception.last)
    is_one_day = exception.first == exception.last
    days = first if is_one_day else words.text("hours.exception", first=first, last=last)
    reason = exception.reason.get(words.language.tag)
    if is_one_day:
        times = _times(exception.week.get(WEEKDAYS[exception.first.weekday()], ()), words)
    else:
        times = words.items(_week_lines(exception.week, words)) or words.text("hours.closed")
    return words.text("hours.line", days=f"{reason} ({days})" if reason else days, times=times)


def _week_lines(week: Week, words: Wording) -> list[str]:
    """Put neighbouring days with the same hours together; closed days are named."""
    return [
        words.text("hours.line", days=_day_range(first, last, words), times=_times(times, words))
        for first, last, times in _runs(week)
    ]


def _runs(week: Week) -> list[tuple[int, int, tuple[Interval, ...]]]:
    """Return first and last day of each run of days with the same hours."""
    if not week:
        return []
    runs: list[tuple[int, int, tuple[Interval, ...]]] = []
    for index, day in enumerate(WEEKDAYS):
        intervals = week.get(day, ())
        if runs and runs[-1][2] == intervals:
            runs[-1] = (runs[-1][0], index, intervals)
        else:
            runs.append((index, index, intervals))
    return runs


def _day_range(first: int, last: int, words: Wording) -> str:
    if first == last:
        return words.weekday(first)
    return _range(words.weekday(first), words.weekday(last), words)


def _times(intervals: tuple[Interval, ...], words: Wording) -> str:
    if not intervals:
        return words.text("hours.closed")
    return words.items(
        [
            _range(words.time_of_day(interval.opens), words.time_of_day(interval.closes), words)
            for interval in intervals
        ]
    )


def _range(first: str, last: str, words: Wording) -> str:
    return words.text("hours.range", **{"from": first, "to": last})
