"""Contact channels as short lines: on the home page, and below an article."""

from dataclasses import dataclass

from hcgen.channels import kinds
from hcgen.languages import Wording
from hcgen.model.channel import Card, Channel
from hcgen.model.url import slugify
from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame
from hcgen.pages.parts.channel_names import channel_name
from hcgen.pages.parts.foreign import foreign
from hcgen.pages.parts.icons import icon_file

_QUICKEST_FIRST = ("answer_within", "respond_within", "acknowledge_within")


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel in a few words.

    Attributes:
        id: By which scripts know whether it is open; empty where its hours are not known, and while
            it does not work.
        icon: Template that holds its icon; empty for none.
        href: Of the channel itself, such as ``tel:1500888``; of its part of the contact page where
            it has no address of its own.
        text: The address as people write it; empty where the label says it all.
        warning: That it does not work at the moment; empty for one that does.
        promise: How soon somebody answers; empty if not promised, and while it does not work.
        ask: Opens the customer's own app with a message written; empty where the kind cannot.
    """

    id: str
    label: str
    icon: str
    href: str
    text: str
    is_external: bool
    warning: str
    promise: str
    ask: str


def channel_line(
    composer: Composer, frame: Frame, channel: Channel, *, subject: str = "", message: str = ""
) -> ChannelLine:
    """Return a channel for a page.

    Args:
        subject: Of the message that `ask` opens.
        message: Its text; without one there is no `ask`.
    """
    tag = frame.language.tag
    kind = kinds()[channel.kind]
    country = composer.centre.contact.organisation.country
    card = kind.card(channel, country, tag)
    first = card.links[0] if card.links else None
    words = composer.wording(tag)
    is_failing = channel.id.value in composer.shown.failing
    place = f"{frame.contact}#hc-channel-{slugify(channel.id.value)}"
    return ChannelLine(
        id=slugify(channel.id.value) if channel.hours and not is_failing else "",
        label=marked_label(composer, channel, tag),
        icon=channel_icon(channel, card),
        href=first.href if first else place,
        text=first.text if first else "",
        is_external=first.is_external if first else False,
        warning=words.text("channel.failing") if is_failing else "",
        promise="" if is_failing else _promise(channel, words),
        ask=kind.message(channel, country, subject, message) if kind.message and message else "",
    )


def routed_lines(
    composer: Composer, frame: Frame, topic: str = "", *, limit: int = 3
) -> tuple[ChannelLine, ...]:
    """Return the channels that suit a topic; for an empty one, those for any question."""
    channels = composer.routed(topic, limit=limit)
    return tuple(channel_line(composer, frame, channel) for channel in channels)


def channel_label(composer: Composer, channel: Channel, tag: str) -> str:
    """Return what a channel is called in a language; its kind's name where the writer gave none."""
    return channel_name(channel, composer.wording(tag), composer.centre.source_language)


def marked_label(composer: Composer, channel: Channel, tag: str) -> str:
    """Return the same for a page, marked with its language where that is not the reader's."""
    label = foreign(channel.label, tag, composer.centre.source_language)
    return label or channel_label(composer, channel, tag)


def channel_icon(channel: Channel, card: Card) -> str:
    """Return the template that holds a channel's icon."""
    return icon_file(card.icon or kinds()[channel.kind].icon)


def _promise(channel: Channel, words: Wording) -> str:
    for name in _QUICKEST_FIRST:
        promise = channel.promise.get(name)
        if promise is not None:
            duration = words.count(f"unit.{promise.unit}", promise.amount)
            return words.text(f"promise.{name}", duration=duration)
    return ""
