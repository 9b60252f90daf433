"""What a rule is: its permanent code, its texts, and the stage at which it can be run."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad a finding is; it is not part of a rule's code, so that it may change."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for errors, rising as it matters less."""
        return ("error", "warning", "note").index(self.value)


class Stage(Enum):
    """The earliest moment at which a rule has all that it needs."""

    SOURCE = "source"
    ARTICLE = "article"
    """One article by itself: depends on its file, its language and the site's lexicon only, so that
    it runs beside rendering, in every process, and what it finds is kept as long as the file is."""
    FRAGMENTS = "fragments"
    INDEX = "index"
    """What search finds, asked as the browser asks."""
    SITE = "site"
    REPORT = "report"
    """After all others: what became of what they found."""


@dataclass(frozen=True, slots=True)
class Example:
    """A tiny change to the shared clean help centre.

    Attributes:
        files: Path below the project folder -> text laid over the clean centre. ``⟦…⟧`` marks the
            span that a bad example's diagnostic must have; the marks are taken out before the run.
            ``None`` removes the file. Bytes are written as they are.
        unplaced: The diagnostic stands at the start of this file, where a mark would change the
            meaning (a file that cannot be decoded, or one that is missing).
        fixed: Of a bad example whose diagnostic has a fix: path -> text after it.
    """

    files: Mapping[str, str | bytes | None]
    unplaced: str | None = None
    fixed: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One thing that can be wrong with a help centre.

    Attributes:
        code: Three letters of the family and three digits; permanent, never used again.
        name: Kebab case, names what is wrong, reads as “allow …”.
        summary: One sentence that states what is wrong.
        why: What it does to customers or writers.
        fix: What to write instead.
        since: The version of hcgen that brought the rule.
        former_codes: By which it went before, the first one last; they still mean it wherever a
            rule is named.
        is_on: Looked for unless a site says otherwise; False for rules that are too often wrong,
            or a matter of taste.
    """

    code: str
    name: str
    severity: Severity
    stage: Stage
    summary: str
    why: str
    fix: str
    since: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    former_codes: tuple[str, ...] = ()
    is_on: bool = True

    @property
    def codes(self) -> tuple[str, ...]:
        """The rule's code, and those by which it went before."""
        return (self.code, *self.former_codes)

    def goes_by(self, word: str) -> bool:
        """Tell whether a code, family or name, written as these are, means the rule."""
        return word in self.codes or word in (self.code[:3], self.name)

    @property
    def is_fixable(self) -> bool:
        """Some of its diagnostics have a fix; its examples show it."""
        return any(example.fixed is not None for example in self.bad)
