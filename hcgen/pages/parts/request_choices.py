"""What a request can be about, and the channels that suit it."""

from collections.abc import Iterable
from dataclasses import dataclass

from hcgen.languages import Wording
from hcgen.load.articles import humanised
from hcgen.model.channel import Channel
from hcgen.model.url import slugify
from hcgen.pages.composer import Composer
from hcgen.pages.parts.channel_lines import marked_label
from hcgen.pages.topic_page import topic_title


@dataclass(frozen=True, slots=True)
class RequestChoice:
    """A topic, or a kind of help.

    Attributes:
        value: Path of the topic, or name of the service.
        ids: Of the channels, as parts of the contact page are called.
        channels: Id and label of each, in the order that they have on every page.
    """

    value: str
    title: str
    channels: tuple[tuple[str, str], ...]

    @property
    def ids(self) -> str:
        return " ".join(name for name, _ in self.channels)


def topic_choices(composer: Composer, tag: str) -> tuple[RequestChoice, ...]:
    """Return the topics at the top, in reading order."""
    return tuple(
        RequestChoice(
            path,
            topic_title(composer, tag, path),
            _named(composer, composer.routed(path), tag),
        )
        for path in composer.subtopics(tag, "")
    )


def service_choices(composer: Composer, tag: str) -> tuple[RequestChoice, ...]:
    """Return the services that channels are for, in the order of the channels."""
    contact = composer.centre.contact
    words = composer.wording(tag)
    names = dict.fromkeys(
        text.value
        for channel in composer.shown.channels
        if channel.takes_requests
        for text in channel.services
    )
    choices: list[RequestChoice] = []
    for name in names:
        routed = {text.value for text in contact.routing.get(name, ())}
        suits = [
            channel
            for channel in composer.shown.channels
            if (
                channel.id.value in routed
                if routed
                else channel.takes_requests and any(text.value == name for text in channel.services)
            )
        ]
        choices.append(RequestChoice(name, service_name(name, words), _named(composer, suits, tag)))
    return tuple(choices)


def service_name(name: str, words: Wording) -> str:
    """Return a service in words: the usual three by language, others as written."""
    title = words.language.strings.get(f"service.{name}")
    return title if isinstance(title, str) else humanised(name)


def _named(
    composer: Composer, channels: Iterable[Channel], tag: str
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (slugify(channel.id.value), marked_label(composer, channel, tag)) for channel in channels
    )
