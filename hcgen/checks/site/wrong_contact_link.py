"""PUB002: telephone and mail links of the contact page that are in no data."""

import re
from collections.abc import Iterator
from html import unescape

from hcgen.checks.context import SiteContext
from hcgen.checks.site._contact_pages import cards, contact_pages
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="PUB002",
    name="wrong-contact-link",
    severity=Severity.ERROR,
    stage=Stage.SITE,
    summary="The contact page has a telephone or mail link that channels.yml does not have.",
    why="A number in a template outlives the number in the data, and customers call the old one.",
    fix="Take the number or address out of the template, and put it into channels.yml.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "⟦⟧channels:\n"
                "  - {id: call, kind: phone, number: '+62 21 5790 1234'}\n",
                "theme/contact.html": '<a href="tel:+622157901234">+62 21 5790 1234</a>'
                '<a href="tel:+622157900000">Call us</a>\n',
            }
        ),
        Example(
            {
                "content/channels.yml": "⟦⟧channels:\n"
                "  - {id: mail, kind: email, address: help@example.com}\n",
                "theme/contact.html": '<a href="mailto:help@example.com">help@example.com</a>'
                '<a href="mailto:old@example.com">Mail</a>\n',
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: call, kind: phone, number: '+62 21 5790 1234'}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: mail, kind: email, address: help@example.com}\n",
                "theme/contact.html": '<a href="mailto:help@example.com">help@example.com</a>'
                '<a href="mailto:help@example.com?subject=Hello">Write</a>\n',
            }
        ),
    ),
)

_LINK = re.compile(r"""\bhref\s*=\s*["']?((?:tel|mailto):[^"'\s>]*)""", re.I)


def check(context: SiteContext) -> Iterator[Diagnostic]:
    """Compare the links of every contact page with those of the channels' cards."""
    contact = context.centre.contact
    if contact.file is None:
        return
    told: set[str] = set()
    for tag, page in contact_pages(context):
        known = {_bare(link.href) for card in cards(context, tag).values() for link in card.links}
        for match in _LINK.finditer(page):
            target = unescape(match[1])
            if _bare(target) not in known and target not in told:
                told.add(target)
                yield Diagnostic(
                    RULE,
                    contact.file.start(),
                    f"the contact page has the link “{target}”, which no channel has",
                    help="take it out of the template, or make it a channel",
                )


def _bare(href: str) -> str:
    """Return a link without the subject or text that a mail begins with."""
    return href.partition("?")[0].casefold()
