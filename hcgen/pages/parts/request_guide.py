"""The part of the contact page that helps to write a request, as far as it needs no script."""

from collections.abc import Mapping
from dataclasses import dataclass

from hcgen.channels import kinds
from hcgen.model.channel import Channel
from hcgen.model.language import Language
from hcgen.model.request import needed_facts
from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame
from hcgen.pages.parts.channel_lines import channel_label
from hcgen.pages.parts.request_facts import (
    RequestFact,
    blank_message,
    own_template,
    request_fact,
)
from hcgen.pages.parts.request_ways import RequestWay, message_languages, request_ways
from hcgen.pages.topic_page import topic_title

_ADVICE = (
    "guide.kind",
    "guide.one",
    "guide.exact",
    "guide.length",
    "guide.once",
    "guide.follow_up",
)


@dataclass(frozen=True, slots=True)
class GuideArticle:
    """The article that tells how to write a request; ``tag`` where it is in another language."""

    title: str
    href: str
    tag: str


@dataclass(frozen=True, slots=True)
class RequestTemplate:
    """A topic, with a link a channel that opens the customer's own app with a message to fill in.

    Attributes:
        links: Address and label.
    """

    title: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RequestGuide:
    """Advice and templates; ``data`` is where the script finds what it needs.

    Attributes:
        facts: All that requests about something are asked for, by name.
        ways: By ids of channels.
        languages: In which a message can be written, the reader's first.
        has_calm: There is a calm sentence to stand in the place of harsh ones.
    """

    data: str
    advice: tuple[str, ...]
    article: GuideArticle | None
    templates: tuple[RequestTemplate, ...]
    facts: Mapping[str, RequestFact]
    ways: Mapping[str, RequestWay]
    languages: tuple[Language, ...]
    has_calm: bool


def request_guide(composer: Composer, frame: Frame) -> RequestGuide | None:
    """Return the part for a language's contact page; None where no channel takes requests."""
    if not composer.takes_requests:
        return None
    tag = frame.language.tag
    words = composer.wording(tag)
    centre = composer.centre
    asked = dict.fromkeys(
        name
        for path in ("", *composer.addresses.topics[tag])
        for name in needed_facts(path, centre.topics, centre.requests)
    )
    norms = centre.request_norms(tag)
    templates = (_template(composer, path, tag) for path in (*composer.subtopics(tag, ""), ""))
    return RequestGuide(
        data=frame.url(composer.addresses.request_data(tag)),
        advice=tuple(words.text(key) for key in _ADVICE),
        article=_article(composer, frame),
        templates=tuple(template for template in templates if template.links),
        facts={name: request_fact(centre, name, words) for name in asked},
        ways=request_ways(composer, words),
        languages=message_languages(composer, words.language),
        has_calm=bool(norms and norms.calm),
    )


def _article(composer: Composer, frame: Frame) -> GuideArticle | None:
    named = composer.centre.requests.article
    entry = composer.addresses.entries[frame.language.tag].get(named.value) if named else None
    if entry is None:
        return None
    tag = entry.article.language if entry.is_fallback else ""
    return GuideArticle(entry.article.title.value, frame.url(entry.address), tag)


def _template(composer: Composer, path: str, tag: str) -> RequestTemplate:
    centre = composer.centre
    words = composer.wording(tag)
    title = topic_title(composer, tag, path) if path else words.text("contact.anything")
    template = own_template(centre, path, words) or words.text("message.template")
    names = needed_facts(path, centre.topics, centre.requests)
    text = blank_message(centre, names, template, words)
    subject = title if path else ""

    def link(channel: Channel) -> tuple[str, str]:
        message = kinds()[channel.kind].message
        country = centre.contact.organisation.country
        href = message(channel, country, subject, text) if message else ""
        return href, channel_label(composer, channel, tag)

    links = map(link, composer.routed(path))
    return RequestTemplate(title, tuple(item for item in links if item[0]))
