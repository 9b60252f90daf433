"""COV004: waivers that have run out while the gap is still there."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.coverage._gaps import Gaps
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name

_CLOSE = "---\ntitle: Close your account\n---\nText.\n"
_WAIVER = (
    "waivers:\n  - article: account/close\n    languages: [id]\n    owner: support\n"
    "    reason: Not sold there\n    until: "
)

RULE = Rule(
    code="COV004",
    name="expired-waiver",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A waiver has run out, and what it accepted is still missing.",
    why="The day is there so that somebody looks again; until then nobody has closed the gap.",
    fix="Close the gap, or agree on a new day with the owner.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/close.md": _CLOSE,
                "content/coverage.yml": f"{_WAIVER}⟦2020-01-31⟧\n",
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang\ndraft: true\n---\nTeks.\n",
                "content/coverage.yml": f"{_WAIVER}⟦2020-01-31⟧\n".replace(
                    "article: account/close", "topic: account"
                ),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/close.md": _CLOSE,
                "content/coverage.yml": f"{_WAIVER}2099-01-31\n",
            }
        ),
        Example(
            {
                "content/en/account/close.md": _CLOSE,
                "content/coverage.yml": f"{_WAIVER}2020-01-31\n{_WAIVER}2099-01-31\n".replace(
                    "2020-01-31\nwaivers:\n", "2020-01-31\n"
                ),
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the last day of each waiver with today."""
    centre, today = context.centre, context.today
    if not centre.coverage.waivers:
        return
    gaps = Gaps(centre, today)
    for waiver in centre.coverage.waivers:
        if waiver.until is None or waiver.until_place is None or today <= waiver.until:
            continue
        if not waiver.languages:
            continue  # it never counted
        name = waiver.name.value
        names = {name, gaps.keys.get(name, name)}
        missing = [
            english_name(tag)
            for tag in (gaps.open_languages(waiver) if gaps.knows(waiver) else ())
            if not centre.coverage.is_waived(names, tag, today)
        ]
        if missing:
            yield Diagnostic(
                RULE,
                waiver.until_place,
                f"the waiver of “{name}” ended on this day, and it is still missing in "
                f"{', '.join(missing)}",
                help="close the gap, or agree on a new day with "
                f"{waiver.owner.value if waiver.owner else 'its owner'}",
            )
