"""The list of all pages and files of a site, each made only when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from hcgen.model.addresses import CONTACT_DATA, HOST_HEADERS, NOT_FOUND, ROBOTS, SERVICE_WORKER
from hcgen.model.url import output_file
from hcgen.pages.all_articles_page import all_articles_page
from hcgen.pages.article_page import article_page
from hcgen.pages.composer import Composer
from hcgen.pages.contact_page import contact_page
from hcgen.pages.home_page import chooser_page, home_page
from hcgen.pages.machine_files.article_list import article_lists
from hcgen.pages.machine_files.contact_card import contact_card
from hcgen.pages.machine_files.contact_data import contact_data
from hcgen.pages.machine_files.feed import feed
from hcgen.pages.machine_files.host_headers import host_headers
from hcgen.pages.machine_files.markdown_copy import markdown_copy
from hcgen.pages.machine_files.open_hours import open_hours
from hcgen.pages.machine_files.reply_times import reply_times
from hcgen.pages.machine_files.request_data import request_data
from hcgen.pages.machine_files.robots import has_robots, robots
from hcgen.pages.machine_files.sitemap import sitemaps
from hcgen.pages.not_found_page import not_found_page
from hcgen.pages.offline import app_manifest, offline_page, service_worker
from hcgen.pages.search_page import search_page
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
    yield from _files(composer)
    for language in composer.centre.languages:
        tag = language.tag
        yield output_file(addresses.home(tag)), partial(home_page, composer, tag)
        yield output_file(addresses.contact(tag)), partial(contact_page, composer, tag)
        if composer.takes_requests:
            yield addresses.request_data(tag), partial(request_data, composer, tag)
        yield output_file(addresses.search(tag)), partial(search_page, composer, tag)
        yield output_file(addresses.all_articles(tag)), partial(all_articles_page, composer, tag)
        yield f"{tag}/{NOT_FOUND}", partial(not_found_page, composer, tag)
        if composer.is_offline:
            yield output_file(addresses.offline(tag)), partial(offline_page, composer, tag)
            yield addresses.app_manifest(tag), partial(app_manifest, composer, tag)
        for path, address in addresses.topics[tag].items():
            yield output_file(address), partial(topic_page, composer, tag, path)
        for entry in addresses.entries[tag].values():
            yield output_file(entry.address), partial(article_page, composer, entry)
            if entry.markdown_copy:
                yield entry.markdown_copy, partial(markdown_copy, composer, entry)


def _files(composer: Composer) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield what is read by programs, beside the copies of articles."""
    if composer.centre.settings.site_url:
        yield from sitemaps(composer)
    if has_robots(composer):
        yield ROBOTS, partial(robots, composer)
    yield from article_lists(composer)
    if composer.is_offline:
        yield SERVICE_WORKER, partial(service_worker, composer)
    if HOST_HEADERS not in composer.centre.assets:
        yield HOST_HEADERS, partial(host_headers, composer)
    if composer.contact_card_path:
        yield composer.contact_card_path, partial(contact_card, composer)
        yield CONTACT_DATA, partial(contact_data, composer)
    if composer.open_hours_path:
        yield composer.open_hours_path, partial(open_hours, composer)
    if composer.reply_times_path:
        yield composer.reply_times_path, partial(reply_times, composer)
    for language in composer.centre.languages:
        tag = language.tag
        if composer.feed_path(tag):
            yield composer.feed_path(tag), partial(feed, composer, tag)
