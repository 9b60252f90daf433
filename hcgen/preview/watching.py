"""Tells of changed files as soon as the system knows of them."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from watchfiles import watch as watch_files

from hcgen.preview.workspace import Workspace

# editors write a file in several steps within a few milliseconds
_QUIET_MS = 30
_LONGEST_WAIT_MS = 300
_ROUND_MS = 250


def watch(workspace: Workspace, stop: Event) -> Iterator[frozenset[Path]]:
    """Yield the files that were changed together, until ``stop`` is set.

    The first set is empty: from then on no change is missed.
    """
    news: frozenset[Path] = frozenset()
    while not stop.is_set():
        places = workspace.watched()
        stamp = workspace.single_files_stamp()
        is_ready = False
        for changes in watch_files(
            *places,
            debounce=_LONGEST_WAIT_MS,
            step=_QUIET_MS,
            rust_timeout=_ROUND_MS,
            yield_on_timeout=True,
            stop_event=stop,
        ):
            if changes or not is_ready:
                is_ready = True
                yield news | {Path(path) for _, path in changes}
                news = frozenset()
            if workspace.single_files_stamp() != stamp:
                # an editor that saves by renaming leaves us watching a file that is gone; the
                # evidence is not watched at all: its folder would bring everything with it
                news = frozenset({workspace.configuration})
                break
            now = workspace.watched()
            if now != places:
                # a folder has come or gone: watch the right ones
                news = frozenset(now) ^ frozenset(places)
                break
