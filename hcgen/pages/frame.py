"""What every page has around its content: addresses, languages, breadcrumb, footer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hcgen.model.language import Language
from hcgen.model.url import encode_path, relative_url
from hcgen.search import manifest_path

if TYPE_CHECKING:
    from hcgen.pages.composer import Composer


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
        open_hours: How it points at the table of what is open when; empty where no hours are known.
        timezone: IANA name; of all hours.
        search_index: How it points at the manifest of its language's search index.
        search_found: Plural forms of how many articles were found, as JSON.
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
        self.description = self.readable(description)
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
        self.search_index = self.url(manifest_path(language.tag))
        self.search_found = json.dumps(
            composer.wording(language.tag).forms("search.found"), ensure_ascii=False
        )
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
        self.open_hours = self.url(composer.open_hours_path) if composer.open_hours_path else ""
        self.timezone = composer.centre.contact.organisation.timezone
        self.styles = tuple(self.url(path) for path in composer.style_paths)
        self.scripts = tuple(self.url(path) for path in composer.script_paths)

    def readable(self, text: str) -> str:
        """Return plain text with channels in the place of references, for readers of the page."""
        return self._composer.readable(text, self.language.tag)

    def url(self, target: str) -> str:
        """Return how this page points at another address or file of the site."""
        if self.is_anywhere:
            return self._composer.centre.settings.base_path + encode_path(target)
        return relative_url(self.address, target)

    def asset(self, name: str) -> str:
        """Return how this page points at a file of the theme."""
        return self.url(self._composer.theme_files.path(name))

    def modules(self, name: str) -> tuple[str, ...]:
        """Return how this page points at all modules that one of the theme's scripts imports."""
        return tuple(map(self.asset, self._composer.theme_files.imported(name)))
