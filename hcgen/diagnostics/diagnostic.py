"""What was found: by a rule (`Diagnostic`), or by a loader that names the rule (`Finding`)."""

from collections.abc import Iterator
from dataclasses import dataclass

from hcgen.diagnostics.rule import Rule, Severity
from hcgen.source import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to one place of a file: the text of the span becomes another one."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fact about one place, and what to do about it.

    Attributes:
        message: The fact about the named thing: lower case, no full stop.
        help: What to write instead; empty where the message says it all.
        fix: Edits that together put it right without changing what anything means; empty where a
            person has to decide.
        set_severity: What the site made of the rule's severity; None: the rule's own.
    """

    rule: Rule
    span: Span
    message: str
    help: str = ""
    fix: tuple[Edit, ...] = ()
    set_severity: Severity | None = None

    @property
    def severity(self) -> Severity:
        return self.set_severity or self.rule.severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By path, then place, then code and message, so that reports are byte-stable."""
        return (self.span.file.path, self.span.start, self.span.end, self.rule.code, self.message)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a loader could not accept; the rule of that name turns it into a diagnostic.

    Loading lies below the rules, so it names the rule instead of holding it.
    """

    rule_name: str
    span: Span
    message: str
    help: str = ""


class Findings:
    """Collects findings while files are read; loading never stops at the first one."""

    def __init__(self) -> None:
        self._items: list[Finding] = []

    def report(self, rule_name: str, span: Span, message: str, *, help: str = "") -> None:
        """Note a finding for the rule of that name."""
        self._items.append(Finding(rule_name, span, message, help))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)
