"""HRS003: working hours in which nobody answers by phone or chat."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hcgen.checks.contact import is_whole, request_channels
from hcgen.checks.context import SourceContext
from hcgen.checks.hours._words import ranges_in_words
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.hours import MINUTES_PER_DAY, Hours, HoursException
from hcgen.model.week import (
    MINUTES_PER_WEEK,
    Ranges,
    difference,
    joined_at_the_end,
    open_between,
    open_ranges,
    union,
)

_START = "organisation: {business_hours: office}\n"
_CALL = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: HOURS}\n'
)
_RAMADAN = "    exceptions: [{from: 2098-02-10, to: 2098-03-11, mon-fri: '08:00-15:00'}]\n"

RULE = Rule(
    code="HRS003",
    name="gap-in-working-hours",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="In a part of the working hours neither a phone nor a chat is open.",
    why="Customers who know that you work call in vain.",
    fix="Let the phone or the chat be open in all business_hours, for example in turns at noon.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _START.replace("office", "⟦office⟧")
                + "hours:\n  office: {mon-fri: '08:00-17:00', sat: '08:00-12:00'}\n"
                + _CALL.replace("HOURS", "{mon-fri: '08:00-12:30, 13:00-17:00'}")
            }
        ),
        # two phones that leave noon to each other
        Example(
            {
                "content/channels.yml": _START.replace("office", "⟦office⟧")
                + "hours:\n  office: {mon: '08:00-17:00'}\n"
                + _CALL.replace("HOURS", "{mon: '08:00-12:00'}")
                + '  - {id: chat, kind: chat, url: "https://chat.example.com/", '
                "hours: {mon: '12:30-17:00'}}\n"
            }
        ),
        # only in a season
        Example(
            {
                "content/channels.yml": _START
                + "hours:\n  office:\n    mon-fri: '08:00-17:00'\n  phones:\n"
                + "    mon-fri: '08:00-17:00'\n"
                + _RAMADAN.replace("2098-03-11", "⟦2098-03-11⟧")
                + _CALL.replace("HOURS", "phones")
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _START
                + "hours:\n  office: {mon-fri: '08:00-12:00, 13:00-17:00'}\n"
                + _CALL.replace("HOURS", "{mon-fri: '07:00-12:00'}")
                + '  - {id: chat, kind: chat, url: "https://chat.example.com/", '
                "hours: {mon-fri: '12:00-22:00'}}\n"
            }
        ),
        # everybody goes home earlier
        Example(
            {
                "content/channels.yml": _START
                + f"hours:\n  office:\n    mon-fri: '08:00-17:00'\n{_RAMADAN}"
                + _CALL.replace("HOURS", "office")
            }
        ),
        # the night shift ends with the day's
        Example(
            {
                "content/channels.yml": _START
                + "hours:\n  office: {sun: '22:00-06:00'}\n"
                + _CALL.replace("HOURS", "{sun: '20:00-02:00', mon: '02:00-08:00'}")
            }
        ),
        # that there is no phone is told by CON006
        Example(
            {
                "content/channels.yml": _START
                + "hours:\n  office: {mon: '08:00-17:00'}\nchannels:\n"
                + "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
            }
        ),
    ),
)

_LIVE = ("chat", "phone")
_LONGEST = timedelta(400)
"""Longer exceptions are looked at this far; every weekday has come many times by then."""


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Take the hours of phones and chats away from the working hours: of a week, of exceptions."""
    organisation = context.centre.contact.organisation
    office = organisation.business_hours
    if office is None or not is_whole(context):
        return
    live = [channel for channel in request_channels(context.centre) if channel.kind in _LIVE]
    hours = [channel.hours for channel in live if channel.hours is not None]
    if len(hours) < len(live):
        return  # HRS001 asks for them
    covered = union(map(open_ranges, hours))
    if not covered:
        return  # no phone, which CON006 says, or none that ever opens: HRS008
    gaps = difference(open_ranges(office), covered)
    if gaps:
        yield Diagnostic(
            RULE,
            organisation.places["business_hours"],
            "nobody answers by phone or chat in these working hours: "
            f"{ranges_in_words(joined_at_the_end(gaps))}",
            help="let a phone or a chat be open then, or take them out of business_hours",
        )
    yield from _in_exceptions(office, hours, context.today)


def _in_exceptions(office: Hours, hours: Sequence[Hours], today: date) -> Iterator[Diagnostic]:
    """Yield gaps that only exceptions make, each at the first exception around it."""
    periods = sorted(
        (
            exception
            for one in (office, *hours)
            for exception in one.exceptions
            if exception.last >= today
        ),
        key=lambda exception: (exception.first, exception.last),
    )
    usual = replace(office, exceptions=())
    told: Ranges = ()
    for exception in periods:
        first, last = exception.first, min(exception.last, _after(exception.first))
        gaps = _gaps(office, hours, first, last)
        known = _gaps(usual, [replace(one, exceptions=()) for one in hours], first, last)
        gaps = difference(difference(gaps, known), told)
        if not gaps or exception.place is None:
            continue
        told = union((told, gaps))
        yield Diagnostic(
            RULE,
            exception.place,
            f"nobody answers by phone or chat in these working hours {_period(exception)}: "
            f"{ranges_in_words(_in_the_week(gaps))}",
            help="let a phone or a chat be open then, or give business_hours the same exception",
        )


def _gaps(office: Hours, hours: Sequence[Hours], first: date, last: date) -> Ranges:
    covered = union(open_between(one, first, last) for one in hours)
    return difference(open_between(office, first, last), covered)


def _after(day: date) -> date:
    return day + min(_LONGEST, date.max - day)


def _in_the_week(ranges: Ranges) -> set[tuple[int, int]]:
    """Return ranges of the calendar as those of a week, each once."""
    # the ordinal 1 is a Monday
    starts = ((start - MINUTES_PER_DAY, end - start) for start, end in ranges)
    return {
        (start % MINUTES_PER_WEEK, start % MINUTES_PER_WEEK + length) for start, length in starts
    }


def _period(exception: HoursException) -> str:
    if exception.first == exception.last:
        return f"on {exception.first}"
    return f"from {exception.first} to {exception.last}"
