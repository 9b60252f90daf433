"""PUB004: channels that do not stand in the same order on every page."""

import re
from collections.abc import Iterator

from hcgen.checks.context import SiteContext
from hcgen.checks.site._contact_pages import contact_pages
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.showing import shown_channels
from hcgen.model.url import slugify

_TWO = (
    "channels:\n"
    "  - {id: form, kind: form, url: https://form.example.com/}\n"
    "  - {id: mail, kind: email, address: help@example.com}\n"
)

RULE = Rule(
    code="PUB004",
    name="channels-in-another-order",
    severity=Severity.ERROR,
    stage=Stage.SITE,
    summary="A contact page shows the channels in another order than channels.yml.",
    why="Customers find the help that they used last time where it stood last time, on each page "
    "and in each language (WCAG 2.2, 3.2.6 Consistent Help).",
    fix="Let the template of the contact page go through the channels in the order it gets them.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"⟦⟧{_TWO}",
                "theme/contact.html": '<h2 id="hc-channel-mail">Mail</h2>'
                '<a href="mailto:help@example.com">help@example.com</a>'
                '<h2 id="hc-channel-form">Form</h2>'
                '<a href="https://form.example.com/">Form</a>\n',
            }
        ),
    ),
    good=(
        Example({"content/channels.yml": _TWO}),
        Example(
            {
                "content/channels.yml": _TWO,
                "theme/contact.html": '<a href="#hc-channel-mail">Mail</a>'
                '<h2 id="hc-channel-form">Form</h2>'
                '<a href="https://form.example.com/">Form</a>'
                '<h2 id="hc-channel-mail">Mail</h2>'
                '<a href="mailto:help@example.com">help@example.com</a>\n',
            }
        ),
    ),
)

_PART = re.compile(r"""\bid\s*=\s*["']?hc-channel-([^"'\s>]+)""")


def check(context: SiteContext) -> Iterator[Diagnostic]:
    """Compare the order of the channels' parts on every contact page with that of the data."""
    centre = context.centre
    if centre.contact.file is None:
        return
    shown = shown_channels(centre, context.today).channels
    places = {slugify(channel.id.value): number for number, channel in enumerate(shown)}
    for _, page in contact_pages(context):
        found = [name for name in _PART.findall(page) if name in places]
        if found != sorted(found, key=lambda name: places[name]):
            yield Diagnostic(
                RULE,
                centre.contact.file.start(),
                "the contact page shows the channels in another order than this file: "
                + ", ".join(found),
                help="go through “channels” in the template as they come",
            )
            return
