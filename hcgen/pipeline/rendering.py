"""The first half of every run: load, render, and check what can be checked without a site."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hcgen.checks import FragmentsContext, SourceContext, run_checks
from hcgen.diagnostics import Diagnostic, Finding, Findings, Stage
from hcgen.load import load_help_centre
from hcgen.model.addresses import Addresses
from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.pipeline.jobs import in_jobs
from hcgen.pipeline.progress import Clock, Progress, silent
from hcgen.pipeline.reading import ReadArticle, Reader, ReaderOptions
from hcgen.render import render_options


@dataclass(frozen=True, slots=True)
class Rendered:
    """A help centre up to its fragments.

    Attributes:
        root: The project folder.
        context: Of the stage `fragments`.
        diagnostics: Of the stages `source` and `fragments`.
    """

    root: Path
    context: FragmentsContext
    diagnostics: tuple[Diagnostic, ...]

    @property
    def centre(self) -> HelpCentre:
        return self.context.centre


def render_help_centre(
    config: Path,
    *,
    jobs: int = 1,
    clock: Clock | None = None,
    progress: Progress = silent,
    memory: "FragmentMemory | None" = None,
) -> Rendered:
    """Load a help centre, render its articles and run the rules of both stages.

    Args:
        config: Path of `mkdocs.yml`.
        jobs: Processes at most.
        clock: Takes the time of each step.
        progress: Is told how far each step is.
        memory: Keeps fragments from one call to the next.

    Raises:
        ConfigurationError: There is no readable `mkdocs.yml`.
        EpochError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    clock = clock or Clock()
    findings = Findings()
    with clock.step("load"):
        progress("load", 0, 1)
        loaded = load_help_centre(config)
        centre = loaded.centre
        options = render_options(centre.settings, findings)
        today = date_of_today(centre.contact.organisation.timezone)
        addresses = Addresses.of(centre, today)
        progress("load", 1, 1)
    with clock.step("render"):
        known = memory or FragmentMemory()
        read = known.read(
            centre.articles, ReaderOptions.of(centre, options), jobs=jobs, progress=progress
        )
        fragments = {path: each.fragment for path, each in read.items()}
    with clock.step("check"):
        by_rule = _by_rule((*loaded.findings, *findings))
        source = SourceContext(centre, addresses, by_rule, today)
        readings = {
            article.file.path: read[article.file.path].reading(article.file)
            for article in centre.articles
        }
        context = FragmentsContext(centre, addresses, by_rule, today, fragments, readings)
        diagnostics = (
            *run_checks(Stage.SOURCE, source),
            *(found for reading in readings.values() for found in reading.diagnostics),
            *run_checks(Stage.FRAGMENTS, context),
        )
    return Rendered(loaded.root, context, diagnostics)


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


class FragmentMemory:
    """Keeps what was made of articles in one run for the next one in the same process.

    It depends on the article's text and the options, and on nothing else.
    """

    def __init__(self) -> None:
        self._options: ReaderOptions | None = None
        self._by_path: dict[str, tuple[str, ReadArticle]] = {}

    def read(
        self,
        articles: Sequence[Article],
        options: ReaderOptions,
        *,
        jobs: int,
        progress: Progress,
    ) -> Mapping[str, ReadArticle]:
        """Return path -> what was made of it, anew only what changed since the last call."""
        if options != self._options:
            self._options, self._by_path = options, {}
        known = {
            article.file.path: kept[1]
            for article in articles
            if (kept := self._by_path.get(article.file.path)) and kept[0] == article.file.text
        }
        missing = [article for article in articles if article.file.path not in known]
        reader = Reader(options) if missing else None

        def work(part: Sequence[Article]) -> list[ReadArticle]:
            assert reader is not None
            return [reader.read(article) for article in part]

        found: list[ReadArticle] = []
        progress("render", 0, len(missing))
        for done, part in in_jobs(work, missing, jobs=jobs):
            found.extend(part)
            progress("render", done, len(missing))
        known |= {article.file.path: made for article, made in zip(missing, found, strict=True)}
        self._by_path = {
            article.file.path: (article.file.text, known[article.file.path]) for article in articles
        }
        return known


def _by_rule(findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.rule_name, []).append(finding)
    return {name: tuple(found) for name, found in grouped.items()}
