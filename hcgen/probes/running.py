"""Tries many targets at once: gently with each host, and never longer than it may take.

Passing faults get three tries and, after everything else, one more; proof needs no second one.
Whatever the threads do, results come in the order of the targets.
"""

import random
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any

from hcgen.model.probe import Observation, Verdict, counting, deciding
from hcgen.probes.result import Result
from hcgen.probes.targets import Target

Turn = Callable[[Target], Any]

Progress = Callable[[str, int, int], None]
"""Name of the step, how many targets are done, how many there are."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a run may take; all times are seconds of the wall clock.

    Attributes:
        workers: Targets that are tried at once; never two that ask the same host.
        target_s: Of asking for one target, all tries together, waiting not counted. The try at the
            end has as much again.
        run_s: Of everything.
        pause_s: Between two targets at one host.
        waits_s: Before the second try, the third and so on; up to a quarter more or less.
        longest_wait_s: A host that asks for a longer pause (``Retry-After``) is not tried again.
        grace_s: How long an answer that was due may still come in at the end.
    """

    workers: int = 8
    target_s: float = 15.0
    run_s: float = 120.0
    pause_s: float = 1.0
    waits_s: tuple[float, ...] = (1.0, 4.0)
    longest_wait_s: float = 30.0
    grace_s: float = 1.0


@dataclass(slots=True)
class _Job:
    """A target, and how far trying it is."""

    target: Target
    observations: tuple[Observation, ...] = ()
    was_asked: bool = False
    tries: int = 0
    waits: Iterator[float] = field(default_factory=lambda: iter(()))
    spent_s: float = 0.0
    not_before: float = 0.0

    @property
    def decisive(self) -> Observation:
        return deciding(counting(self.observations))

    @property
    def may_pass(self) -> bool:
        return self.decisive.may_pass and self.decisive.verdict is not Verdict.VERIFIED


_Done = tuple[_Job, tuple[Observation, ...] | BaseException, float]


def run_probes(
    targets: Sequence[Target],
    budget: Budget,
    *,
    turn: Turn | None = None,
    progress: Progress = lambda *_: None,
) -> tuple[tuple[Result, ...], bool]:
    """Try targets; return their results in the same order, and whether it came to its end.

    An interrupt (Ctrl-C) ends it: what is known by then is returned. So is what is known when the
    time of the run is over; what had no turn until then is skipped.

    Args:
        turn: A key by which targets have their turns, the lowest first; None: as they come.

    Raises:
        Exception: A probe has a bug; what others answer never raises.
    """
    runner = _Runner(targets, budget, progress)
    try:
        runner.run(turn)
        is_whole = True
    except KeyboardInterrupt:
        is_whole = False
    results = tuple(
        Result(job.target, job.observations or _nothing(job, is_whole=is_whole), job.tries)
        for job in runner.jobs
    )
    return results, is_whole


def _nothing(job: _Job, *, is_whole: bool) -> tuple[Observation, ...]:
    """Return why there is no answer: one that did not come in time, or no question."""
    if not is_whole:
        return (Observation("run", Verdict.SKIPPED, "interrupted"),)
    if job.was_asked:
        return (Observation("run", Verdict.UNVERIFIABLE, "no-answer-in-time"),)
    return (Observation("run", Verdict.SKIPPED, "time-used-up"),)


