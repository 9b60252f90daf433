"""How every article stands in every language: what is there, what is behind, what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.translations.facts import Facts
from hcgen.translations.source_hash import Currency, Grade, currency_of


class State(Enum):
    """How an article stands in one language."""

    CURRENT = "current"
    STALE = "stale"
    UNKNOWN = "unknown"
    """Translated, but nobody has said from which state of the source."""
    MISSING = "missing"
    WAIVED = "waived"
    ORPHAN = "orphan"
    """There, while the source language has no such article."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Version:
    """An article in one language.

    Attributes:
        grade: What has changed in the source of a stale one.
        article: None where it is missing, waived or unreadable.
    """

    state: State
    grade: Grade | None = None
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """An article in all languages but the source language.

    Attributes:
        source: None of an orphan.
        versions: Language tag -> version. An orphan has only those that are there.
        is_required: `coverage.yml` says that it must be there.
    """

    key: str
    source: Article | None
    versions: Mapping[str, Version]
    is_required: bool = False

    @property
    def is_featured(self) -> bool:
        return self.source is not None and self.source.is_featured


def standings(centre: HelpCentre, facts: Mapping[str, Facts], today: date) -> tuple[Standing, ...]:
    """Return how all articles stand: featured ones, then required ones, each by path; no drafts.

    Args:
        facts: Path of the article's file -> facts.
    """
    found: list[Standing] = []
    others = [
        language.tag for language in centre.languages if language.tag != centre.source_language
    ]
    waived = {
        (waiver.name.value, tag.value)
        for waiver in centre.coverage.waivers
        for tag in waiver.languages
        if waiver.covers(waiver.name.value, tag.value, today)
    }
    required = {wanted.article.value for wanted in centre.coverage.articles}
    for key, versions in centre.translations.items():
        source = versions.get(centre.source_language)
        if source is None:
            orphans = {
                tag: Version(State.ORPHAN, None, version)
                for tag, version in versions.items()
                if version.is_published(today)
            }
            if orphans and not is_source_unreadable(centre, versions):
                found.append(Standing(key, None, orphans))
        elif source.is_published(today):
            found.append(
                Standing(
                    key,
                    source,
                    {
                        tag: _version(centre, source, versions.get(tag), tag, facts)
                        if tag in versions or not {(key, tag), (source.path, tag)} & waived
                        else Version(State.WAIVED)
                        for tag in others
                    },
                    not {key, source.path}.isdisjoint(required),
                )
            )
    found.sort(key=lambda one: (not one.is_featured, not one.is_required, _path(one)))
    return tuple(found)


def is_source_unreadable(centre: HelpCentre, versions: Mapping[str, Article]) -> bool:
    """Tell whether one of the versions has a source that is there but cannot be read."""
    tag = centre.source_language
    return any(centre.is_unreadable(tag, version.path) for version in versions.values())


def _version(
    centre: HelpCentre,
    source: Article,
    version: Article | None,
    tag: str,
    facts: Mapping[str, Facts],
) -> Version:
    if version is None:
        is_there = centre.is_unreadable(tag, source.path)
        return Version(State.UNREADABLE if is_there else State.MISSING)
    currency, grade = currency_of(version, facts[source.file.path])
    state = {
        Currency.CURRENT: State.CURRENT,
        Currency.STALE: State.STALE,
        Currency.UNKNOWN: State.UNKNOWN,
    }[currency]
    return Version(state, grade, version)


def _path(standing: Standing) -> str:
    article = standing.source or next(iter(standing.versions.values())).article
    return article.path if article else standing.key
