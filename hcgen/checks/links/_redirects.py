"""Old addresses of articles, by which they are still known elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, normpath
from urllib.parse import unquote

from hcgen.checks.context import SourceContext
from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.source import Text


@dataclass(frozen=True, slots=True)
class Alias:
    """An old address of an article.

    Attributes:
        address: Below the site's root, with a closing slash.
        written: As it stands in the front matter.
    """

    article: Article
    address: str
    written: Text


@dataclass(frozen=True, slots=True)
class Redirects:
    """All old addresses.

    Attributes:
        aliases: In the order of the articles.
        first: Address -> the first one that claims it.
    """

    aliases: tuple[Alias, ...]
    first: Mapping[str, Alias]

    @classmethod
    def of(cls, context: SourceContext) -> "Redirects":
        """Return the aliases of all published articles."""
        tags = context.centre.tags
        aliases = tuple(
            Alias(article, normalised(written.value, article.language, tags), written)
            for article in context.centre.articles
            if article.aliases and article.is_published(context.today)
            for written in article.aliases
        )
        first: dict[str, Alias] = {}
        for alias in aliases:
            first.setdefault(alias.address, alias)
        return cls(aliases, first)

    def target(self, centre: HelpCentre, article: Article, written: str) -> Article | None:
        """Return the article that now stands behind a path that an article links to.

        The path counts from the article's file, else from the site's root.
        """
        path = unquote(written.partition("#")[0].partition("?")[0])
        joined = normpath(f"{dirname(centre.content_path(article))}/{path}")
        found = None if path.startswith("/") else self.article(joined, article.language)
        return found or self.article(path, article.language)

    def article(self, address: str, language: str) -> Article | None:
        """Return the article that now stands behind an old address, as written in an article."""
        for form in (_closed(address), f"{language}/{_closed(address)}"):
            if form in self.first:
                return self.first[form].article
        return None


def normalised(written: str, language: str, tags: tuple[str, ...]) -> str:
    """Return an alias as an address: below the root, language first, closing slash."""
    address = _closed(written)
    return address if address.partition("/")[0] in tags else f"{language}/{address}"


def _closed(path: str) -> str:
    bare = path.strip().strip("/").removesuffix("index.html").rstrip("/")
    for ending in (".html", ".md"):
        bare = bare.removesuffix(ending)
    return f"{bare}/" if bare else ""
