"""Splits work among forked processes, which see everything that was loaded without copying it."""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

_WORTH_FORKING = 3  # chunks
_PR_SET_PDEATHSIG = 1  # linux/prctl.h

Item = TypeVar("Item")
Result = TypeVar("Result")

# set before the fork and read in the children, so that nothing but results is pickled
_work: Callable[[Sequence[Any]], Any] | None = None
_items: Sequence[Any] = ()
_chunk = 1


def default_jobs() -> int:
    """Return how many processes this machine lets us use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_jobs(
    work: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    *,
    jobs: int,
    chunk: int = 50,
) -> Iterator[tuple[int, Result]]:
    """Yield, for each chunk in the order of the items, how many are done by then and the result.

    Args:
        work: Called with a part of the items, here or in a forked process.
        jobs: Processes at most; with 1, without `fork`, or for a few chunks, all is done here.
        chunk: How many items make a part.
    """
    global _work, _items, _chunk
    starts = range(0, len(items), chunk)
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    if jobs <= 1 or not can_fork or len(starts) < _WORTH_FORKING:
        for start in starts:
            part = items[start : start + chunk]
            yield start + len(part), work(part)
        return
    _work, _items, _chunk = work, items, chunk
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(
            jobs, mp_context=context, initializer=_begin, initargs=(os.getpid(),)
        ) as pool:
            for start, result in zip(starts, pool.map(_do, starts), strict=True):
                yield min(start + chunk, len(items)), result
    finally:
        _work, _items = None, ()


def _begin(parent: int) -> None:
    """Let this child neither outlive its parent nor answer Ctrl-C, which the parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform.startswith("linux"):
        # a child of a killed build would wait for work for ever, and hold what the build had open
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _do(start: int) -> Any:
    assert _work is not None
    return _work(_items[start : start + _chunk])
