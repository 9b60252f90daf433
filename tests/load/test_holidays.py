"""Holidays as `channels.yml` names them, and the frozen days in their lock."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load import load_help_centre
from hcgen.load.holidays import FrozenDay, load_holidays, lock_text, with_frozen_days
from hcgen.load.yaml_tree import YamlMapping, parse_yaml
from hcgen.model.holidays import NO_HOLIDAYS, HolidayCalendar, Holidays
from hcgen.source import SourceFile
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

NOWHERE = SourceFile("content/channels.yml", "ID").span(0, 2)
INDONESIA = HolidayCalendar("ID", ("government", "public"), "", NOWHERE)
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
DAYS = (
    FrozenDay(date(2026, 1, 1), {"id": "Tahun Baru", "en": "New Year"}, is_estimated=False),
    FrozenDay(date(2027, 3, 10), {"id": "Idul Fitri"}, is_estimated=True),
    FrozenDay(date(2027, 3, 11), {"id": "Idul Fitri"}, is_estimated=True),
    FrozenDay(date(2027, 5, 17), {"id": "Idul Adha"}, is_estimated=True),
    FrozenDay(date(2027, 12, 25), {"id": "Natal"}, is_estimated=False),
)
LOCK = lock_text(INDONESIA, DAYS, FIRST, LAST, "holidays 0.109")


def section(text: str) -> tuple[Holidays, list[str]]:
    """Return the holidays written in a section, and where something is wrong with them."""
    findings = Findings()
    tree = parse_yaml(SourceFile("content/channels.yml", text), findings)
    assert isinstance(tree, YamlMapping)
    return load_holidays(tree, findings), places(findings)


def frozen(
    text: str | None, written: str = "calendar: ID\ninclude: [public, government]\n"
) -> tuple[Holidays, list[str]]:
    """Return the holidays of a section with a lock."""
    holidays, wrong = section(written)
    assert wrong == []
    assert holidays.calendar is not None
    findings = Findings()
    lock = None if text is None else SourceFile("content/holidays.lock.json", text)
    return with_frozen_days(holidays, holidays.calendar, lock, findings), places(findings)


def places(findings: Findings) -> list[str]:
    found = [(finding.rule_name, finding.span.position) for finding in findings]
    return [f"{name} {place.line}:{place.column}" for name, place in found]


def test_no_section_is_no_holidays() -> None:
    assert load_holidays(None, Findings()) is NO_HOLIDAYS
    assert section("{}") == (NO_HOLIDAYS, [])


def test_a_section_names_a_calendar_and_days_of_ones_own() -> None:
    holidays, wrong = section(
        'calendar: my\nsubdivision: "14"\ninclude: [public]\n'
        "extra:\n- {from: 2027-03-11, to: 2027-03-12, reason: {en: Moving}}\n- from: 2027-01-04\n"
    )
    assert wrong == []
    assert holidays.calendar is not None
    assert (holidays.calendar.code, holidays.calendar.subdivision) == ("MY", "14")
    assert holidays.calendar.include == ("public",)
    days = [date(2027, 1, 4), date(2027, 3, 11), date(2027, 3, 12)]
    assert list(holidays.days) == days
    assert holidays.days[days[1]].name.get("en") == "Moving"
    assert all(holidays.is_holiday(day) for day in days)
    assert holidays.valid_through == date.min, "the lock has not been read"


def test_without_a_calendar_nothing_can_be_missing() -> None:
    holidays, wrong = section("extra: [{from: 2027-01-04}]")
    assert wrong == []
    assert (holidays.calendar, holidays.valid_through) == (None, None)
    assert holidays.is_holiday(date(2027, 1, 4))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("calendar: Indonesia", "unexpected-value 1:11"),
        ("calendar: [ID]", "unexpected-value 1:11"),
        ("calendar: ID\ninclude: [public, goverment]", "unexpected-value 2:19"),
        ("calendar: ID\ninclude: workday", "unexpected-value 2:10"),
        ("kalender: ID", "unknown-key 1:1"),
        ("extra: 2027-03-10", "unexpected-value 1:8"),
        ("extra:\n- {from: 2027-02-30}", "unexpected-value 2:10"),
        ("extra:\n- {from: 2027-02-20, to: 2027-02-30}", "unexpected-value 2:26"),
        ("extra:\n- {to: 2027-02-20}", "unexpected-value 2:3"),
        ("extra:\n- {reason: none}", "unexpected-value 2:3"),
        ("extra:\n- {from: 2027-02-20, to: 2027-02-19}", "unexpected-value 2:3"),
        ("extra:\n- {from: 0001-01-01, to: 9999-12-31}", "unexpected-value 2:3"),
        ("extra:\n- {from: 2027-02-20, until: 2027-02-21}", "unknown-key 2:22"),
    ],
)
def test_what_is_wrong_in_the_section_is_told_at_its_place(text: str, expected: str) -> None:
    holidays, wrong = section(text)
    assert wrong == [expected]
    assert len(holidays.days) <= 1


def test_a_lock_has_one_line_a_day_in_order_whatever_order_the_days_came_in() -> None:
    assert lock_text(INDONESIA, reversed(DAYS), FIRST, LAST, "holidays 0.109") == LOCK
    lines = [line for line in LOCK.splitlines() if '"day"' in line]
    assert [json.loads(line.strip().rstrip(","))["day"] for line in lines] == [
        str(each.day) for each in DAYS
    ]
    assert json.loads(LOCK)["valid_through"] == "2027-03-09"


def test_a_lock_comes_back_as_it_was_and_estimates_are_no_holidays() -> None:
    holidays, wrong = frozen(LOCK)
    assert wrong == []
    assert [(h.day, h.is_estimated) for h in holidays.days.values()] == [
        (each.day, each.is_estimated) for each in DAYS
    ]
    assert holidays.days[FIRST].name.get("en") == "New Year"
    assert holidays.valid_through == date(2027, 3, 9)
    assert holidays.is_holiday(FIRST)
    assert not holidays.is_holiday(date(2027, 3, 10))
    assert [h.day.month for h in holidays.known] == [1, 12]
    assert [h.day.month for h in holidays.estimated] == [3, 3, 5]
    assert holidays.days[date(2027, 12, 25)].place is not None


def test_a_lock_without_estimates_is_certain_to_its_end() -> None:
    for days in ((), DAYS[:1]):
        text = lock_text(INDONESIA, days, FIRST, LAST, "holidays 0.109")
        holidays, wrong = frozen(text)
        assert wrong == []
        assert (len(holidays.days), holidays.valid_through) == (len(days), LAST)


@pytest.mark.parametrize(
    ("extra", "valid_through"),
    [
        ("[{from: 2027-03-10}]", date(2027, 3, 10)),
        ("[{from: 2027-03-11}]", date(2027, 3, 9)),
        ("[{from: 2027-03-10, to: 2027-03-11}]", date(2027, 5, 16)),
        ("[{from: 2027-03-10, to: 2027-03-11}, {from: 2027-05-17}]", LAST),
    ],
)
def test_a_day_of_ones_own_makes_an_estimate_certain(extra: str, valid_through: date) -> None:
    holidays, wrong = frozen(LOCK, f"calendar: ID\ninclude: [public, government]\nextra: {extra}\n")
    assert wrong == []
    assert holidays.valid_through == valid_through
    own = date.fromisoformat(extra[8:18])
    assert holidays.is_holiday(own)
    assert holidays.days[own].name.get("id") == "Idul Fitri", "the name of the lock"
    assert list(holidays.days) == sorted(holidays.days)


def test_a_missing_lock_is_told_where_the_calendar_is_named() -> None:
    holidays, wrong = frozen(None)
    assert wrong == ["missing-holiday-lock 1:11"]
    assert (len(holidays.days), holidays.valid_through) == (0, date.min)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("calendar: MY\ninclude: [public, government]\n", "holiday-lock-outdated 3:4"),
        ('calendar: ID\nsubdivision: "14"\n', "holiday-lock-outdated 4:4"),
        ("calendar: ID\n", "holiday-lock-outdated 5:4"),
    ],
)
def test_a_lock_for_something_else_is_told_and_does_not_count(written: str, expected: str) -> None:
    holidays, wrong = frozen(LOCK, written)
    assert wrong == [expected]
    assert (len(holidays.days), holidays.valid_through) == (0, date.min)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  ]\n}", "", "17:1"),
        ('"version": 1', '"version": 2', "2:4"),
        ('"version": 1', '"version": true', "2:4"),
        ('"version": 1,', "", "1:1"),
        ('"2027-12-31"', '"2027-12-32"', "8:4"),
        ('"2027-12-31"', "20271231", "8:4"),
        ('"2027-03-09"', "null", "9:4"),
        ('"2026-01-01", "names"', '"2026-02-30", "names"', "11:14"),
        ('"2026-01-01", "names"', '"2026-W01-1", "names"', "11:14"),
        ('"names": {"id": "Natal"}', '"names": "Natal"', "15:14"),
        ('"names": {"id": "Natal"}', '"names": {"id": 1}', "15:14"),
        ('"names": {"id": "Natal"}', r'"names": {"id": "\ud800"}', "15:14"),
        ('"estimated": true', '"estimated": "yes"', "12:14"),
        ('"estimated": true', '"estimated": ]', "12:71"),
    ],
)
def test_what_is_wrong_in_the_lock_is_told_once_at_its_place(
    old: str, new: str, expected: str
) -> None:
    assert old in LOCK
    holidays, wrong = frozen(LOCK.replace(old, new))
    assert wrong == [f"unexpected-value {expected}"]
    assert (len(holidays.days), holidays.valid_through) == (0, date.min)


@pytest.mark.parametrize("text", ["", "[]", "1", "[" * 100_000, "9" * 5_000, '{"version": NaN}'])
def test_other_files_are_told_at_their_beginning_or_where_they_break(text: str) -> None:
    assert len(frozen(text)[1]) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(list(json.loads(LOCK))), JSON | st.just("2027-03-09"), max_size=4
    ),
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "day": st.dates().map(str) | JSON,
                "names": st.dictionaries(st.text(max_size=3), st.text()) | JSON,
                "estimated": st.booleans() | JSON,
            },
        ),
        max_size=3,
    ),
    st.integers(0, 400),
    st.booleans(),
)
def test_any_file_is_holidays_or_one_finding(
    changes: dict[str, Any], days: list[Any], cut: int, is_cut: bool
) -> None:
    text = json.dumps(json.loads(LOCK) | {"days": days} | changes)
    if is_cut:
        text = text[:cut] + text[cut + 1 :]
    written = (
        "calendar: ID\ninclude: [public, government]\n"
        "extra: [{from: 2027-03-10}, {from: 0001-01-01}, {from: 9999-12-31}]\n"
    )
    holidays, wrong = frozen(text, written)
    assert len(wrong) <= 1
    if wrong:
        assert (len(holidays.days), holidays.valid_through) == (3, date.min)
    else:
        assert len(holidays.days) >= 3
        assert list(holidays.days) == sorted(holidays.days)


def test_the_lock_is_read_with_the_site_and_never_published(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "content/channels.yml": CLEAN_CENTRE["content/channels.yml"]
        + "organisation: {holidays: {calendar: ID, include: [public, government]}}\n",
        "content/holidays.lock.json": LOCK,
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert loaded.findings == ()
    assert loaded.centre.contact.organisation.holidays.is_holiday(FIRST)
    assert [path for path in loaded.centre.assets if "lock" in path] == []


def test_a_lock_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **CLEAN_CENTRE,
        "content/channels.yml": CLEAN_CENTRE["content/channels.yml"]
        + "organisation: {holidays: {calendar: ID}}\n",
        "content/holidays.lock.json": b"\xff\xfe",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert [finding.rule_name for finding in loaded.findings] == ["unreadable-file"]
