"""Golden queries: what customers type, and what they must find. `queries/<tag>.yml` has them."""

from dataclasses import dataclass

from hcgen.source import Text

BEST, GOOD = 1, 3
"""Ranks that a golden query may ask for: first, or among the first three."""


@dataclass(frozen=True, slots=True)
class GoldenQuery:
    """One thing that customers type.

    Attributes:
        article: Key or path of the article that must be found; None where only ``never`` or
            ``offers_contact`` matters.
        within: How far down it may stand: `BEST` or `GOOD`.
        never: Keys or paths of articles that must not be found.
        offers_contact: The search must offer the contact channels first.
    """

    query: Text
    article: Text | None
    within: int
    never: tuple[Text, ...]
    offers_contact: bool

    @property
    def articles(self) -> tuple[Text, ...]:
        """All articles that it names."""
        return (*(() if self.article is None else (self.article,)), *self.never)
