"""When a channel has an incident, with a clock that we set."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.model.evidence import Record, State
from hcgen.model.incidents import after
from hcgen.model.probe import Observation, Verdict

START = datetime(2026, 3, 2, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
SIGNS = {
    "+": Verdict.VERIFIED,
    "-": Verdict.SUSPECT,
    "!": Verdict.BROKEN,
    "?": Verdict.UNVERIFIABLE,
    ".": Verdict.SKIPPED,
}
FAILED = (Verdict.SUSPECT, Verdict.BROKEN)


def seen(verdict: Verdict) -> Observation:
    return Observation("page", verdict, f"{verdict}-reason")


def history(signs: str, every: timedelta, *, record: Record | None = None) -> Record:
    """Return the record after runs that are evenly apart, the first of them at `START`."""
    for number, sign in enumerate(signs):
        record = after(record, seen(SIGNS[sign]), START + number * every)
    assert record is not None
    return record


@pytest.mark.parametrize(
    ("signs", "every", "state"),
    [
        ("+", HOUR, State.OK),
        ("?", HOUR, State.UNKNOWN),
        ("-", HOUR, State.PENDING),
        ("--", 6 * HOUR, State.PENDING),
        ("---", 2 * HOUR, State.PENDING),
        ("---", 3 * HOUR, State.OPEN),
        ("----", 2 * HOUR, State.OPEN),
        ("-" * 6, HOUR, State.PENDING),
        ("-" * 7, HOUR, State.OPEN),
        ("-" * 12, HOUR / 2, State.PENDING),
        ("-" * 13, HOUR / 2, State.OPEN),
        ("!", HOUR, State.OPEN),
        ("+!", HOUR, State.OPEN),
        ("!+", HOUR, State.OPEN),
        ("!++", HOUR, State.OK),
        ("!+-+", HOUR, State.OPEN),
        ("!+-++", HOUR, State.OK),
        ("--+-", 6 * HOUR, State.PENDING),
        ("--+", 6 * HOUR, State.OK),
        ("---+", 3 * HOUR, State.OPEN),
        ("---++", 3 * HOUR, State.OK),
        ("-?-.?-", 2 * HOUR, State.OPEN),
        ("---?++", 3 * HOUR, State.OK),
        ("---+?.+", 3 * HOUR, State.OK),
        ("---????", 3 * HOUR, State.OPEN),
        ("-+-+-+-+", HOUR, State.OK),
        ("-+-+-+-+-", HOUR, State.FLAPPING),
        ("-+-+-+-+-+", HOUR, State.FLAPPING),
        ("-+-+-+-+-+++", HOUR, State.OK),
        ("-+-+-+-+---", 3 * HOUR, State.OPEN),
        ("----------++", 3 * HOUR, State.OK),
    ],
)
def test_states_follow_from_the_runs(signs: str, every: timedelta, state: State) -> None:
    assert history(signs, every).state is state


def test_many_runs_within_half_an_hour_count_one_failure() -> None:
    burst = history("-" * 10, timedelta(minutes=2))
    assert (burst.failures, burst.recent) == (1, "-")
    later = after(burst, seen(Verdict.SUSPECT), START + 7 * HOUR)
    assert (later.failures, later.state) == (2, State.PENDING)


def test_an_incident_began_with_its_first_failure_and_remembers_what_was_good() -> None:
    record = history("+----", 2 * HOUR)
    assert record.state is State.OPEN
    assert record.since == START + 2 * HOUR
    assert record.last_good == START
    assert record.checked_at == START + 8 * HOUR
    assert (record.verdict, record.reason) == (Verdict.SUSPECT, "suspect-reason")


def test_runs_that_did_not_try_it_leave_all_as_it_was() -> None:
    known = history("+-", HOUR)
    assert after(known, seen(Verdict.SKIPPED), START + 9 * HOUR) == known
    never = after(None, seen(Verdict.SKIPPED), START)
    assert (never.state, never.checked_at, never.reason) == (State.UNKNOWN, None, "skipped-reason")


def test_signs_that_do_not_count_are_kept_until_the_next_run() -> None:
    record = after(None, seen(Verdict.VERIFIED), START, signs=("ends-soon", "alias", "alias"))
    assert (record.state, record.signs) == (State.OK, ("alias", "ends-soon"))
    assert after(record, seen(Verdict.VERIFIED), START + HOUR).signs == ()


def test_a_clock_that_was_far_ahead_does_not_stop_the_counting() -> None:
    record = after(None, seen(Verdict.SUSPECT), START.replace(year=2090))
    for number in range(5):
        record = after(record, seen(Verdict.SUSPECT), START + number * 2 * HOUR)
    assert record.state is State.OPEN
    assert record.since == START


RUNS = st.lists(
    st.tuples(
        st.sampled_from(Verdict),
        st.integers(min_value=-36 * 60, max_value=36 * 60).map(
            lambda each: timedelta(minutes=each)
        ),
    ),
    max_size=40,
)
"""Verdicts, and how long after the run before each was; a clock may go backwards."""

FORWARD = st.lists(
    st.tuples(
        st.sampled_from(Verdict),
        st.integers(0, 9 * 60).map(lambda each: timedelta(minutes=each)),
    ),
    max_size=40,
)


def records(runs: Sequence[tuple[Verdict, timedelta]]) -> list[tuple[datetime, Verdict, Record]]:
    now, record, found = START, None, []
    for verdict, pause in runs:
        now += pause
        record = after(record, seen(verdict), now)
        found.append((now, verdict, record))
    return found


@given(RUNS)
def test_no_time_of_a_record_lies_in_the_future(runs: list[tuple[Verdict, timedelta]]) -> None:
    for now, _, record in records(runs):
        times = (
            record.checked_at,
            record.last_good,
            record.since,
            record.failed_first,
            record.counted_at,
        )
        assert all(time <= now for time in times if time is not None)


@given(RUNS)
def test_incidents_begin_with_failures_and_end_with_two_good_runs(
    runs: list[tuple[Verdict, timedelta]],
) -> None:
    state, told = State.UNKNOWN, []
    for _, verdict, record in records(runs):
        if verdict not in (Verdict.SKIPPED, Verdict.UNVERIFIABLE):
            told.append(verdict)
        else:
            assert record.state is state
        if record.state is State.OPEN and state is not State.OPEN:
            assert verdict in FAILED
        if state is State.OPEN and record.state is not State.OPEN:
            assert told[-2:] == [Verdict.VERIFIED, Verdict.VERIFIED]
            assert record.state is State.OK
        if verdict is Verdict.BROKEN:
            assert record.state is State.OPEN
        state = record.state


@given(RUNS)
def test_without_proof_an_incident_needs_three_failures_in_six_hours_of_real_time(
    runs: list[tuple[Verdict, timedelta]],
) -> None:
    latest = START
    streak: list[datetime] = []
    state = State.UNKNOWN
    for now, verdict, record in records(
        [(each, pause) for each, pause in runs if each is not Verdict.BROKEN]
    ):
        latest = max(latest, now)
        if verdict is Verdict.VERIFIED:
            streak = []
        elif verdict is Verdict.SUSPECT:
            streak.append(latest)
        if record.state is State.OPEN and state is not State.OPEN:
            assert len(streak) >= 3
            assert streak[-1] - streak[0] >= 6 * HOUR or latest != now
        state = record.state


@given(FORWARD)
def test_what_fails_for_six_hours_in_three_counted_runs_has_an_incident(
    runs: list[tuple[Verdict, timedelta]],
) -> None:
    first: datetime | None = None
    counted: list[datetime] = []
    last_counted: datetime | None = None
    for now, verdict, record in records(runs):
        if verdict is Verdict.VERIFIED:
            first, counted = None, []
        elif verdict in FAILED and (
            last_counted is None or now - last_counted >= timedelta(minutes=30)
        ):
            last_counted = now
            first = first or now
            counted.append(now)
            if len(counted) >= 3 and now - first >= 6 * HOUR:
                assert record.state is State.OPEN
