"""What rules about the contact channels share: which channels count, and what has been said."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.model.channel import Channel
from hcgen.model.help_centre import HelpCentre
from hcgen.source import Span, Text

_HARMLESS = ("unknown-key", "overlapping-hours")
"""Rules of the loader whose findings leave no channel and no hours out."""


def is_whole(context: SourceContext) -> bool:
    """Tell whether there is a `channels.yml` of which nothing had to be left out.

    What is missing from one that is not whole may stand in what could not be read.
    """
    file = context.centre.contact.file
    return file is not None and not any(
        finding.span.file.path == file.path
        for name, findings in context.findings.items()
        if name not in _HARMLESS
        for finding in findings
    )


def is_told(context: SourceContext, channel: Channel, key: str = "") -> bool:
    """Tell whether loading found something in a channel, which may be why a part is missing.

    Args:
        key: Only what stands behind this key counts; empty: all of the channel does.
    """
    span = channel.places.get(key) if key else channel.span
    if span is None:
        return False
    return any(
        finding.span.file.path == span.file.path and span.start <= finding.span.start < span.end
        for findings in context.findings.values()
        for finding in findings
    )


def request_channels(centre: HelpCentre) -> tuple[Channel, ...]:
    """Return the channels that are not for news only."""
    return tuple(channel for channel in centre.contact.channels if channel.takes_requests)


def place_of(channel: Channel, key: str) -> Span:
    """Return where the value of a key is written, else where the channel's id is."""
    return channel.places.get(key, channel.id.span)


def routed(centre: HelpCentre) -> Iterator[Text]:
    """Yield each id of a channel that a route or a topic names."""
    for ids in centre.contact.routing.values():
        yield from ids
    for topic in centre.topics.values():
        yield from topic.channels
