"""What translations have to agree on with their source, and how far one is behind."""

from hcgen.translations.accepting import NotUnderstoodError, with_source_hash
from hcgen.translations.comparing import Difference, differences, without_written
from hcgen.translations.facts import Facts, facts_of
from hcgen.translations.source_hash import (
    Currency,
    Grade,
    currency_of,
    grade_of,
    is_source_hash,
    source_hash_of,
)
from hcgen.translations.standing import Standing, State, Version, is_source_unreadable, standings

__all__ = [
    "Currency",
    "Difference",
    "Facts",
    "Grade",
    "NotUnderstoodError",
    "Standing",
    "State",
    "Version",
    "currency_of",
    "differences",
    "facts_of",
    "grade_of",
    "is_source_hash",
    "is_source_unreadable",
    "source_hash_of",
    "standings",
    "with_source_hash",
    "without_written",
]
