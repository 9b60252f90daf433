"""The list of all pages and files of a site, each made only when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from hcgen.model.addresses import NOT_FOUND
from hcgen.model.url import output_file
from hcgen.pages.article_page import article_page
from hcgen.pages.contact_page import contact_page
from hcgen.pages.frame import Composer
from hcgen.pages.home_page import chooser_page, home_page
from hcgen.pages.not_found_page import not_found_page
from hcgen.pages.search_page import search_page
from hcgen.pages.sitemap import sitemap
from hcgen.pages.topic_page import topic_page


@dataclass(frozen=True, slots=True)
class Page:
    """A text file of the site.

    Attributes:
        path: Below the site's root.
        make: Returns its text; the same on every call.
    """

    path: str
    make: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything to publish, but not yet made.

    Attributes:
        pages: Path -> page, in a stable order.
        fallbacks: How many of them show a text in another language than the reader's.
    """

    pages: Mapping[str, Page]
    fallbacks: int


def plan_site(composer: Composer) -> Site:
    """Return all pages of a help centre."""
    pages: dict[str, Page] = {}
    for path, make in _pages(composer):
        pages[path] = Page(path, make)
    fallbacks = sum(
        entry.is_fallback
        for entries in composer.addresses.entries.values()
        for entry in entries.values()
    )
    return Site(pages, fallbacks)


def _pages(composer: Composer) -> Iterator[tuple[str, Callable[[], str]]]:
    addresses = composer.addresses
    yield output_file(""), partial(chooser_page, composer)
    yield NOT_FOUND, partial(not_found_page, composer, "")
    if composer.centre.settings.site_url:
        yield "sitemap.xml", partial(sitemap, composer)
    for language in composer.centre.languages:
        tag = language.tag
        yield output_file(addresses.home(tag)), partial(home_page, composer, tag)
        yield output_file(addresses.contact(tag)), partial(contact_page, composer, tag)
        yield output_file(addresses.search(tag)), partial(search_page, composer, tag)
        yield f"{tag}/{NOT_FOUND}", partial(not_found_page, composer, tag)
        for path, address in addresses.topics[tag].items():
            yield output_file(address), partial(topic_page, composer, tag, path)
        for entry in addresses.entries[tag].values():
            yield output_file(entry.address), partial(article_page, composer, entry)
