"""The value `source_hash`: what a translation was made from, in three short digests.

Three, so that one can tell later what has changed since, without the text of that time.
"""

import re
from enum import Enum

from hcgen.model.article import Article
from hcgen.translations.facts import Facts

# the number in front counts up when a change of ours would make every translation look stale
_FORM = re.compile(r"1-([0-9a-f]{6})-([0-9a-f]{6})-([0-9a-f]{6})")


class Grade(Enum):
    """What of a source has changed since it was translated; the first that holds."""

    STRUCTURE = "structure"
    """Headings, steps, pictures or code."""
    FACTS = "facts"
    """Numbers, dates, prices or links."""
    WORDING = "wording"

    @property
    def words(self) -> str:
        """The change in a writer's words."""
        return _WORDS[self]


_WORDS = {
    Grade.STRUCTURE: "headings, steps, pictures or code are different",
    Grade.FACTS: "numbers, dates, prices or links are different",
    Grade.WORDING: "only its wording is different",
}


class Currency(Enum):
    """How a translation stands to its source."""

    CURRENT = "current"
    STALE = "stale"
    UNKNOWN = "unknown"
    """It has no `source_hash`, or one that hcgen has not written."""


def source_hash_of(facts: Facts) -> str:
    """Return the value that stands in translations made from a source with these facts."""
    return "-".join(("1", *facts.digests))


def is_source_hash(value: str) -> bool:
    """Tell whether a value has the form that hcgen writes."""
    return _FORM.fullmatch(value) is not None


def grade_of(written: str, source: Facts) -> Grade | None:
    """Return what has changed in a source since `written` was its hash; None: nothing.

    A value of another form tells nothing: None.
    """
    match = _FORM.fullmatch(written)
    if match is None:
        return None
    for grade, old, new in zip(Grade, match.groups(), source.digests, strict=True):
        if old != new:
            return grade
    return None


def currency_of(translation: Article, source: Facts) -> tuple[Currency, Grade | None]:
    """Return how a translation stands to its source, and what has changed if it is stale."""
    written = translation.source_hash.value if translation.source_hash else ""
    if not is_source_hash(written):
        return Currency.UNKNOWN, None
    grade = grade_of(written, source)
    return (Currency.STALE, grade) if grade else (Currency.CURRENT, None)
