"""Which pages a help centre has on a day, and the address of each, in every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hcgen.model.article import Article
from hcgen.model.help_centre import GENERATED_PAGES, OFFLINE_PAGE, HelpCentre

NOT_FOUND = "404.html"
"""The file that hosts serve for an address that does not exist."""

CONTACT_CARD = "contact.vcf"
"""The channels as a contact that telephones take; below the site's root, like the next four."""

CONTACT_DATA = "contact.json"
"""The channels for programs."""

OPEN_HOURS = "contact-hours.json"
"""When each channel is open, for scripts."""

REPLY_TIMES = "contact-replies.json"
"""By when each channel answers, for scripts."""

HOST_HEADERS = "_headers"
"""What some hosts read as the headers to send; a site's own file of that name takes its place."""

SERVICE_WORKER = "service-worker.js"
"""Keeps what was read; at the site's root, because it serves no page above its own folder."""

ROBOTS = "robots.txt"
"""What crawlers read first; a site's own file of that name takes its place, as of the next one."""

ARTICLE_LIST = "llms.txt"
"""All articles for language models, in the form of llmstxt.org: for the site, and per language."""

SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article or stand-alone page as readers of one language meet it.

    Attributes:
        language: Of the frame around it.
        article: The version that is shown: the translation, else the one that stands in for it.
        address: In the reader's language and topic.
        topic: Path of the topic it is listed in; empty for pages.
    """

    language: str
    article: Article
    address: str
    topic: str

    @property
    def is_fallback(self) -> bool:
        """The text is in another language than the frame."""
        return self.article.language != self.language

    @property
    def markdown_copy(self) -> str:
        """The path of the text as Markdown; empty on a fallback page, whose text is another's."""
        return "" if self.is_fallback else f"{self.address}index.html.md"


@dataclass(frozen=True, slots=True)
class Collision:
    """Two things that want one address; only the first one gets it."""

    entry: Entry
    taken_by: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """The pages of a help centre.

    Attributes:
        entries: Language tag -> key -> entry, keys in reading order.
        topics: Language tag -> topic path -> address; only topics that show something.
        members: Language tag -> topic path -> the entries directly in it, in reading order.
        collisions: In the order found.
    """

    entries: Mapping[str, Mapping[str, Entry]]
    topics: Mapping[str, Mapping[str, str]]
    members: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    collisions: tuple[Collision, ...]

    @classmethod
    def of(cls, centre: HelpCentre, today: date, *, shows_drafts: bool = False) -> "Addresses":
        """Work out every address; one pass over the articles per language.

        Args:
            today: Decides which articles are published.
            shows_drafts: Take in what customers do not see, as previews do.
        """
        entries: dict[str, dict[str, Entry]] = {}
        topics: dict[str, dict[str, str]] = {}
        members: dict[str, dict[str, tuple[Entry, ...]]] = {}
        collisions: list[Collision] = []
        for language in centre.languages:
            tag = language.tag
            shown = _shown(centre, tag, None if shows_drafts else today)
            topics[tag] = _topic_addresses(centre, tag, shown)
            taken = _generated(centre, tag) | {
                address: f"the topic “{path}”" for path, address in topics[tag].items()
            }
            entries[tag] = {}
            lists: dict[str, list[Entry]] = {}
            for key, article in shown:
                topic = article.topic
                folder = topics[tag][topic] if topic else f"{tag}/"
                entry = Entry(tag, article, f"{folder}{article.slug}/", topic)
                if entry.address in taken:
                    collisions.append(Collision(entry, taken[entry.address]))
                    continue
                taken[entry.address] = f"“{article.file.path}”"
                entries[tag][key] = entry
                if topic:
                    lists.setdefault(topic, []).append(entry)
            members[tag] = {path: tuple(found) for path, found in lists.items()}
        return cls(entries, topics, members, tuple(collisions))

    def entry(self, language: str, key: str) -> Entry | None:
        """Return an article as readers of a language meet it, if it is published."""
        return self.entries[language].get(key)

    def contact(self, language: str) -> str:
        """Return the address of the contact page."""
        return f"{language}/contact/"

    def search(self, language: str) -> str:
        """Return the address of the page with search results."""
        return f"{language}/search/"

    def all_articles(self, language: str) -> str:
        """Return the address of the page that lists every article."""
        return f"{language}/all-articles/"

    def offline(self, language: str) -> str:
        """Return the address of the page that stands in for those that are not saved."""
        return f"{language}/{OFFLINE_PAGE}/"

    def request_data(self, tag: str) -> str:
        """Return the path of what helps to write a request in a language."""
        return f"requests/{tag}.json"

    def app_manifest(self, language: str) -> str:
        """Return the path of what a device asks for when the site is installed."""
        return f"{language}/manifest.webmanifest"

    def feed(self, language: str) -> str:
        """Return the path of the language's Atom feed."""
        return f"{language}/feed.xml"

    def article_list(self, language: str) -> str:
        """Return the path of the language's `ARTICLE_LIST`."""
        return f"{language}/{ARTICLE_LIST}"

    def home(self, language: str) -> str:
        """Return the address of the home page."""
        return f"{language}/"


def _generated(centre: HelpCentre, tag: str) -> dict[str, str]:
    pages = (*GENERATED_PAGES, *((OFFLINE_PAGE,) if centre.settings.is_offline else ()))
    names = {f"{tag}/{name}/": f"the {name} page" for name in pages}
    return names | {f"{tag}/": "the home page"}


def _shown(centre: HelpCentre, tag: str, today: date | None) -> list[tuple[str, Article]]:
    """Return key and version for a language, in reading order: by ``order``, then by title."""
    preference = (tag, centre.source_language, *(language.tag for language in centre.languages))
    shown: list[tuple[str, Article]] = []
    for key, versions in centre.translations.items():
        for candidate in preference:
            version = versions.get(candidate)
            if version is not None and (today is None or version.is_published(today)):
                shown.append((key, version))
                break
    # the order of the source language's version, so that lists agree across languages
    rank: dict[str, tuple[int, str]] = {}
    for key, version in shown:
        source = centre.translations[key].get(centre.source_language, version)
        order = version.order if version.order is not None else source.order
        rank[key] = (order if order is not None else 1_000_000, source.path)
    shown.sort(key=lambda item: rank[item[0]])
    return shown


def _topic_addresses(
    centre: HelpCentre, tag: str, shown: list[tuple[str, Article]]
) -> dict[str, str]:
    used: set[str] = set()
    for _, article in shown:
        path = article.topic
        while path and path not in used:
            used.add(path)
            path = path.rpartition("/")[0]
    addresses: dict[str, str] = {}
    taken: set[str] = set(_generated(centre, tag))
    for path in sorted(used, key=lambda path: path.count("/")):
        topic = centre.topics[path]
        parent = addresses[topic.parent] if topic.parent else f"{tag}/"
        address = f"{parent}{topic.slugs.get(tag, topic.slug)}/"
        number = 2
        while address in taken:
            # two folders whose names fold to the same slug ("A & B", "A B") both stay reachable
            address = f"{parent}{topic.slugs.get(tag, topic.slug)}-{number}/"
            number += 1
        taken.add(address)
        addresses[path] = address
    return {path: addresses[path] for path in centre.topics if path in addresses}
