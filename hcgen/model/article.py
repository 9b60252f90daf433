"""An article: one Markdown file in one language."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from hcgen.source import SourceFile, Span, Text

INTRODUCTIONS = ("index", "README")
"""Names, without ``.md``, of the text above a topic's list or on the home page."""


class Role(Enum):
    """What a Markdown file is for, told from where it lies."""

    ARTICLE = "article"
    """An answer within a topic."""
    PAGE = "page"
    """A stand-alone page, directly in the language's folder (about, privacy)."""
    TOPIC_INTRODUCTION = "topic introduction"
    """``index.md`` of a topic folder: text above the topic's list."""
    HOME_INTRODUCTION = "home introduction"
    """``index.md`` of a language folder: text on the home page."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image as it is written in Markdown or raw HTML.

    Attributes:
        target: As written, before any resolving; may end in ``#anchor``.
        is_image: It is shown in place instead of followed.
        words: What stands in the brackets, Markdown and all: the text of a link, the alternative
            text of an image. None where it stands elsewhere (references, raw HTML).
    """

    target: Text
    is_image: bool
    words: Text | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One Markdown file: what its front matter says, and where its text begins.

    Attributes:
        file: The whole file with its front matter.
        language: Language tag of the folder it lies in.
        path: Below the language's folder, without ``.md``; the same path is the same article
            in another language.
        key: Identity across languages: ``id`` if one of the translations has one, else ``path``.
        topic: Path of the topic's folder; empty for pages and the home introduction.
        title: Never empty: from the front matter, else the first heading, else the file's name.
        has_title: The front matter holds a title.
        slug: Last part of the address, already in the form that addresses take.
        reviewed_place: Where ``reviewed`` is written, be it a day or not; None: nowhere.
        review_every_place: The same of ``review_every``.
        front_matter_end: Offset in ``file.text`` behind the front matter.
        body_start: Offset where the Markdown begins that is shown: a heading at the top that only
            repeats the title is not.
        links: In the order written.
        source_hash: What the translation was made from; written by hcgen only.
    """

    file: SourceFile
    language: str
    role: Role
    path: str
    key: str
    topic: str
    title: Text
    has_title: bool
    description: Text | None
    id: Text | None
    slug: str
    keywords: tuple[Text, ...]
    questions: tuple[Text, ...]
    tags: tuple[Text, ...]
    audience: tuple[Text, ...]
    service: Text | None
    owner: Text | None
    reviewed: date | None
    reviewed_place: Span | None
    review_every_days: int | None
    review_every_place: Span | None
    aliases: tuple[Text, ...]
    related: tuple[Text, ...]
    order: int | None
    is_featured: bool
    is_draft: bool
    publish_from: date | None
    publish_until: date | None
    source_hash: Text | None
    front_matter_end: int
    body_start: int
    links: tuple[Link, ...]

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.file.text[self.body_start :]

    @property
    def place(self) -> Span:
        """Where a diagnostic about the article as a whole points: its title, else its start."""
        return self.title.span

    def with_key(self, key: str) -> "Article":
        """Return the article with another key; itself if that is its key already."""
        return self if key == self.key else replace(self, key=key)

    def is_published(self, today: date) -> bool:
        """Tell whether customers see it on a day; ``publish_until`` is the last such day."""
        if self.is_draft:
            return False
        if self.publish_from is not None and today < self.publish_from:
            return False
        return self.publish_until is None or today <= self.publish_until
