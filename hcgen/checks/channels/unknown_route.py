"""CON018: routes for something that does not exist."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.help_centre import HelpCentre
from hcgen.model.nearest import nearest
from hcgen.model.routing import DEFAULT_ROUTE

_MAIL = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always, "
    "services: [support]}\nrouting:\n  default: [mail]\n"
)

RULE = Rule(
    code="CON018",
    name="unknown-route",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The routing has a key that is neither a topic nor a service.",
    why="The route never counts; customers with that question are offered other channels.",
    fix="Write the path of a topic, or a service of a channel, topic or article.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"{_MAIL}  ⟦acount⟧: [mail]\n"}),
        Example({"content/channels.yml": f"{_MAIL}  ⟦mail⟧: [mail]\n"}),
    ),
    good=(
        Example({"content/channels.yml": f"{_MAIL}  account: [mail]\n  support: [mail]\n"}),
        Example(
            {
                "content/channels.yml": f"{_MAIL}  money: [mail]\n",
                "content/topics.yml": "topics:\n  - path: billing\n    title: {en: Bills, "
                "id: Tagihan}\n    service: money\n",
            }
        ),
        Example(
            {
                "content/channels.yml": f"{_MAIL}  money: [mail]\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\nservice: money\n---\nBy card.\n",
                "content/id/billing/pay.md": "---\ntitle: Bayar\nservice: money\n---\nKartu.\n",
            }
        ),
        # a folder that topics.yml does not name is a topic too
        Example(
            {
                "content/channels.yml": f"{_MAIL}  account/login: [mail]\n",
                "content/en/account/login/code.md": "---\ntitle: Codes\n---\nText.\n",
                "content/id/account/login/code.md": "---\ntitle: Kode\n---\nTeks.\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look each key up among topics and services."""
    centre = context.centre
    routes = centre.contact.route_places
    if not routes:
        return
    known = _known(centre)
    for name, span in routes.items():
        if name == DEFAULT_ROUTE or name in known or _is_unreadable(centre, name):
            continue
        yield Diagnostic(
            RULE,
            span,
            f"“{name}” is neither a topic nor a service",
            help=nearest(name, known, otherwise="write the path of a topic, or a service"),
        )


def _known(centre: HelpCentre) -> set[str]:
    known = set(centre.topics)
    known.update(
        topic.service.value for topic in centre.topics.values() if topic.service is not None
    )
    known.update(article.service.value for article in centre.articles if article.service)
    for channel in centre.contact.channels:
        known.update(service.value for service in channel.services)
    return known


def _is_unreadable(centre: HelpCentre, name: str) -> bool:
    """Tell whether articles of such a topic are there and cannot be read, which is said."""
    return any(f"/{path}".find(f"/{name}/") >= 0 for path in centre.unreadable)
