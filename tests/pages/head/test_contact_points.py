"""Opening hours as schema.org has them."""

from datetime import date

from hcgen.model.hours import ALWAYS, Hours, HoursException, Interval, Week
from hcgen.model.localized import NOTHING
from hcgen.pages.head.contact_points import opening_hours
from tests.pages.schema_org import DAYS_OF_WEEK

DAY = 24 * 60
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")


def hours(week: Week, *exceptions: HoursException, is_open_on_holidays: bool = True) -> Hours:
    return Hours(False, week, is_open_on_holidays, exceptions)


def lines(of: Hours | None) -> list[tuple[list[str], str, str, str]]:
    """Return days (short), opening, closing and ``first/last`` of each specification."""
    found = []
    for node in opening_hours(of):
        days = node["dayOfWeek"]
        names = days if isinstance(days, list) else [str(days)]
        assert set(names) <= DAYS_OF_WEEK
        valid = f"{node['validFrom']}/{node['validThrough']}" if "validFrom" in node else ""
        short = [name.rpartition("/")[2][:3] for name in names]
        found.append((short, str(node["opens"]), str(node["closes"]), valid))
    return found


def test_days_with_the_same_hours_stand_together() -> None:
    week = dict.fromkeys(WORKDAYS, (Interval(480, 720), Interval(780, 1020)))
    assert lines(hours(week | {"sat": (Interval(480, 720),)})) == [
        (["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], "08:00", "12:00", ""),
        (["Mon", "Tue", "Wed", "Thu", "Fri"], "13:00", "17:00", ""),
    ]


def test_round_the_clock_is_every_day_to_its_last_minute() -> None:
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert lines(ALWAYS) == [(days, "00:00", "23:59", "")]


def test_hours_may_end_on_the_next_day_or_at_midnight() -> None:
    week = {"mon": (Interval(1320, 120),), "tue": (Interval(600, DAY),), "wed": (Interval(600, 0),)}
    assert lines(hours(week)) == [
        (["Mon"], "22:00", "02:00", ""),
        (["Tue"], "10:00", "23:59", ""),
        (["Wed"], "10:00", "23:59", ""),
    ]


def test_holidays_are_closed_unless_they_follow_the_week() -> None:
    week = {"mon": (Interval(480, 720),)}
    assert lines(hours(week, is_open_on_holidays=False))[1:] == [(["Pub"], "00:00", "00:00", "")]
    assert lines(hours(week))[1:] == []


def test_an_exception_names_its_days_and_those_of_them_that_are_closed() -> None:
    ramadan = HoursException(
        date(2027, 2, 10),
        date(2027, 3, 11),
        dict.fromkeys(WORKDAYS, (Interval(480, 900),)),
        NOTHING,
    )
    new_year = HoursException(date(2027, 1, 1), date(2027, 1, 1), {}, NOTHING)
    assert lines(hours({"mon": (Interval(480, 720),)}, ramadan, new_year))[1:] == [
        (["Mon", "Tue", "Wed", "Thu", "Fri"], "08:00", "15:00", "2027-02-10/2027-03-11"),
        (["Sat", "Sun"], "00:00", "00:00", "2027-02-10/2027-03-11"),
        (["Fri"], "00:00", "00:00", "2027-01-01/2027-01-01"),
    ]


def test_hours_that_nobody_gave_are_not_made_up() -> None:
    assert lines(None) == []
