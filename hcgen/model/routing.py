"""Which channels suit a topic: what `topics.yml` says, else the routing of `channels.yml`."""

from collections.abc import Iterator

from hcgen.model.channel import Channel
from hcgen.model.help_centre import HelpCentre
from hcgen.model.showing import Shown
from hcgen.source import Text

DEFAULT_ROUTE = "default"
"""The route of everything that has none of its own."""


def routed_channels(
    centre: HelpCentre,
    topic: str = "",
    *,
    service: str = "",
    limit: int | None = None,
    shown: Shown | None = None,
) -> tuple[Channel, ...]:
    """Return the channels for questions about a topic.

    The nearest list that names a channel decides: the topic's own `channels`, the topic's route,
    those of the topics around it, the route of the service, the default route; else all channels.

    Args:
        topic: Path of a topic; empty for questions about anything.
        service: Of the article, if it has one of its own; else the topic's counts.
        limit: How many at most; the best ones, as the list has the best first. One that is to be
            used instead of a failing one of them comes on top.
        shown: The channels as pages show them; None: as they are written.

    Returns:
        In the order that they have on every page (WCAG 2.2, 3.2.6).
    """
    shown = shown or Shown(centre.contact.channels, {})
    for names in _lists(centre, topic, service):
        best = [channel for text in names if (channel := centre.channel(text.value)) is not None]
        if best:
            break
    else:
        best = [channel for channel in centre.contact.channels if channel.takes_requests]
    chosen = {channel.id.value for channel in best[:limit]}
    chosen |= {each.id.value for name in chosen if (each := shown.failing.get(name)) is not None}
    return tuple(channel for channel in shown.channels if channel.id.value in chosen)


def _lists(centre: HelpCentre, topic: str, service: str) -> Iterator[tuple[Text, ...]]:
    routing = centre.contact.routing
    path = topic
    while path:
        found = centre.topics.get(path)
        if found is not None:
            yield found.channels
            yield routing.get(path, ())
            if not service and found.service is not None:
                service = found.service.value
        path = path.rpartition("/")[0]
    yield routing.get(service, ())
    yield routing.get(DEFAULT_ROUTE, ())
