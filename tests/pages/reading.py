"""Reads the head of a built page as messengers and search engines do."""

from collections.abc import Mapping
from html.parser import HTMLParser

from tests.pages.schema_org import Node, nodes_of


class Head(HTMLParser):
    """What a page says about itself.

    Attributes:
        blocks: The texts of its data blocks.
        scripts: The attributes of its other ``script`` elements.
        metas: Name and content, in their order.
        links: Relation -> (language or "", address), in their order.
    """

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.scripts: list[dict[str, str]] = []
        self.metas: list[tuple[str, str]] = []
        self.links: list[tuple[str, str, str]] = []
        self.tags: list[str] = []
        self._is_in_block = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "script":
            self._is_in_block = values.get("type") == "application/ld+json"
            if self._is_in_block:
                self.blocks.append("")
            else:
                self.scripts.append(values)
        elif tag == "meta" and ("name" in values or "property" in values):
            self.metas.append((values.get("name") or values["property"], values["content"]))
        elif tag == "link":
            self.links.append((values["rel"], values.get("hreflang", ""), values["href"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._is_in_block = False

    def handle_data(self, data: str) -> None:
        if self._is_in_block:
            self.blocks[-1] += data

    def meta(self, name: str) -> str:
        """Return the content of the only ``meta`` of that name; empty for none."""
        found = self.all(name)
        assert len(found) <= 1, name
        return found[0] if found else ""

    def all(self, name: str) -> list[str]:
        return [content for own, content in self.metas if own == name]

    @property
    def canonical(self) -> str:
        return next((href for rel, _, href in self.links if rel == "canonical"), "")

    @property
    def alternates(self) -> dict[str, str]:
        return {tag: href for rel, tag, href in self.links if rel == "alternate" and tag}

    @property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(node for block in self.blocks for node in nodes_of(block))

    def node(self, kind: str) -> Node:
        """Return the only outermost node of a type."""
        (found,) = (node for node in self.nodes if node["@type"] == kind)
        return found


def heads_of(site: Mapping[str, bytes]) -> dict[str, Head]:
    return {path: Head(data) for path, data in site.items() if path.endswith(".html")}
