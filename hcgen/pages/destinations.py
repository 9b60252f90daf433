"""Addresses of what links lead to, for a reader of one language."""

from urllib.parse import quote, unquote

from hcgen.model.addresses import Entry
from hcgen.pages.composer import Composer
from hcgen.render import Destination, LinkKind


def linked_entry(composer: Composer, tag: str, destination: Destination) -> Entry | None:
    """Return the article that a link leads to; None for other destinations and hidden articles.

    Args:
        tag: Of the reader's language, which counts where the writer asked for no other.
    """
    if destination.kind is not LinkKind.ARTICLE:
        return None
    return composer.addresses.entry(destination.language or tag, destination.name)


def linked_address(composer: Composer, tag: str, destination: Destination) -> str | None:
    """Return the address of the page or file that a link leads to within the site.

    Returns:
        Empty for a heading of the same article; None for other sites and for what is not there.
    """
    addresses = composer.addresses
    language = destination.language or tag
    match destination.kind:
        case LinkKind.SAME_PAGE:
            return ""
        case LinkKind.ARTICLE:
            entry = linked_entry(composer, tag, destination)
            return entry.address if entry else None
        case LinkKind.TOPIC:
            return addresses.topics[language].get(destination.name)
        case LinkKind.HOME:
            return addresses.home(language)
        case LinkKind.GENERATED:
            return f"{language}/{destination.name}/"
        case LinkKind.ASSET:
            return destination.name
        case _:
            return None


def linked_suffix(composer: Composer, tag: str, destination: Destination) -> str:
    """Return query and anchor, percent-encoded; an anchor that the shown version lacks is left out.

    The rules have checked it against the version in the writer's language; on a fallback page the
    link leads to the reader's version, whose headings may have other ids.
    """
    suffix = destination.suffix
    if not suffix:
        return ""
    if destination.anchor and destination.kind is LinkKind.ARTICLE:
        entry = linked_entry(composer, tag, destination)
        anchors = composer.fragment_of(entry.article).anchors if entry else frozenset()
        if destination.anchor not in anchors:
            suffix = suffix.partition("#")[0]
    query, mark, anchor = suffix.partition("#")
    encoded = quote(query, safe="?=&%+/:;,@!$'()*-._~")
    return f"{encoded}#{quote(unquote(anchor), safe='!$&()*+,;=:@/?-._~')}" if mark else encoded
