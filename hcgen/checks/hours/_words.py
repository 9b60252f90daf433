"""Ranges of a week as people write them."""

from collections.abc import Iterable

from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS


def ranges_in_words(ranges: Iterable[tuple[int, int]]) -> str:
    """Return ranges such as ``Mon-Fri 12:30-13:00, Sat 08:00-12:00``, in the order of the days.

    Days in a row with the same times are put together.

    Args:
        ranges: In minutes from Monday 00:00; one that goes beyond Sunday ends in the week after.
    """
    by_times: dict[tuple[int, int], list[int]] = {}
    for start, end in sorted(ranges):
        day, opens = divmod(start, MINUTES_PER_DAY)
        by_times.setdefault((opens, end - start), []).append(day % len(WEEKDAYS))
    found: list[tuple[int, int, str]] = []
    for (opens, length), days in by_times.items():
        for first, last in _runs(sorted(set(days))):
            found.append((first, opens, f"{_days(first, last)} {_times(first, opens, length)}"))
    return ", ".join(words for _, _, words in sorted(found))


def _runs(days: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _days(first: int, last: int) -> str:
    return _name(first) if first == last else f"{_name(first)}-{_name(last)}"


def _name(day: int) -> str:
    return WEEKDAYS[day % len(WEEKDAYS)].capitalize()


def _times(day: int, opens: int, length: int) -> str:
    closes = opens + length
    days_later, clock = divmod(closes, MINUTES_PER_DAY)
    if clock == 0:
        days_later, clock = days_later - 1, MINUTES_PER_DAY
    # one that ends on the next day at an earlier hour cannot be taken for another day's
    later = f"{_name(day + days_later)} " if length > MINUTES_PER_DAY else ""
    return f"{_clock(opens)}-{later}{_clock(clock)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
