"""What every page has around its content: addresses, languages, breadcrumb, footer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import NamedTuple

import jinja2
from markupsafe import Markup

from hcgen.languages import Wording
from hcgen.model.addresses import CONTACT_CARD, Addresses, Entry
from hcgen.model.article import Article, Role
from hcgen.model.help_centre import HelpCentre
from hcgen.model.language import Language
from hcgen.model.policy import content_security_policy, holds_media
from hcgen.model.url import encode_path, relative_url
from hcgen.pages.dates import dated_articles
from hcgen.pages.head.data_blocks import Thing, breadcrumb_list, data_block
from hcgen.pages.head.open_graph import WEBSITE, Pair, open_graph
from hcgen.pages.parts.notices import Notices
from hcgen.pages.parts.related import RelatedArticles, related_by_language
from hcgen.render import Fragment

STATIC = "static"
"""Folder of the site that holds the theme's files; their names change with their content."""


class Step(NamedTuple):
    """A page on the way down to this one, which is the last step and has no address.

    Attributes:
        tag: Language of the title where it is not the reader's; else empty.
    """

    title: str
    address: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the breadcrumb; the last one, the page itself, has no address.

    Attributes:
        tag: Language of the title where it is not the reader's; else empty.
        address: Below the site's root.
    """

    title: str
    href: str
    tag: str
    address: str


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
        translated: Tags of the languages in which there is a real translation; empty for a page
            that is none.
        is_indexed: Search engines may list it.
        is_offline: The page registers the site's service worker.
        variants: Language tag -> address of the page in that language; for the switcher.
        alternates: Those of the variants that are real translations, absolute; empty without
            ``site_url``, and on pages that are not to be indexed as one of a set.
        feed: How the page points at its language's Atom feed; empty for a language without one.
        markdown_copy: How it points at its text as Markdown; empty for pages without a copy.
        notices: What readers of the page are told before all else, worst first.
        notice_keys: Of all notices of the site, with blanks between.
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
        crumbs: tuple[Step, ...] = (),
        is_anywhere: bool = False,
        is_indexed: bool = True,
        text_language: str = "",
        markdown_copy: str = "",
        topic: str = "",
        shows_incidents: bool = False,
    ) -> None:
        """Work out what the page needs.

        Args:
            markdown_copy: Path of its text as Markdown; empty for none.
            topic: Path of the topic that the page belongs to; empty for pages outside of topics.
            shows_incidents: It shows the incidents of all topics.
        """
        self._composer = composer
        self.language = language
        self.address = address
        self.title = title
        self.description = description
        self.text_language = text_language
        self.translated = translated
        self.is_anywhere = is_anywhere
        self.is_indexed = is_indexed and not is_anywhere
        self.is_offline = composer.is_offline
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
            Crumb(title, self.url(place) if place else "", tag, place)
            for title, place, tag in crumbs
        )
        self.home = self.url(composer.addresses.home(language.tag))
        self.contact = self.url(composer.addresses.contact(language.tag))
        self.search = self.url(composer.addresses.search(language.tag))
        self.all_articles = self.url(composer.addresses.all_articles(language.tag))
        feed = composer.feed_path(language.tag)
        self.feed = self.url(feed) if feed else ""
        self.markdown_copy = self.url(markdown_copy) if markdown_copy else ""
        self.footer = tuple(
            FooterLink(
                entry.article.title.value,
                self.url(entry.address),
                entry.article.language if entry.is_fallback else "",
            )
            for entry in composer.footer_entries(language.tag)
        )
        self.notices = composer.notices.on_page(
            language.tag, address, self.url, topic=topic, shows_incidents=shows_incidents
        )
        self.notice_keys = composer.notices.keys
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
        assets: Name -> bytes of the files that pages load; published at their `asset_path`.
        is_offline: The site keeps what was read on the reader's device; never in a preview, whose
            pages change while they are looked at.
        notices: What is to be told on which page.
        related: Language tag -> what goes with each article.
        social_image: The site's picture for links; None where it has none.
        policy: The content security policy of every page.
        contact_card_path: Of the contacts for telephones, below the site's root; empty without any.
    """

    def __init__(
        self,
        centre: HelpCentre,
        addresses: Addresses,
        fragment_of: Callable[[Article], Fragment],
        templates: jinja2.Environment,
        assets: Mapping[str, bytes],
        today: date,
        *,
        shows_drafts: bool = False,
        states_policy: bool = True,
    ) -> None:
        self.centre = centre
        self.addresses = addresses
        self.fragment_of = fragment_of
        self.today = today
        self.is_offline = centre.settings.is_offline and not shows_drafts
        self._templates = templates
        self.assets = assets
        self._asset_paths = {
            name: f"{STATIC}/{_hashed_name(name, data)}" for name, data in assets.items()
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
        self.notices = Notices(centre, addresses, today)
        self._feeds = {
            language.tag: addresses.feed(language.tag)
            for language in centre.languages
            if centre.settings.site_url
            and next(dated_articles(centre, addresses, language.tag), None) is not None
        }
        self._subtopics = {tag: _by_parent(paths) for tag, paths in addresses.topics.items()}
        self.related: Mapping[str, RelatedArticles] = related_by_language(addresses)
        self._counts = {tag: _counts(members) for tag, members in addresses.members.items()}
        settings = centre.settings
        self.social_image = centre.assets.get(settings.social_image)
        self.style_paths = (self.asset_path("site.css"), *settings.extra_css)
        self.script_paths = (self.asset_path("site.js"), *settings.extra_javascript)
        self.policy = content_security_policy(settings, has_media=holds_media(centre.assets))
        self._stated_policy = self.policy if states_policy else ""
        self.contact_card_path = CONTACT_CARD if centre.contact.channels else ""

    def wording(self, tag: str) -> Wording:
        """Return the words of a language of the site."""
        return self._wordings[tag]

    def asset_path(self, name: str) -> str:
        """Return the path of a theme's file below the site's root."""
        return self._asset_paths[name]

    @property
    def asset_paths(self) -> tuple[str, ...]:
        """Paths of all files of the theme below the site's root, sorted."""
        return tuple(sorted(self._asset_paths.values()))

    def theme_text(self, name: str) -> str:
        """Return a file beside the templates as it is written.

        Raises:
            jinja2.TemplateNotFound: Neither the site's theme nor hcgen's has it.
        """
        assert self._templates.loader is not None
        return self._templates.loader.get_source(self._templates, name)[0]

    def feed_path(self, tag: str) -> str:
        """Return the path of a language's feed; empty without `site_url` or any known day."""
        return self._feeds.get(tag, "")

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

    def page(
        self,
        template: str,
        frame: Frame,
        *,
        structured: Sequence[Thing] = (),
        open_graph: Sequence[Pair] = WEBSITE,
        **values: object,
    ) -> str:
        """Return the HTML of a page.

        Args:
            structured: What search engines are told of it, beside its breadcrumb.
            open_graph: What is said of pages of its kind only.
        """
        words = self._wordings[frame.language.tag]
        return self._templates.get_template(template).render(
            frame=frame,
            t=words.text,
            count=words.count,
            wording=words,
            settings=self.centre.settings,
            policy=self._stated_policy,
            structured_data=self._structured_data(frame, structured),
            open_graph=self._open_graph(frame, open_graph) if frame.is_indexed else (),
            **values,
        )

    def _structured_data(self, frame: Frame, things: Sequence[Thing]) -> Markup:
        """Return the data block of a page; empty without ``site_url``: it is full of addresses."""
        if not self.centre.settings.site_url:
            return Markup("")
        steps = [(crumb.title, crumb.address) for crumb in frame.crumbs]
        breadcrumb = (breadcrumb_list(steps, self.absolute),) if steps else ()
        return data_block((*breadcrumb, *things))

    def _open_graph(self, frame: Frame, kind: Sequence[Pair]) -> tuple[Pair, ...]:
        image = self.social_image
        return open_graph(
            title=frame.title,
            description=frame.description,
            site_name=self.centre.settings.site_name,
            url=frame.canonical,
            image=self.absolute(image.path) if image else "",
            image_size=(image.width, image.height) if image else (0, 0),
            language=frame.text_language or frame.language.tag,
            translations=frame.translated,
            kind=kind,
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
