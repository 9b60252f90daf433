"""HRS012: frozen holidays that are certain for a short time only."""

from collections.abc import Iterator
from datetime import date, timedelta

from hcgen.checks.context import SourceContext
from hcgen.checks.hours._frozen import CHANNELS, lock
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

SOON = timedelta(60)

RULE = Rule(
    code="HRS012",
    name="holidays-end-soon",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The holidays are certain for less than 60 days from today.",
    why="After that day nobody can say when you are open and by when you answer, and holidays "
    "count as working days.",
    fix="Run `hcgen holidays update`. Where the days are not announced yet, name those on which "
    "you are closed in any case below `extra`.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays: {{calendar: ⟦ID⟧}}\n",
                "content/holidays.lock.json": lock("ID", last="2020-12-31"),
            }
        ),
        # an estimate on the next day ends what is certain
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays: {{calendar: ⟦ID⟧}}\n",
                "content/holidays.lock.json": lock(
                    "ID", estimated=("2020-05-24",), valid_through="2020-05-23"
                ),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays: {{calendar: ID}}\n",
                "content/holidays.lock.json": lock("ID"),
            }
        ),
        # an estimate that one's own days make certain
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays:\n    calendar: ID\n"
                "    extra: [{from: 2020-05-24, to: 2020-05-25}]\n",
                "content/holidays.lock.json": lock(
                    "ID", estimated=("2020-05-24",), valid_through="2020-05-23"
                ),
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the last certain day with today."""
    holidays = context.centre.contact.organisation.holidays
    end, calendar = holidays.valid_through, holidays.calendar
    if calendar is None or end is None or end == date.min:
        return  # there are none, or what is wrong with them is told elsewhere
    if end - context.today < SOON:
        verb = "were" if end < context.today else "are"
        yield Diagnostic(
            RULE,
            calendar.place,
            f"the holidays of “{calendar.code}” {verb} certain up to {end} only",
            help="run “hcgen holidays update”; where the days are not announced yet, name those "
            "on which you are closed in any case below “extra”",
        )
