"""What a kind of channel is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hcgen.model.channel import Card, Channel


@dataclass(frozen=True, slots=True)
class Field:
    """A key that a channel of one kind may have.

    Attributes:
        example: What a writer could put there; shown when a required one is missing.
        is_localized: One text per language, or one for all.
        choices: The words that it may be, in small or capital letters; empty: any.
        renamed: Word that people still write -> the one of ``choices`` that it is now.
    """

    name: str
    example: str
    is_required: bool = False
    is_localized: bool = False
    choices: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


WAYS = ("write", "paste", "call", "visit", "letter")
"""How a written request gets to people: by an app that opens with it, put into a page by hand, told
on the telephone or across a counter, sent on paper."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of channel.

    Attributes:
        name: As written after ``kind:``.
        fields: Beside those that every channel has.
        card: Channel, country of the organisation (ISO 3166-1 alpha-2, may be empty) and language
            tag -> what the page shows.
        icon: Name of its icon in Material's set.
        way: One of `WAYS`; those that are written have a `message`.
        message: Channel, country, subject and text -> address that opens the customer's own app
            with that message written; None for kinds that cannot do that.
        probe: Channel and country -> what trying it over the network shows; None for kinds that
            nobody can try from outside, which is all of them until there are probes.
    """

    name: str
    fields: tuple[Field, ...]
    card: Callable[[Channel, str, str], Card]
    icon: str
    way: str = "paste"
    message: Callable[[Channel, str, str, str], str] | None = None
    probe: Callable[[Channel, str], object] | None = None
