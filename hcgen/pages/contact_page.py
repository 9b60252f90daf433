"""The contact page: every channel of `channels.yml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from hcgen.channels import kinds
from hcgen.languages import Wording
from hcgen.model.channel import PROMISE_FIELDS, Card, Channel
from hcgen.model.showing import COUNTS_FOR, current_record
from hcgen.model.url import slugify
from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame, Step
from hcgen.pages.head.structured_data import contact_data
from hcgen.pages.parts.channel_lines import channel_icon, channel_label, marked_label
from hcgen.pages.parts.foreign import foreign
from hcgen.pages.parts.hours_words import hours_lines
from hcgen.pages.parts.language_names import language_name
from hcgen.pages.parts.request_choices import service_choices, service_name, topic_choices
from hcgen.pages.parts.request_guide import request_guide
from hcgen.pages.parts.week_picture import HOURS_OF_THE_AXIS, week_picture
from hcgen.pages.parts.zones import short_zone_name, zone_name
from hcgen.pages.topic_page import home_step
from hcgen.source import Text


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A channel in words.

    Attributes:
        icon: Template that holds its icon.
        hours: One line a run of days, and what else is to be said about them.
        warning: That it does not work, and what to use instead; empty for one that does.
        has_hours: Scripts know whether it is open.
        services: What it is for, in words.
        notes: Sentences about it, such as its promises.
    """

    id: str
    kind: str
    label: str
    description: str
    card: Card
    icon: str
    languages: str
    hours: tuple[str, ...]
    has_hours: bool
    services: str
    warning: Markup
    notes: tuple[str, ...]
    cost: str
    fallback: str
    fallback_id: str


def contact_page(composer: Composer, tag: str) -> str:
    """Return the HTML of a language's contact page."""
    centre, addresses = composer.centre, composer.addresses
    words = composer.wording(tag)
    variants = {language.tag: addresses.contact(language.tag) for language in centre.languages}
    frame = Frame(
        composer,
        centre.language(tag),
        addresses.contact(tag),
        title=words.text("contact.heading"),
        description=words.text("contact.intro"),
        variants=variants,
        translated=tuple(variants),
        default=variants[centre.source_language],
        crumbs=(home_step(composer, tag), Step(words.text("contact.heading"))),
        shows_incidents=True,
    )
    contact = centre.contact
    return composer.page(
        "contact.html",
        frame,
        structured=contact_data(composer, frame),
        organisation=contact.organisation,
        contact_card=frame.url(composer.contact_card_path),
        channels=tuple(_card(composer, channel, words) for channel in composer.shown.channels),
        zone=zone_name(contact.organisation.timezone, tag),
        short_zone=short_zone_name(contact.organisation.timezone, tag),
        topic_choices=topic_choices(composer, tag),
        service_choices=service_choices(composer, tag),
        request=request_guide(composer, frame),
        week=week_picture(composer, tag),
        axis=HOURS_OF_THE_AXIS,
        follow_up=_leading_to(composer, "contact.follow_up", contact.follow_up, tag),
        complain_to=_leading_to(composer, "contact.complain", contact.complain_to, tag),
    )


def _card(composer: Composer, channel: Channel, words: Wording) -> ChannelCard:
    tag = words.language.tag
    centre = composer.centre
    card = kinds()[channel.kind].card(channel, centre.contact.organisation.country, tag)
    fallback = channel.fallback.value if channel.fallback else ""
    return ChannelCard(
        id=slugify(channel.id.value),
        kind=words.text(f"channel.{channel.kind}"),
        label=marked_label(composer, channel, tag),
        description=foreign(channel.description, tag, centre.source_language),
        card=card,
        icon=channel_icon(channel, card),
        languages=words.items([language_name(text.value, tag) for text in channel.languages]),
        hours=hours_lines(channel.hours, words),
        has_hours=channel.hours is not None and channel.id.value not in composer.shown.failing,
        services=words.items([service_name(text.value, words) for text in channel.services]),
        warning=_warning(composer, channel, words),
        notes=(*_notes(composer, channel, words), *_evidence(composer, channel, words)),
        cost=foreign(channel.cost, tag, centre.source_language),
        fallback=_name(composer, fallback, tag),
        fallback_id=slugify(fallback) if centre.channel(fallback) else "",
    )


def _leading_to(composer: Composer, key: str, channel_id: Text | None, tag: str) -> Markup:
    """Return a sentence with a link to the part of the page about a channel; empty without one."""
    channel = composer.centre.channel(channel_id.value) if channel_id else None
    if channel is None:
        return Markup("")
    link = Markup('<a href="#hc-channel-{}">{}</a>').format(
        slugify(channel.id.value), marked_label(composer, channel, tag)
    )
    return escape(composer.wording(tag).language.strings[key]).format(channel=link)


def _name(composer: Composer, channel_id: str, tag: str) -> str:
    """Return the label of a channel; empty for one that does not exist."""
    channel = composer.centre.channel(channel_id)
    return channel_label(composer, channel, tag) if channel else ""


def _warning(composer: Composer, channel: Channel, words: Wording) -> Markup:
    failing = composer.shown.failing
    if channel.id.value not in failing:
        return Markup("")
    instead = failing[channel.id.value]
    if instead is None:
        return escape(words.text("contact.failing"))
    link = Markup('<a href="#hc-channel-{}">{}</a>').format(
        slugify(instead.id.value), marked_label(composer, instead, words.language.tag)
    )
    return escape(words.language.strings["contact.failing_use"]).format(channel=link)


def _notes(composer: Composer, channel: Channel, words: Wording) -> list[str]:
    is_failing = channel.id.value in composer.shown.failing
    notes = [
        words.text(
            f"promise.{name}",
            duration=words.count(f"unit.{promise.unit}", promise.amount),
        )
        for name in PROMISE_FIELDS
        if not is_failing and (promise := channel.promise.get(name)) is not None
    ]
    if channel.is_recorded:
        notes.append(words.text("channel.recorded"))
    if not channel.takes_requests:
        notes.append(words.text("channel.no_requests"))
    return notes


def _evidence(composer: Composer, channel: Channel, words: Wording) -> Iterator[str]:
    """Yield the day on which it was last seen to work; what a person saw says more."""
    if channel.id.value in composer.shown.failing:
        return
    attested = channel.attested
    record = current_record(composer.centre, channel, composer.today)
    if attested is not None and attested.is_valid(composer.today):
        yield words.text("contact.attested", date=words.date(attested.on))
    elif record is not None and record.last_good is not None:
        zone = ZoneInfo(composer.centre.contact.organisation.timezone)
        day = record.last_good.astimezone(zone).date()
        if composer.today - day <= COUNTS_FOR:
            yield words.text("contact.checked", date=words.date(day))
