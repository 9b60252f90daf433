"""What stands on a page where an article refers to a channel, in the reader's language."""

import re
from functools import cached_property
from html import escape
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name

from hcgen.channels import kinds
from hcgen.languages import Wording
from hcgen.model.channel import Card, Channel
from hcgen.model.channel_reference import (
    MARK,
    TOKEN,
    ChannelReference,
    token_reference,
    with_references,
)
from hcgen.model.help_centre import HelpCentre
from hcgen.model.url import slugify
from hcgen.pages.parts.channel_names import channel_name
from hcgen.pages.parts.hours_words import hours_in_line
from hcgen.pages.parts.zones import abbreviation
from hcgen.render.tags import ATTRIBUTES

PROMISES_TOLD = ("answer_within", "respond_within", "acknowledge_within", "resolve_within")
"""Of several promises the first of these is the one that customers ask for."""

_PIECE = re.compile(
    rf"""<(?P<end>/)?(?P<name>[a-zA-Z][^\s<>"'/]*){ATTRIBUTES}> | {TOKEN.pattern}""", re.X
)
_PRESSED = frozenset({"a", "button", "label", "summary"})


class ChannelWords:
    """Says in one language what references to channels stand for.

    A reference to a channel that does not exist leads to the contact page, and one to a part that
    a channel lacks to the channel: customers see a sentence that works, writers a diagnostic.
    """

    def __init__(self, centre: HelpCentre, words: Wording) -> None:
        self._centre = centre
        self._words = words
        self._channels = {channel.id.value: channel for channel in centre.contact.channels}

    def plain(self, text: str) -> str:
        """Return text without any reference."""
        return with_references(text, self._plain)

    def html(self, html: str, *, contact: str, text_language: str) -> str:
        """Return an article's HTML without any token.

        Args:
            contact: How the page points at the contact page.
            text_language: Tag of the article's language; what is put in is marked if it differs.
        """
        if MARK not in html:
            return html
        pressed = 0  # depth of elements that can be pressed, which hold no links
        own = self._words.language
        is_marked = text_language != own.tag

        def put_in(match: re.Match[str]) -> str:
            nonlocal pressed
            if match["name"]:
                if match["name"].lower() in _PRESSED:
                    pressed = max(0, pressed - 1) if match["end"] else pressed + 1
                tag = match.group()
                return TOKEN.sub(self._escaped, tag) if MARK in tag else tag
            reference = token_reference(match)
            shown = self._escaped(match) if pressed else self._linked(reference, contact)
            if not is_marked or not shown:
                return shown
            return f'<span lang="{own.tag}" dir="{own.direction}">{shown}</span>'

        return _PIECE.sub(put_in, html)

    def _escaped(self, token: re.Match[str]) -> str:
        return escape(self._plain(token_reference(token)))

    def _plain(self, reference: ChannelReference) -> str:
        channel = self._channels.get(reference.id)
        if channel is None:
            return self._words.text("contact.heading")
        part = self._part(channel, reference.part)
        if part:
            return part
        label = self.label(channel)
        details = self._details(channel)
        return f"{label} ({details})" if details and not reference.part else label

    def _linked(self, reference: ChannelReference, contact: str) -> str:
        channel = self._channels.get(reference.id)
        if channel is None:
            return f'<a href="{escape(contact)}">{escape(self._plain(reference))}</a>'
        part = self._part(channel, reference.part)
        if part and reference.part != "number":
            return escape(part)
        link = self._link(channel, contact, part or self.label(channel))
        details = "" if reference.part else self._details(channel)
        return f"{link} ({escape(details)})" if details else link

    def _part(self, channel: Channel, part: str) -> str:
        """Return a part in words; empty for the link, and for what the channel does not have."""
        if part == "number":
            return self.number(channel)
        if part == "hours":
            return self.hours(channel)
        return self.promise(channel) if part == "promise" else ""

    def label(self, channel: Channel) -> str:
        """Return what a channel is called; the name of its kind where the writer gave none."""
        return channel_name(channel, self._words, self._centre.source_language)

    def number(self, channel: Channel) -> str:
        """Return the number, address or handle as people write it; empty where there is none."""
        card = self._card(channel)
        if channel.kind == "social":
            return card.links[0].text.partition(": ")[2] if card.links else ""
        return card.links[0].text if card.links else ", ".join(card.lines)

    def hours(self, channel: Channel) -> str:
        """Return the week's hours in a line; empty where they are not known."""
        return hours_in_line(channel.hours, self._words, self._zone)

    def promise(self, channel: Channel) -> str:
        """Return how long somebody takes to answer at most; empty where nothing is promised."""
        for name in PROMISES_TOLD:
            if (promise := channel.promise.get(name)) is not None:
                return self._words.count(f"unit.{promise.unit}", promise.amount)
        return ""

    def _details(self, channel: Channel) -> str:
        return ", ".join(filter(None, (self.number(channel), self.hours(channel))))

    def _card(self, channel: Channel) -> Card:
        country = self._centre.contact.organisation.country
        return kinds()[channel.kind].card(channel, country, self._words.language.tag)

    def _link(self, channel: Channel, contact: str, words: str) -> str:
        links = self._card(channel).links
        href = links[0].href if links else f"{contact}#hc-channel-{slugify(channel.id.value)}"
        policy = ""
        if links and links[0].is_external:
            is_new_tab = self._centre.settings.opens_external_in_new_tab
            policy = ' rel="external noopener"' + (' target="_blank"' if is_new_tab else "")
        return f'<a href="{escape(href)}"{policy}>{escape(words)}</a>'

    @cached_property
    def _zone(self) -> str:
        """Return the short name of the organisation's zone, such as WIB."""
        timezone = self._centre.contact.organisation.timezone
        locale = self._words.language.tag.replace("-", "_")
        generic = get_timezone_name(ZoneInfo(timezone), "short", locale=locale)
        return abbreviation(timezone, locale) or generic
