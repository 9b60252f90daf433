"""The first half of every run: load the help centre, render its articles and read them."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from hcgen.checks import FragmentsContext
from hcgen.diagnostics import Finding, Findings
from hcgen.load import load_help_centre
from hcgen.model.addresses import Addresses
from hcgen.model.help_centre import HelpCentre
from hcgen.pipeline.memory import ArticleMemory
from hcgen.pipeline.progress import Clock, Progress, silent
from hcgen.pipeline.reading import ReaderOptions
from hcgen.render import render_options


@dataclass(frozen=True, slots=True)
class Rendered:
    """A help centre up to its fragments.

    Attributes:
        root: The project folder.
        context: Of the stage `fragments`.
        is_stored: What is made of it may be kept on the disk, in the project folder.
    """

    root: Path
    context: FragmentsContext
    is_stored: bool = False

    @property
    def centre(self) -> HelpCentre:
        return self.context.centre


def render_help_centre(
    config: Path,
    *,
    jobs: int = 1,
    clock: Clock | None = None,
    progress: Progress = silent,
    memory: ArticleMemory | None = None,
) -> Rendered:
    """Load a help centre, render its articles and read each of them.

    Args:
        config: Path of `mkdocs.yml`.
        jobs: Processes at most.
        clock: Takes the time of each step.
        progress: Is told how far each step is.
        memory: Keeps what was made of articles from one call to the next.

    Raises:
        ConfigurationError: There is no readable `mkdocs.yml`.
        EpochError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    clock = clock or Clock()
    findings = Findings()
    with clock.step("load"):
        progress("load", 0, 1)
        memory = memory or ArticleMemory()
        loaded = load_help_centre(config, load_all=partial(memory.load, jobs=jobs))
        centre = loaded.centre
        options = render_options(centre.settings, findings)
        today = date_of_today(centre.contact.organisation.timezone)
        addresses = Addresses.of(centre, today)
        progress("load", 1, 1)
    with clock.step("render"):
        reader_options = ReaderOptions.of(centre, options)
        read = memory.read(centre.articles, reader_options, jobs=jobs, progress=progress)
        memory.save(reader_options)
        fragments = {path: each.fragment for path, each in read.items()}
        by_rule = _by_rule((*loaded.findings, *findings))
        readings = {
            article.file.path: read[article.file.path].reading(article.file)
            for article in centre.articles
        }
        context = FragmentsContext(centre, addresses, by_rule, today, fragments, readings)
    return Rendered(loaded.root, context, is_stored=memory.is_stored)


class EpochError(ValueError):
    """``SOURCE_DATE_EPOCH`` is not a number of seconds; the message says so."""


def date_of_today(timezone: str) -> date:
    """Return the day that counts as today: of ``SOURCE_DATE_EPOCH``, else of the clock.

    Args:
        timezone: IANA name; the organisation's.

    Raises:
        EpochError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    zone = ZoneInfo(timezone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).astimezone(zone).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError):
        raise EpochError(
            f"SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds since 1970"
        ) from None


def _by_rule(findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.rule_name, []).append(finding)
    return {name: tuple(found) for name, found in grouped.items()}
