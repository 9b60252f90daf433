"""PUB003: structured data of the contact page that differs from channels.yml."""

import json
import re
from collections.abc import Iterator
from html import unescape

from hcgen.checks.context import SiteContext
from hcgen.checks.site._contact_pages import cards, contact_pages
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_DATA = (
    '<script type="application/ld+json">{"@type": "Organization", "contactPoint": '
    '{"@type": "ContactPoint", "telephone": "%s"}}</script>'
)

RULE = Rule(
    code="PUB003",
    name="contact-data-differs",
    severity=Severity.ERROR,
    stage=Stage.SITE,
    summary="What the contact page tells search engines is not what channels.yml says.",
    why="Search engines and telephones show this number without anybody opening the page.",
    fix="Let hcgen write the structured data; take your own out of the template.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "⟦⟧channels:\n"
                "  - {id: call, kind: phone, number: '+62 21 5790 1234'}\n",
                "theme/contact.html": '<a href="tel:+622157901234">+62 21 5790 1234</a>'
                f"{_DATA % '+62215790000'}\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "organisation: {country: ID}\nchannels:\n"
                "  - {id: call, kind: phone, number: '1500 888', alternative: '+62 21 5790 1234'}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: call, kind: phone, number: '+62 21 5790 1234'}\n",
                "theme/contact.html": '<a href="tel:+622157901234">+62 21 5790 1234</a>'
                f"{_DATA % '+622157901234'}\n",
            }
        ),
    ),
)

_BLOCK = re.compile(
    r"<script[^>]*type=[\"']application/ld\+json[\"'][^>]*>(.*?)</script>", re.S | re.I
)
_NAMES = ("telephone", "email", "faxNumber")


def check(context: SiteContext) -> Iterator[Diagnostic]:
    """Look for telephone numbers and mail addresses in the data blocks of every contact page."""
    contact = context.centre.contact
    if contact.file is None:
        return
    told: set[str] = set()
    for tag, page in contact_pages(context):
        links = [link for card in cards(context, tag).values() for link in card.links]
        known = {link.text for link in links} | {
            link.href.partition(":")[2].partition("?")[0] for link in links
        }
        for value in _values(page):
            if value not in known and value not in told:
                told.add(value)
                yield Diagnostic(
                    RULE,
                    contact.file.start(),
                    f"the contact page tells search engines “{value}”, which no channel has",
                    help="take it out of the template, or make it a channel",
                )


def _values(page: str) -> Iterator[str]:
    for match in _BLOCK.finditer(page):
        try:
            found: object = json.loads(match[1])
        except ValueError:
            try:
                found = json.loads(unescape(match[1]))
            except ValueError:
                continue
        yield from _named(found)


def _named(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        elif isinstance(each, dict):
            for name, inner in reversed(each.items()):
                if name in _NAMES and isinstance(inner, str):
                    yield inner
                else:
                    waiting.append(inner)
