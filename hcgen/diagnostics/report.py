"""All that one run found, with the counts that reports close with."""

from collections.abc import Iterable
from dataclasses import dataclass

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.rule import Severity


@dataclass(frozen=True, slots=True)
class Report:
    """Diagnostics in their stable order, and how much was looked at."""

    diagnostics: tuple[Diagnostic, ...]
    articles: int
    languages: int
    channels: int

    @classmethod
    def of(
        cls, diagnostics: Iterable[Diagnostic], *, articles: int, languages: int, channels: int
    ) -> "Report":
        """Sort the diagnostics; the same fact at the same place is kept once."""
        ordered = sorted(set(diagnostics), key=lambda diagnostic: diagnostic.sort_key)
        return cls(tuple(ordered), articles, languages, channels)

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have exactly this severity."""
        return sum(1 for diagnostic in self.diagnostics if diagnostic.severity is severity)

    def reaches(self, level: str) -> bool:
        """Tell whether anything is as bad as ``level`` (``error``, ``warning`` or ``never``)."""
        if level == "never":
            return False
        limit = Severity(level).rank
        return any(diagnostic.severity.rank <= limit for diagnostic in self.diagnostics)
