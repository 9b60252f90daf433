"""CON005: values that only keep the place of real ones."""

from collections.abc import Iterator

from hcgen.checks.channels._placeholders import (
    is_placeholder_domain,
    is_placeholder_number,
    placeholder_in_label,
    placeholder_word,
)
from hcgen.checks.context import SourceContext
from hcgen.checks.web_addresses import hosts_of
from hcgen.checks.words import part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.channel import Channel
from hcgen.model.domains import registrable_domain
from hcgen.source import Text

RULE = Rule(
    code="CON005",
    name="placeholder-value",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A channel has a made-up number, an example domain or a word that keeps a place.",
    why="Customers call a number that nobody has, and write to a mailbox that does not exist.",
    fix="Write the real value; an organisation that does not exist says fictional: true.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: call, kind: phone, number: '⟦+1 202-555-0123⟧', hours: always}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: ⟦help@example.com⟧, hours: always}\n"
            }
        ),
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.awan.co.id/\n"
                "plugins: [{hcgen: {languages: [en, id]}}]\n",
                "content/channels.yml": "channels:\n  - id: mail\n    kind: email\n"
                "    label: {en: ⟦TBD⟧, id: Surat}\n    address: help@awan.co.id\n"
                "    hours: always\n",
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: telegram, kind: telegram, handle: ⟦your_handle⟧}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "organisation: {fictional: true}\nchannels:\n"
                "  - {id: mail, kind: email, address: help@awan.example, hours: always}\n"
                "  - {id: call, kind: phone, number: '+1 202-555-0123', hours: always}\n",
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.awan.example/\n"
                "plugins: [{hcgen: {languages: [en, id]}}]\n",
            }
        ),
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example-shop.com/\n"
                "plugins: [{hcgen: {languages: [en, id]}}]\n",
                "content/channels.yml": "organisation: {country: ID}\nchannels:\n"
                "  - {id: mail, kind: email, address: help@example-shop.com, hours: always}\n"
                "  - {id: call, kind: phone, number: '+62 21 5550 1234', hours: always}\n",
            }
        ),
    ),
)

_NUMBERS = ("number", "alternative")
_NAMES = ("address", "handle", "script", "url")


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at every value that customers use or read; fictional organisations may have any."""
    organisation = context.centre.contact.organisation
    if organisation.is_fictional:
        return
    for channel in context.centre.contact.channels:
        for text, message, advice in _found(channel, organisation.country):
            yield Diagnostic(RULE, part_of(text, 0, len(text.value)), message, help=advice)


def _found(channel: Channel, country: str) -> Iterator[tuple[Text, str, str]]:
    """Yield value, message and help, one for each value."""
    told: set[int] = set()
    for name in (*_NUMBERS, *_NAMES):
        text = channel.values.get(name)
        word = placeholder_word(text.value) if text else ""
        if text and word:
            told.add(text.span.start)
            yield (
                text,
                f"“{word}” keeps the place of a value that is not there yet",
                ("write the value that customers are to use"),
            )
        elif text and name in _NUMBERS and is_placeholder_number(text.value, country):
            yield (
                text,
                f"“{text.value}” is a made-up number that rings nowhere",
                ("write the number that customers reach you at"),
            )
    for text, host in hosts_of(channel):
        domain = registrable_domain(host)
        if text.span.start not in told and is_placeholder_domain(domain):
            yield (
                text,
                f"“{domain}” is a domain for examples, and nobody is reached there",
                ("write the real address; fictional: true below organisation: allows made-up ones"),
            )
    for localized in (channel.label, channel.description):
        texts = [*localized.by_language.values()]
        for text in texts + ([localized.anywhere] if localized.anywhere else []):
            if word := placeholder_in_label(text.value):
                yield (
                    text,
                    f"“{word}” keeps the place of a text that is not written yet",
                    ("write the text that customers are to read"),
                )
