"""CON019: routes to channels that no reader of the site can talk to."""

from collections.abc import Iterator

from hcgen.checks.contact import routed
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.source import Text

_CHANNELS = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    '  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: always, languages: LANGUAGES}\n'
    "routing:\n  default: [mail, ⟦call⟧]\n"
)

RULE = Rule(
    code="CON019",
    name="route-in-foreign-language",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The routing or a topic names a channel that speaks no language of the site.",
    why="Whoever has read the article cannot talk to the people whom it sends them to.",
    fix="Name a channel that speaks a language of the site, or complete the channel's languages.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": _CHANNELS.replace("LANGUAGES", "[zh, ja]")}),
        Example(
            {
                "content/channels.yml": _CHANNELS.replace("LANGUAGES", "ms").partition("routing")[
                    0
                ],
                "content/topics.yml": "topics:\n  - path: account\n    title: {en: Account, "
                "id: Akun}\n    channels: [⟦call⟧]\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": _CHANNELS.replace("LANGUAGES", "[zh, en-GB]")
                .replace("⟦", "")
                .replace("⟧", "")
            }
        ),
        # nothing said is nothing wrong; another rule asks for it
        Example(
            {
                "content/channels.yml": _CHANNELS.replace(", languages: LANGUAGES", "")
                .replace("⟦", "")
                .replace("⟧", "")
            }
        ),
        # it is on the contact page all the same, for those who do speak it
        Example(
            {"content/channels.yml": _CHANNELS.replace("LANGUAGES", "zh").replace(", ⟦call⟧", "")}
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the languages of each routed channel with those of the site."""
    centre = context.centre
    spoken = {_language(tag) for tag in centre.tags}
    for text in routed(centre):
        channel = centre.channel(text.value)
        if channel is None or not channel.languages:
            continue
        if not any(_language(tag.value) in spoken for tag in channel.languages):
            yield Diagnostic(
                RULE,
                text.span,
                f"“{text.value}” speaks {_names(channel.languages)}, which is no language of the "
                "site",
                help=f"name a channel that speaks {' or '.join(map(english_name, centre.tags))}",
            )


def _language(tag: str) -> str:
    """Return the language of a tag without its country or script."""
    return tag.partition("-")[0].casefold()


def _names(languages: tuple[Text, ...]) -> str:
    return " and ".join(f"“{tag.value}”" for tag in languages)
