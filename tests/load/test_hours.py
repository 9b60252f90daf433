"""Opening hours as writers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load.hours import load_hours, load_named_hours
from hcgen.load.yaml_tree import YamlMapping, parse_yaml
from hcgen.model.hours import ALWAYS, WEEKDAYS, Hours, Interval
from hcgen.source import SourceFile


def hours_of(text: str) -> tuple[Hours | None, list[str]]:
    """Return the hours written in a file, and where something is wrong with them."""
    findings = Findings()
    hours = load_hours(
        parse_yaml(SourceFile("a.yml", text), findings), {"always": ALWAYS}, findings
    )
    places = [(finding.rule_name, finding.span.position) for finding in findings]
    return hours, [f"{name} {place.line}:{place.column}" for name, place in places]


def week_of(text: str) -> dict[str, list[tuple[int, int]]]:
    hours, findings = hours_of(text)
    assert findings == []
    assert hours is not None
    return {
        day: [(interval.opens, interval.closes) for interval in intervals]
        for day, intervals in hours.week.items()
    }


CLOCK = st.tuples(st.integers(0, 23), st.integers(0, 59))


@given(
    st.lists(
        st.tuples(CLOCK, st.one_of(CLOCK, st.just((24, 0)))).filter(
            lambda pair: pair[0] != pair[1]
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([":", "."]),
    st.sampled_from(["-", " - ", "–", " – "]),
    st.sampled_from([",", ", ", " , "]),
    st.booleans(),
)
def test_times_come_back_as_minutes_in_rising_order(
    times: list[tuple[tuple[int, int], tuple[int, int]]],
    colon: str,
    dash: str,
    comma: str,
    padded: bool,
) -> None:
    def clock(hour: int, minute: int) -> str:
        return f"{hour:02}{colon}{minute:02}" if padded else f"{hour}{colon}{minute:02}"

    written = comma.join(f"{clock(*opens)}{dash}{clock(*closes)}" for opens, closes in times)
    expected = [(a * 60 + b, c * 60 + d) for (a, b), (c, d) in times]
    hours, findings = hours_of(f'mon: "{written}"')
    assert hours is not None
    assert findings in ([], ["overlapping-hours 1:6"])
    found = [(interval.opens, interval.closes) for interval in hours.week["mon"]]
    assert sorted(found) == sorted(expected)
    assert [opens for opens, _ in found] == sorted(opens for opens, _ in found)


@given(st.text(max_size=20))
def test_any_text_is_times_or_a_finding(text: str) -> None:
    quoted = "'" + "".join(c for c in text if c.isprintable()).replace("'", "''") + "'"
    hours, findings = hours_of(f"mon: {quoted}")
    assert hours is not None
    assert all(0 <= i.opens < 1440 and 0 <= i.closes <= 1440 for i in hours.week["mon"])
    assert hours.week["mon"] or len(findings) == 1 or "closed" in text.casefold()


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ('"08:00-12:00, 13:00-17:00"', [(480, 720), (780, 1020)]),
        ("08:00-12:00", [(480, 720)]),
        ("8.00-12.00", [(480, 720)]),
        ('"22:00-06:00"', [(1320, 360)]),
        ('"00:00-24:00"', [(0, 1440)]),
        ("closed", []),
        ("Closed", []),
    ],
)
def test_times_are_read(times: str, expected: list[tuple[int, int]]) -> None:
    assert week_of(f"mon: {times}") == {"mon": expected}


@pytest.mark.parametrize(
    "times",
    ["25:00-26:00", "24:00-25:00", "08:60-09:00", "08:00", "08:00-08:00", "08:00-24:01", "8-12",
     "open", "'08:00-12:00,'", "08:00-12:00 13:00-17:00", "08:00–"],
)  # fmt: skip
def test_times_that_do_not_exist_are_told_and_the_day_is_closed(times: str) -> None:
    hours, findings = hours_of(f"mon: {times}\ntue: 08:00-12:00\n")
    assert findings == ["unexpected-value 1:6"]
    assert hours is not None
    assert hours.week == {"mon": (), "tue": (Interval(480, 720),)}


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("mon", ["mon"]),
        ("mon-fri", ["mon", "tue", "wed", "thu", "fri"]),
        ("Sat-Sun", ["sat", "sun"]),
        ("fri-mon", ["fri", "sat", "sun", "mon"]),
        ("sat – mon", ["sat", "sun", "mon"]),
        ("mon-sun", list(WEEKDAYS)),
        ("wed-wed", ["wed"]),
    ],
)
def test_a_key_names_a_day_or_a_run_of_days(key: str, days: list[str]) -> None:
    assert list(week_of(f"{key}: 08:00-12:00")) == days


def test_a_later_line_replaces_a_day_of_a_run() -> None:
    week = week_of("mon-fri: 08:00-17:00\nfri: 08:00-11:00\n")
    assert (week["thu"], week["fri"]) == ([(480, 1020)], [(480, 660)])


@pytest.mark.parametrize("key", ["monday", "mo", "mon-friday", "mon-", "weekdays", "senin"])
def test_a_key_that_is_no_day_is_told(key: str) -> None:
    hours, findings = hours_of(f"{key}: 08:00-12:00")
    assert findings == ["unknown-key 1:1"]
    assert hours is not None
    assert hours.week == {}


def test_holidays_are_closed_unless_they_are_open() -> None:
    assert [
        hours.is_open_on_holidays
        for text in ("mon: closed", "holidays: closed", "holidays: open")
        if (hours := hours_of(text)[0])
    ] == [False, False, True]
    assert hours_of("holidays: maybe")[1] == ["unexpected-value 1:11"]


def test_an_exception_has_days_times_and_a_reason() -> None:
    text = (
        "mon-fri: 08:00-17:00\n"
        "exceptions:\n"
        "- {from: 2027-02-10, to: 2027-03-11, mon-fri: 08:00-15:00, reason: {id: Ramadan}}\n"
    )
    hours, findings = hours_of(text)
    assert findings == []
    assert hours is not None
    (exception,) = hours.exceptions
    assert (exception.first, exception.last) == (date(2027, 2, 10), date(2027, 3, 11))
    assert exception.week["mon"] == (Interval(480, 900),)
    assert exception.reason.get("id") == "Ramadan"


@pytest.mark.parametrize(
    "entry", ["{from: 2027-02-10}", "{to: 2027-02-10}", "{from: 2027-03-11, to: 2027-02-10}", "{}"]
)
def test_an_exception_without_days_in_order_is_told(entry: str) -> None:
    hours, findings = hours_of(f"exceptions:\n- {entry}\n")
    assert findings == ["unexpected-value 2:3"]
    assert hours is not None
    assert hours.exceptions == ()


def test_a_day_of_an_exception_that_does_not_exist_is_told_once() -> None:
    _, findings = hours_of("exceptions:\n- {from: 2027-02-30, to: 2027-03-11}\n")
    assert findings == ["unexpected-value 2:10"]


@pytest.mark.parametrize("text", ["office", "[a, b]"])
def test_hours_that_are_not_there_are_told(text: str) -> None:
    assert hours_of(text) == (None, ["unexpected-value 1:1"])


def test_named_hours_may_use_those_above_them() -> None:
    findings = Findings()
    tree = parse_yaml(
        SourceFile("a.yml", "office: {mon: 08:00-12:00}\nphone: office\nround: always\n"), findings
    )
    assert isinstance(tree, YamlMapping)
    named = load_named_hours(tree, findings)
    assert list(findings) == []
    assert named["phone"] is named["office"]
    assert named["round"] is ALWAYS
    assert list(named) == ["always", "office", "phone", "round"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('mon: "08:00-12:00, 11:59-13:00"', ["overlapping-hours 1:6"]),
        ('mon: "08:00-12:00, 12:00-13:00"', []),
        # one line for many days is told once
        ('mon-fri: "22:00-09:00, 08:00-10:00"', ["overlapping-hours 1:10"]),
        ('sun: "22:00-09:00"\nmon: "08:00-10:00"', ["overlapping-hours 2:6"]),
        ('sun: "22:00-08:00"\nmon: "08:00-10:00"', []),
        ('mon: "08:00-10:00, 09:00-11:00"\nmon-tue: "08:00-10:00"', []),
        (
            'exceptions: [{from: 2027-02-10, to: 2027-03-11, fri: "08:00-12:00, 10:00-11:00"}]',
            ["overlapping-hours 1:54"],
        ),
    ],
)
def test_times_that_overlap_are_reported_where_the_later_one_is_written(
    text: str, places: list[str]
) -> None:
    assert hours_of(text)[1] == places


def test_an_exception_knows_where_its_last_day_is_written() -> None:
    hours, _ = hours_of("exceptions: [{from: 2027-02-10, to: 2027-03-11}]")
    assert hours is not None
    (exception,) = hours.exceptions
    assert exception.place is not None
    assert exception.place.text == "2027-03-11"
