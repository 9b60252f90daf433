"""The message templates of a site, and places in them."""

from collections.abc import Iterator

from hcgen.model.help_centre import HelpCentre
from hcgen.source import Span, Text


def messages(centre: HelpCentre) -> Iterator[Text]:
    """Yield each template in each language."""
    yield from centre.requests.message.texts
    for topic in centre.topics.values():
        yield from topic.message.texts


def place_in(message: Text, start: int, end: int) -> Span:
    """Return the place of a part of a message that has no line breaks; else all of it.

    The file may have other blanks before it, because it indents the lines of a long text.
    """
    part = message.value[start:end]
    place = -1
    for _ in range(message.value.count(part, 0, start) + 1):
        place = message.span.text.find(part, place + 1)
        if place < 0:
            return message.span
    return message.span.slice(place, place + len(part))
