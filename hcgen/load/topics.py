"""Reads `topics.yml`, and makes topics of the folders that it does not name."""

from collections.abc import Iterable, Mapping

from hcgen.diagnostics import Findings
from hcgen.load.articles import humanised
from hcgen.load.fields import Fields
from hcgen.load.requests import named_facts
from hcgen.load.yaml_tree import YamlMapping, YamlNode
from hcgen.model.article import Article, Role
from hcgen.model.localized import NOTHING, Localized
from hcgen.model.nearest import nearest
from hcgen.model.topic import Topic
from hcgen.model.url import slugify
from hcgen.source import SourceFile, Text

SECTIONS = ("facts", "requests", "topics")
TOPIC_FIELDS = (
    "channels",
    "description",
    "facts",
    "icon",
    "message",
    "owner",
    "path",
    "service",
    "slug",
    "title",
)


def load_topics(
    tree: YamlNode | None, articles: Iterable[Article], findings: Findings
) -> Mapping[str, Topic]:
    """Return path -> topic: those of the file in its order, then other folders by name.

    Args:
        tree: Of `topics.yml`; None without one.
        articles: All of them; their folders are the topics that exist.
    """
    folders: dict[str, SourceFile] = {}
    introductions: dict[str, dict[str, Text]] = {}
    for article in articles:
        folder = article.topic
        if article.role is Role.TOPIC_INTRODUCTION:
            introductions.setdefault(folder, {})[article.language] = article.title
        while folder and folder not in folders:
            folders[folder] = article.file
            folder = folder.rpartition("/")[0]
    topics: dict[str, Topic] = {}
    if isinstance(tree, YamlMapping):
        for mapping in Fields(tree, findings, SECTIONS).mappings("topics"):
            topic = _topic(mapping, folders, findings)
            if topic is not None and topic.path not in topics:
                topics[topic.path] = topic
    elif tree is not None:
        findings.report(
            "unexpected-value",
            tree.span,
            "the file holds no list of topics",
            help="begin with “topics:”",
        )
    for path in sorted(folders.keys() - topics.keys()):
        name = path.rpartition("/")[2]
        named = Text(humanised(name), folders[path].start())
        titles = Localized(introductions.get(path, {}), named)
        topics[path] = Topic(
            path=path,
            place=named.span,
            titles=titles,
            descriptions=NOTHING,
            icon=None,
            slugs={},
            slug=slugify(name) or "-",
            service=None,
            owner=None,
            channels=(),
            facts=(),
            message=NOTHING,
        )
    return topics


def _topic(
    mapping: YamlMapping, folders: Mapping[str, SourceFile], findings: Findings
) -> Topic | None:
    fields = Fields(mapping, findings, TOPIC_FIELDS)
    path = fields.text("path")
    if path is None and fields.node("path") is not None:
        return None  # what stands there has been told
    if path is None:
        findings.report(
            "unexpected-value",
            mapping.span.slice(0, 0),
            "this topic has no “path”",
            help="write path: and the name of its folder",
        )
        return None
    name = path.value.strip("/")
    if name not in folders:
        findings.report(
            "unexpected-value",
            path.span,
            f"no language has a folder “{name}”",
            help=nearest(name, folders),
        )
        return None
    slugs, slug = _slugs(fields, name)
    return Topic(
        path=name,
        place=path.span,
        titles=fields.localized("title") or Localized(anywhere=Text(humanised(name), path.span)),
        descriptions=fields.localized("description"),
        icon=fields.text("icon"),
        slugs=slugs,
        slug=slug,
        service=fields.text("service"),
        owner=fields.text("owner"),
        channels=fields.texts("channels"),
        facts=named_facts(fields, findings),
        message=fields.localized("message"),
    )


def _slugs(fields: Fields, name: str) -> tuple[Mapping[str, str], str]:
    default = slugify(name.rpartition("/")[2]) or "-"
    written = fields.localized("slug")
    slugs = {tag: slugify(text.value) or default for tag, text in written.by_language.items()}
    return slugs, (slugify(written.anywhere.value) if written.anywhere else "") or default
