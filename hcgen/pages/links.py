"""The attributes of an article's links on the page that shows it."""

from html import escape
from urllib.parse import quote, unquote

from hcgen.model.article import Article
from hcgen.pages.frame import Composer, Frame
from hcgen.render import Destination, FragmentLink, LinkKind, resolve_target


class LinkAttributes:
    """Opens an article's links for one frame: in the reader's language, from the page's depth."""

    def __init__(self, composer: Composer, frame: Frame, article: Article) -> None:
        self._composer = composer
        self._frame = frame
        self._article = article

    def __call__(self, link: FragmentLink) -> str:
        """Return the attributes with a leading blank; a link that leads nowhere gets none."""
        destination = resolve_target(self._composer.centre, self._article, link.target)
        if destination.kind is LinkKind.EXTERNAL:
            return f' {link.attribute}="{escape(destination.name)}"{self._policy(link)}'
        address = self._address(destination)
        if address is None:
            return ""
        suffix = _encoded_suffix(self._suffix(destination))
        href = (
            suffix if destination.kind is LinkKind.SAME_PAGE else self._frame.url(address) + suffix
        )
        return f' {link.attribute}="{escape(href)}"'

    def _suffix(self, destination: Destination) -> str:
        """Return query and anchor; an anchor that the shown version lacks is left out.

        The rules have checked it against the version in the writer's language; on a fallback page
        the link leads to the reader's version, whose headings may have other ids.
        """
        if not destination.anchor or destination.kind is not LinkKind.ARTICLE:
            return destination.suffix
        tag = destination.language or self._frame.language.tag
        entry = self._composer.addresses.entry(tag, destination.name)
        anchors = self._composer.fragment_of(entry.article).anchors if entry else frozenset()
        return (
            destination.suffix
            if destination.anchor in anchors
            else destination.suffix.partition("#")[0]
        )

    def _policy(self, link: FragmentLink) -> str:
        """Return ``rel`` and ``target`` of links to other sites; mail and telephone have none."""
        if link.tag != "a" or not link.target.strip().lower().startswith(("http:", "https:", "//")):
            return ""
        if self._composer.centre.settings.opens_external_in_new_tab:
            return ' rel="external noopener" target="_blank"'
        return ' rel="external noopener"'

    def _address(self, destination: Destination) -> str | None:
        addresses = self._composer.addresses
        tag = destination.language or self._frame.language.tag
        match destination.kind:
            case LinkKind.SAME_PAGE:
                return ""
            case LinkKind.ARTICLE:
                entry = addresses.entry(tag, destination.name)
                return entry.address if entry else None
            case LinkKind.TOPIC:
                return addresses.topics[tag].get(destination.name)
            case LinkKind.HOME:
                return addresses.home(tag)
            case LinkKind.GENERATED:
                return f"{tag}/{destination.name}/"
            case LinkKind.ASSET:
                return destination.name
            case _:
                return None


def _encoded_suffix(suffix: str) -> str:
    query, mark, anchor = suffix.partition("#")
    encoded = quote(query, safe="?=&%+/:;,@!$'()*-._~")
    return f"{encoded}#{quote(unquote(anchor), safe='!$&()*+,;=:@/?-._~')}" if mark else encoded
