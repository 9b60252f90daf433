"""What a kind of channel is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hcgen.model.channel import Card, Channel
from hcgen.model.probe import Observation
from hcgen.net import Network


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


def _no_hosts(channel: Channel) -> tuple[str, ...]:
    return ()


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
        probe: Channel, country, the way out and a deadline (by `time.monotonic`) -> what trying it
            shows; not empty, and nothing that others do is an error. None for kinds that nobody can
            try from outside; those have a reason in `untried`.
        hosts: Channel -> hosts that `probe` asks, without those that they send it to.
        untried: Key of `hcgen.model.probe_reasons.REASONS`.
    """

    name: str
    fields: tuple[Field, ...]
    card: Callable[[Channel, str, str], Card]
    icon: str
    way: str = "paste"
    message: Callable[[Channel, str, str, str], str] | None = None
    probe: Callable[[Channel, str, Network, float], tuple[Observation, ...]] | None = None
    hosts: Callable[[Channel], tuple[str, ...]] = _no_hosts
    untried: str = ""
