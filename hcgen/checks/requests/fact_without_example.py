"""REQ006: facts without an example of a good answer."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.requests._facts import has_faults, missing_tags, place_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name

_TOPIC = "topics:\n  - path: billing\n    title: {en: Bills, id: Tagihan}\n    facts: [order]\n"

RULE = Rule(
    code="REQ006",
    name="fact-without-example",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="A fact of the site's own has no example of a good answer in one of the languages.",
    why="An example shows customers at a glance what is meant, and which form it has.",
    fix="Add good: with an answer as a customer would write it; made-up numbers will do.",
    since="0.1.0",
    bad=(
        Example({"content/topics.yml": f"{_TOPIC}facts:\n  - {{name: ⟦order⟧, label: ID}}\n"}),
        Example(
            {
                "content/topics.yml": f"{_TOPIC}facts:\n  - name: order\n"
                "    label: {en: Order, id: Pesanan}\n    good: {en: ⟦AB-12 of 3 May⟧}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/topics.yml": f"{_TOPIC}facts:\n"
                "  - {name: order, label: ID, good: AB-12 of 3 May}\n"
            }
        ),
        # usual facts have examples, and what is sent along needs none
        Example(
            {
                "content/topics.yml": f"{_TOPIC}requests: {{facts: [account]}}\nfacts:\n"
                "  - {name: account, label: {en: Customer number, id: Nomor pelanggan}}\n"
                "  - {name: order, label: ID, form: attachment}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for examples of the facts that have a label; without one REQ001 has the word."""
    centre = context.centre
    for fact in centre.requests.own.values():
        needs_none = fact.form == "attachment" and not fact.good
        if fact.is_usual or not fact.label or needs_none:
            continue
        missing = missing_tags(centre, fact.good)
        if not missing or has_faults(context, fact.span):
            continue
        languages = " and no ".join(english_name(tag) for tag in missing)
        yield Diagnostic(
            RULE,
            place_of(centre, fact.good, fact),
            f"the fact “{fact.name.value}” has no {languages} example of a good answer",
            help=f"add it below “good:” with {' and '.join(f'{tag}:' for tag in missing)}",
        )
