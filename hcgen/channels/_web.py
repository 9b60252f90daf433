"""What the kinds that live at a web address share."""

import re
from collections.abc import Callable
from urllib.parse import quote

from hcgen.model.channel import Card, CardLink, Channel

_WEB = re.compile(r"https?://[^\s/?#]+\.?[^\s]*", re.IGNORECASE)


def web_card(label: str) -> Callable[[Channel, str, str], Card]:
    """Return a card with one link to the channel's ``url``; ``label`` is the key of its text."""

    def card(channel: Channel, country: str, language: str) -> Card:
        url = channel.value("url")
        # any other scheme (javascript:, data:) could run code on our page
        if not _WEB.fullmatch(url):
            return Card()
        return Card((CardLink(url, "", is_external=True, label=label),))

    return card


def text_message(
    card: Callable[[Channel, str, str], Card],
) -> Callable[[Channel, str, str, str], str]:
    """Return how a messenger is opened with a text: the card's first link with ``?text=``.

    WhatsApp's and Telegram's links take no subject, so it is the first line of the text.
    """

    def message(channel: Channel, country: str, subject: str, text: str) -> str:
        links = card(channel, country, "").links
        if not links:
            return ""
        words = f"{subject}\n\n{text}".strip()
        return f"{links[0].href}?text={quote(words, safe='')}"

    return message
