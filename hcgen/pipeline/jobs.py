"""Splits work among forked processes, which see everything that was loaded without copying it."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

_CHUNK = 50
_WORTH_FORKING = 200

Item = TypeVar("Item")
Result = TypeVar("Result")

# set before the fork and read in the children, so that nothing but results is pickled
_work: Callable[[Sequence[Any]], Any] | None = None
_items: Sequence[Any] = ()


def default_jobs() -> int:
    """Return how many processes this machine lets us use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_jobs(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], *, jobs: int
) -> Iterator[tuple[int, Result]]:
    """Yield, for each chunk in the order of the items, how many are done by then and the result.

    Args:
        work: Called with a part of the items, here or in a forked process.
        jobs: Processes at most; with 1, without `fork`, or for little work, all is done here.
    """
    global _work, _items
    starts = range(0, len(items), _CHUNK)
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    if jobs <= 1 or not can_fork or len(items) < _WORTH_FORKING:
        for start in starts:
            part = items[start : start + _CHUNK]
            yield start + len(part), work(part)
        return
    _work, _items = work, items
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, mp_context=context) as pool:
            for start, result in zip(starts, pool.map(_do, starts), strict=True):
                yield min(start + _CHUNK, len(items)), result
    finally:
        _work, _items = None, ()


def _do(start: int) -> Any:
    assert _work is not None
    return _work(_items[start : start + _CHUNK])
