"""CON020: references to channels that do not exist."""

from collections.abc import Iterator

from hcgen.channels import kinds
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.load.markdown_scan import without_code_and_comments
from hcgen.model.article import Article
from hcgen.model.channel import Channel
from hcgen.model.channel_reference import PARTS, REFERENCE
from hcgen.model.nearest import nearest

_RESET = "content/en/account/reset.md"
_TITLE = "---\ntitle: Reset your password\n---\n"

RULE = Rule(
    code="CON020",
    name="unknown-channel-reference",
    severity=Severity.ERROR,
    stage=Stage.FRAGMENTS,
    summary="A reference names a channel that does not exist, or a part that it does not have, "
    "or stands in a title.",
    why="Customers see a link to the contact page instead of the number that the sentence needs.",
    fix="Write the id of a channel of channels.yml, and one of the parts number, hours, promise "
    "and link that this channel has.",
    since="0.1.0",
    bad=(
        Example({_RESET: f"{_TITLE}Write to {{{{ channel:⟦mial⟧ }}}}.\n"}),
        Example({_RESET: f"{_TITLE}Write to {{{{ channel:mail:⟦nummber⟧ }}}}.\n"}),
        Example({_RESET: f"{_TITLE}We reply within {{{{ channel:mail:⟦promise⟧ }}}}.\n"}),
        Example(
            {
                _RESET: "---\ntitle: Reset your password\n"
                'description: "Write to {{ channel:⟦post⟧:number }}."\n---\nChoose a new one.\n'
            }
        ),
        Example({_RESET: "---\ntitle: 'Call ⟦{{ channel:mail }}⟧'\n---\nChoose a new one.\n"}),
    ),
    good=(
        Example(
            {_RESET: f"{_TITLE}Write to {{{{ channel:mail }}}}, {{{{channel:mail:hours}}}}.\n"}
        ),
        Example({_RESET: f"{_TITLE}Write `{{{{ channel:post }}}}` where it shall stand.\n"}),
        Example({_RESET: f"{_TITLE}Write {{{{ name }}}} or {{{{ channels }}}} as it is.\n"}),
        Example(
            {
                _RESET: "---\ntitle: Reset your password\ndraft: true\n---\n"
                "Write to {{ channel:post }}.\n"
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look every reference up, those in descriptions too."""
    contact = context.centre.contact
    if contact.file is None:
        return
    channels = {channel.id.value: channel for channel in contact.channels}
    country = contact.organisation.country
    for article in context.centre.articles:
        text = article.file.text
        if "{{" in text and REFERENCE.search(text) and article.is_published(context.today):
            yield from _check(article, channels, country)


def _check(article: Article, channels: dict[str, Channel], country: str) -> Iterator[Diagnostic]:
    file, title = article.file, article.title.span
    for match in REFERENCE.finditer(without_code_and_comments(file.text, article.body_start)):
        if title.start <= match.start() < title.end:
            yield Diagnostic(
                RULE,
                file.span(*match.span()),
                "a title shows the braces, not the channel",
                help="name the channel in words; the text below can refer to it",
            )
            continue
        channel = channels.get(match["id"])
        part = match["part"]
        if channel is None:
            yield Diagnostic(
                RULE,
                file.span(*match.span("id" if match["id"] else 0)),
                f"there is no channel with the id “{match['id']}”",
                help=nearest(match["id"], channels),
            )
        elif part is not None and part not in PARTS:
            yield Diagnostic(
                RULE,
                file.span(*match.span("part" if part else 0)),
                f"a channel has no part “{part}”",
                help=nearest(part, PARTS),
            )
        elif part and not _has(channel, part, country):
            yield Diagnostic(
                RULE,
                file.span(*match.span("part")),
                f"the channel “{match['id']}” has no {part}",
                help=f"say it in channels.yml, or write {{{{ channel:{match['id']} }}}}",
            )


def _has(channel: Channel, part: str, country: str) -> bool:
    if part == "hours":
        return channel.hours is not None
    if part == "promise":
        return bool(channel.promise)
    card = kinds()[channel.kind].card(channel, country, "")
    return part == "link" or bool(card.lines) or any(link.text for link in card.links)
