"""What trying a channel from outside showed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What can be said of a channel from here and now.

    Attributes:
        VERIFIED: It was seen to work.
        UNVERIFIABLE: Nothing can be said from here; the reason says why.
        SUSPECT: A bad sign that may pass by itself.
        BROKEN: Proof that it cannot work.
        SKIPPED: It was not tried.
    """

    VERIFIED = "verified"
    UNVERIFIABLE = "unverifiable"
    SUSPECT = "suspect"
    BROKEN = "broken"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Observation:
    """What one check of a channel saw.

    Attributes:
        check: What was looked at, such as ``mx``, ``page`` or ``certificate``.
        reason: Key of `hcgen.model.probe_reasons.REASONS`.
        observed: What the other side said, cut, and free of control characters and characters that
            turn the direction of text; formats escape it all the same.
        may_pass: Trying again in some seconds may show something else.
        retry_after: Seconds that the other side asked to wait.
        is_extra: It says nothing of whether the channel works unless it is a bad sign.
    """

    check: str
    verdict: Verdict
    reason: str
    observed: str = ""
    may_pass: bool = False
    retry_after: float | None = None
    is_extra: bool = False


_WORST_FIRST = (Verdict.BROKEN, Verdict.SUSPECT)


def deciding(observations: Iterable[Observation]) -> Observation:
    """Return the observation that decides what is said of a channel.

    The worst sign decides; without bad signs the first check that is not extra.

    Raises:
        ValueError: There is none.
    """
    known = tuple(observations)
    for verdict in _WORST_FIRST:
        for observation in known:
            if observation.verdict is verdict:
                return observation
    for observation in known:
        if not observation.is_extra:
            return observation
    raise ValueError("no observation")


def counting(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the observations that say whether a channel works.

    An extra one that is suspect is shown, but is no reason to doubt the channel: a certificate
    that ends soon still counts today.
    """
    return tuple(
        observation
        for observation in observations
        if not (observation.is_extra and observation.verdict is Verdict.SUSPECT)
    )
