"""CON004: channels without the number or address to reach."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CON004",
    name="channel-without-target",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A channel lacks the number, address or link that its kind needs.",
    why="Customers see a channel that they cannot use.",
    fix="Add the missing key.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": "channels:\n  - {id: call, kind: ⟦phone⟧}\n"}),
        Example(
            {
                "content/channels.yml": "organisation: {country: DE}\nchannels:\n"
                "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
                "  - {id: desk, kind: ⟦visit⟧, locality: Karlsruhe, postal_code: '76133'}\n"
            }
        ),
    ),
    good=(
        # the postal code of one recipient leads to it without a street
        Example(
            {
                "content/channels.yml": "organisation: {country: DE}\nchannels:\n"
                "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
                "  - {id: post, kind: postal, locality: Karlsruhe, postal_code: '76124'}\n"
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: call, kind: phone, number: '+62 21 5790 1234'}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Pass on what the loader found."""
    return context.reported(RULE)
