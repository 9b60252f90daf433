"""Makes pages: what they all share, worked out once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import jinja2
from markupsafe import Markup

from hcgen.languages import Wording
from hcgen.model.addresses import CONTACT_CARD, OPEN_HOURS, REPLY_TIMES, Addresses, Entry
from hcgen.model.article import Article, Role
from hcgen.model.channel import Channel
from hcgen.model.deadlines import promised_reply
from hcgen.model.help_centre import HelpCentre
from hcgen.model.policy import content_security_policy, holds_media
from hcgen.model.routing import routed_channels
from hcgen.model.showing import shown_channels
from hcgen.model.url import encode_path
from hcgen.pages.dates import dated_articles
from hcgen.pages.frame import Alternate, Frame
from hcgen.pages.head.data_blocks import Thing, breadcrumb_list, data_block
from hcgen.pages.head.open_graph import WEBSITE, Pair, open_graph
from hcgen.pages.parts.channel_words import ChannelWords
from hcgen.pages.parts.notices import Notices
from hcgen.pages.parts.related import RelatedArticles, related_by_language
from hcgen.pages.theme_files import ThemeFiles
from hcgen.render import Fragment
from hcgen.search import SimilarOf

STATIC = "static"
"""Folder of the site that holds the theme's files; their names change with their content."""


class Composer:
    """Makes pages: a help centre, its fragments and a theme, with what all pages share.

    Attributes:
        fragment_of: Article -> its fragment.
        theme_files: The files that pages load.
        is_offline: The site keeps what was read on the reader's device; never in a preview, whose
            pages change while they are looked at.
        shown: The channels in the order of every page, and which of them are failing.
        notices: What is to be told on which page.
        related: Language tag -> what goes with each article.
        social_image: The site's picture for links; None where it has none.
        policy: The content security policy of every page.
        contact_card_path: Of the contacts for telephones, below the site's root; empty without any.
        takes_requests: Some channel does.
        open_hours_path: Of the table that tells scripts what is open now; empty where no hours are
            known.
        reply_times_path: Of the table that tells scripts by when an answer comes; empty where none
            is promised by a channel that works.
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
        similar_of: SimilarOf,
        shows_drafts: bool = False,
        states_policy: bool = True,
    ) -> None:
        self.centre = centre
        self.addresses = addresses
        self.fragment_of = fragment_of
        self.today = today
        self.shown = shown_channels(centre, today)
        self.is_offline = centre.settings.is_offline and not shows_drafts
        self._templates = templates
        self.theme_files = ThemeFiles(STATIC, assets)
        self._wordings = {language.tag: Wording(language) for language in centre.languages}
        self._channel_words = {
            tag: ChannelWords(centre, words) for tag, words in self._wordings.items()
        }
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
        self.related: Mapping[str, RelatedArticles] = related_by_language(addresses, similar_of)
        self._counts = {tag: _counts(members) for tag, members in addresses.members.items()}
        settings = centre.settings
        self.social_image = centre.assets.get(settings.social_image)
        self.style_paths = (self.theme_files.path("site.css"), *settings.extra_css)
        self.script_paths = (self.theme_files.path("site.js"), *settings.extra_javascript)
        self.policy = content_security_policy(settings, has_media=holds_media(centre.assets))
        self._stated_policy = self.policy if states_policy else ""
        self.contact_card_path = CONTACT_CARD if centre.contact.channels else ""
        self.takes_requests = any(channel.takes_requests for channel in centre.contact.channels)
        has_hours = any(channel.hours for channel in centre.contact.channels)
        self.open_hours_path = OPEN_HOURS if has_hours else ""
        has_replies = any(map(promised_reply, self.shown.working))
        self.reply_times_path = REPLY_TIMES if has_replies else ""

    def wording(self, tag: str) -> Wording:
        """Return the words of a language of the site."""
        return self._wordings[tag]

    def routed(
        self, topic: str = "", *, service: str = "", limit: int | None = None
    ) -> tuple[Channel, ...]:
        """Return the channels for questions about a topic, in the order of every page."""
        return routed_channels(self.centre, topic, service=service, limit=limit, shown=self.shown)

    def channel_words(self, tag: str) -> ChannelWords:
        """Return what references to channels stand for in a language."""
        return self._channel_words[tag]

    def readable(self, text: str, tag: str) -> str:
        """Return plain text with channels in the place of references, in a language."""
        return self._channel_words[tag].plain(text)

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
