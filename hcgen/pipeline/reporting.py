"""What a run reports of all that was found: what the site asked for, accepted and knew aside."""

from collections.abc import Iterator

from hcgen.checks import (
    ReportContext,
    Selection,
    SiteContext,
    all_checks,
    run_checks,
    selection,
)
from hcgen.diagnostics import Diagnostic, Report, Stage, in_order
from hcgen.diagnostics.baseline import without_known
from hcgen.diagnostics.ignoring import without_accepted
from hcgen.model.article import Role


def report_of(
    site: SiteContext,
    *,
    chosen: Selection | None = None,
    uses_baseline: bool = True,
    is_whole: bool = True,
) -> Report:
    """Run the rules that count, and return the report with the counts of the help centre.

    Args:
        site: Has what the rules of all stages but the last look at.
        chosen: Which rules count; None: what the configuration says.
        uses_baseline: Leave out what the baseline knows; False for what writes it anew.
        is_whole: False for a shard: what its rules did not find others may, so that nothing is
            said of comments and of a baseline that seem to be without use.
    """
    centre = site.centre
    chosen = chosen or selection(centre.settings.rules)
    found = chosen.of_those(_findings(site, chosen))
    accepted = without_accepted(in_order(found), centre.ignores)
    known = without_known(accepted.shown, centre.baseline if uses_baseline else ())
    context = ReportContext(
        centre,
        chosen.codes,
        tuple(check.rule for check in all_checks()),
        accepted.used,
        known.fixed,
    )
    stages = (Stage.REPORT,) if is_whole else ()
    about_the_report = [
        each
        for stage in stages
        for each in chosen.of_those(run_checks(stage, context, chosen.codes))
    ]
    return Report(
        in_order((*known.new, *about_the_report)),
        articles=centre.count(Role.ARTICLE),
        languages=len(centre.languages),
        channels=len(centre.contact.channels),
        ignored=len(accepted.hidden),
        known=len(known.known),
    )


def _findings(site: SiteContext, chosen: Selection) -> Iterator[Diagnostic]:
    """Yield what the rules of all stages but the last find; articles have been read already."""
    for reading in site.readings.values():
        yield from reading.diagnostics
    for stage in (Stage.SOURCE, Stage.FRAGMENTS, Stage.INDEX, Stage.SITE):
        yield from run_checks(stage, site, chosen.codes)
