"""PUB001: channels that a built contact page does not show."""

from collections.abc import Iterator
from html import unescape

from hcgen.channels import kinds
from hcgen.checks.context import SiteContext
from hcgen.checks.site._contact_pages import cards, contact_pages
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PUB001",
    name="channel-missing-from-contact-page",
    severity=Severity.ERROR,
    stage=Stage.SITE,
    summary="A channel of channels.yml cannot be reached from the built contact page.",
    why="Customers cannot use a channel that they do not see.",
    fix="Give the channel a target that can be linked; check the site's own contact template.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: ⟦mail⟧, kind: email, address: help@example.com}\n",
                "theme/contact.html": "<p>Nothing here</p>\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: https://form.example.com/}\n"
            }
        ),
    ),
)

_TOLD = ("chat", "community", "email", "form", "phone", "social", "telegram", "whatsapp")
"""Kinds whose own rules say why there is nothing to link."""


def check(context: SiteContext) -> Iterator[Diagnostic]:
    """Look for every channel's link, or the lines of its address, on every contact page."""
    centre = context.centre
    missing = {channel.id.value for channel in centre.contact.channels}
    shown_in = dict.fromkeys(missing, 0)
    has_link = dict.fromkeys(missing, False)
    for tag, html in contact_pages(context):
        page = unescape(html)
        for name, card in cards(context, tag).items():
            wanted = [f'href="{link.href}"' for link in card.links] or list(card.lines)
            has_link[name] |= bool(wanted)
            shown_in[name] += bool(wanted) and all(text in page for text in wanted)
    for channel in centre.contact.channels:
        if any(
            field.is_required and not channel.value(field.name)
            for field in kinds()[channel.kind].fields
        ):
            continue  # “channel-without-target” has said it
        if channel.kind in _TOLD and not has_link[channel.id.value]:
            continue  # “malformed-address” and its like have said it
        if shown_in[channel.id.value] < len(centre.languages):
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"the channel “{channel.id.value}” is not on the contact page",
                help="give it an address that can be linked, such as https://…; "
                "a template of your own must show every channel",
            )
