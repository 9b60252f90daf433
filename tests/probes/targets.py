"""Targets whose probes do what a test wants: only for what no server is needed for."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic, sleep

from hcgen.model.probe import Observation, Verdict
from hcgen.probes import Target
from hcgen.source import SourceFile

FILE = SourceFile("content/channels.yml", "channels:\n  - {id: mail}\n")
WORKS = Observation("page", Verdict.VERIFIED, "page-works")
MAY_PASS = Observation("page", Verdict.SUSPECT, "connection-refused", may_pass=True)
PROOF = Observation("page", Verdict.BROKEN, "name-not-found")


@dataclass
class Asked:
    """Says one thing after another, and notes when it was asked.

    Attributes:
        moments: When it was asked.
        most: How many were asked at the same time.
    """

    says: Sequence[Observation] = (WORKS,)
    takes_s: float = 0.0
    moments: list[float] = field(default_factory=list)
    deadlines: list[float] = field(default_factory=list)
    now: int = 0
    most: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, deadline: float) -> tuple[Observation, ...]:
        with self.lock:
            self.moments.append(monotonic())
            self.deadlines.append(deadline)
            self.now += 1
            self.most = max(self.most, self.now)
            place = len(self.moments) - 1
        sleep(self.takes_s)
        with self.lock:
            self.now -= 1
        return (self.says[min(place, len(self.says) - 1)],)


def target(name: str, observe: Callable[[float], tuple[Observation, ...]], *hosts: str) -> Target:
    return Target(name, name, "chat", FILE.start(), hosts or (f"{name}.example",), observe)
