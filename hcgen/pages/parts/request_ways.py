"""How each channel takes a request, as the contact page and its script show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from hcgen.channels import kinds
from hcgen.languages import Wording, load_language, shipped_tags
from hcgen.model.channel import Channel
from hcgen.model.language import Language
from hcgen.model.url import slugify
from hcgen.pages.composer import Composer
from hcgen.pages.parts.channel_lines import channel_label
from hcgen.pages.parts.language_names import language_name


@dataclass(frozen=True, slots=True)
class RequestWay:
    """How one channel takes a request.

    Attributes:
        way: One of write, paste, call, visit, letter.
        href: Where its app or page opens; of a telephone, what it dials; may be empty.
        lines: Its number or address, as people write it.
        languages: That its people read, in words; empty: not said.
    """

    way: str
    label: str
    href: str
    lines: tuple[str, ...]
    languages: str


def request_ways(composer: Composer, words: Wording) -> Mapping[str, RequestWay]:
    """Return the ways by ids of channels, in the order that channels have everywhere."""
    return {
        slugify(channel.id.value): _way(composer, channel, words)
        for channel in composer.shown.channels
        if channel.takes_requests
    }


def message_languages(composer: Composer, own: Language) -> tuple[Language, ...]:
    """Return the reader's language, then those that people of a channel read."""
    channels = composer.centre.contact.channels
    read = (text.value for each in channels if each.takes_requests for text in each.languages)
    others = (tag for tag in dict.fromkeys(read) if tag != own.tag and tag in shipped_tags())
    return (own, *map(load_language, others))


def _way(composer: Composer, channel: Channel, words: Wording) -> RequestWay:
    tag = words.language.tag
    country = composer.centre.contact.organisation.country
    kind = kinds()[channel.kind]
    card = kind.card(channel, country, tag)
    first = card.links[0] if card.links else None
    href = kind.message(channel, country, "", "") if kind.message else first.href if first else ""
    names = [language_name(text.value, tag) for text in channel.languages]
    return RequestWay(
        way=kind.way if href or card.lines else "call",
        label=channel_label(composer, channel, tag),
        href=href,
        lines=tuple(card.lines) or ((first.text,) if first and first.text else ()),
        languages=words.items(names),
    )
