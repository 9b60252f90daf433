"""What a typed word may stand for: terms, and how each of them was reached."""

from typing import NamedTuple

AS_TYPED, BEGINNING = "as typed", "beginning"


class Alternative(NamedTuple):
    """A term that may be meant.

    Attributes:
        word: The site's word that leads to it.
        how: One of `AS_TYPED`, `BEGINNING`.
    """

    term: str
    word: str
    how: str
