"""HRS011: frozen holidays of another calendar than the one that is kept."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.hours._frozen import CHANNELS, lock
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="HRS011",
    name="holiday-lock-outdated",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="The frozen holidays are not those that channels.yml names.",
    why="They are holidays of another country or of other sorts, so they do not count, and every "
    "day is taken for a working day.",
    fix="Run `hcgen holidays update` and commit the file; or put channels.yml right.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays: {{calendar: MY}}\n",
                "content/holidays.lock.json": lock("ID").replace('"calendar"', '"⟦calendar⟧"'),
            }
        ),
        Example(
            {
                "content/channels.yml": f"{CHANNELS}"
                "  holidays: {calendar: ID, include: [public, government]}\n",
                "content/holidays.lock.json": lock("ID").replace('"include"', '"⟦include⟧"'),
            }
        ),
    ),
    good=(
        # the order in which the sorts are named says nothing
        Example(
            {
                "content/channels.yml": f"{CHANNELS}"
                "  holidays: {calendar: id, include: [public, government]}\n",
                "content/holidays.lock.json": lock("ID", include=("government", "public")),
            }
        ),
        Example({"content/holidays.lock.json": lock("SG")}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
