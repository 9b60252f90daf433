"""REQ001: facts that have no name for customers."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.requests._facts import asked_facts, has_faults, missing_tags, place_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.nearest import nearest
from hcgen.model.request import USUAL_FACTS, Fact

_TOPIC = "topics:\n  - path: billing\n    title: {en: Bills, id: Tagihan}\n    facts: "

RULE = Rule(
    code="REQ001",
    name="fact-without-label",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A fact that customers are asked for has no label in one of the site's languages.",
    why="Customers are asked for something without being told what it is, or in a language that "
    "they may not read.",
    fix="Add the label in that language below “facts” in topics.yml, or correct the fact's name.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/topics.yml": f"{_TOPIC}[invoice]\n"
                "facts:\n  - name: invoice\n    label: {en: ⟦Invoice number⟧}\n"
                "    good: {en: INV-12, id: INV-12}\n"
            }
        ),
        Example(
            {"content/topics.yml": f"{_TOPIC}[invoice]\nfacts:\n  - {{name: ⟦invoice⟧, good: A-1}}"}
        ),
        # neither a usual fact nor one of the site's own, at each place where it is asked for
        Example(
            {"content/topics.yml": f"{_TOPIC}[⟦acount⟧, error]\nrequests:\n  facts: [⟦colour⟧]\n"}
        ),
    ),
    good=(
        Example({"content/topics.yml": f"{_TOPIC}[account, domain, tried, since, screenshot]\n"}),
        # one label for all languages; and a hint for a usual fact, which keeps its label
        Example(
            {
                "content/topics.yml": f"{_TOPIC}[order, error]\nfacts:\n"
                "  - {name: order, label: ID, good: AB-12}\n"
                "  - {name: error, hint: F12}\n"
            }
        ),
        # other words for a usual fact in one language; the other one keeps those it has
        Example(
            {
                "content/topics.yml": f"{_TOPIC}[account]\nfacts:\n"
                "  - {name: account, label: {en: Customer number}}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the words of each fact that a topic or the whole site asks for."""
    centre = context.centre
    own = centre.requests.own
    asked = tuple(asked_facts(centre))
    for name in dict.fromkeys(text.value for text in asked):
        fact = own.get(name)
        if fact is not None and not fact.is_usual and not has_faults(context, fact.span):
            yield from _labels(context, fact)
    known = frozenset((*USUAL_FACTS, *own))
    undefined = [text for text in asked if text.value not in known]
    if undefined and has_faults(context):
        return  # perhaps of the very entry that would define them
    for text in undefined:
        yield Diagnostic(
            RULE,
            text.span,
            f"the fact “{text.value}” has no label in any language",
            help=nearest(
                text.value,
                known,
                otherwise=f"add “- name: {text.value}” with a “label:” below “facts:”, "
                f"or ask for {', '.join(USUAL_FACTS)}",
            ),
        )


def _labels(context: SourceContext, fact: Fact) -> Iterator[Diagnostic]:
    centre = context.centre
    missing = missing_tags(centre, fact.label)
    if not missing:
        return
    languages = " and no ".join(english_name(tag) for tag in missing)
    yield Diagnostic(
        RULE,
        place_of(centre, fact.label, fact),
        f"the fact “{fact.name.value}” has no {languages} label",
        help=f"add it below “label:” with {' and '.join(f'{tag}:' for tag in missing)}",
    )
