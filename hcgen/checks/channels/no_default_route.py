"""CON017: a routing that says nothing about all the rest."""

from collections.abc import Iterator

from hcgen.checks.contact import is_whole
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.routing import DEFAULT_ROUTE

_MAIL = "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"

RULE = Rule(
    code="CON017",
    name="no-default-route",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The routing has no default.",
    why="Below articles of other topics customers are offered the first channels of the file, "
    "whatever they are good for.",
    fix="Add default: with the ids of the channels that suit every question.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{_MAIL}routing:\n  ⟦account⟧: [mail]\n"}),
        Example({"content/channels.yml": f"{_MAIL}routing:\n  account: mail\n  ⟦default⟧: []\n"}),
    ),
    good=(
        Example({"content/channels.yml": f"{_MAIL}routing: {{default: [mail]}}\n"}),
        # no routing at all is a way of routing
        Example({"content/channels.yml": f"{_MAIL}routing: {{}}\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the default among the routes."""
    contact = context.centre.contact
    if not contact.routing or contact.routing.get(DEFAULT_ROUTE) or not is_whole(context):
        return
    places = contact.route_places
    yield Diagnostic(
        RULE,
        places.get(DEFAULT_ROUTE) or next(iter(places.values())),
        "the routing names no channels for everything else",
        help="add default: with the ids of channels, best first",
    )
