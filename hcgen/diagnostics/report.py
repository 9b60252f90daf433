"""All that one run found, with the counts that reports close with."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.diagnostics.rule import Severity


@dataclass(frozen=True, slots=True)
class Report:
    """Diagnostics in their stable order, and how much was looked at.

    Attributes:
        ignored: How many findings comments accept.
        known: How many findings the baseline knows.
    """

    diagnostics: tuple[Diagnostic, ...]
    articles: int
    languages: int
    channels: int
    ignored: int = 0
    known: int = 0

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have exactly this severity."""
        return sum(1 for diagnostic in self.diagnostics if diagnostic.severity is severity)

    def of_files(self, paths: Collection[str]) -> "Report":
        """Return the report with only the diagnostics of some files."""
        kept = tuple(found for found in self.diagnostics if found.span.file.path in paths)
        return replace(self, diagnostics=kept)

    def reaches(self, level: str) -> bool:
        """Tell whether anything is as bad as ``level`` (``error``, ``warning`` or ``never``)."""
        if level == "never":
            return False
        limit = Severity(level).rank
        return any(diagnostic.severity.rank <= limit for diagnostic in self.diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics by place; the same fact at the same place is kept once."""
    return tuple(sorted(set(diagnostics), key=lambda diagnostic: diagnostic.sort_key))
