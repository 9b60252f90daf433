"""Contact channels as data, and the organisation behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hcgen.model.holidays import NO_HOLIDAYS, Holidays
from hcgen.model.hours import Hours
from hcgen.model.localized import Localized
from hcgen.source import SourceFile, Span, Text

PROMISE_FIELDS = ("acknowledge_within", "answer_within", "respond_within", "resolve_within")
"""In the order in which customers live through them."""

SERVICES = ("customer-service", "customer-support", "technical-support")
"""The usual kinds of help, which have names in every language; a site may have others."""

UNITS = ("minutes", "hours", "days", "business_hours", "business_days")
"""Units of a promise. What a business hour is, the organisation's `business_hours` say."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A bound that the organisation gives: ``amount`` of ``unit`` (one of `UNITS`)."""

    amount: int
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attestation:
    """A person has tried the channel: when, how, who, and for how long that counts."""

    on: date
    method: Text
    by: Text | None
    valid_for_days: int | None

    def is_valid(self, today: date) -> bool:
        """Tell whether it still counts; one without a length of validity always does."""
        return self.valid_for_days is None or today - self.on <= timedelta(self.valid_for_days)


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach a person.

    Attributes:
        kind: Name of a module in `hcgen.channels`.
        values: The fields that this kind has, by name; those with one text per language are in
            ``localized_values``.
        languages: Tags of the languages that its people speak; empty: not said.
        promise: Field of `PROMISE_FIELDS` -> bound.
        fallback: Id of the channel to use when this one does not work.
        places: Key -> where its value is written, for those that are.
    """

    id: Text
    kind: str
    span: Span
    label: Localized
    description: Localized
    values: Mapping[str, Text]
    localized_values: Mapping[str, Localized]
    services: tuple[Text, ...]
    languages: tuple[Text, ...]
    hours: Hours | None
    promise: Mapping[str, Promise]
    cost: Localized
    is_recorded: bool | None
    attested: Attestation | None
    fallback: Text | None
    places: Mapping[str, Span]

    def value(self, name: str) -> str:
        """Return a field of the kind, or ``""`` where the writer left it out."""
        text = self.values.get(name)
        return text.value if text else ""

    def says_yes(self, name: str) -> bool:
        """Tell whether a field of the kind is written as a yes."""
        return self.value(name).casefold() in ("true", "yes", "on")

    @property
    def takes_requests(self) -> bool:
        """It is for questions, not for news only."""
        return self.value("supports_requests").casefold() not in ("false", "no", "off")


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who runs the help centre.

    Attributes:
        country: ISO 3166-1 alpha-2, upper case; empty if not said.
        timezone: IANA name; ``UTC`` if not said.
        is_fictional: Example domains and made-up numbers are no mistake.
        holidays: Empty where none are named.
        places: Key -> where its value is written, for those that are.
    """

    name: Text | None
    country: str
    timezone: str
    is_fictional: bool
    business_hours: Hours | None
    places: Mapping[str, Span]
    holidays: Holidays = NO_HOLIDAYS


@dataclass(frozen=True, slots=True)
class Contact:
    """All of `channels.yml`.

    Attributes:
        file: The file itself; None when the site has none.
        channels: In the order written, which is the order on every page (WCAG 2.2, 3.2.6).
        routing: Topic or service (or ``default``) -> channel ids, best first.
        route_places: The same keys -> where each is written.
        follow_up: Channel for a request that got no reply.
        complain_to: Channel for a complaint.
    """

    file: SourceFile | None
    organisation: Organisation
    channels: tuple[Channel, ...]
    routing: Mapping[str, tuple[Text, ...]]
    route_places: Mapping[str, Span]
    follow_up: Text | None
    complain_to: Text | None


@dataclass(frozen=True, slots=True)
class CardLink:
    """Something to press: an address with its text.

    Attributes:
        is_external: It leaves the site in the browser (unlike ``tel:`` and ``mailto:``).
        label: Key of the interface string that names it where a card has more than one.
    """

    href: str
    text: str
    is_external: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What a kind of channel shows of itself: data, no HTML.

    Attributes:
        links: Best first; the first one is the channel's own.
        lines: Plain lines, such as those of a postal address.
        icon: Name of an icon of its own; empty: the kind's.
    """

    links: tuple[CardLink, ...] = ()
    lines: tuple[str, ...] = ()
    icon: str = ""
