"""What of Material's look the articles of a site can show."""

from collections.abc import Iterable
from dataclasses import dataclass

from hcgen.render import Fragment

COMPONENT_ELEMENTS = ("abbr", "details", "dl", "kbd", "mark")
"""Elements that have Material's look without a class; all others have the site's own."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What occurs in the articles of a site.

    Attributes:
        elements: Of `COMPONENT_ELEMENTS`.
    """

    classes: frozenset[str] = frozenset()
    elements: frozenset[str] = frozenset()

    @classmethod
    def of(cls, fragments: Iterable[Fragment]) -> "Contents":
        """Return what occurs in any of the fragments."""
        known = tuple(fragments)
        return cls(
            frozenset().union(*(fragment.classes for fragment in known)),
            frozenset(name for name in COMPONENT_ELEMENTS if _occurs(f"<{name}", known)),
        )


def _occurs(start: str, fragments: Iterable[Fragment]) -> bool:
    return any(start in piece for fragment in fragments for piece in fragment.pieces)
