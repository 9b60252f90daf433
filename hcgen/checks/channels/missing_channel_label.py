"""CON009: channels without a name of their own."""

from collections.abc import Iterator

from hcgen.checks.contact import is_told
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_KIND = "    kind: email\n    address: help@example.com\n    hours: always\n"

RULE = Rule(
    code="CON009",
    name="missing-channel-label",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A channel has no label.",
    why="Customers read “Email” and do not know which of your mailboxes it is, or what it is for.",
    fix="Add label with the channel's name in each language of the site.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"channels:\n  - id: ⟦mail⟧\n{_KIND}"}),
        Example({"content/channels.yml": f"channels:\n  - id: ⟦mail⟧\n{_KIND}    label: ''\n"}),
    ),
    good=(
        Example({"content/channels.yml": f"channels:\n  - id: mail\n{_KIND}    label: Bills\n"}),
        # a language that lacks it is told by TRN010
        Example(
            {
                "content/channels.yml": f"channels:\n  - id: mail\n{_KIND}"
                "    label: {en: Bills, id: Tagihan}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the label of each channel."""
    tags = context.centre.tags
    for channel in context.centre.contact.channels:
        if not channel.label and not is_told(context, channel):
            yield Diagnostic(
                RULE,
                channel.id.span,
                f"“{channel.id.value}” has no label",
                help=f"add label: {{{', '.join(f'{tag}: …' for tag in tags)}}} with its name",
            )
