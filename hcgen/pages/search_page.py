"""The page with search results, linkable as ``search/?q=…``; the browser fills it in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame, Step
from hcgen.pages.parts.channel_lines import routed_lines
from hcgen.pages.topic_page import home_step, topic_line, topic_title
from hcgen.search import manifest_path

_STRINGS = (
    "search.correction",
    "search.failed",
    "search.nothing",
    "search.nothing_help",
    "search.partial",
    "search.unsure",
)


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """A topic that results can be kept to."""

    path: str
    title: str
    href: str


def search_page(composer: Composer, tag: str) -> str:
    """Return the HTML of a language's search page: a form, and the topics for those without script.

    What the script says is in the page as data, in the reader's language.
    """
    centre, addresses = composer.centre, composer.addresses
    words = composer.wording(tag)
    variants = {language.tag: addresses.search(language.tag) for language in centre.languages}
    frame = Frame(
        composer,
        centre.language(tag),
        addresses.search(tag),
        title=words.text("search.button"),
        variants=variants,
        crumbs=(home_step(composer, tag), Step(words.text("search.button"))),
        is_indexed=False,
    )
    strings = {key.removeprefix("search."): words.text(key) for key in _STRINGS}
    return composer.page(
        "search.html",
        frame,
        index=frame.url(manifest_path(tag)),
        root=frame.url(""),
        endpoint=centre.settings.search_endpoint,
        strings=json.dumps(strings, ensure_ascii=False),
        languages=json.dumps(
            {language.tag: language.name for language in centre.languages}, ensure_ascii=False
        ),
        topic_choices=tuple(_choices(composer, frame, "")),
        channels=routed_lines(composer, frame),
        topics=tuple(topic_line(composer, frame, path) for path in composer.subtopics(tag, "")),
    )


def _choices(composer: Composer, frame: Frame, path: str) -> Iterator[TopicChoice]:
    """Yield the topics below one, each before those inside it."""
    tag = frame.language.tag
    for inner in composer.subtopics(tag, path):
        title = topic_title(composer, tag, inner)
        yield TopicChoice(inner, title, frame.url(composer.addresses.topics[tag][inner]))
        yield from _choices(composer, frame, inner)
