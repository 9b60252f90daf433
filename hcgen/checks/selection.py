"""Which rules count in a run, and how bad their findings are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from hcgen.diagnostics import Diagnostic, Rule, Severity
from hcgen.model.nearest import nearest
from hcgen.model.settings import RuleSettings

ALL = "ALL"
DEFAULT = "DEFAULT"


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules of a run.

    Attributes:
        codes: Of the rules that count.
        severities: Code -> what the site made of the rule's severity.
    """

    codes: frozenset[str]
    severities: Mapping[str, Severity]

    @classmethod
    def of(
        cls,
        rules: Iterable[Rule],
        settings: RuleSettings,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
    ) -> "Selection":
        """Return what counts by the configuration and the command line.

        Words that name no rule are passed over; a rule of its own tells them.

        Args:
            rules: All there are.
            settings: Of `mkdocs.yml`.
            select: Of the command line; takes the place of the configuration's.
            ignore: Of the command line; comes on top of the configuration's.
        """
        rules = tuple(rules)
        selected = tuple(select) or tuple(text.value for text in settings.select) or (DEFAULT,)
        ignored = (*(text.value for text in settings.ignore), *ignore)
        codes = _selected(rules, selected) - _codes(rules, ignored)
        severities: dict[str, Severity] = {}
        # what is said of one rule counts more than what is said of its family
        for word, level in sorted(settings.severity, key=lambda item: len(item[0].value) > 3):
            severities |= dict.fromkeys(_codes(rules, (word.value,)), Severity(level))
        return cls(frozenset(codes), severities)

    def of_those(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics that count, as bad as the site takes them."""
        for diagnostic in diagnostics:
            code = diagnostic.rule.code
            if code in self.codes:
                severity = self.severities.get(code)
                yield replace(diagnostic, set_severity=severity) if severity else diagnostic


def matching(rules: Iterable[Rule], word: str) -> tuple[Rule, ...]:
    """Return the rules that a code, family, name, `ALL` or `DEFAULT` stands for, case folded."""
    upper = word.upper()
    if upper == ALL:
        return tuple(rules)
    if upper == DEFAULT:
        return tuple(rule for rule in rules if rule.is_on)
    return tuple(rule for rule in rules if rule.goes_by(upper) or word.lower() == rule.name)


def nearest_rule(rules: Iterable[Rule], word: str) -> str:
    """Return help that names the code, family or rule most like a word."""
    known = {name for rule in rules for name in (rule.code, rule.code[:3], rule.name)}
    return nearest(word, known, otherwise="hcgen rules lists them all")


def _selected(rules: tuple[Rule, ...], words: Iterable[str]) -> set[str]:
    """Return the codes that words select; a family does not bring those that are off by default."""
    families = {rule.code[:3] for rule in rules}
    return {
        rule.code
        for word in words
        for rule in matching(rules, word)
        if rule.is_on or word.upper() not in families
    }


def _codes(rules: Iterable[Rule], words: Iterable[str]) -> set[str]:
    return {rule.code for word in words for rule in matching(rules, word)}
