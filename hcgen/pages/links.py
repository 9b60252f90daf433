"""An article's HTML on the page that shows it, with its links and channels."""

from html import escape

from markupsafe import Markup

from hcgen.model.article import Article
from hcgen.pages.composer import Composer
from hcgen.pages.destinations import linked_address, linked_suffix
from hcgen.pages.frame import Frame
from hcgen.render import Destination, FragmentLink, LinkKind, resolve_target


def article_html(composer: Composer, frame: Frame, article: Article) -> Markup:
    """Return the text of an article for one frame."""
    html = composer.channel_words(frame.language.tag).html(
        composer.fragment_of(article).html(LinkAttributes(composer, frame, article)),
        contact=frame.contact,
        text_language=article.language,
    )
    return Markup(html)  # noqa: S704 - sanitised, or trusted by the site's configuration


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
        tag = self._frame.language.tag
        address = linked_address(self._composer, tag, destination)
        if address is None:
            return ""
        suffix = linked_suffix(self._composer, tag, destination)
        href = (
            suffix if destination.kind is LinkKind.SAME_PAGE else self._frame.url(address) + suffix
        )
        return f' {link.attribute}="{escape(href)}"{self._size(link, destination)}'

    def _size(self, link: FragmentLink, destination: Destination) -> str:
        """Return width and height of an image of the site, so that its place is kept free.

        A writer who gave one of the two wants the other to follow from it.
        """
        if link.tag != "img" or link.is_sized or destination.kind is not LinkKind.ASSET:
            return ""
        asset = self._composer.centre.assets[destination.name]
        return f' width="{asset.width}" height="{asset.height}"' if asset.width else ""

    def _policy(self, link: FragmentLink) -> str:
        """Return ``rel`` and ``target`` of links to other sites; mail and telephone have none."""
        if link.tag != "a" or not link.target.strip().lower().startswith(("http:", "https:", "//")):
            return ""
        if self._composer.centre.settings.opens_external_in_new_tab:
            return ' rel="external noopener" target="_blank"'
        return ' rel="external noopener"'
