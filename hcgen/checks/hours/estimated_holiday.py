"""HRS013: holidays of the next months whose day is not certain yet."""

from collections.abc import Iterator
from datetime import timedelta

from hcgen.checks.context import SourceContext
from hcgen.checks.hours._frozen import CHANNELS, lock
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

AHEAD = timedelta(120)

RULE = Rule(
    code="HRS013",
    name="estimated-holiday",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="A holiday in the next 120 days is only estimated to be on that day.",
    why="An estimate is no fact to tell customers, so the day counts as a working day until it is "
    "known: they are promised an answer on a day on which you may be closed.",
    fix="Run `hcgen holidays update` when the day has been announced. If you are closed on that "
    "day in any case, name it below `extra`.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays: {{calendar: ID}}\n",
                "content/holidays.lock.json": lock(
                    "ID", estimated=("2027-03-10",), valid_through="2027-03-09"
                ).replace('"2027-03-10"', '"⟦2027-03-10⟧"'),
            }
        ),
        # the second day is not among the days of one's own
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays:\n    calendar: ID\n"
                "    extra: [{from: 2027-03-10}]\n",
                "content/holidays.lock.json": lock(
                    "ID", estimated=("2027-03-10", "2027-03-11"), valid_through="2027-03-09"
                ).replace('"2027-03-11"', '"⟦2027-03-11⟧"'),
            }
        ),
    ),
    good=(
        # far ahead
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays: {{calendar: ID}}\n",
                "content/holidays.lock.json": lock(
                    "ID", estimated=("2027-05-17",), valid_through="2027-05-16"
                ),
            }
        ),
        # closed in any case
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays:\n    calendar: ID\n"
                "    extra: [{from: 2027-03-10}]\n",
                "content/holidays.lock.json": lock(
                    "ID", estimated=("2027-03-10",), valid_through="2027-03-09"
                ),
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for estimates from today on."""
    holidays = context.centre.contact.organisation.holidays
    for holiday in holidays.estimated:
        if holiday.place is None or not context.today <= holiday.day <= context.today + AHEAD:
            continue
        name = holiday.name.get(context.centre.source_language)
        yield Diagnostic(
            RULE,
            holiday.place,
            f"“{name}” is only estimated to be on {holiday.day}, and counts as a working day",
            help="run “hcgen holidays update” when the day has been announced; if you are closed "
            "in any case, name it below “extra” in channels.yml",
        )
