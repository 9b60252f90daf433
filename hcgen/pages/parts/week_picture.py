"""A week as a picture: when somebody answers, hour by hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hcgen.languages import Wording
from hcgen.model.channel import Channel
from hcgen.model.hours import MINUTES_PER_DAY, WEEKDAYS
from hcgen.model.week import Ranges, open_ranges
from hcgen.pages.composer import Composer
from hcgen.pages.parts.channel_lines import channel_label

_LEVELS = 3
_LIVE_KINDS = frozenset({"chat", "phone", "visit"})
HOURS_OF_THE_AXIS = (0, 6, 12, 18, 24)


@dataclass(frozen=True, slots=True)
class Bar:
    """A time of a day in which the same channels are open.

    Attributes:
        opens: Minutes after midnight, as `closes`.
        level: How many are open, 1 to 3; more count as 3.
        words: The time and the channels, for those who do not see the picture.
    """

    opens: int
    closes: int
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """The week.

    Attributes:
        days: Name of each weekday, and its bars in rising order.
        channels: Labels of those that are looked at, as a list in words.
    """

    days: tuple[tuple[str, tuple[Bar, ...]], ...]
    channels: str


def week_picture(composer: Composer, tag: str) -> WeekPicture | None:
    """Return the picture for a language; None where nobody answers at known hours."""
    words = composer.wording(tag)
    channels = [channel for channel in composer.shown.channels if _is_live(channel)]
    if not channels:
        return None
    labels = [channel_label(composer, channel, tag) for channel in channels]
    edges = [open_ranges(channel.hours) for channel in channels if channel.hours is not None]
    days = []
    for index in range(len(WEEKDAYS)):
        start = index * MINUTES_PER_DAY
        days.append((words.weekday(index), tuple(_bars(edges, labels, start, words))))
    return WeekPicture(tuple(days), words.items(labels))


def _is_live(channel: Channel) -> bool:
    """Tell whether somebody is there while the channel is open, who answers at once."""
    if channel.hours is None or not channel.takes_requests:
        return False
    return channel.kind in _LIVE_KINDS or "answer_within" in channel.promise


def _bars(edges: Sequence[Ranges], labels: Sequence[str], start: int, words: Wording) -> list[Bar]:
    end = start + MINUTES_PER_DAY
    cuts = {start, end}
    for times in edges:
        cuts.update(edge for pair in times for edge in pair if start < edge < end)
    bars: list[Bar] = []
    ordered = sorted(cuts)
    for opens, closes in pairwise(ordered):
        names = [
            label
            for label, times in zip(labels, edges, strict=True)
            if any(first <= opens < last for first, last in times)
        ]
        if names:
            clock = [words.time_of_day(minute - start) for minute in (opens, closes)]
            time = words.text("hours.range", **{"from": clock[0], "to": clock[1]})
            text = words.text("hours.line", days=time, times=words.items(names))
            bars.append(Bar(opens - start, closes - start, min(len(names), _LEVELS), text))
    return bars
