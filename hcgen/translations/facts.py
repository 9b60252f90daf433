"""The facts of an article: what a translation has to say in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass

from hcgen.load.markdown_blocks import Block, BlockKind
from hcgen.model.article import Article


@dataclass(frozen=True, slots=True)
class Facts:
    """What a translation has to agree on with its source.

    Attributes:
        headings: Levels of the headings in the order written.
    """

    headings: tuple[int, ...]


def facts_of(article: Article, blocks: Sequence[Block]) -> Facts:
    """Return the facts of an article."""
    return Facts(tuple(block.level for block in blocks if block.kind is BlockKind.HEADING))
