"""`hcgen holidays`: fetches the holidays of a country, and freezes them in a file to commit."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hcgen import files
from hcgen.cli.exits import COULD_NOT_RUN, FOUND_NOTHING
from hcgen.cli.options import config_option
from hcgen.diagnostics.formats import visible
from hcgen.load import load_help_centre
from hcgen.load.holidays import LOCK_FILE, FrozenDay, lock_text
from hcgen.model.holidays import HolidayCalendar
from hcgen.model.nearest import nearest
from hcgen.pipeline.rendering import date_of_today

if TYPE_CHECKING:
    from holidays import HolidayBase

_HOW_TO_INSTALL = 'the list of holidays is not installed: pip install "hcgen[holidays]"'


@click.group()
def holidays() -> None:
    """Keep the list of public holidays that hours and promises count with."""


@holidays.command()
@config_option
@click.option(
    "--years",
    metavar="N",
    type=click.IntRange(1, 10),
    default=2,
    show_default=True,
    help="How many years, this one included.",
)
def update(config: Path, years: int) -> int:
    """Write the holidays that channels.yml names into holidays.lock.json, to be committed.

    Pages and checks read that file only, so that they say the same everywhere until you look at
    what has changed. Days that are only estimated stand in it too, and count as working days.
    """
    loaded = load_help_centre(config)
    settings = loaded.centre.settings
    organisation = loaded.centre.contact.organisation
    calendar = organisation.holidays.calendar
    if calendar is None:
        raise click.ClickException(
            f"{visible(settings.content_dir)}/channels.yml names no calendar of holidays: write "
            "organisation: {holidays: {calendar: ID, include: [public]}}"
        )
    try:
        known = _Package(calendar)
    except ImportError:
        click.echo(f"hcgen: {_HOW_TO_INSTALL}", err=True)
        return COULD_NOT_RUN
    this_year = date_of_today(organisation.timezone).year
    last_year = known.last_year(this_year, years)
    if last_year < this_year:
        click.echo(
            f"hcgen: {known.version} does not know the days of {this_year} yet: {_newer()}",
            err=True,
        )
        return COULD_NOT_RUN
    first, last = date(this_year, 1, 1), date(last_year, 12, 31)
    days = tuple(known.days(this_year, last_year, loaded.centre.tags))
    text = lock_text(calendar, days, first, last, known.version)
    extra = {
        holiday.day
        for holiday in organisation.holidays.known
        if holiday.place is not None and holiday.place.file is calendar.place.file
    }
    place = loaded.root / settings.content_dir / LOCK_FILE
    files.write_file_atomically(place, text.encode("utf-8"))
    _tell(f"{visible(settings.content_dir)}/{LOCK_FILE}", days, last, extra)
    if last_year < this_year + years - 1:
        click.echo(f"{known.version} does not know all days after {last} yet: {_newer()}")
    return FOUND_NOTHING


def _newer() -> str:
    return "install a newer one, or try again when the country has announced them"


def _tell(path: str, days: Sequence[FrozenDay], last: date, extra: Collection[date]) -> None:
    click.echo(f"{path}: {len(days)} holidays up to {last}")
    guesses = [frozen for frozen in days if frozen.is_estimated and frozen.day not in extra]
    if guesses:
        click.echo("estimated, and working days until they are certain:")
    for frozen in guesses:
        click.echo(f"    {frozen.day} {visible(next(iter(frozen.names.values())))}")


@dataclass(frozen=True, slots=True)
class _Estimate:
    """How one language marks a name whose day is estimated."""

    pattern: re.Pattern[str]

    def bare(self, name: str) -> str | None:
        """Return the name without the mark; None where it has none."""
        match = self.pattern.fullmatch(name)
        return match[1].strip() if match else None


class _Package:
    """The `holidays` package, asked for one calendar.

    Attributes:
        version: Name and version.

    Raises:
        ImportError: It is not installed.
        ClickException: It does not know the country, the state or the sort of holidays.
    """

    def __init__(self, calendar: HolidayCalendar) -> None:
        import holidays as package

        self.version = f"holidays {version('holidays')}"
        self._calendar = calendar
        self._package = package
        try:
            country = package.country_holidays(calendar.code)
        except NotImplementedError:
            known = package.list_supported_countries(include_aliases=False)
            raise click.ClickException(
                f"{self.version} knows no country “{calendar.code}”: "
                + nearest(calendar.code, known, otherwise="write the two letters of ISO 3166-1")
            ) from None
        for category in calendar.include:
            if category not in country.supported_categories:
                raise click.ClickException(
                    f"{self.version} has no “{category}” holidays of {calendar.code}: "
                    + nearest(category, country.supported_categories)
                )
        states = (*country.subdivisions, *country.subdivisions_aliases)
        if calendar.subdivision and calendar.subdivision not in states:
            raise click.ClickException(
                f"{calendar.code} has no subdivision “{visible(calendar.subdivision)}” in "
                f"{self.version}: {nearest(calendar.subdivision, states)}"
            )
        self._default_language = country.default_language or "en_US"
        self._languages = country.supported_languages
        self._end_year = country.end_year

    def last_year(self, first: int, years: int) -> int:
        """Return the last year of which all sorts of holidays are known.

        Shared leave of a coming year is often announced late: a sort that had days the year before
        and has none is not known yet.
        """
        for year in range(first, first + years):
            for category in self._calendar.include:
                before = self._ask(range(year - 1, year), (category,))
                if year > self._end_year or (before and not self._ask((year,), (category,))):
                    return year - 1
        return first + years - 1

    def days(self, first_year: int, last_year: int, tags: Iterable[str]) -> Iterator[FrozenDay]:
        """Yield the days from one year to another in rising order.

        They are named in those languages of the site that it has, else in the country's own.
        """
        chosen = {tag: name for tag in tags if (name := language_for(tag, self._languages))}
        if not chosen:
            chosen = {self._default_language.replace("_", "-"): self._default_language}
        years = range(first_year, last_year + 1)
        asked = {
            tag: self._ask(years, self._calendar.include, name) for tag, name in chosen.items()
        }
        names = {tag: dict(_names(found)) for tag, found in asked.items()}
        for day in sorted(next(iter(names.values()))):
            is_estimated = any(by_day[day][1] for by_day in names.values())
            yield FrozenDay(
                day, {tag: by_day[day][0] for tag, by_day in names.items()}, is_estimated
            )

    def _ask(
        self, years: Iterable[int], categories: tuple[str, ...], language: str | None = None
    ) -> "HolidayBase":
        return self._package.country_holidays(
            self._calendar.code,
            subdiv=self._calendar.subdivision or None,
            years=years,
            categories=categories,
            language=language,
            expand=False,
        )


def language_for(tag: str, languages: Iterable[str]) -> str:
    """Return the package's name (``en_US``) for a language of the site (``en``); or nothing."""
    names = {name.replace("_", "-"): name for name in sorted(languages)}
    if tag in names:
        return names[tag]
    plain = tag.partition("-")[0]
    for other, name in names.items():
        base, _, region = other.partition("-")
        if base == plain and (tag == plain or not region):
            return name
    return ""


def _names(found: "HolidayBase") -> Iterator[tuple[date, tuple[str, bool]]]:
    """Yield each day with its name, and whether the day is an estimate.

    Of two holidays on one day the certain one makes the day certain, and is the one that is named.
    """
    marks = tuple(_marks(found))
    for day in found:
        certain: list[str] = []
        guessed: list[str] = []
        for name in found.get_list(day):
            bare = next((text for mark in marks if (text := mark.bare(name)) is not None), None)
            if bare is None:
                certain.append(name)
            else:
                guessed.append(bare)
        yield day, ("; ".join(certain or guessed), not certain)


def _marks(found: "HolidayBase") -> Iterator[_Estimate]:
    labels: Mapping[str, None] = dict.fromkeys(
        found.tr(label)
        for name in ("observed_estimated_label", "estimated_label")
        if (label := getattr(found, name, None))
    )
    for label in (*labels, "%s (observed, estimated)", "%s (estimated)"):
        before, _, after = label.partition("%s")
        yield _Estimate(re.compile(f"{re.escape(before)}(.+){re.escape(after)}"))
