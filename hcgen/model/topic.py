"""A topic: a folder of articles."""

from collections.abc import Mapping
from dataclasses import dataclass

from hcgen.model.localized import Localized
from hcgen.source import Span, Text


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of articles, the same in all languages.

    Attributes:
        path: Of its folder below the language folder; ``a/b`` lies in the topic ``a``.
        place: Where `topics.yml` names it, else the start of a file in its folder.
        titles: Titles per language; empty where the folder's name must do.
        icon: Name of an icon, such as ``material/web``.
        slugs: Last part of the address, per language where `topics.yml` gives one.
        slug: Last part of the address everywhere else.
        channels: Ids of the channels to offer, best first; empty: routing decides.
        facts: Names of those that a request needs; empty: the topic around it decides.
        message: Template of a request's message; empty likewise.
    """

    path: str
    place: Span
    titles: Localized
    descriptions: Localized
    icon: Text | None
    slugs: Mapping[str, str]
    slug: str
    service: Text | None
    owner: Text | None
    channels: tuple[Text, ...]
    facts: tuple[Text, ...]
    message: Localized

    @property
    def parent(self) -> str:
        """Path of the topic around this one; empty at the top."""
        return self.path.rpartition("/")[0]
