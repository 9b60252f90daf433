"""HRS010: a calendar of holidays whose days are not there."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.hours._frozen import CHANNELS, lock
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="HRS010",
    name="missing-holiday-lock",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="channels.yml names a calendar of holidays, and the file with its days is not there.",
    why="Every holiday counts as a working day: customers wait for an answer that nobody writes.",
    fix="Run `hcgen holidays update`, and commit content/holidays.lock.json.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{CHANNELS}  holidays: {{calendar: ⟦ID⟧}}\n"}),
        # a file beside the content folder is not the file
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays:\n    calendar: ⟦MY⟧\n"
                '    subdivision: "14"\n',
                "holidays.lock.json": lock("MY", subdivision="14"),
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
        # days of one's own need no calendar
        Example(
            {
                "content/channels.yml": f"{CHANNELS}  holidays:\n"
                "    extra: [{from: 2098-03-10, reason: Stocktaking}]\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
