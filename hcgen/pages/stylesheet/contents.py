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
        classes: set[str] = set()
        elements: set[str] = set()
        for fragment in fragments:
            classes |= fragment.classes
            # together they are searched ten times faster than piece by piece
            html = "\0".join(fragment.pieces)
            elements.update(name for name in COMPONENT_ELEMENTS if f"<{name}" in html)
        return cls(frozenset(classes), frozenset(elements))
