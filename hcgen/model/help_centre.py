"""A whole help centre as one frozen value, with the look-ups that keep every step linear."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hcgen.diagnostics.baseline import BaselineEntry
from hcgen.diagnostics.ignoring import IgnoreComment
from hcgen.model.article import Article, Role
from hcgen.model.channel import Channel, Contact
from hcgen.model.coverage import Coverage
from hcgen.model.evidence import Evidence, Record, target_key
from hcgen.model.language import Language
from hcgen.model.lexicon import NO_LEXICON, Lexicon
from hcgen.model.notice import Notice
from hcgen.model.query import GoldenQuery
from hcgen.model.request import Requests
from hcgen.model.request_norms import RequestNorms, norms_in_force
from hcgen.model.settings import Settings
from hcgen.model.topic import Topic
from hcgen.source import SourceFile

GENERATED_PAGES = ("all-articles", "contact", "search")
"""Stand-alone pages that hcgen makes itself; articles link to them as ``contact.md``."""

OFFLINE_PAGE = "offline"
"""One more, only of sites that can be read offline; nothing links to it."""

APP_ICON_SUFFIXES = (".png", ".svg")
"""Endings of pictures that devices take as the icon of an installed site."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is.

    Attributes:
        path: Below the content folder; also its address.
        size_bytes: As found when loading.
        width: Of an image, in CSS pixels; 0 for other files, and where it is not known.
        height: Known whenever the width is.
        names: Of other files, without folders, that a stylesheet, script or page mentions.
    """

    path: str
    size_bytes: int
    width: int = 0
    height: int = 0
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class HelpCentre:
    """Everything that the files say.

    Attributes:
        languages: In the order in which readers see them; the first is the default one.
        source_language: Tag of the language that articles are written in first.
        has_language_folders: False where the articles of the only language lie in the content
            folder itself.
        topics: Path -> topic, in the order in which readers see them.
        requests: What customers are asked to tell, and how their message is put together.
        articles: Of all languages and roles, drafts included, sorted by language and path.
        by_path: Path of the file below the content folder (with ``.md``) -> article.
        unreadable: Paths below the content folder of articles that are there but cannot be read;
            rules about what is missing stay silent about them.
        named_unread: Names of files, without folders, that may stand in those articles.
        translations: Key -> language tag -> article, for roles article and page.
        lexicons: Language tag -> the site's words of that language, where it has any.
        queries: Language tag -> what customers type in it, and what they must find.
        data_files: Name -> file, of the files other than articles that say something:
            `mkdocs.yml`, `channels.yml`, `lexicon/id.yml`.
        ignores: Comments by which writers accept findings.
        baseline: Findings that are known and not shown; empty without a baseline file.
        keys: What data files may call an article -> its key: each path, and the key itself.
        assets: Path below the content folder -> asset.
        changed: Path of a file below the project folder -> day (UTC) of its last change, as the
            history in git knows it; what is not committed is absent.
        evidence: What runs of `hcgen probe` saw; None without a file of it that can be read.
    """

    settings: Settings
    languages: tuple[Language, ...]
    source_language: str
    has_language_folders: bool
    contact: Contact
    topics: Mapping[str, Topic]
    requests: Requests
    articles: tuple[Article, ...]
    by_path: Mapping[str, Article]
    unreadable: frozenset[str]
    named_unread: frozenset[str]
    translations: Mapping[str, Mapping[str, Article]]
    coverage: Coverage
    notices: tuple[Notice, ...]
    lexicons: Mapping[str, Lexicon]
    queries: Mapping[str, tuple[GoldenQuery, ...]]
    data_files: Mapping[str, SourceFile]
    ignores: tuple[IgnoreComment, ...]
    baseline: tuple[BaselineEntry, ...]
    keys: Mapping[str, str]
    assets: Mapping[str, Asset]
    changed: Mapping[str, date]
    evidence: Evidence | None

    def language(self, tag: str) -> Language:
        """Return the language of the site with this tag.

        Raises:
            KeyError: The site does not have that language.
        """
        for language in self.languages:
            if language.tag == tag:
                return language
        raise KeyError(tag)

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags of the languages in their order."""
        return tuple(language.tag for language in self.languages)

    def file_path(self, tag: str, path: str) -> str:
        """Return where an article's file lies below the content folder, there or not.

        Args:
            path: Below the language's folder, without ``.md``.
        """
        return f"{tag}/{path}.md" if self.has_language_folders else f"{path}.md"

    def is_unreadable(self, tag: str, path: str) -> bool:
        """Tell whether an article's file is there and cannot be read, which is said elsewhere."""
        return self.file_path(tag, path) in self.unreadable

    def content_path(self, article: Article) -> str:
        """Return the path of an article's file below the content folder."""
        return article.file.path.removeprefix(f"{self.settings.content_dir}/")

    def lexicon(self, tag: str) -> Lexicon:
        """Return the site's words of a language; empty where it has none."""
        return self.lexicons.get(tag, NO_LEXICON)

    def request_norms(self, tag: str) -> RequestNorms | None:
        """Return the words for advice about requests in a language of the site, its own included.

        Returns:
            None where neither the language nor the site has any.
        """
        return norms_in_force(self.language(tag).request, self.lexicon(tag).request)

    def channel(self, channel_id: str) -> Channel | None:
        """Return the channel with this id, if there is one."""
        for channel in self.contact.channels:
            if channel.id.value == channel_id:
                return channel
        return None

    def record(self, channel: Channel) -> Record | None:
        """Return what runs of `hcgen probe` saw of a channel; None for nothing."""
        if self.evidence is None or not self.evidence.records:
            return None
        return self.evidence.records.get(target_key(channel, self.contact.organisation))

    @property
    def app_icons(self) -> tuple[Asset, ...]:
        """The favicon and the logo, as far as an installed site can have them as its icon."""
        named = dict.fromkeys((self.settings.favicon, self.settings.logo))
        return tuple(
            self.assets[path]
            for path in named
            if path in self.assets and path.lower().endswith(APP_ICON_SUFFIXES)
        )

    def source_of(self, key: str) -> Article:
        """Return the article that a fallback page shows: the source's, else the first language's.

        Raises:
            KeyError: There is no article with that key.
        """
        versions = self.translations[key]
        for tag in (self.source_language, *(language.tag for language in self.languages)):
            if tag in versions:
                return versions[tag]
        raise KeyError(key)

    def count(self, role: Role) -> int:
        """Return how many files of all languages have this role."""
        return sum(1 for article in self.articles if article.role is role)
