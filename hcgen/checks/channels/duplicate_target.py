"""CON013: two channels that lead to the same place."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from hcgen.channels import kinds
from hcgen.checks.contact import place_of
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.channel import Channel

_START = "organisation: {country: ID}\nchannels:\n"

RULE = Rule(
    code="CON013",
    name="duplicate-target",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="Two channels of one kind lead to the same number, address or page.",
    why="Customers who got no answer at the first try the second, and it is the same.",
    fix="Take one out, or correct the one that was copied.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": _START
                + '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: always}\n'
                + '  - {id: sales, kind: phone, number: ⟦"(021) 5790-1234"⟧, hours: always}\n'
            }
        ),
        Example(
            {
                "content/channels.yml": _START
                + "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
                + "  - {id: bills, kind: email, address: ⟦Help@Example.com⟧, hours: always}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": _START
                + '  - {id: form, kind: form, url: "https://help.example.com/ticket"}\n'
                + '  - {id: claim, kind: form, url: ⟦"https://HELP.example.com/ticket/"⟧}\n'
            }
        ),
    ),
    good=(
        # one number for two kinds is usual
        Example(
            {
                "content/channels.yml": _START
                + '  - {id: call, kind: phone, number: "+62 812 3456 7890", '
                "business: true, hours: always}\n"
                + '  - {id: chat, kind: whatsapp, number: "+62 812 3456 7890"}\n'
            }
        ),
        # addresses of pages tell capitals from small letters
        Example(
            {
                "content/channels.yml": _START
                + '  - {id: form, kind: form, url: "https://help.example.com/a"}\n'
                + '  - {id: claim, kind: form, url: "https://help.example.com/A"}\n'
            }
        ),
    ),
)

_FIELDS = ("number", "address", "handle", "url")


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare where the channels' own links lead."""
    contact = context.centre.contact
    seen: dict[tuple[str, str], Channel] = {}
    for channel in contact.channels:
        target = _target(channel, contact.organisation.country)
        if not target:
            continue
        first = seen.setdefault((channel.kind, target), channel)
        if first is channel:
            continue
        field = next(name for name in _FIELDS if name in channel.values)
        yield Diagnostic(
            RULE,
            place_of(channel, field),
            f"“{channel.id.value}” leads to the same {field} as “{first.id.value}”",
            help="take one of them out, or write where this one leads",
        )


def _target(channel: Channel, country: str) -> str:
    """Return where the channel leads, in one spelling; empty for one that leads nowhere."""
    links = kinds()[channel.kind].card(channel, country, "").links
    if not links:
        return ""
    if "url" not in channel.values:
        return links[0].href.partition("?")[0].casefold()
    try:
        parts = urlsplit(links[0].href)
    except ValueError:
        return ""
    return f"{parts.netloc.casefold()}{parts.path.rstrip('/')}?{parts.query}#{parts.fragment}"
