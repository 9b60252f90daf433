"""What the rules about links share: every link that readers get, with its place in the source."""

from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, relpath

from hcgen.checks.context import FragmentsContext
from hcgen.model.article import Article, Link
from hcgen.model.help_centre import HelpCentre
from hcgen.render import Destination, resolve_target
from hcgen.source import Span, Text


def links_with_places(
    context: FragmentsContext,
) -> Iterator[tuple[Article, Link, Destination]]:
    """Yield each link of a rendered article once per place where its target is written.

    What is rendered decides which links there are; the scan of the source, where they stand. A
    link that only the renderer knows (made by an extension) is placed at the article's title.
    """
    for article in context.centre.articles:
        fragment = context.fragments.get(article.file.path)
        if fragment is None:
            continue
        rendered = {link.target: link.tag != "a" for link in fragment.links}
        destinations: dict[str, Destination] = {}
        for target in rendered:
            destinations[target] = resolve_target(context.centre, article, target)
        placed: set[str] = set()
        for link in article.links:
            written = link.target.value
            if written in destinations:
                placed.add(written)
                yield article, link, destinations[written]
        for target in destinations.keys() - placed:
            nowhere = Link(Text(target, article.place), rendered[target])
            yield article, nowhere, destinations[target]


def path_span(link: Link) -> Span:
    """Return the span of a target without its query and anchor."""
    value = link.target.value
    if link.target.span.text != value:
        return link.target.span
    return link.target.span.slice(0, len(value.partition("#")[0].partition("?")[0]))


def nearest_file(centre: HelpCentre, article: Article, target: str) -> str:
    """Return help that names the file most like a broken target's, as this article would write it.

    Files of the article's own language come first.
    """
    last = target.partition("#")[0].rpartition("/")[2]
    own = article.file.path.removeprefix(f"{centre.settings.content_dir}/")
    folder = dirname(own)
    names: dict[str, str] = {}
    for path in (*centre.by_path, *centre.assets):
        is_near = path.partition("/")[0] in (own.partition("/")[0], "assets")
        name = path.rpartition("/")[2]
        if path != own and (is_near or name not in names):
            names[name] = path
    close = get_close_matches(last, names, n=1, cutoff=0.6)
    if not close:
        return "correct the path, or take the link out"
    return f"did you mean “{relpath(names[close[0]], folder or '.')}”?"
