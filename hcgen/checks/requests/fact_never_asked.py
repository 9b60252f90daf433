"""REQ005: facts that are defined for nothing."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.requests._facts import asked_facts, has_faults
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.request import needed_facts

_TOPIC = "topics:\n  - path: billing\n    title: {en: Bills, id: Tagihan}\n"
_ORDER = "facts:\n  - {name: order, label: ID, good: AB-12}\n"

RULE = Rule(
    code="REQ005",
    name="fact-never-asked",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="A fact is defined below “facts”, and no topic asks for it.",
    why="Somebody wrote down that you need to know it, and customers are never asked.",
    fix="Add its name to the facts of a topic or of all requests, or take it out.",
    since="0.1.0",
    bad=(
        Example({"content/topics.yml": _TOPIC + _ORDER.replace("order", "⟦order⟧")}),
        # a message names it, and there is never anything to put there
        Example(
            {
                "content/topics.yml": f"{_TOPIC}    facts: [account]\n"
                "    message: '{problem} {order}'\n" + _ORDER.replace("order", "⟦order⟧")
            }
        ),
    ),
    good=(
        Example({"content/topics.yml": f"{_TOPIC}    facts: [order]\n{_ORDER}"}),
        Example({"content/topics.yml": f"{_TOPIC}requests:\n  facts: order\n{_ORDER}"}),
        # other words for what is asked where nobody says otherwise
        Example({"content/topics.yml": f"{_TOPIC}facts:\n  - {{name: since, hint: WIB}}\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for each fact of the site among those that topics and all requests ask for."""
    centre = context.centre
    requests = centre.requests
    if not requests.own or has_faults(context):
        return
    asked = {text.value for text in asked_facts(centre)}
    asked.update(needed_facts("", centre.topics, requests))
    for name, fact in requests.own.items():
        if name not in asked:
            yield Diagnostic(
                RULE,
                fact.name.span,
                f"no topic asks for the fact “{name}”",
                help=f"write facts: [{name}] at a topic or below “requests:”, or take it out",
            )
