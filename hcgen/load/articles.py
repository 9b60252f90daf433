"""Reads Markdown files into articles, and tells which are the same in other languages."""

import re
from collections.abc import Mapping, Sequence
from posixpath import splitext
from typing import NamedTuple

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.front_matter import split_front_matter
from hcgen.load.markdown_scan import LeadingHeading, first_heading, scan_links
from hcgen.load.yaml_tree import YamlMapping
from hcgen.model.article import INTRODUCTIONS, Article, Role
from hcgen.model.url import slugify
from hcgen.source import SourceFile, Span, Text

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS = re.compile(r"[`*]+|(?<!\w)_+|_+(?!\w)")

FRONT_MATTER = (
    "aliases",
    "audience",
    "description",
    "draft",
    "featured",
    "id",
    "keywords",
    "order",
    "owner",
    "publish_from",
    "publish_until",
    "questions",
    "related",
    "review_every",
    "reviewed",
    "service",
    "slug",
    "source_hash",
    "tags",
    "title",
)
"""Keys that front matter may hold."""


class ArticleSource(NamedTuple):
    """What an article is loaded from.

    Attributes:
        path: Below the language's folder, with ``.md``.
    """

    file: SourceFile
    language: str
    path: str


def load_articles(sources: Sequence[ArticleSource], findings: Findings) -> list[Article]:
    """Return the article of each source, in their order."""
    return [load_article(*source, findings) for source in sources]


def load_article(file: SourceFile, language: str, path: str, findings: Findings) -> Article:
    """Return the article in a file, whose ``key`` is still its own ``id`` or path.

    Args:
        path: Below the language's folder, with ``.md``.
    """
    stem = splitext(path)[0]
    folder, _, name = stem.rpartition("/")
    parts = split_front_matter(file, findings)
    mapping = parts.mapping or YamlMapping((), file.start())
    fields = Fields(mapping, findings, FRONT_MATTER)
    written_title = fields.text("title")
    heading = first_heading(file, parts.body_start)
    title = written_title or (_as_title(heading) if heading else None)
    identity = fields.text("id")
    return Article(
        file=file,
        language=language,
        role=_role(folder, name),
        path=stem,
        key=identity.value if identity else stem,
        topic=folder,
        title=title or Text(humanised(name), file.start()),
        has_title=written_title is not None,
        description=fields.text("description"),
        id=identity,
        slug=_slug(fields, name, findings),
        keywords=fields.texts("keywords"),
        questions=fields.texts("questions"),
        tags=fields.texts("tags"),
        audience=fields.texts("audience"),
        service=fields.text("service"),
        owner=fields.text("owner"),
        reviewed=fields.date("reviewed"),
        reviewed_place=_place_of(fields, "reviewed"),
        review_every_days=fields.days("review_every"),
        review_every_place=_place_of(fields, "review_every"),
        aliases=fields.texts("aliases"),
        related=fields.texts("related"),
        order=fields.integer("order"),
        is_featured=fields.flag("featured") or False,
        is_draft=fields.flag("draft") or False,
        publish_from=fields.date("publish_from"),
        publish_until=fields.date("publish_until"),
        source_hash=fields.text("source_hash"),
        front_matter_end=parts.body_start,
        body_start=_below_title(heading, title, parts.body_start),
        links=scan_links(file, parts.body_start),
    )


def keys_by_path(articles: tuple[Article, ...], preference: tuple[str, ...]) -> Mapping[str, str]:
    """Return path -> id for the paths at which some language gives an ``id``.

    An article without ``id`` is the same as one with an ``id`` at the same path.

    Args:
        preference: Language tags; where two languages give different ids at one path, the one
            that comes first here names it.
    """
    keys: dict[str, str] = {}
    rank = {tag: number for number, tag in enumerate(preference)}
    for article in sorted(articles, key=lambda article: rank.get(article.language, len(rank))):
        if article.id is not None:
            keys.setdefault(article.path, article.id.value)
    return keys


def humanised(name: str) -> str:
    """Return a file or folder name as a title: ``reset-password`` -> ``Reset password``."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] if words else name


def _role(folder: str, name: str) -> Role:
    if name in INTRODUCTIONS:
        return Role.TOPIC_INTRODUCTION if folder else Role.HOME_INTRODUCTION
    return Role.ARTICLE if folder else Role.PAGE


def _below_title(heading: LeadingHeading | None, title: Text | None, body_start: int) -> int:
    """Return where the text begins: below a heading at the top that only repeats the title."""
    if heading is None or title is None or not heading.is_at_top:
        return body_start
    repeats = title.value in (heading.text.value, _as_title(heading).value)
    return heading.end if repeats else body_start


def _as_title(heading: LeadingHeading) -> Text:
    """Return a heading's words as a title: titles are plain text, headings are Markdown."""
    words = _LINK.sub(r"\1", heading.text.value)
    return Text(_EMPHASIS.sub("", words).strip() or heading.text.value, heading.text.span)


def _place_of(fields: Fields, name: str) -> Span | None:
    node = fields.node(name)
    return node.span if node is not None else None


def _slug(fields: Fields, name: str, findings: Findings) -> str:
    default = slugify(name) or "-"
    text = fields.text("slug")
    if text is None:
        return default
    slug = slugify(text.value)
    if slug != text.value:
        findings.report(
            "unexpected-value",
            text.span,
            f"“slug” is “{text.value}”, which addresses cannot hold as it is",
            help=f"write slug: {slug or default}",
        )
    return slug or default
