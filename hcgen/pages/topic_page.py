"""A topic: its articles, and the topics inside it."""

from dataclasses import dataclass

from markupsafe import Markup

from hcgen.languages import load_language
from hcgen.model.addresses import Entry
from hcgen.model.article import Article, Role
from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame, Step
from hcgen.pages.links import article_html
from hcgen.pages.parts.channel_lines import routed_lines
from hcgen.pages.parts.foreign import foreign
from hcgen.pages.parts.icons import icon_file


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list.

    Attributes:
        tag: Language of title and description where it is not the reader's; else empty.
        language_name: That language's own name; else empty.
    """

    title: str
    description: str
    href: str
    tag: str
    language_name: str


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in a list; ``count`` is of articles in the reader's language, at any depth."""

    title: str
    description: str
    href: str
    icon: str
    count: int


def topic_page(composer: Composer, tag: str, path: str) -> str:
    """Return the HTML of a topic's page."""
    centre, addresses = composer.centre, composer.addresses
    topic = centre.topics[path]
    variants = {
        language.tag: addresses.topics[language.tag][path]
        for language in centre.languages
        if path in addresses.topics[language.tag]
    }
    title = topic_title(composer, tag, path)
    source = centre.source_language
    frame = Frame(
        composer,
        centre.language(tag),
        addresses.topics[tag][path],
        title=title,
        description=topic.descriptions.get(tag, source),
        variants=variants,
        translated=tuple(variants),
        default=variants.get(source, addresses.topics[tag][path]),
        crumbs=(
            *crumbs_to(composer, tag, topic.parent),
            Step(title, tag=topic.titles.language_of(tag, source)),
        ),
        topic=path,
    )
    introduction = composer.introduction(tag, path)
    return composer.page(
        "topic.html",
        frame,
        icon=icon_file(topic.icon.value if topic.icon else ""),
        heading=foreign(topic.titles, tag, source),
        lead=foreign(topic.descriptions, tag, source),
        introduction=introduction_html(composer, frame, introduction),
        subtopics=tuple(
            topic_line(composer, frame, inner) for inner in composer.subtopics(tag, path)
        ),
        articles=tuple(
            article_line(frame, entry) for entry in addresses.members[tag].get(path, ())
        ),
        channels=routed_lines(composer, frame, path),
    )


def topic_title(composer: Composer, tag: str, path: str) -> str:
    """Return a topic's title in a language, else in the source language."""
    return composer.centre.topics[path].titles.get(tag, composer.centre.source_language)


def crumbs_to(composer: Composer, tag: str, path: str) -> tuple[Step, ...]:
    """Return the steps from the home page through each topic down to ``path``."""
    source = composer.centre.source_language
    steps: list[Step] = []
    while path:
        titles = composer.centre.topics[path].titles
        address = composer.addresses.topics[tag][path]
        steps.append(Step(titles.get(tag, source), address, titles.language_of(tag, source)))
        path = path.rpartition("/")[0]
    return (home_step(composer, tag), *reversed(steps))


def home_step(composer: Composer, tag: str) -> Step:
    """Return the first step of every breadcrumb."""
    return Step(composer.wording(tag).text("nav.home"), composer.addresses.home(tag))


def article_line(frame: Frame, entry: Entry) -> ArticleLine:
    """Return an article for a list on a page."""
    article = entry.article
    return ArticleLine(
        article.title.value,
        frame.readable(article.description.value) if article.description else "",
        frame.url(entry.address),
        article.language if entry.is_fallback else "",
        load_language(article.language).name if entry.is_fallback else "",
    )


def topic_line(composer: Composer, frame: Frame, path: str) -> TopicLine:
    """Return a topic for a list on a page."""
    tag = frame.language.tag
    topic = composer.centre.topics[path]
    return TopicLine(
        foreign(topic.titles, tag, composer.centre.source_language),
        foreign(topic.descriptions, tag, composer.centre.source_language),
        frame.url(composer.addresses.topics[tag][path]),
        icon_file(topic.icon.value if topic.icon else ""),
        composer.article_count(tag, path),
    )


def introduction_html(composer: Composer, frame: Frame, introduction: Article | None) -> Markup:
    """Return the text of an ``index.md``; empty without one."""
    if introduction is None:
        return Markup("")
    assert introduction.role in (Role.TOPIC_INTRODUCTION, Role.HOME_INTRODUCTION)
    return article_html(composer, frame, introduction)
