"""Findings that writers have looked at and accepted, by a comment beside what causes them."""

from collections.abc import Iterable
from dataclasses import dataclass

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.source import Span, Text


@dataclass(frozen=True, slots=True)
class IgnoreComment:
    """A comment `hcgen: ignore CODE reason`.

    Attributes:
        span: The whole comment, with what begins and ends it.
        rules: Codes, names or families, as written.
        reason: Empty where the writer gave none; the comment then counts for nothing.
        scope: The text that it speaks of.
        is_whole_file: It speaks of everything in the file, also of what has no place in the text.
    """

    span: Span
    rules: tuple[Text, ...]
    reason: str
    scope: Span
    is_whole_file: bool

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether the comment accepts a finding."""
        if not self.reason or diagnostic.span.file.path != self.scope.file.path:
            return False
        is_there = self.is_whole_file or (
            self.scope.start <= diagnostic.span.start < max(self.scope.end, self.scope.start + 1)
        )
        return is_there and any(diagnostic.rule.goes_by(text.value) for text in self.rules)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Diagnostics parted by comments.

    Attributes:
        shown: Those that no comment accepts, in the order given.
        hidden: The others.
        used: The rules of comments that accepted something, by their places.
    """

    shown: tuple[Diagnostic, ...]
    hidden: tuple[Diagnostic, ...]
    used: frozenset[Span]


def without_accepted(
    diagnostics: Iterable[Diagnostic], comments: Iterable[IgnoreComment]
) -> Accepted:
    """Part diagnostics by the comments of their files."""
    by_path: dict[str, list[IgnoreComment]] = {}
    for comment in comments:
        by_path.setdefault(comment.span.file.path, []).append(comment)
    shown: list[Diagnostic] = []
    hidden: list[Diagnostic] = []
    used: set[Span] = set()
    for diagnostic in diagnostics:
        rule = diagnostic.rule
        covering = [
            comment
            for comment in by_path.get(diagnostic.span.file.path, ())
            if comment.covers(diagnostic)
        ]
        (hidden if covering else shown).append(diagnostic)
        used.update(
            text.span for comment in covering for text in comment.rules if rule.goes_by(text.value)
        )
    return Accepted(tuple(shown), tuple(hidden), frozenset(used))
