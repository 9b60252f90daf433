"""What a run reports of all that was found: what the site asked for, accepted and knew aside."""

from collections.abc import Iterable

from hcgen.checks import ReportContext, Selection, all_checks, run_checks, selection
from hcgen.diagnostics import Diagnostic, Report, Stage, in_order
from hcgen.diagnostics.baseline import without_known
from hcgen.diagnostics.ignoring import without_accepted
from hcgen.model.article import Role
from hcgen.model.help_centre import HelpCentre


def report_of(
    centre: HelpCentre,
    diagnostics: Iterable[Diagnostic],
    *,
    chosen: Selection | None = None,
    uses_baseline: bool = True,
) -> Report:
    """Return the report of a run, with the counts of the help centre.

    Args:
        diagnostics: Of all stages but the last, in any order.
        chosen: Which rules count; None: what the configuration says.
        uses_baseline: Leave out what the baseline knows; False for what writes it anew.
    """
    chosen = chosen or selection(centre.settings.rules)
    accepted = without_accepted(in_order(chosen.of_those(diagnostics)), centre.ignores)
    known = without_known(accepted.shown, centre.baseline if uses_baseline else ())
    context = ReportContext(
        centre,
        chosen.codes,
        tuple(check.rule for check in all_checks()),
        accepted.used,
        known.fixed,
    )
    about_the_report = chosen.of_those(run_checks(Stage.REPORT, context))
    return Report(
        in_order((*known.new, *about_the_report)),
        articles=centre.count(Role.ARTICLE),
        languages=len(centre.languages),
        channels=len(centre.contact.channels),
        ignored=len(accepted.hidden),
        known=len(known.known),
    )
