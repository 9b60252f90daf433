"""The exceptions of all hours that are in use."""

from collections.abc import Iterator

from hcgen.model.channel import Contact
from hcgen.model.hours import Hours


def hours_with_exceptions(contact: Contact) -> Iterator[Hours]:
    """Yield the hours that have exceptions, each once, however many channels share them."""
    seen: set[int] = set()
    for hours in (contact.organisation.business_hours, *(c.hours for c in contact.channels)):
        if hours is not None and hours.exceptions and id(hours) not in seen:
            seen.add(id(hours))
            yield hours
