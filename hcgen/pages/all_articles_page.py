"""The page that lists every article of a language by topic, for those who would rather look."""

from dataclasses import dataclass

from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame, Step
from hcgen.pages.parts.foreign import foreign
from hcgen.pages.topic_page import ArticleLine, article_line, home_step


@dataclass(frozen=True, slots=True)
class TopicList:
    """The articles directly in a topic.

    Attributes:
        level: 2 for topics at the top, 3 for those inside one, and so on, as headings have it.
    """

    title: str
    href: str
    level: int
    articles: tuple[ArticleLine, ...]


def all_articles_page(composer: Composer, tag: str) -> str:
    """Return the HTML of a language's list of all articles."""
    centre, addresses = composer.centre, composer.addresses
    words = composer.wording(tag)
    variants = {language.tag: addresses.all_articles(language.tag) for language in centre.languages}
    heading = words.text("articles.heading")
    frame = Frame(
        composer,
        centre.language(tag),
        addresses.all_articles(tag),
        title=heading,
        description=words.text("articles.intro"),
        variants=variants,
        translated=tuple(variants),
        default=variants[centre.source_language],
        crumbs=(home_step(composer, tag), Step(heading)),
    )
    lists = tuple(
        TopicList(
            foreign(centre.topics[path].titles, tag, centre.source_language),
            frame.url(addresses.topics[tag][path]),
            min(2 + path.count("/"), 6),
            tuple(article_line(frame, entry) for entry in addresses.members[tag].get(path, ())),
        )
        for path in _in_reading_order(composer, tag, "")
    )
    return composer.page("all_articles.html", frame, lists=lists)


def _in_reading_order(composer: Composer, tag: str, parent: str) -> list[str]:
    """Return all topics, each followed by those inside it."""
    paths: list[str] = []
    for path in composer.subtopics(tag, parent):
        paths += [path, *_in_reading_order(composer, tag, path)]
    return paths
