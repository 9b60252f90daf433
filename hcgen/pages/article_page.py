"""Articles and stand-alone pages, in the reader's language or honestly in another one."""

from dataclasses import dataclass

from hcgen.languages import load_language
from hcgen.model.addresses import Entry
from hcgen.model.article import Article, Role
from hcgen.model.language import Language
from hcgen.pages.composer import Composer
from hcgen.pages.dates import updated_on
from hcgen.pages.frame import Frame, Step
from hcgen.pages.head.open_graph import WEBSITE, Pair, article_pairs
from hcgen.pages.head.shortening import search_description
from hcgen.pages.head.structured_data import article_data
from hcgen.pages.links import article_html
from hcgen.pages.parts.channel_lines import channel_line
from hcgen.pages.parts.feedback import article_feedback
from hcgen.pages.topic_page import article_line, crumbs_to
from hcgen.render import Heading

_HEADINGS_FOR_A_TABLE = 3
_BEST_CHANNELS = 2
_MOST_CHANNELS = 3


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The article before or after this one in its topic.

    Attributes:
        tag: Language of the title where it is not the reader's; else empty.
    """

    title: str
    href: str
    tag: str


def article_page(composer: Composer, entry: Entry) -> str:
    """Return the HTML of an article, or of a stand-alone page."""
    article, tag = entry.article, entry.language
    addresses = composer.addresses
    language = composer.centre.language(tag)
    entries = {
        other.tag: found
        for other in composer.centre.languages
        if (found := addresses.entry(other.tag, article.key)) is not None
    }
    variants = {other: found.address for other, found in entries.items()}
    real = tuple(other for other, found in entries.items() if not found.is_fallback)
    source_entry = entries.get(article.language, entry)
    default = composer.centre.source_language
    frame = Frame(
        composer,
        language,
        entry.address,
        title=article.title.value,
        description=search_description(
            article, composer.readable(composer.fragment_of(article).opening, tag)
        ),
        variants=variants,
        translated=() if entry.is_fallback else real,
        default=variants[default] if default in real else source_entry.address,
        canonical=source_entry.address if entry.is_fallback else None,
        crumbs=(
            *crumbs_to(composer, tag, entry.topic),
            Step(article.title.value, tag=article.language if entry.is_fallback else ""),
        ),
        text_language=article.language if entry.is_fallback else "",
        markdown_copy=entry.markdown_copy,
        topic=entry.topic,
    )
    fragment = composer.fragment_of(article)
    before, after = _neighbours(composer, frame, entry)
    return composer.page(
        "article.html" if article.role is Role.ARTICLE else "page.html",
        frame,
        structured=article_data(composer, frame, entry),
        open_graph=_kind(composer, article),
        article=article,
        body=article_html(composer, frame, article),
        headings=_table_of_contents(frame, fragment.headings),
        text_language=_text_language(composer, entry),
        previous=before,
        next=after,
        edit_url=_edit_url(composer, entry),
        **_after_the_text(composer, frame, entry),
        is_draft=not article.is_published(composer.today),
    )


def _kind(composer: Composer, article: Article) -> tuple[Pair, ...]:
    """Return what messengers are told that the page is."""
    if article.role is not Role.ARTICLE:
        return WEBSITE
    return article_pairs(updated_on(composer.centre, article))


def _after_the_text(composer: Composer, frame: Frame, entry: Entry) -> dict[str, object]:
    """Return what an article offers next: other articles, people, and a word to its writers."""
    article = entry.article
    if article.role is not Role.ARTICLE:
        return {"minutes": 0, "trail": False}
    service = article.service.value if article.service else ""
    best, more = (
        composer.routed(entry.topic, service=service, limit=limit)
        for limit in (_BEST_CHANNELS, _MOST_CHANNELS)
    )
    feedback = article_feedback(composer, frame, entry, more)
    return {
        "minutes": composer.wording(article.language).reading_minutes(
            composer.fragment_of(article).letters
        ),
        "related": tuple(
            article_line(frame, other) for other in composer.related[frame.language.tag].of(entry)
        ),
        "channels": tuple(channel_line(composer, frame, channel) for channel in best),
        "feedback": feedback,
        "trail": composer.takes_requests,
    }


def _text_language(composer: Composer, entry: Entry) -> Language | None:
    """Return the language of the text where it is not the reader's."""
    return load_language(entry.article.language) if entry.is_fallback else None


def _table_of_contents(frame: Frame, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    shown = tuple(
        Heading(heading.level, heading.anchor, frame.readable(heading.text))
        for heading in headings
        if heading.level == 2
    )
    return shown if len(shown) >= _HEADINGS_FOR_A_TABLE else ()


def _neighbours(
    composer: Composer, frame: Frame, entry: Entry
) -> tuple[Neighbour | None, Neighbour | None]:
    position = composer.position_in_topic(entry)
    if position is None:
        return None, None
    members = composer.addresses.members[entry.language][entry.topic]

    def neighbour(index: int) -> Neighbour | None:
        if not 0 <= index < len(members):
            return None
        other = members[index]
        tag = other.article.language if other.is_fallback else ""
        return Neighbour(other.article.title.value, frame.url(other.address), tag)

    return neighbour(position - 1), neighbour(position + 1)


def _edit_url(composer: Composer, entry: Entry) -> str:
    settings = composer.centre.settings
    if not settings.edit_url:
        return ""
    return settings.edit_url + composer.centre.content_path(entry.article)
