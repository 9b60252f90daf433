"""`requests/<tag>.json`: what the contact page needs to help to write a request.

It is fetched when a customer opens that part of the page, so that the page itself stays light.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from hcgen.languages import Wording
from hcgen.model.channel import Channel
from hcgen.model.help_centre import HelpCentre
from hcgen.model.language import Language
from hcgen.model.request import needed_facts
from hcgen.model.request_norms import WITHOUT_WORDS, RequestNorms
from hcgen.model.url import relative_url, slugify
from hcgen.pages.composer import Composer
from hcgen.pages.parts.channel_names import channel_name
from hcgen.pages.parts.request_choices import service_choices, service_name
from hcgen.pages.parts.request_facts import own_template, request_fact
from hcgen.pages.parts.request_ways import message_languages, request_ways
from hcgen.pages.parts.request_words import request_words
from hcgen.pages.parts.zones import short_zone_name
from hcgen.pages.topic_page import topic_title
from hcgen.search import manifest_path

_WORDS = (
    "request.add",
    "request.by",
    "request.copied",
    "request.copy_failed",
    "request.earlier",
    "request.earlier_due",
    "request.earlier_late",
    "request.earlier_late_plain",
    "request.earlier_unknown",
    "request.empty",
    "request.follow_up",
    "request.forgotten",
    "request.here",
    "request.new_problem",
    "request.next",
    "request.not_sent",
    "request.searched",
    "request.sent",
    "request.sent_undated",
    "request.subject",
    "request.too_long",
    "request.when",
)
"""What the script says on the page, beside what stands in the page's templates."""

_MESSAGE_WORDS = (
    "message.add",
    "message.attached",
    "message.follow_up",
    "message.follow_up_dated",
    "message.follow_up_subject",
    "message.follow_up_undated",
    "message.other_way",
    "message.other_way_subject",
    "message.read",
    "message.searched",
    "message.subject",
    "message.template",
    "message.unhappy",
    "message.unhappy_subject",
)
"""What stands around the customer's own words in a message."""


def request_data(composer: Composer, tag: str) -> str:
    """Return the text of a language's file."""
    centre = composer.centre
    contact = centre.contact
    words = composer.wording(tag)
    page = composer.addresses.contact(tag)
    takers = [channel for channel in composer.shown.channels if channel.takes_requests]
    ids = {slugify(channel.id.value) for channel in takers}
    follow_up, complain_to = (
        slugify(text.value) if text and slugify(text.value) in ids else ""
        for text in (contact.follow_up, contact.complain_to)
    )
    about = dict(_about(composer, tag))
    asked = dict.fromkeys(name for entry in about.values() for name in entry["facts"])
    document = {
        "version": 1,
        "root": relative_url(page, ""),
        "search": relative_url(page, manifest_path(tag)),
        "replies": relative_url(page, composer.reply_times_path)
        if composer.reply_times_path
        else "",
        "zone": contact.organisation.timezone,
        "zone_name": short_zone_name(contact.organisation.timezone, tag),
        "about": about,
        "channels": {name: asdict(way) for name, way in request_ways(composer, words).items()},
        "follow_up": follow_up,
        "complain_to": complain_to,
        "messages": {
            other.tag: _frame(composer, other, tuple(about), tuple(asked), takers)
            for other in message_languages(composer, words.language)
        },
        "words": {key.removeprefix("request."): words.text(key) for key in _WORDS},
        "advice": request_words(_norms(centre, tag)),
        "common": sorted(words.language.norms.common_words),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _norms(centre: HelpCentre, tag: str) -> RequestNorms:
    """Return what a request is told by; secrets are found in all languages of the site."""
    norms = {other: centre.request_norms(other) or WITHOUT_WORDS for other in centre.tags}
    secrets = dict.fromkeys(word for each in norms.values() for word in each.secrets)
    return replace(norms[tag], secrets=tuple(secrets))


def _about(composer: Composer, tag: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what a request can be about: topics, services, and for ``""`` anything."""
    centre = composer.centre
    takers = [slugify(each.id.value) for each in composer.shown.channels if each.takes_requests]

    def ways(names: Iterable[str]) -> list[str]:
        # what is routed to news only can still be written about
        return [name for name in names if name in takers] or takers

    for choice in service_choices(composer, tag):
        yield (
            choice.value,
            {
                "title": choice.title,
                "facts": needed_facts("", centre.topics, centre.requests),
                "channels": ways(name for name, _ in choice.channels),
            },
        )
    for path in ("", *composer.addresses.topics[tag]):
        yield (
            path,
            {
                "title": topic_title(composer, tag, path) if path else "",
                "facts": needed_facts(path, centre.topics, centre.requests),
                "channels": ways(slugify(each.id.value) for each in composer.routed(path)),
            },
        )


def _frame(
    composer: Composer,
    language: Language,
    about: Iterable[str],
    facts: Iterable[str],
    channels: Iterable[Channel],
) -> Mapping[str, Any]:
    """Return what stands around the customer's words in a language."""
    centre = composer.centre
    words = Wording(language)
    titles = {
        path: centre.topics[path].titles.get(language.tag, centre.source_language)
        if path in centre.topics
        else service_name(path, words)
        for path in about
        if path
    }
    templates = {path: own_template(centre, path, words) for path in about}
    return {
        "name": language.name,
        "words": {key.removeprefix("message."): words.text(key) for key in _MESSAGE_WORDS},
        "titles": titles,
        "labels": {name: request_fact(centre, name, words).label for name in facts},
        "templates": {path: template for path, template in templates.items() if template},
        "channels": {
            slugify(channel.id.value): channel_name(channel, words, centre.source_language)
            for channel in channels
        },
    }
