"""Simulates runs of `hcgen probe` against channels with passing faults and against dead ones.

Run as ``python -m benchmarks.incidents``. A passing fault befalls one try in ten, and is over at
the next one. A run tries three times; the other columns say what would be if each run tried once
only, which is also what faults look like that last for a whole run. Runs come up to a quarter of an
hour late, as on shared schedulers. Prints a Markdown table. Nothing is measured: figures are the
same on every machine.
"""

import random
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hcgen.model.evidence import Record, State
from hcgen.model.incidents import after
from hcgen.model.probe import Observation, Verdict

RUNS = 60_000
FAULTS = 0.1
TRIES = 3
SCHEDULES = tuple(timedelta(hours=hours) for hours in (1, 2, 4, 6, 12, 24))
_LATE = timedelta(minutes=15)
_DEATHS = 1000
_START = datetime(2026, 1, 1, tzinfo=UTC)
_WORKS = Observation("page", Verdict.VERIFIED, "page-opens")
_FAILS = Observation("page", Verdict.SUSPECT, "connection-failed", may_pass=True)


@dataclass(frozen=True, slots=True)
class Alarms:
    """How often a channel that works came into a state that it should not be in."""

    incidents: int
    flapping: int


@dataclass(frozen=True, slots=True)
class Deaths:
    """How long it took until channels that died had an incident.

    Attributes:
        runs: Of the slowest one, counted from the first run after its death.
        median: From its death.
        longest: From its death.
    """

    runs: int
    median: timedelta
    longest: timedelta


def times(every: timedelta, chance: random.Random) -> Iterator[datetime]:
    """Yield when runs begin."""
    due = _START
    while True:
        yield due + chance.random() * _LATE
        due += every


def false_alarms(every: timedelta, *, tries: int, runs: int = RUNS, seed: int = 1) -> Alarms:
    """Return what a channel that works goes through in that many runs."""
    chance = random.Random(seed)
    clock = times(every, chance)
    record: Record | None = None
    entered = {State.OPEN: 0, State.FLAPPING: 0}
    for _ in range(runs):
        fails = all(chance.random() < FAULTS for _ in range(tries))
        before = record.state if record else State.UNKNOWN
        record = after(record, _FAILS if fails else _WORKS, next(clock))
        if record.state is not before and record.state in entered:
            entered[record.state] += 1
    return Alarms(entered[State.OPEN], entered[State.FLAPPING])


def deaths(every: timedelta, *, count: int = _DEATHS, seed: int = 1) -> Deaths:
    """Return how long incidents take of channels that died at any moment between two runs."""
    chance = random.Random(seed)
    runs: list[int] = []
    waits: list[timedelta] = []
    for _ in range(count):
        clock = times(every, chance)
        record: Record | None = None
        now = next(clock)
        for _ in range(20):
            fails = all(chance.random() < FAULTS for _ in range(TRIES))
            record = after(record, _FAILS if fails else _WORKS, now)
            last, now = now, next(clock)
        death = last + chance.random() * (now - last)
        needed = 0
        while record is None or record.state is not State.OPEN:
            needed += 1
            record = after(record, _FAILS, now)
            opened, now = now, next(clock)
        runs.append(needed)
        waits.append(opened - death)
    return Deaths(max(runs), statistics.median_high(waits), max(waits))


def main() -> None:
    """Print the table."""
    print(
        "| a run every | false incidents, three tries | one try | flapping, three tries | one try "
        "| runs until a dead channel is told | hours, median | hours, longest |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for every in SCHEDULES:
        thrice, once = (false_alarms(every, tries=tries) for tries in (TRIES, 1))
        dead = deaths(every)
        hour = timedelta(hours=1)
        print(
            f"| {every / hour:.0f} h | {thrice.incidents} | {once.incidents} | {thrice.flapping} "
            f"| {once.flapping} | {dead.runs} | {dead.median / hour:.1f} "
            f"| {dead.longest / hour:.1f} |"
        )


if __name__ == "__main__":
    main()
