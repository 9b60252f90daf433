"""CON010: channels that do not say which languages are spoken there."""

from collections.abc import Iterator

from hcgen.checks.contact import is_told, request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_CALL = '    kind: phone\n    number: "+62 21 5790 1234"\n    hours: always\n'

RULE = Rule(
    code="CON010",
    name="channel-languages-unstated",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A channel does not say which languages its people speak.",
    why="Customers wait in a queue to learn that nobody there understands them.",
    fix="Add languages with the tags of the languages that are spoken there.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"channels:\n  - id: ⟦call⟧\n{_CALL}"}),
        Example({"content/channels.yml": f"channels:\n  - id: ⟦call⟧\n{_CALL}    languages: []\n"}),
    ),
    good=(
        Example({"content/channels.yml": f"channels:\n  - id: call\n{_CALL}    languages: id\n"}),
        # news are read, not spoken
        Example(
            {
                "content/channels.yml": f"channels:\n  - id: call\n{_CALL}    languages: [id]\n"
                "  - {id: news, kind: social, network: x, handle: a, supports_requests: false}\n"
            }
        ),
        # a letter has no queue, and can be translated
        Example(
            {
                "content/channels.yml": f"channels:\n  - id: call\n{_CALL}    languages: [id]\n"
                "  - id: post\n    kind: postal\n"
                "    street: Jalan Melati 1\n    locality: Jakarta\n    postal_code: '10110'\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the languages of each channel that takes requests."""
    if len(context.centre.tags) < 2:
        return  # who has read a site of one language expects that one
    for channel in request_channels(context.centre):
        if channel.languages or channel.kind == "postal":
            continue
        if not is_told(context, channel):
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"“{channel.id.value}” does not say which languages are spoken there",
                help=f"add languages: [{', '.join(context.centre.tags)}] with those that are",
            )
