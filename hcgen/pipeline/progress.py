"""What a run tells while it goes on, and how long its steps took."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is; the last two equal at
its end."""


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


class Clock:
    """Adds up the seconds that each step takes; a step may come in several parts."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        start = perf_counter()
        try:
            yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + perf_counter() - start

    @property
    def seconds(self) -> tuple[tuple[str, float], ...]:
        """Step and seconds, in the order in which the steps began."""
        return tuple(self._seconds.items())
