"""What the rules about links share: every link that readers get, with its place in the source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from posixpath import dirname, relpath
from urllib.parse import unquote, urlsplit

from hcgen.checks.context import FragmentsContext
from hcgen.checks.once import OncePerRun
from hcgen.model.addresses import Addresses
from hcgen.model.article import INTRODUCTIONS, Article, Link
from hcgen.model.help_centre import GENERATED_PAGES, HelpCentre
from hcgen.model.nearest import nearest_word
from hcgen.model.settings import Settings
from hcgen.render import Destination, resolve_target
from hcgen.source import Span, Text

_MOST_COMPARED = 200
"""How many names are compared with all others: on a site of broken links each takes its time."""

PlacedLink = tuple[Article, Link, Destination]


@OncePerRun
def links_with_places(context: FragmentsContext) -> tuple[PlacedLink, ...]:
    """Return each link of a rendered article once per place where its target is written.

    What is rendered decides which links there are; the scan of the source, where they stand. A
    link that only the renderer knows (made by an extension) is placed at the article's title.
    """
    found: list[PlacedLink] = []
    for article in context.centre.articles:
        fragment = context.fragments.get(article.file.path)
        if fragment is None:
            continue
        rendered = {link.target: link.tag != "a" for link in fragment.links}
        destinations = {
            target: resolve_target(context.centre, article, target) for target in rendered
        }
        placed: set[str] = set()
        for link in article.links:
            written = link.target.value
            if written in destinations:
                placed.add(written)
                found.append((article, link, destinations[written]))
        for target in destinations:
            if target not in placed:
                nowhere = Link(Text(target, article.place), rendered[target])
                found.append((article, nowhere, destinations[target]))
    return tuple(found)


def path_span(link: Link) -> Span:
    """Return the span of a target without its query and anchor."""
    value = link.target.value
    if link.target.span.text != value:
        return link.target.span
    return link.target.span.slice(0, len(value.partition("#")[0].partition("?")[0]))


def is_written_out(link: Link) -> bool:
    """Tell whether the place of a link's target holds the target and nothing else."""
    return link.target.span.text == link.target.value


class FileNames:
    """The names of all files, to find the one that was meant."""

    def __init__(self, centre: HelpCentre) -> None:
        self._paths: dict[str, list[str]] = {}
        for path in (*centre.by_path, *centre.assets):
            self._paths.setdefault(path.rpartition("/")[2], []).append(path)
        self._centre = centre
        self._nearest = cache(self._nearest_name)
        self._compared = 0

    def nearest(self, article: Article, target: str) -> str:
        """Return help that names the file most like a broken target's, as the article would.

        A file of exactly that name comes first, then one of the article's own language.
        """
        last = unquote(target.partition("#")[0]).rpartition("/")[2]
        own = self._centre.content_path(article)
        name = last if last in self._paths else self._nearest(last)
        near = (own.partition("/")[0], "assets")
        paths = [path for path in self._paths.get(name, ()) if path != own]
        paths.sort(key=lambda path: (path.partition("/")[0] not in near, path))
        if not paths:
            return "correct the path, or take the link out"
        return f"did you mean “{relpath(paths[0], dirname(own) or '.')}”?"

    def _nearest_name(self, name: str) -> str:
        self._compared += 1
        if self._compared > _MOST_COMPARED:
            return ""
        return nearest_word(name, self._paths)


def own_address(settings: Settings, target: str) -> str | None:
    """Return where a whole address leads below this site's root; None for other sites.

    Returns:
        Decoded, without query and anchor; empty for the root.
    """
    if not settings.site_url:
        return None
    try:
        site, parts = urlsplit(settings.site_url), urlsplit(target.strip())
        is_own = parts.hostname == site.hostname and parts.port == site.port
    except ValueError:
        return None
    if not is_own or parts.scheme not in ("", "http", "https"):
        return None
    path = unquote(parts.path) or "/"
    if path + "/" == site.path:
        return ""
    return path.removeprefix(site.path) if path.startswith(site.path) else None


@dataclass(frozen=True, slots=True)
class SitePages:
    """The files behind the addresses of a site.

    Attributes:
        files: Address -> path below the content folder, as a link would name it.
    """

    files: Mapping[str, str]

    @classmethod
    def of(cls, centre: HelpCentre, addresses: Addresses) -> "SitePages":
        """Return the file of every page, made or written."""
        files: dict[str, str] = {}
        for language in centre.languages:
            tag = language.tag
            files[f"{tag}/"] = centre.file_path(tag, INTRODUCTIONS[0])
            for name in GENERATED_PAGES:
                files[f"{tag}/{name}/"] = centre.file_path(tag, name)
            for path, address in addresses.topics[tag].items():
                files[address] = centre.file_path(tag, f"{path}/{INTRODUCTIONS[0]}")
            for entry in addresses.entries[tag].values():
                # a fallback page is reached by the path that the translation will have
                files[entry.address] = centre.file_path(tag, entry.article.path)
        return cls(files)

    def file(self, address: str) -> str | None:
        """Return the file of a page by its address, with or without what hosts leave out."""
        bare = address.removesuffix("index.html")
        for form in (bare, f"{bare}/", f"{bare.removesuffix('.html')}/"):
            if form in self.files:
                return self.files[form]
        return None


def relative_path(centre: HelpCentre, article: Article, path: str) -> str:
    """Return a path below the content folder as a link in an article writes it."""
    written = relpath(path, dirname(centre.content_path(article)) or ".")
    return f"<{written}>" if any(char in written for char in " ()") else written
