"""A rendered article, the same for every page that shows it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FragmentLink:
    """A link or image whose address depends on the page that shows it.

    Attributes:
        tag: ``a``, ``img``, ``source``, ``video`` or ``audio``.
        attribute: ``href``, ``src`` or ``poster``.
        target: As the writer wrote it.
        is_sized: The tag is an image's that has a width or a height already.
    """

    tag: str
    attribute: str
    target: str
    is_sized: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 2 to 6.
        anchor: Its ``id``.
        text: Without markup.
    """

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Fragment:
    """The HTML of an article, cut at its links.

    References to channels are tokens (`hcgen.model.channel_reference`) in all its texts.

    Attributes:
        pieces: One more than there are links; link ``n`` stands between pieces ``n`` and ``n + 1``.
        links: In the order of the text.
        headings: In the order of the text.
        text: All that can be read, without markup, words kept apart; for searching.
        anchors: Every ``id`` in the fragment.
        repeated_anchors: Headings' ids that could not be kept apart by their parents, or that the
            writer gave twice; the later ones got a number.
        classes: Every class name in the fragment's HTML, those of its own frames and figures too.
        opening: Text of the first paragraph that is prose (not of a note, list, table or figure),
            in one line; empty if there is none.
        letters: How many letters, digits and marks of ``text`` are read; for reading times.
        error: Why the Markdown could not be rendered; empty when it could.
    """

    pieces: tuple[str, ...]
    links: tuple[FragmentLink, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    text: str = ""
    repeated_anchors: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    opening: str = ""
    letters: int = 0
    error: str = ""

    def html(self, attributes: Callable[[FragmentLink], str]) -> str:
        """Return the HTML for one page.

        Args:
            attributes: Gives the attributes of a link as they stand in the tag, with a leading
                blank and escaped; an empty string leaves the link without an address.
        """
        parts = [self.pieces[0]]
        for link, piece in zip(self.links, self.pieces[1:], strict=True):
            parts.append(attributes(link))
            parts.append(piece)
        return "".join(parts)
