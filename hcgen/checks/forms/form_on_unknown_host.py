"""FRM002: forms on a host of another domain than the site's."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.web_addresses import place_of, site_domain, web_fault
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.domains import is_on_shared_host, looks_like, registrable_domain, web_host

_MAIL = "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"

RULE = Rule(
    code="FRM002",
    name="form-on-unknown-host",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="A form is on another domain than the site.",
    why="Customers are asked for their data on a site that they do not know.",
    fix="Give the form an address below your own domain, if its provider can do that.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: https://⟦awan.zendesk.com⟧/new}\n" + _MAIL
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: https://⟦example.co.id⟧/new}\n" + _MAIL
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: https://forms.example.com/new}\n" + _MAIL
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: forum, kind: community, url: https://awan.discourse.group/}\n" + _MAIL
            }
        ),
    ),
    is_on=False,  # most forms are a provider's, and customers know it
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare registered domains; silent where the site has none of its own."""
    own = site_domain(context)
    if not own or is_on_shared_host(own):
        return
    for channel in context.centre.contact.channels:
        text = channel.values.get("url")
        if channel.kind != "form" or text is None or web_fault(text, what="form") is not None:
            continue
        host = web_host(text.value)
        if registrable_domain(host) == own or looks_like(host, own):
            continue
        yield Diagnostic(
            RULE,
            place_of(text, host),
            f"the form is at “{host}”, and the site at “{own}”",
            help=f"use an address below “{own}” if the provider of the form can do that",
        )
