"""What the kinds that live at a web address share."""

import re
from collections.abc import Callable

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
