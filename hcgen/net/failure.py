"""Why somebody could not be reached, or gave no answer that can be read."""

from hcgen.model.probe import Observation, Verdict
from hcgen.net.remote_text import cleaned

_BROKEN = frozenset(
    (
        "name-not-found",
        "name-without-address",
        "certificate-expired",
        "certificate-of-another-host",
        "certificate-self-signed",
    )
)
_SUSPECT = frozenset(
    (
        "private-address",
        "connection-refused",
        "connection-timed-out",
        "connection-failed",
        "connection-lost",
        "encryption-failed",
        "certificate-not-trusted",
        "certificate-not-valid-yet",
        "answer-timed-out",
        "body-timed-out",
        "body-cut-short",
        "not-http",
        "headers-too-long",
        "redirect-loop",
        "too-many-redirects",
        "redirect-to-private-address",
        "redirect-to-nowhere",
        "reply-too-long",
    )
)
_PASSING = frozenset(
    (
        "cannot-ask",
        "proxy-failed",
        "reply-timed-out",
        "unreachable",
        "names-timed-out",
        "name-servers-failed",
        "name-servers-disagree",
        "connection-refused",
        "connection-timed-out",
        "connection-failed",
        "connection-lost",
        "encryption-failed",
        "answer-timed-out",
        "body-timed-out",
        "body-cut-short",
    )
)


class Failure(Exception):  # noqa: N818  # it is an answer, not an error of ours
    """Nothing that can be read came back.

    Attributes:
        reason: Key of `hcgen.model.probe_reasons.REASONS`.
        observed: What the other side said, cleaned.
    """

    def __init__(self, reason: str, observed: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.observed = cleaned(observed)

    @property
    def verdict(self) -> Verdict:
        """What it says of a page that was asked for; what is no bad sign says nothing."""
        if self.reason in _BROKEN:
            return Verdict.BROKEN
        return Verdict.SUSPECT if self.reason in _SUSPECT else Verdict.UNVERIFIABLE

    def observation(
        self, check: str, *, verdict: Verdict | None = None, is_extra: bool = False
    ) -> Observation:
        """Return it as what one check saw; ``verdict`` where it means something else there."""
        return Observation(
            check,
            verdict or self.verdict,
            self.reason,
            self.observed,
            may_pass=self.reason in _PASSING,
            is_extra=is_extra,
        )
