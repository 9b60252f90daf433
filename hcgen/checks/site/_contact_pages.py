"""The finished contact pages, and what they should show."""

from collections.abc import Iterator, Mapping

from hcgen.channels import kinds
from hcgen.checks.context import SiteContext
from hcgen.model.channel import Card


def contact_pages(context: SiteContext) -> Iterator[tuple[str, str]]:
    """Yield the tag of each language and the HTML of its contact page; empty for a missing one."""
    for tag in context.centre.tags:
        yield tag, context.read_page(f"{context.addresses.contact(tag)}index.html") or ""


def cards(context: SiteContext, tag: str) -> Mapping[str, Card]:
    """Return the id of each channel -> what it shows of itself in a language."""
    contact = context.centre.contact
    return {
        channel.id.value: kinds()[channel.kind].card(channel, contact.organisation.country, tag)
        for channel in contact.channels
    }
