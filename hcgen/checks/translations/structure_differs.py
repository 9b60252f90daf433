"""TRN007: translations with other headings or another number of steps than their source."""

from collections import Counter
from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.translations._versions import pairs_to_compare
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name

_EN = "---\ntitle: Pay\n---\n{}\n"
_ID = "---\ntitle: ⟦Bayar⟧\n---\n{}\n"

RULE = Rule(
    code="TRN007",
    name="structure-differs",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="A translation has other headings, or more or fewer steps, than its source.",
    why="Something was left out, or added in one language only: readers miss a part or a step.",
    fix="Bring both to the same headings and steps.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/billing/pay.md": _EN.format("1. Open it.\n2. Pay.\n3. Close it."),
                "content/id/billing/pay.md": _ID.format("1. Buka.\n2. Bayar dan tutup."),
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": _EN.format("## Card\n\nA.\n\n## Bank\n\nB."),
                "content/id/billing/pay.md": _ID.format("## Kartu\n\nA."),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/billing/pay.md": _EN.format("Card\n----\n\n1. Open it.\n\n2. Pay."),
                "content/id/billing/pay.md": "---\ntitle: Bayar\n---\n"
                "## Kartu\n\n1. Buka.\n2. Bayar.\n",
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": _EN.format("- By card\n- By bank"),
                "content/id/billing/pay.md": "---\ntitle: Bayar\n---\nKartu, bank.\n",
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Compare headings and steps of each published translation with those of its source."""
    centre = context.centre
    name = english_name(centre.source_language)
    for source, facts, translation, own in pairs_to_compare(context):
        if facts.headings == own.headings and facts.steps == own.steps:
            continue
        said = [
            _headings(facts.headings, own.headings, name) if facts.headings != own.headings else "",
            f"the {name} source has {_count(facts.steps, 'numbered step')}, this translation "
            f"{own.steps or 'none'}"
            if facts.steps != own.steps
            else "",
        ]
        yield Diagnostic(
            RULE,
            translation.place,
            "; ".join(filter(None, said)),
            help=f"compare it with {source.file.path}",
        )


def _headings(source: tuple[int, ...], own: tuple[int, ...], name: str) -> str:
    if len(source) != len(own):
        more = f"the {name} source has {_count(len(source), 'heading')}"
        return f"{more}, this translation {len(own) or 'none'}"
    if Counter(source) == Counter(own):
        return f"the headings of this translation come in another order than in the {name} source"
    number = next(place for place, level in enumerate(own) if level != source[place])
    return (
        f"heading {number + 1} is of level {own[number]} here and of level {source[number]} in the "
        f"{name} source"
    )


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
