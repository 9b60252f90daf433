"""Shows progress: a bar on a terminal, a line per step elsewhere; never in the way of output."""

import sys
from types import TracebackType
from typing import Any, Self

import click

_NAMES = {
    "load": "Reading",
    "render": "Rendering articles",
    "compose": "Making pages",
    "index": "Indexing for search",
    "probe": "Trying channels",
}


class ProgressLine:
    """Callable that draws what the pipeline tells, on the standard error stream."""

    def __init__(self, *, is_quiet: bool = False) -> None:
        self._is_quiet = is_quiet
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._bar: Any = None
        self._step = ""
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show how far a step is."""
        if self._is_quiet:
            return
        name = _NAMES.get(step, step)
        if step != self._step:
            self._close()
            self._step, self._done = step, 0
            if self._is_terminal:
                self._bar = click.progressbar(
                    length=max(total, 1), label=name, file=sys.stderr, width=30
                )
                self._bar.render_progress()
            else:
                click.echo(f"{name} ...", err=True)
        if self._bar is not None:
            self._bar.update(done - self._done)
            self._done = done

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None
