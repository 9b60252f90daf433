"""When failures become an incident, and when it is over.

One failed run proves little: a server restarts, our own network is slow. So an incident needs
failures that go on over hours, or proof; and its end needs more than one lucky run.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hcgen.model.evidence import Record, State
from hcgen.model.probe import Observation, Verdict

FAILURES_TO_OPEN = 3
SHORTEST_TIME_TO_OPEN = timedelta(hours=6)
COUNTED_APART = timedelta(minutes=30)
"""Five runs in five minutes see one fault once, not five times."""

SUCCESSES_TO_CLOSE = 2

RUNS_WATCHED = 10
"""How many counted runs decide whether a channel is flapping."""

FAILURES_TO_FLAP = 5

SIGNS_KEPT = 20


def after(
    record: Record | None, observation: Observation, now: datetime, *, signs: Iterable[str] = ()
) -> Record:
    """Return what is known of a channel after one more run.

    Args:
        record: What was known before; None for a channel that has no history.
        observation: The one that decides (`hcgen.model.probe.deciding`).
        now: Aware. Times of the record that lie behind it are those of a clock that was wrong, and
            count as now: nothing becomes an incident, or stays uncounted, because of it.
        signs: Reasons of the run's bad signs that do not count.
    """
    now = now.astimezone(UTC).replace(microsecond=0)
    known = _without_future(record or Record(), now)
    if observation.verdict is Verdict.SKIPPED:
        return known if known.checked_at else replace(known, reason=observation.reason)
    known = replace(
        known,
        verdict=observation.verdict,
        reason=observation.reason,
        checked_at=now,
        signs=tuple(sorted(set(signs))[:SIGNS_KEPT]),
    )
    match observation.verdict:
        case Verdict.VERIFIED:
            return _after_success(known, now)
        case Verdict.SUSPECT | Verdict.BROKEN:
            return _after_failure(known, now, is_proof=observation.verdict is Verdict.BROKEN)
        case _:
            return known


def _without_future(record: Record, now: datetime) -> Record:
    def known(time: datetime | None) -> datetime | None:
        return None if time is None else min(time, now)

    return replace(
        record,
        checked_at=known(record.checked_at),
        last_good=known(record.last_good),
        since=known(record.since),
        failed_first=known(record.failed_first),
        counted_at=known(record.counted_at),
    )


def _after_success(record: Record, now: datetime) -> Record:
    record = replace(
        record, last_good=now, successes=record.successes + 1, recent=_watched(record, "+")
    )
    if record.state is State.OPEN:
        if record.successes < SUCCESSES_TO_CLOSE:
            return record
        # what failed during the incident has been told, and makes no channel a flapping one
        record = replace(record, recent="+" * SUCCESSES_TO_CLOSE)
    record = replace(record, failures=0, failed_first=None)
    return _in_state(record, State.FLAPPING if _is_flapping(record) else State.OK, now)


def _after_failure(record: Record, now: datetime, *, is_proof: bool) -> Record:
    record = replace(record, successes=0)
    is_again = record.counted_at is not None and now - record.counted_at < COUNTED_APART
    if is_again and not is_proof:
        return record
    first = record.failed_first or now
    record = replace(record, failed_first=first)
    if not is_again:
        record = replace(
            record,
            failures=record.failures + 1,
            counted_at=now,
            recent=_watched(record, "-"),
        )
    goes_on = record.failures >= FAILURES_TO_OPEN and now - first >= SHORTEST_TIME_TO_OPEN
    if is_proof or goes_on or record.state is State.OPEN:
        return _in_state(record, State.OPEN, first)
    if _is_flapping(record):
        return _in_state(record, State.FLAPPING, now)
    return _in_state(record, State.PENDING, first)


def _in_state(record: Record, state: State, since: datetime) -> Record:
    return record if record.state is state else replace(record, state=state, since=since)


def _watched(record: Record, sign: str) -> str:
    return (record.recent + sign)[-RUNS_WATCHED:]


def _is_flapping(record: Record) -> bool:
    """Tell whether failures come and go; those without a good run between them are one fault."""
    failures = record.recent.count("-")
    return failures >= FAILURES_TO_FLAP and failures > record.failures