class _Runner:
    """Gives out work to threads, which are left behind if they do not come back."""

    def __init__(self, targets: Iterable[Target], budget: Budget, progress: Progress) -> None:
        self.jobs = [_Job(target, waits=_waits(budget)) for target in targets]
        self._budget = budget
        self._progress = progress
        self._end = monotonic() + budget.run_s
        self._busy: set[str] = set()  # hosts
        self._free_at: dict[str, float] = {}  # host -> when it may be asked again
        self._running = 0
        self._finished = 0
        self._work: SimpleQueue[tuple[_Job, float] | None] = SimpleQueue()
        self._done: SimpleQueue[_Done] = SimpleQueue()

    def run(self, turn: Turn | None) -> None:
        """Try all, then those once more whose faults may have passed by then."""
        asking = [job for job in self.jobs if job.target.hosts]
        if turn is not None:
            asking.sort(key=lambda job: turn(job.target))
        for job in self.jobs:
            if not job.target.hosts:
                # nobody is asked, so there is nothing to wait for
                job.observations = job.target.observe(self._end)
                self._finish()
        for _ in range(min(self._budget.workers, len(asking))):
            threading.Thread(target=self._serve, daemon=True).start()
        try:
            self._try(asking)
            again = [
                job
                for job in asking
                if job.observations
                and job.may_pass
                and (job.decisive.retry_after or 0) <= self._budget.longest_wait_s
            ]
            for job in again:
                job.spent_s, job.waits = 0.0, iter(())
            self._try(again, is_last=True)
        finally:
            for _ in range(self._budget.workers):
                self._work.put(None)

    def _try(self, jobs: Sequence[_Job], *, is_last: bool = False) -> None:
        waiting = list(jobs)
        while waiting or self._running:
            now = monotonic()
            late = self._end + self._budget.grace_s if self._running else self._end
            if now >= late:
                return
            if now < self._end:
                waiting = self._start(waiting, now)
            try:
                job, found, seconds = self._done.get(timeout=self._pause(waiting, now, late))
            except Empty:
                continue
            if isinstance(found, BaseException):
                raise found
            if self._settle(job, found, seconds):
                waiting.append(job)
            elif not is_last:
                self._finish()

    def _start(self, waiting: Sequence[_Job], now: float) -> list[_Job]:
        """Give out what can be begun; return the rest."""
        left: list[_Job] = []
        for place, job in enumerate(waiting):
            if self._running == self._budget.workers:
                return [*left, *waiting[place:]]
            if now < self._ready_at(job) or not self._busy.isdisjoint(job.target.hosts):
                left.append(job)
                continue
            self._running += 1
            job.was_asked = True
            self._busy.update(job.target.hosts)
            rest = self._budget.target_s - job.spent_s
            self._work.put((job, min(now + rest, self._end)))
        return left

    def _ready_at(self, job: _Job) -> float:
        return max(job.not_before, *(self._free_at.get(host, 0.0) for host in job.target.hosts))

    def _pause(self, waiting: Sequence[_Job], now: float, late: float) -> float:
        """Return how long nothing can be begun unless an answer comes."""
        moments = [late]
        if self._running < self._budget.workers and now < self._end:
            moments += [
                self._ready_at(job) for job in waiting if self._busy.isdisjoint(job.target.hosts)
            ]
        return max(0.0, min(moments) - now)

    def _settle(self, job: _Job, found: tuple[Observation, ...], seconds: float) -> bool:
        """Take in what a try showed; tell whether there is to be another one."""
        now = monotonic()
        self._running -= 1
        self._busy.difference_update(job.target.hosts)
        job.observations = found
        job.tries += 1
        job.spent_s += seconds
        asked_for = job.decisive.retry_after or 0.0
        pause = max(self._budget.pause_s, min(asked_for, self._budget.longest_wait_s))
        for host in job.target.hosts:
            self._free_at[host] = now + pause
        if not job.may_pass or asked_for > self._budget.longest_wait_s:
            return False
        wait = next(job.waits, None)
        if wait is None or job.spent_s >= self._budget.target_s:
            return False
        job.not_before = now + max(wait, asked_for)
        return job.not_before < self._end

    def _finish(self) -> None:
        self._finished += 1
        self._progress("probe", self._finished, len(self.jobs))

    def _serve(self) -> None:
        while (given := self._work.get()) is not None:
            job, deadline = given
            started = monotonic()
            found: tuple[Observation, ...] | BaseException
            try:
                found = job.target.observe(deadline)
            except BaseException as error:  # told to the one who waits
                found = error
            self._done.put((job, found, monotonic() - started))


def _waits(budget: Budget) -> Iterator[float]:
    # at random, so that targets that failed together do not come back together
    return (wait * random.uniform(0.75, 1.25) for wait in budget.waits_s)  # noqa: S311
