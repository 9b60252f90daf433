"""COV003: waivers that do not say who, why, where or until when."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.coverage._gaps import Gaps
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.coverage import Waiver

_CLOSE = "---\ntitle: Close your account\n---\nText.\n"

RULE = Rule(
    code="COV003",
    name="incomplete-waiver",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A waiver lacks an owner, a reason, its languages or an end date.",
    why="A gap that nobody answers for stays for ever. Without languages or an end date the "
    "waiver does not count at all.",
    fix="Add owner:, reason:, languages: and until: to the waiver.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/close.md": _CLOSE,
                "content/coverage.yml": "waivers:\n  - article: ⟦account/close⟧\n"
                "    languages: [id]\n    reason: Not sold there\n    until: 2099-01-31\n",
            }
        ),
        Example(
            {
                "content/en/account/close.md": _CLOSE,
                "content/coverage.yml": "waivers:\n  - article: ⟦account/close⟧\n"
                "    languages: [id]\n    owner: support\n    reason: Not sold there\n",
            }
        ),
        Example(
            {
                "content/en/account/close.md": _CLOSE,
                "content/coverage.yml": "waivers:\n  - article: ⟦account/close⟧\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/close.md": _CLOSE,
                "content/coverage.yml": "waivers:\n  - article: account/close\n"
                "    languages: id\n    owner: support\n    reason: Not sold there\n"
                "    until: 2099-01-31\n",
            }
        ),
        Example({"content/coverage.yml": "waivers:\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at each waiver that is about a real gap."""
    if not context.centre.coverage.waivers:
        return
    gaps = Gaps(context.centre, context.today)
    for waiver in context.centre.coverage.waivers:
        lacking = _lacking(waiver)
        if not lacking or not gaps.knows(waiver) or not gaps.open_languages(waiver):
            continue  # one that nothing needs has to go, not to be completed
        keys, words = zip(*lacking, strict=True)
        yield Diagnostic(
            RULE,
            waiver.name.span,
            f"the waiver of “{waiver.name.value}” has {_listed(words)}",
            help=f"add {', '.join(keys)} below it",
        )


def _lacking(waiver: Waiver) -> list[tuple[str, str]]:
    """Return example and words for what a waiver lacks."""
    found: list[tuple[str, str]] = []
    if not waiver.languages:
        found.append(("languages: [id]", "no languages"))
    if waiver.owner is None:
        found.append(("owner:", "no owner"))
    if waiver.reason is None:
        found.append(("reason:", "no reason"))
    if waiver.until is None and waiver.until_place is None:
        found.append(("until: and a day such as 2027-06-30", "no end date"))
    return found


def _listed(words: tuple[str, ...]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
