"""What a run brought."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hcgen.diagnostics import Severity
from hcgen.model.evidence import Record, State
from hcgen.model.probe import Observation, Verdict, counting, deciding
from hcgen.probes.targets import Target


@dataclass(frozen=True, slots=True)
class Result:
    """What trying one target showed.

    Attributes:
        observations: Of the last try; never empty.
        tries: How often it was tried; 0 where nobody was asked.
        record: What is known after this run; None before it is remembered.
    """

    target: Target
    observations: tuple[Observation, ...]
    tries: int = 0
    record: Record | None = None

    @property
    def decisive(self) -> Observation:
        """The observation that decides what is said of the target."""
        return deciding(counting(self.observations))

    @property
    def verdict(self) -> Verdict:
        return self.decisive.verdict

    @property
    def signs(self) -> tuple[Observation, ...]:
        """Bad signs that say nothing of whether it works today."""
        return tuple(
            each for each in self.observations if each.is_extra and each.verdict is Verdict.SUSPECT
        )

    @property
    def state(self) -> State:
        return self.record.state if self.record else State.UNKNOWN

    @property
    def severity(self) -> Severity | None:
        """How bad it is: proof and incidents are errors; None where nothing is wrong."""
        if self.verdict is Verdict.BROKEN or self.state is State.OPEN:
            return Severity.ERROR
        if self.verdict is Verdict.SUSPECT or self.state is State.FLAPPING:
            return Severity.WARNING
        return Severity.NOTE if self.signs else None


@dataclass(frozen=True, slots=True)
class Run:
    """All results of one run, in the order of the targets.

    Attributes:
        started_at: Aware.
        seconds: How long it took.
        notices: What else people must know, a sentence each without its full stop.
        is_whole: It was not stopped before its end.
    """

    results: tuple[Result, ...]
    started_at: datetime
    seconds: float = 0.0
    notices: tuple[str, ...] = ()
    is_whole: bool = True

    def count(self, verdict: Verdict) -> int:
        """Return how many targets have a verdict."""
        return sum(result.verdict is verdict for result in self.results)

    @property
    def worst_first(self) -> tuple[Result, ...]:
        """The results by how bad they are; those that are as bad stay in their order."""
        ranks = {severity: severity.rank for severity in Severity}
        return tuple(
            sorted(
                self.results,
                key=lambda each: ranks[each.severity] if each.severity else len(ranks),
            )
        )

    @property
    def incidents(self) -> tuple[Result, ...]:
        """The targets with an open incident."""
        return tuple(each for each in self.results if each.state is State.OPEN)

    def reaches(self, level: str) -> bool:
        """Tell whether anything is as bad as ``level`` (``error``, ``warning`` or ``never``)."""
        if level == "never":
            return False
        limit = Severity(level).rank
        severities: Sequence[Severity | None] = [each.severity for each in self.results]
        return any(severity is not None and severity.rank <= limit for severity in severities)
