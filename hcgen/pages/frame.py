"""What every page has around its content: addresses, languages, breadcrumb, footer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import jinja2

from hcgen.languages import Wording
from hcgen.model.addresses import Addresses, Entry
from hcgen.model.article import Article, Role
from hcgen.model.help_centre import HelpCentre
from hcgen.model.language import Language
from hcgen.model.url import encode_path, relative_url
from hcgen.render import Fragment

STATIC = "static"
"""Folder of the site that holds the theme's files; their names change with their content."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the breadcrumb; the last one, the page itself, has no address.

    Attributes:
        tag: Language of the title where it is not the reader's; else empty.
    """

    title: str
    href: str
    tag: str


@dataclass(frozen=True, slots=True)
class SwitchLink:
    """The same page in another language."""

    tag: str
    name: str
    direction: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """An ``hreflang`` entry: absolute address of a translation."""

    tag: str
    href: str


@dataclass(frozen=True, slots=True)
class FooterLink:
    """A stand-alone page in the footer."""

    title: str
    href: str
    tag: str


class Frame:
    """Everything that a template needs to draw the page around its content.

    Attributes:
        address: Of the page below the site's root.
        is_anywhere: The page is served for any address (the 404 page), so its links start at the
            site's base path.
        text_language: Tag of the language of title and text where it is not the reader's.
        is_indexed: Search engines may list it.
        variants: Language tag -> address of the page in that language; for the switcher.
        alternates: Those of the variants that are real translations, absolute; empty without
            ``site_url``, and on pages that are not to be indexed as one of a set.
    """

    def __init__(
        self,
        composer: "Composer",
        language: Language,
        address: str,
        *,
        title: str,
        description: str = "",
        variants: Mapping[str, str],
        translated: tuple[str, ...] = (),
        default: str = "",
        canonical: str | None = None,
        crumbs: tuple[tuple[str, str], ...] = (),
        is_anywhere: bool = False,
        is_indexed: bool = True,
        text_language: str = "",
    ) -> None:
        self._composer = composer
        self.language = language
        self.address = address
        self.title = title
        self.description = description
        self.is_anywhere = is_anywhere
        self.is_indexed = is_indexed and not is_anywhere
        self.canonical = composer.absolute(address if canonical is None else canonical)
        self.alternates = composer.alternates(variants, translated, default)
        self.switcher = tuple(
            SwitchLink(
                other.tag,
                other.name,
                other.direction,
                self.url(variants[other.tag]),
                other.tag == language.tag,
            )
            for other in composer.centre.languages
            if other.tag in variants
        )
        self.crumbs = tuple(
            Crumb(name, self.url(target) if target else "", "" if target else text_language)
            for name, target in crumbs
        )
        self.home = self.url(composer.addresses.home(language.tag))
        self.contact = self.url(composer.addresses.contact(language.tag))
        self.search = self.url(composer.addresses.search(language.tag))
        self.footer = tuple(
            FooterLink(
                entry.article.title.value,
                self.url(entry.address),
                entry.article.language if entry.is_fallback else "",
            )
            for entry in composer.footer_entries(language.tag)
        )
        self.styles = tuple(self.url(path) for path in composer.style_paths)
        self.scripts = tuple(self.url(path) for path in composer.script_paths)

    def url(self, target: str) -> str:
        """Return how this page points at another address or file of the site."""
        if self.is_anywhere:
            return self._composer.centre.settings.base_path + encode_path(target)
        return relative_url(self.address, target)

    def asset(self, name: str) -> str:
        """Return how this page points at a file of the theme."""
        return self.url(self._composer.asset_path(name))


class Composer:
    """Makes pages: a help centre, its fragments and a theme, with what all pages share.

    Attributes:
        fragment_of: Article -> its fragment.
    """

    def __init__(
        self,
        centre: HelpCentre,
        addresses: Addresses,
        fragment_of: Callable[[Article], Fragment],
        templates: jinja2.Environment,
        theme_assets: Mapping[str, bytes],
        today: date,
        *,
        shows_drafts: bool = False,
    ) -> None:
        self.centre = centre
        self.addresses = addresses
        self.fragment_of = fragment_of
        self.today = today
        self._templates = templates
        self._asset_paths = {
            name: f"{STATIC}/{_hashed_name(name, data)}" for name, data in theme_assets.items()
        }
        self._wordings = {language.tag: Wording(language) for language in centre.languages}
        self._footers = {
            language.tag: tuple(
                entry
                for entry in addresses.entries[language.tag].values()
                if entry.article.role is Role.PAGE
            )
            for language in centre.languages
        }
        self._introductions = {
            (article.language, article.topic): article
            for article in centre.articles
            if article.role in (Role.TOPIC_INTRODUCTION, Role.HOME_INTRODUCTION)
            and (shows_drafts or article.is_published(today))
        }
        self._positions = {
            (tag, entry.article.key): position
            for tag, members in addresses.members.items()
            for entries in members.values()
            for position, entry in enumerate(entries)
        }
        self._subtopics = {tag: _by_parent(paths) for tag, paths in addresses.topics.items()}
        self._counts = {tag: _counts(members) for tag, members in addresses.members.items()}
        settings = centre.settings
        self.style_paths = (self.asset_path("site.css"), *settings.extra_css)
        self.script_paths = (self.asset_path("site.js"), *settings.extra_javascript)

    def wording(self, tag: str) -> Wording:
        """Return the words of a language of the site."""
        return self._wordings[tag]

    def asset_path(self, name: str) -> str:
        """Return the path of a theme's file below the site's root."""
        return self._asset_paths[name]

    def footer_entries(self, tag: str) -> tuple[Entry, ...]:
        """Return the stand-alone pages in a language, in reading order."""
        return self._footers[tag]

    def introduction(self, tag: str, topic: str) -> Article | None:
        """Return the text above a topic's list (or of the home page, for ``""``) in a language."""
        return self._introductions.get((tag, topic))

    def subtopics(self, tag: str, path: str) -> tuple[str, ...]:
        """Return the topics directly inside one (or at the top, for ``""``), in reading order."""
        return self._subtopics[tag].get(path, ())

    def article_count(self, tag: str, path: str) -> int:
        """Return how many articles of a topic and the topics in it are in the reader's language."""
        return self._counts[tag].get(path, 0)

    def position_in_topic(self, entry: Entry) -> int | None:
        """Return the place of an article in its topic, from 0; None for stand-alone pages."""
        return self._positions.get((entry.language, entry.article.key))

    def absolute(self, address: str) -> str:
        """Return an absolute address; an empty string without ``site_url``."""
        site_url = self.centre.settings.site_url
        return site_url + encode_path(address) if site_url else ""

    def alternates(
        self, variants: Mapping[str, str], translated: tuple[str, ...], default: str
    ) -> tuple[Alternate, ...]:
        """Return the ``hreflang`` set with ``x-default``; empty for nothing translated."""
        if not self.centre.settings.site_url or not translated:
            return ()
        entries = [Alternate(tag, self.absolute(variants[tag])) for tag in translated]
        return (*entries, Alternate("x-default", self.absolute(default)))

    def page(self, template: str, frame: Frame, **values: object) -> str:
        """Return the HTML of a page."""
        words = self._wordings[frame.language.tag]
        return self._templates.get_template(template).render(
            frame=frame,
            t=words.text,
            count=words.count,
            wording=words,
            settings=self.centre.settings,
            **values,
        )


def _by_parent(paths: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    inner: dict[str, list[str]] = {}
    for path in paths:
        inner.setdefault(path.rpartition("/")[0], []).append(path)
    return {parent: tuple(found) for parent, found in inner.items()}


def _counts(members: Mapping[str, tuple[Entry, ...]]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for topic, entries in members.items():
        number = sum(not entry.is_fallback for entry in entries)
        path = topic
        while path:
            counts[path] = counts.get(path, 0) + number
            path = path.rpartition("/")[0]
    return counts


def _hashed_name(name: str, data: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{sha256(data).hexdigest()[:10]}.{suffix}"
